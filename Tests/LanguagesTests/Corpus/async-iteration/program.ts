async function exportAll(store: Store, sink: Sink): Promise<number> {
  let count: number = 0;
  for await (const page of store.pages(100)) {
    for (const row of page.rows) {
      if (row.hidden) continue;
      await sink.write(row);
      count += 1;
    }
    if (page.last) break;
  }
  return count;
}

const drain = async (queue: Queue<Job>): Promise<void> => {
  for (;;) {
    const job = await queue.next();
    if (job === null) return;
    await job!.run();
  }
};
