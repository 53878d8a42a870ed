class Settings {
  static Log log;

  static Settings loadSettings(String path) {
    try {
      return readSettings(path);
    } catch (Throwable _) {
      return null;
    }
  }

  static void sendReceipt(Order order) {
    try {
      deliver(order);
    } catch (Throwable _) {
    }
  }

  static int countOrders(Store store) {
    try {
      return store.count();
    } catch (Exception error) {
      log.warn("no count", error);
      return 0;
    }
  }
}
