import Behaviour
import Languages
import Rules

/// A stretch of a file that is parsed alone when something in it changes. Every byte of the file is in exactly one.
struct Segment: Sendable {
  /// Bytes in the file.
  var range: Range<Int>
  var kind: Kind
  /// Usually one, with what follows it up to the next; none where nothing but comments or top-level code stands.
  var units: [LiveUnit] = []
  /// The text does not parse at the moment: its units are those of the last text that did, moved.
  var isHeld = false
  /// How many broken regions the segment had when it was last taken as it is.
  var toleratedErrors = 0

  enum Kind: Sendable, Hashable {
    /// Can be parsed alone, with the heads and tails of a container (nil: of the file) around it.
    case body(container: Int?)
    /// The head or tail of a container: what changes there may change everything in it.
    case structure
  }
}

/// A unit within its segment.
struct LiveUnit: Sendable {
  var unit: Unit
  /// Bytes from the start of the segment.
  var start: Int
  /// What the rules say.
  var judged: [Entry]
  /// What stands: with broken regions, and after what people said of it.
  var entries: [Entry]
  /// Of what the unit and its ledger were made from; nil where it is held through broken text.
  var key: LedgerKey?
  var change: Change?
  var profile: ProfileChange?
  var former: FormerPlace?
  var crossing = Crossing.alone
}

/// What a ledger is a function of: equal keys, equal ledgers.
struct LedgerKey: Sendable, Hashable {
  /// Of the unit's text, name, place in its container, and of the file's environment.
  var behaviour: UInt64
  /// Of what rules may know of the rest of the file.
  var facts: Int
  /// Of the unit's text in the baseline; nil without one.
  var baseline: UInt64?
}

/// What must stand around a segment so that it parses alone as it parses in place.
struct Spine: Sendable {
  var parent: Int?
  var name: String
  var head: [UInt8]
  var tail: [UInt8]
  var owner: Owner?
}

/// Cuts a file into segments by its outline.
struct Segmentation {
  private(set) var segments: [Segment] = []
  /// Indices of the units that have no segment of their own: the code at top level, and whatever overlaps.
  private(set) var floating: [Int] = []
  private let outline: Outline
  private let bytes: [UInt8]
  /// Starts of comments by their ends.
  private let commentsByEnd: [Int: Int]

  init(_ outline: Outline, of bytes: [UInt8], placing place: (Int) -> LiveUnit) {
    self.outline = outline
    self.bytes = bytes
    commentsByEnd = Dictionary(outline.comments.map { ($0.upperBound, $0.lowerBound) }) { first, _ in first }
    var items: [Int?: [Item]] = [:]
    for (index, container) in outline.containers.enumerated() {
      items[container.parent, default: []].append(Item(start: container.head.lowerBound, what: .container(index)))
    }
    for (index, unit) in outline.units.enumerated() {
      if unit.kind == .module {
        floating.append(index)
      } else {
        items[unit.container, default: []].append(Item(start: unit.range.lowerBound, what: .unit(index)))
      }
    }
    for key in items.keys { items[key]?.sort { $0.start < $1.start } }
    cut(0..<bytes.count, container: nil, items: items, placing: place, depth: 0)
  }

  private struct Item {
    var start: Int
    var what: What
    enum What {
      case unit(Int)
      case container(Int)
    }
  }

  private mutating func cut(
    _ body: Range<Int>,
    container: Int?,
    items: [Int?: [Item]],
    placing place: (Int) -> LiveUnit,
    depth: Int
  ) {
    var open = Segment(range: body.lowerBound..<body.lowerBound, kind: .body(container: container))
    var reached = body.lowerBound
    for item in items[container] ?? [] {
      switch item.what {
      case .unit(let index):
        let range = outline.units[index].range
        guard range.lowerBound >= reached, range.upperBound <= body.upperBound else {
          floating.append(index)
          continue
        }
        let start = max(reached, leadStart(range.lowerBound))
        close(&open, at: start, container: container)
        var unit = place(index)
        unit.start = range.lowerBound - start
        open.units = [unit]
        reached = range.upperBound
      case .container(let index):
        let inner = outline.containers[index]
        let end = max(inner.tail.upperBound, inner.body.upperBound)
        guard depth < 64, inner.head.lowerBound >= reached, inner.head.upperBound <= inner.body.lowerBound,
          end <= body.upperBound
        else {
          floating += units(in: index, items: items)
          continue
        }
        close(&open, at: max(reached, lineStart(inner.head.lowerBound)), container: container)
        segments.append(Segment(range: open.range.lowerBound..<inner.body.lowerBound, kind: .structure))
        cut(inner.body, container: index, items: items, placing: place, depth: depth + 1)
        if end > inner.body.upperBound {
          segments.append(Segment(range: inner.body.upperBound..<end, kind: .structure))
        }
        open = Segment(range: end..<end, kind: .body(container: container))
        reached = end
      }
    }
    close(&open, at: body.upperBound, container: container)
  }

  /// Ends the open segment, unless it is empty, and opens the next.
  private mutating func close(_ open: inout Segment, at end: Int, container: Int?) {
    let end = max(end, open.range.lowerBound)
    if end > open.range.lowerBound {
      open.range = open.range.lowerBound..<end
      segments.append(open)
    }
    open = Segment(range: end..<end, kind: .body(container: container))
  }

  private func units(in container: Int, items: [Int?: [Item]]) -> [Int] {
    var found: [Int] = []
    var stack = [container]
    var visited: Set<Int> = []
    while let next = stack.popLast() {
      guard visited.insert(next).inserted else { continue }
      for item in items[next] ?? [] {
        switch item.what {
        case .unit(let index): found.append(index)
        case .container(let index): stack.append(index)
        }
      }
    }
    return found
  }

  /// The start of the line on which something stands, or of the comments right above it: those belong to it.
  private func leadStart(_ offset: Int) -> Int {
    var start = lineStart(offset)
    while start > 0, let comment = commentsByEnd[lineEnd(before: start)] {
      let above = lineStart(comment)
      // A comment behind code is that code's.
      guard isLineStart(above) else { break }
      start = above
    }
    return start
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") || bytes[offset - 1] == UInt8(ascii: "\r")
  }

  /// The end of the line before the one that starts at an offset, without its line end.
  private func lineEnd(before offset: Int) -> Int {
    var end = offset - 1
    if end > 0, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  private func lineStart(_ offset: Int) -> Int {
    var at = min(offset, bytes.count)
    while at > 0, bytes[at - 1] == UInt8(ascii: " ") || bytes[at - 1] == UInt8(ascii: "\t") { at -= 1 }
    return at == 0 || bytes[at - 1] == UInt8(ascii: "\n") || bytes[at - 1] == UInt8(ascii: "\r") ? at : offset
  }
}
