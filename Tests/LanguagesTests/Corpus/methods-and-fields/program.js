class Counter {
  constructor(limit) {
    this.limit = limit;
    this.count = 0;
  }

  add(amount) {
    if (this.count + amount > this.limit) {
      return false;
    }
    this.count += amount;
    this.notify(this.count);
    return true;
  }

  notify(count) {
    this.listener.changed(count, this.limit);
  }
}
