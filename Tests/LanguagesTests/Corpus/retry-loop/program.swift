func chargeWithRetry(order: Order) async throws -> Receipt {
  var attempt = 0
  while attempt < 3 {
    attempt += 1
    do {
      return try await gateway.charge(order)
    } catch {
      await pause(attempt)
    }
  }
  throw ChargeFailed("gave up")
}

func waitFor(job: Job) async -> Bool {
  while true {
    let state = await job.state()
    if state == "done" {
      break
    }
    if state == "lost" {
      return false
    }
    await pause(1)
  }
  return true
}
