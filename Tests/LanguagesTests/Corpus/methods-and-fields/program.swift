final class Counter {
  private let limit: Int
  private var count: Int
  var listener: Listener

  init(limit: Int) {
    self.limit = limit
    self.count = 0
  }

  func add(amount: Int) -> Bool {
    guard !(count + amount > limit) else {
      return false
    }
    count += amount
    self.notify(count)
    return true
  }

  func notify(count: Int) {
    listener.changed(count, limit)
  }
}
