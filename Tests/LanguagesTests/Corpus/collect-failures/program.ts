function sendAll(messages: Message[], failed: Failures) {
  for (const message of messages) {
    try {
      deliver(message);
    } catch (error: unknown) {
      failed.add(message, error);
    }
  }
  if (failed.count > 0) {
    throw new SomeFailed(failed);
  }
}
