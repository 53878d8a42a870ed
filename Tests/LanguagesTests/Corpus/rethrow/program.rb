def charge(order)
  gateway.charge(order)
rescue StandardError => error
  metrics.count("charge.failed")
  raise error
end

def refund(order)
  gateway.refund(order)
rescue StandardError => error
  raise RefundFailed.new("refund", error)
end
