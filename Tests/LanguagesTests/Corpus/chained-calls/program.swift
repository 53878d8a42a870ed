func openTotals(client: Client, since: Date) -> Int {
  let rows = client.orders(since).filter("open").limit(10)
  let first = rows.fetch()[0].total
  return rows.fetch().sum("total") - first + rows[1].total * 2
}

func notify(users: Users, message: String) {
  users.map { user in user.mail(message) }.flush()
  makeSender("mail")(message)
}
