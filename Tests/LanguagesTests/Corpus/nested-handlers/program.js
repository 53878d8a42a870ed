function save(store, order) {
  try {
    store.begin();
    try {
      store.write(order);
    } catch {
      store.rollback();
      throw new SaveFailed(order);
    }
    store.commit();
  } catch (error) {
    if (error.fatal) {
      throw error;
    }
    report(error);
  } finally {
    store.close();
  }
}
