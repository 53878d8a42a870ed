fun gather(first: Row, rest: Array<Row>, options: Array<Pair<String, Any>>): Map<String, Any> {
  val rows = listOf(first, *rest)
  val settings = mapOf("limit" to 10, "deep" to mapOf("on" to true), *options)
  send(*rows)
  send(first, settings["limit"], rows[0].name)
  empty(listOf(), mapOf())
  return settings
}

fun forward(target: Target, vararg rows: Row): Any {
  target.log(-1, 2.5, null)
  return target.call(*rows)
}
