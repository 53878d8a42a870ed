class Orders {
  static void save(Store store, Order order) throws StoreException {
    try {
      store.begin();
      try {
        store.write(order);
      } catch (Throwable _) {
        store.rollback();
        throw new SaveFailed(order);
      }
      store.commit();
    } catch (Exception error) {
      if (error.fatal) throw error;
      report(error);
    } finally {
      store.close();
    }
  }
}
