def describe(state)
  case state
  when "new", "open"
    return "waiting"
  when "paid"
    archive(state)
  when 3
  else
    raise Unknown.new(state)
  end
  "done"
end
