import Rules

/// Where in a workspace something of a name stands. Each list is in the order of the paths of the files, then of the
/// places in them, however the files came and went: an index that was kept up to date answers as one made anew.
struct Postings<Key: Hashable> {
  typealias ID = WorkspaceUnit.ID

  private var lists: [Key: [ID]] = [:]

  /// Nil where there is none.
  subscript(key: Key) -> [ID]? { lists[key] }

  /// - Parameter files: by number, for their paths.
  mutating func add(_ id: ID, for key: Key, among files: [IndexedFile?]) {
    let path = Self.path(of: id.file, files)
    lists[key, default: []].withUnique { list in
      guard let last = list.last, last.file != id.file, path < Self.path(of: last.file, files) else {
        return list.append(id)
      }
      list.insert(id, at: Self.end(of: path, in: list, files))
    }
  }

  /// Takes away all that a file has of a name.
  mutating func remove(file: Int32, for key: Key, among files: [IndexedFile?]) {
    guard let place = lists.index(forKey: key) else { return }
    let path = Self.path(of: file, files)
    let isEmpty = lists.values[place].withUnique { list -> Bool in
      let end = Self.end(of: path, in: list, files)
      var start = end
      while start > 0, list[start - 1].file == file { start -= 1 }
      list.removeSubrange(start..<end)
      return list.isEmpty
    }
    if isEmpty { lists.remove(at: place) }
  }

  private static func path(of file: Int32, _ files: [IndexedFile?]) -> String {
    files.indices.contains(Int(file)) ? files[Int(file)]?.summary.path ?? "" : ""
  }

  /// Behind the last place in files up to a path.
  private static func end(of path: String, in list: [ID], _ files: [IndexedFile?]) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if Self.path(of: list[middle].file, files) <= path { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array {
  /// Changes the array where it stands.
  fileprivate mutating func withUnique<Result>(_ body: (inout Self) -> Result) -> Result { body(&self) }
}
