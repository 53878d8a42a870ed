class Counter {
  private final int limit;
  private int count;
  private Listener listener;

  Counter(int limit) {
    this.limit = limit;
    count = 0;
  }

  boolean add(int amount) {
    if (count + amount > limit) {
      return false;
    }
    count += amount;
    this.notify(count);
    return true;
  }

  void notify(int count) {
    listener.changed(count, limit);
  }
}
