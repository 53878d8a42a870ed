func sendAll(messages: [Message], failed: Failures) throws {
  for message in messages {
    do {
      try deliver(message)
    } catch {
      failed.add(message, error)
    }
  }
  if failed.count > 0 {
    throw SomeFailed(failed)
  }
}
