function* pages(client: Client): Generator<Row> {
  let page = 1;
  while (true) {
    const rows = client.page(page);
    if (!rows) return;
    yield rows;
    yield* rows.rest;
    page += 1;
  }
}
