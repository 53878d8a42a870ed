fun pages(client: Client) = sequence {
  var page = 1
  while (true) {
    val rows = client.page(page)
    if (!rows) {
      return@sequence
    }
    yield(rows)
    yieldAll(rows.rest)
    page += 1
  }
}
