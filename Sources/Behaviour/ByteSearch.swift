extension StringProtocol {
  /// Whether a text holds another, by bytes: names are searched often, and a search that knows of characters costs ten
  /// times as much.
  package func holds(_ part: StaticString) -> Bool {
    let count = part.utf8CodeUnitCount
    guard count > 0 else { return true }
    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard bytes.count >= count else { return false }
      let first = part.utf8Start[0]
      for start in 0...(bytes.count &- count) where bytes[start] == first {
        var matched = 1
        while matched < count, bytes[start &+ matched] == part.utf8Start[matched] { matched &+= 1 }
        if matched == count { return true }
      }
      return false
    }
    return utf8.withContiguousStorageIfAvailable(find) ?? Array(utf8).withUnsafeBufferPointer(find)
  }
}
