/// One line of a `.gitignore` file, with Git's meaning.
struct IgnorePattern: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    case component(GlobSegment)
    /// `**` between slashes: any number of components, none included.
    case anyDepth
  }

  /// `!`: takes back what a pattern before it ignored.
  let isNegated: Bool
  private let isFolderOnly: Bool
  private let parts: [Part]

  /// Nil for a line that ignores nothing: a blank one, a comment, one with brackets that do not close.
  init?(line: ArraySlice<UInt8>) {
    var line = line
    guard line.first != UInt8(ascii: "#") else { return nil }
    line = Self.withoutTrailingSpaces(line)
    isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    isFolderOnly = line.last == UInt8(ascii: "/")
    if isFolderOnly { line.removeLast() }
    guard !line.isEmpty else { return nil }
    // A slash anywhere but at the end ties the pattern to its folder.
    let isTied = line.contains(UInt8(ascii: "/"))
    if line.first == UInt8(ascii: "/") { line.removeFirst() }
    guard let parts = Self.parts(of: line) else { return nil }
    self.parts = isTied ? parts : [.anyDepth] + parts
  }

  private static func parts(of line: ArraySlice<UInt8>) -> [Part]? {
    var parts: [Part] = []
    var index = line.startIndex
    while true {
      let end = line[index...].firstIndex(of: UInt8(ascii: "/")) ?? line.endIndex
      let isAnyDepth = end - index >= 2 && line[index..<end].allSatisfy { $0 == UInt8(ascii: "*") }
      if isAnyDepth {
        if parts.last != .anyDepth { parts.append(.anyDepth) }
        index = end
      } else {
        guard let segment = GlobSegment(line, at: &index) else { return nil }
        parts.append(.component(segment))
      }
      guard index < line.endIndex else { break }
      index += 1
    }
    // At the end, `**` means what is inside: at least one component.
    return parts.last == .anyDepth ? parts + [.component(.anything)] : parts
  }

  /// A space at the end counts only behind a backslash.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let isEscape = line[index] == UInt8(ascii: "\\")
      if line[index] != UInt8(ascii: " ") { end = min(index + (isEscape ? 2 : 1), line.endIndex) }
      index += isEscape ? 2 : 1
    }
    return line[..<end]
  }

  /// Whether the pattern speaks of a path, which is relative to the folder of the pattern's file.
  func matches(_ path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool {
    guard isFolder || !isFolderOnly else { return false }
    var part = 0
    var component = Component(of: path, from: 0)
    var retry: (part: Int, component: Component)?
    while true {
      if part < parts.count {
        switch parts[part] {
        case .anyDepth:
          part += 1
          retry = (part, component)
          continue
        case .component(let segment):
          if let name = component.name(in: path), segment.matches(name) {
            part += 1
            component = component.next(in: path)
            continue
          }
        }
      } else if component.name(in: path) == nil {
        return true
      }
      // The last `**` takes one component more.
      guard let last = retry, last.component.name(in: path) != nil else { return false }
      component = last.component.next(in: path)
      part = last.part
      retry = (part, component)
    }
  }
}

/// What stands between two slashes of a path, or behind the last.
private struct Component {
  let start: Int
  let end: Int

  init(of path: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    var end = start
    while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
    self.end = end
  }

  /// Nil past the end of the path.
  func name(in path: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    start < path.count ? UnsafeBufferPointer(rebasing: path[start..<end]) : nil
  }

  func next(in path: UnsafeBufferPointer<UInt8>) -> Component {
    Component(of: path, from: min(end + 1, path.count))
  }
}
