suspend fun chargeWithRetry(order: Order): Receipt {
  var attempt = 0
  while (attempt < 3) {
    attempt += 1
    try {
      return gateway.charge(order).await()
    } catch (_: Exception) {
      pause(attempt).await()
    }
  }
  throw ChargeFailed("gave up")
}

suspend fun waitFor(job: Job): Boolean {
  while (true) {
    val state = job.state().await()
    if (state == "done") {
      break
    }
    if (state == "lost") {
      return false
    }
    pause(1).await()
  }
  return true
}
