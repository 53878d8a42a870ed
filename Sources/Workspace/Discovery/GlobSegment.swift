import Glibc

/// The part of an ignore pattern between two slashes: what one component of a path may look like.
///
/// Matching takes at most the pattern's length times the name's: there is one star to go back to at any time.
struct GlobSegment: Sendable, Equatable {
  fileprivate enum Element: Sendable, Equatable {
    case byte(UInt8)
    case anyByte
    case anyRun
    case oneOf(ByteSet)
  }

  private enum Shape: Sendable, Equatable {
    case literal([UInt8])
    /// A star and then this: by far the most frequent kind of pattern.
    case suffix([UInt8])
    case general([Element])
  }

  private let shape: Shape

  /// Whatever the name is.
  static let anything = GlobSegment(shape: .suffix([]))

  private init(shape: Shape) {
    self.shape = shape
  }

  /// Reads a segment up to a slash that is not inside brackets, or the end, and leaves the index there. Nil for a
  /// pattern that matches nothing: brackets that do not close, or a backslash at the end.
  init?(_ pattern: ArraySlice<UInt8>, at index: inout Int) {
    var elements: [Element] = []
    while index < pattern.endIndex, pattern[index] != UInt8(ascii: "/") {
      let byte = pattern[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"):
        if elements.last != .anyRun { elements.append(.anyRun) }
      case UInt8(ascii: "?"):
        elements.append(.anyByte)
      case UInt8(ascii: "["):
        guard let set = ByteSet(bracketIn: pattern, at: &index) else { return nil }
        elements.append(.oneOf(set))
      case UInt8(ascii: "\\"):
        guard index < pattern.endIndex else { return nil }
        // An escaped slash is a slash: it ends the segment.
        if pattern[index] == UInt8(ascii: "/") { break }
        elements.append(.byte(pattern[index]))
        index += 1
      default:
        elements.append(.byte(byte))
      }
    }
    self.init(shape: Self.shape(of: elements))
  }

  private static func shape(of elements: [Element]) -> Shape {
    let tail = elements.first == .anyRun ? elements.dropFirst() : elements[...]
    var bytes: [UInt8] = []
    for element in tail {
      guard case .byte(let byte) = element else { return .general(elements) }
      bytes.append(byte)
    }
    return tail.count == elements.count ? .literal(bytes) : .suffix(bytes)
  }

  /// Whether a path component is such a name.
  func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    switch shape {
    case .literal(let bytes): name.count == bytes.count && name.ends(with: bytes)
    case .suffix(let bytes): name.ends(with: bytes)
    case .general(let elements): Self.matches(elements, name)
    }
  }

  private static func matches(_ elements: [Element], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var element = 0
    var place = 0
    var retry: (element: Int, place: Int)?
    while true {
      if element < elements.count {
        if elements[element] == .anyRun {
          element += 1
          retry = (element, place)
          continue
        }
        if place < name.count, elements[element].matches(name[place]) {
          element += 1
          place += 1
          continue
        }
      } else if place == name.count {
        return true
      }
      // The last star takes one byte more.
      guard let last = retry, last.place < name.count else { return false }
      retry = (last.element, last.place + 1)
      element = last.element
      place = last.place + 1
    }
  }
}

extension GlobSegment.Element {
  fileprivate func matches(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let expected): byte == expected
    case .anyByte: true
    case .anyRun: false
    case .oneOf(let set): set.contains(byte)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func ends(with bytes: [UInt8]) -> Bool {
    guard let baseAddress, count >= bytes.count else { return bytes.isEmpty }
    return memcmp(baseAddress + (count - bytes.count), bytes, bytes.count) == 0
  }
}
