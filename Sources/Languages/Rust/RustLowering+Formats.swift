import Behaviour
import TreeSitter

extension RustLowering {
  /// Writes the arguments of a macro that may hold a text with places for values, as those of a call.
  mutating func formatted(_ given: [Int32]) {
    guard let position = given.firstIndex(where: isText) else {
      for part in given { macroArgument(part) }
      return
    }
    for part in given[..<position] { macroArgument(part) }
    let text = given[position]
    core.builder.open(.argument, .argument, range(text))
    let left = interpolation(text, Array(given[(position + 1)...]), .value)
    core.builder.close()
    for part in left { macroArgument(part) }
  }

  /// `key = value` has a label.
  private mutating func macroArgument(_ node: Int32) {
    guard kind(node) == .assignment, let left = child(node, fields.left), let right = child(node, fields.right) else {
      return argument(node)
    }
    let label = isText(left) ? core.name(inner(left)) : core.name(left)
    core.builder.open(.argument, .argument, range(node), name: label)
    expression(right, .value)
    core.builder.close()
  }

  /// Writes a text with the values that its places take.
  ///
  /// - Returns: the arguments for which there is no place in it.
  mutating func interpolation(_ text: Int32, _ given: [Int32], _ role: Role) -> [Int32] {
    let inner = inner(text)
    let places = RustFormat.places(core.source.bytes, inner)
    guard !places.isEmpty else {
      string(text, role)
      return given
    }
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(text), name: name, flags: [.interpolated])
    var used: Set<Int32> = []
    var at = inner.lowerBound
    var next = 0
    let positional = given.filter { kind($0) != .assignment }
    for place in places {
      if at < place.range.lowerBound { piece(at..<place.range.lowerBound) }
      at = place.range.upperBound
      var value: Int32?
      switch place.what {
      case .next:
        value = next < positional.count ? positional[next] : nil
        next += 1
      case .number(let number): value = number < positional.count ? positional[number] : nil
      case .name(let name):
        let named = given.first { argument in
          guard kind(argument) == .assignment, let left = child(argument, fields.left) else { return false }
          return core.source.slice(range(left)) == core.source.slice(name)
        }
        guard let named, let right = child(named, fields.right) else {
          captured(name)
          continue
        }
        used.insert(named)
        expression(right, .operand)
        continue
      }
      if let value {
        used.insert(value)
        expression(value, .operand)
      }
    }
    if at < inner.upperBound { piece(at..<inner.upperBound) }
    core.builder.close()
    return given.filter { !used.contains($0) }
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: core.name(range), detail: LiteralKind.string.rawValue)
  }

  /// `{name}` takes the value of a name of the code around it.
  private mutating func captured(_ name: Range<Int>) {
    let place = core.place(name)
    core.builder.leaf(.read, .operand, name, name: place.name, path: place.path, detail: place.kind.rawValue)
  }
}

/// Reads the places for values in a text.
enum RustFormat {
  enum What {
    case next
    case number(Int)
    case name(Range<Int>)
  }

  struct Place {
    var range: Range<Int>
    var what: What
  }

  static func places(_ bytes: [UInt8], _ range: Range<Int>) -> [Place] {
    var found: [Place] = []
    var at = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while at < end {
      guard bytes[at] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      if at + 1 < end, bytes[at + 1] == UInt8(ascii: "{") {
        at += 2
        continue
      }
      var close = at + 1
      while close < end, bytes[close] != UInt8(ascii: "}"), bytes[close] != UInt8(ascii: "\n") { close += 1 }
      guard close < end, bytes[close] == UInt8(ascii: "}") else {
        at += 1
        continue
      }
      var stop = at + 1
      while stop < close, bytes[stop] != UInt8(ascii: ":") { stop += 1 }
      if let what = what(bytes, at + 1..<stop) { found.append(Place(range: at..<(close + 1), what: what)) }
      at = close + 1
    }
    return found
  }

  private static func what(_ bytes: [UInt8], _ range: Range<Int>) -> What? {
    let name = bytes[range]
    guard let first = name.first else { return .next }
    if first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") {
      return Int(String(decoding: name.prefix(6), as: UTF8.self)).map { .number($0) }
    }
    let isName = name.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    return isName ? .name(range) : nil
  }
}
