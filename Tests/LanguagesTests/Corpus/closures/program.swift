func makeCounter(start: Int, step: Int) -> (Int) -> Int {
  let count = start

  func increase(times: Int) -> Int {
    return count + step * times
  }

  func report(target: Target) async {
    await target.send(increase(1))
  }

  schedule(report) { increase(2) }
  return increase
}

func sortedBy(rows: [Row], key: String) -> [Row] {
  orderRows(rows) { row in row.get(key) }
}
