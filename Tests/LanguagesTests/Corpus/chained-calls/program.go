package orders

func openTotals(client Client, since Date) int {
	rows := client.orders(since).filter("open").limit(10)
	first := rows.fetch()[0].total
	return rows.fetch().sum("total") - first + rows[1].total*2
}

func notify(users Users, message Message) {
	users.Map(func(user User) Mail {
		return user.mail(message)
	}).flush()
	makeSender("mail")(message)
}
