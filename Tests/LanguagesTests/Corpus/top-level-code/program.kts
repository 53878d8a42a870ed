import orders.configure
import orders.start

val LIMIT = 3
val server = start(configure(LIMIT), "orders")

fun stop(code: Int) {
  server.close(code)
}

if (server.ready) {
  server.listen(80)
} else {
  stop(1)
}
