function sendAll(messages, failed) {
  for (const message of messages) {
    try {
      deliver(message);
    } catch (error) {
      failed.add(message, error);
    }
  }
  if (failed.count > 0) {
    throw new SomeFailed(failed);
  }
}
