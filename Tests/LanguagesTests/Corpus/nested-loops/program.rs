fn find_gap(rows: &[Row], limit: i64) -> i64 {
    let mut checked = 0;
    for row in rows {
        for cell in &row.cells {
            checked += 1;
            if cell.empty {
                continue;
            }
            if cell.value > limit {
                break;
            }
            visit(cell);
        }
    }
    while checked > 0 {
        checked -= 1;
        release(checked);
    }
    checked
}
