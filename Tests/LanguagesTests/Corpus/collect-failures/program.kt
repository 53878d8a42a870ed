fun sendAll(messages: List<Message>, failed: Failures) {
  for (message in messages) {
    runCatching { deliver(message) }.onFailure { error -> failed.add(message, error) }
  }
  if (failed.count > 0) {
    throw SomeFailed(failed)
  }
}
