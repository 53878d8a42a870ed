def load_settings(path)
  read_settings(path)
rescue
  nil
end

def send_receipt(order)
  deliver(order)
  nil
rescue
end

def count_orders(store)
  store.count()
rescue => error
  log.warn("no count", error)
  0
end
