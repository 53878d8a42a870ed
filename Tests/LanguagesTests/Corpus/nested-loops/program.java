class Gaps {
  static int findGap(List<Row> rows, int limit) {
    int checked = 0;
    for (Row row : rows) {
      for (Cell cell : row.cells) {
        checked += 1;
        if (cell.empty) continue;
        if (cell.value > limit) {
          break;
        }
        visit(cell);
      }
    }
    while (checked > 0) {
      checked--;
      release(checked);
    }
    return checked;
  }
}
