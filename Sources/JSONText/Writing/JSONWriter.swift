/// Writes JSON straight into bytes, without a tree in between.
///
/// Members stand in the order in which they are written, so the same calls give the same bytes. What the writer does not
/// watch over: that a value inside `object` is written by `field`, and that a name is used once.
package struct JSONWriter: Sendable {
  package enum Layout: Sendable {
    /// On one line, without a space.
    case compact
    /// A line for each member and element, two spaces for each level, no line break at the end.
    case pretty
  }

  private enum Position {
    case first
    case following
    case afterName
  }

  package internal(set) var bytes: [UInt8]
  private let isPretty: Bool
  private var position = Position.first
  private var depth = 0

  package init(_ layout: Layout = .compact) { self.init(layout, appendingTo: []) }

  /// Writes behind what the bytes already hold.
  package init(_ layout: Layout = .compact, appendingTo bytes: consuming [UInt8]) {
    self.bytes = bytes
    isPretty = layout == .pretty
  }

  /// What was written, without a copy.
  package consuming func finish() -> [UInt8] { bytes }

  /// The JSON text of one value.
  package static func text(of value: some JSONWritable, _ layout: Layout = .compact) -> String {
    String(decoding: Self.bytes(of: value, layout), as: UTF8.self)
  }

  /// The JSON text of one value, in UTF-8.
  package static func bytes(of value: some JSONWritable, _ layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout)
    value.write(to: &writer)
    return writer.bytes
  }

  /// `{ … }`: the members are what `body` writes with `field`.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
  }

  /// `[ … ]`: the elements are the values that `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
  }

  /// One value.
  package mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

  /// `null`.
  package mutating func null() { literal("null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  private mutating func nested(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
    beginValue()
    bytes.append(open)
    position = .first
    depth += 1
    body(&self)
    depth -= 1
    if case .following = position { breakLine() }
    bytes.append(close)
    position = .following
  }

  mutating func literal(_ text: StaticString) {
    beginValue()
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    position = .following
  }

  /// Writes what must stand before a value; whoever calls it writes the value and then calls `endValue`.
  mutating func beginValue() {
    switch position {
    case .afterName: return
    case .following: bytes.append(UInt8(ascii: ","))
    case .first: break
    }
    if depth > 0 { breakLine() }
  }

  mutating func endValue() { position = .following }

  mutating func name(_ name: String) {
    beginValue()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    position = .afterName
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }
}
