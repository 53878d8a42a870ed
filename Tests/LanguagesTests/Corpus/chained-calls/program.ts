function openTotals(client: Client, since: Date): number {
  const rows = client.orders(since).filter("open").limit(10);
  const first: number = rows.fetch()[0]!.total;
  return (rows.fetch() as Rows).sum("total") - first + rows[1].total * 2;
}

function notify(users: Users, message: string): void {
  users.map((user: User): Promise<void> => user.mail(message)).flush();
  makeSender("mail")(message);
}
