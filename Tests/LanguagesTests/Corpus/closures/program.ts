function makeCounter(start: number, step: number): Counter {
  let count: number = start;

  function increase(times: number): number {
    return count + step * times;
  }

  async function report(target: Target): Promise<void> {
    await target.send(increase(1));
  }

  schedule(report, () => increase(2));
  return increase;
}

function sortedBy<T>(rows: T[], key: string): T[] {
  return orderRows(rows, (row: T) => row.get(key));
}
