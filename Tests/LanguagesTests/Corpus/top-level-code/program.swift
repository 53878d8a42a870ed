import Orders

let limit = 3
let server = start(configure(limit), "orders")

func stop(code: Int) {
  server.close(code)
}

if server.ready {
  server.listen(80)
} else {
  stop(1)
}
