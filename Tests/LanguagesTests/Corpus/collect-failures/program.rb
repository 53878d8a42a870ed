def send_all(messages, failed)
  messages.each do |message|
    deliver(message)
  rescue StandardError => error
    failed.add(message, error)
  end
  raise SomeFailed.new(failed) if failed.count > 0
end
