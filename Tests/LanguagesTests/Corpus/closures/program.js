function makeCounter(start, step) {
  let count = start;

  function increase(times) {
    return count + step * times;
  }

  async function report(target) {
    await target.send(increase(1));
  }

  schedule(report, () => increase(2));
  return increase;
}

function sortedBy(rows, key) {
  return orderRows(rows, (row) => row.get(key));
}
