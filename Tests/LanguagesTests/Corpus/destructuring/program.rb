def split(pair, rows)
  head, tail = pair
  first, *others = rows
  others.each do |key, value|
    store(key, value)
  end
  head, tail = tail, head
  head
end
