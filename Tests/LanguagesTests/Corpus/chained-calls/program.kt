fun openTotals(client: Client, since: Date): Int {
  val rows = client.orders(since).filter("open").limit(10)
  val first = rows.fetch()[0].total
  return rows.fetch().sum("total") - first + rows[1].total * 2
}

fun notify(users: Users, message: String) {
  users.map { user -> user.mail(message) }.flush()
  makeSender("mail")(message)
}
