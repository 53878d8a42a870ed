def open_totals(client, since)
  rows = client.orders(since).filter("open").limit(10)
  first = rows.fetch[0].total
  rows.fetch.sum("total") - first + rows[1].total * 2
end

def notify(users, message)
  users.map { |user| user.mail(message) }.flush
  make_sender("mail").(message)
  nil
end
