fun makeCounter(start: Int, step: Int): (Int) -> Int {
  val count = start

  fun increase(times: Int): Int {
    return count + step * times
  }

  suspend fun report(target: Target) {
    target.send(increase(1)).await()
  }

  schedule(::report, { increase(2) })
  return ::increase
}

fun sortedBy(rows: List<Row>, key: String): List<Row> {
  return orderRows(rows) { row -> row.get(key) }
}
