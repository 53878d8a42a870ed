class Counter {
  constructor(limit: number) {
    this.limit = limit;
    this.count = 0;
  }

  add(amount: number) {
    if (this.count + amount > this.limit) {
      return false;
    }
    this.count += amount;
    this.notify(this.count);
    return true;
  }

  notify(count: number) {
    this.listener.changed(count, this.limit);
  }
}
