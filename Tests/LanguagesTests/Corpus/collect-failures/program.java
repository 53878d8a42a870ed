class Mailer {
  static void sendAll(List<Message> messages, Failures failed) {
    for (Message message : messages) {
      try {
        deliver(message);
      } catch (Exception error) {
        failed.add(message, error);
      }
    }
    if (failed.count > 0) {
      throw new SomeFailed(failed);
    }
  }
}
