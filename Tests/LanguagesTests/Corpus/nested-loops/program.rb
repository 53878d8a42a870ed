def find_gap(rows, limit)
  checked = 0
  rows.each do |row|
    row.cells.each do |cell|
      checked += 1
      next if cell.empty
      break if cell.value > limit

      visit(cell)
    end
  end
  while checked > 0
    checked -= 1
    release(checked)
  end
  checked
end
