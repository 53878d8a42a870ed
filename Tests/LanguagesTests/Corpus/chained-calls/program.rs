fn open_totals(client: &Client, since: Date) -> i64 {
    let rows = client.orders(since).filter("open").limit(10);
    let first = rows.fetch()[0].total;
    rows.fetch().sum("total") - first + rows[1].total * 2
}

fn notify(users: &Users, message: &str) {
    users.map(|user| user.mail(message)).flush();
    make_sender("mail")(message);
}
