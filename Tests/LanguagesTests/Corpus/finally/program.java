class Export {
  static void exportOrders(Store store, String path) throws IOException {
    OutputFile file = openFile(path);
    try {
      writeRows(file, store.rows());
    } finally {
      file.close();
    }
  }

  static Object locked(Lock lock, Supplier<Object> work) {
    lock.acquire();
    try {
      return work();
    } catch (Throwable _) {
      return null;
    } finally {
      lock.release();
    }
  }
}
