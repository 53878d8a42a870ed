function findGap(rows: Row[], limit: number) {
  let checked = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      checked += 1;
      if (cell.empty) {
        continue;
      }
      if (cell.value > limit) {
        break;
      }
      visit(cell);
    }
  }
  while (checked > 0) {
    checked -= 1;
    release(checked);
  }
  return checked;
}
