def greet(customer, count)
  log("#{count} orders for #{customer.name}: #{total(count)}!")
  log("plain")
  "dear #{customer.name || 'guest'}"
end
