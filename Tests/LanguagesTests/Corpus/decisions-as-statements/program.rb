def settle(order, log)
  order.close if order.open
  log.warn("unpaid", order) unless order.paid
  if order.gift
    wrap(order)
  else
    pack(order)
  end
  nil
end
