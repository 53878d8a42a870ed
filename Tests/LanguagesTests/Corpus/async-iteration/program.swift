func exportAll(store: Store, sink: Sink) async throws -> Int {
  var count = 0
  for try await page in store.pages(100) {
    for row in page.rows {
      if row.hidden {
        continue
      }
      try await sink.write(row)
      count += 1
    }
    if page.last {
      break
    }
  }
  return count
}

func drain(queue: Queue<Job>) async {
  while true {
    guard let job = await queue.next() else {
      return
    }
    await job.run()
  }
}
