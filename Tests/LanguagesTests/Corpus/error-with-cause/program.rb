def pay(order)
  begin
    gateway.charge(order.total)
  rescue StandardError => error
    raise PaymentFailed.new("charge", order.id), cause: error
  end
  order
end

def load(path)
  parse(read(path))
rescue StandardError => error
  return nil if error.code == "missing"

  raise error
end
