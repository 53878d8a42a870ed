def greet(customer, count):
    log(f"{count} orders for {customer.name}: {total(count)}!")
    log("plain")
    return f"dear {customer.name or 'guest'}"
