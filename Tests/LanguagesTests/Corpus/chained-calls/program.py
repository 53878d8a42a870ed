def open_totals(client, since):
    rows = client.orders(since).filter("open").limit(10)
    first = rows.fetch()[0].total
    return rows.fetch().sum("total") - first + rows[1].total * 2


def notify(users, message):
    users.map(lambda user: user.mail(message)).flush()
    make_sender("mail")(message)
