package orders

func findGap(rows []Row, limit int) int {
	checked := 0
	for _, row := range rows {
		for _, cell := range row.cells {
			checked++
			if cell.empty {
				continue
			}
			if cell.value > limit {
				break
			}
			visit(cell)
		}
	}
	for checked > 0 {
		checked--
		release(checked)
	}
	return checked
}
