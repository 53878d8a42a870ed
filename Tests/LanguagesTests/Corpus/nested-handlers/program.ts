function save(store: Store, order: Order): void {
  try {
    store.begin();
    try {
      store.write(order);
    } catch {
      store.rollback();
      throw new SaveFailed(order);
    }
    store.commit();
  } catch (error: any) {
    if (error.fatal) throw error;
    report(error);
  } finally {
    store.close();
  }
}
