function openTotals(client, since) {
  const rows = client.orders(since).filter("open").limit(10);
  const first = rows.fetch()[0].total;
  return rows.fetch().sum("total") - first + rows[1].total * 2;
}

function notify(users, message) {
  users.map((user) => user.mail(message)).flush();
  makeSender("mail")(message);
}
