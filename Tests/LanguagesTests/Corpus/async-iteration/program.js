async function exportAll(store, sink) {
  let count = 0;
  for await (const page of store.pages(100)) {
    for (const row of page.rows) {
      if (row.hidden) {
        continue;
      }
      await sink.write(row);
      count++;
    }
    if (page.last) {
      break;
    }
  }
  return count;
}

async function drain(queue) {
  while (true) {
    const job = await queue.next();
    if (job === null) {
      return;
    }
    await job.run();
  }
}
