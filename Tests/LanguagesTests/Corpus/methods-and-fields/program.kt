class Counter {
  private val limit: Int
  private var count: Int
  lateinit var listener: Listener

  constructor(limit: Int) {
    this.limit = limit
    this.count = 0
  }

  fun add(amount: Int): Boolean {
    if (count + amount > limit) {
      return false
    }
    count += amount
    this.notify(count)
    return true
  }

  fun notify(count: Int) {
    listener.changed(count, limit)
  }
}
