import Behaviour
import TreeSitter

/// What every lowering has in hand: the text, its syntax, the tree being written, the names in scope.
///
/// A language's lowering is a struct around one of these, with a function for each family of constructs.
struct LoweringCore {
  let source: Source
  /// What nodes are numbers in; a language that reads a part of the text by itself puts that reading here meanwhile.
  var syntax: SyntaxTree
  var builder: BehaviourBuilder
  var scope: NameScope
  /// What the language, or the unit, calls the object itself (`self`, `this`); 0 where there is none.
  var selfName: NameScope.Symbol = 0
  /// Whether that object is one of the type around the unit, so that its fields are known.
  var knowsFields = true
  private var scratch: [UInt8] = []

  /// How deep the tree may nest. What stands deeper becomes `unknown`: no input may overflow the stack.
  static let depthLimit = 200
  /// How many bytes of a literal or of an expression's text are kept as its name.
  static let textLimit = 4_000
  /// How many bytes of a comment are kept as a note.
  static let noteLimit = 200

  /// Whether a call of a name that begins with a capital makes an object of that type, as far as anybody can tell.
  var capitalsMakeTypes = true

  /// - Parameter owner: the type whose member the unit is, where that is not a container around it.
  init(
    source: Source,
    span: UnitSpan,
    outline: Outline,
    globals: Set<String> = [],
    owner: Owner? = nil,
    catalog: NameCatalog = .empty
  ) {
    self.source = source
    syntax = source.syntax
    builder = BehaviourBuilder(origin: span.range.lowerBound)
    scope = NameScope(
      environment: outline.environment,
      owner: owner
        ?? span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil },
      globals: globals,
      catalog: catalog
    )
  }

  /// Whether the node written next would stand too deep.
  var isTooDeep: Bool { builder.depth >= LoweringCore.depthLimit }

  func range(_ node: Int32) -> Range<Int> { syntax[node].bytes }

  /// A node's text, cut at the limit; broken UTF-8 is repaired.
  func text(_ node: Int32) -> String { source.text(cut(range(node))) }

  mutating func name(_ node: Int32) -> NameID { name(range(node)) }

  /// The text of a range as a name, cut at the limit.
  mutating func name(_ range: Range<Int>) -> NameID { builder.name(source.bytes, cut(range)) }

  mutating func symbol(_ node: Int32) -> NameScope.Symbol { scope.symbol(source.bytes, cut(range(node))) }

  private func cut(_ range: Range<Int>) -> Range<Int> {
    range.count <= LoweringCore.textLimit
      ? range : range.lowerBound..<(range.lowerBound + LoweringCore.textLimit)
  }

  /// Whether a node's text is exactly this.
  func isText(_ node: Int32, _ text: StaticString) -> Bool { source.isText(range(node), text) }

  /// Writes that something stands here which lowering does not understand.
  mutating func unknown(_ role: Role, _ node: Int32) {
    let node = syntax[node]
    builder.leaf(.unknown, role, node.bytes, flags: node.hasError ? [.broken] : [])
  }

  /// The canonical type of the value that a call gives: a constructor gives its type, any other call `path()`.
  static func resultType(ofCall path: String, constructs: Bool) -> String {
    guard !path.isEmpty else { return "" }
    if constructs { return path }
    let last = path.split(separator: ".").last ?? ""
    return last.unicodeScalars.first?.properties.isUppercase == true && !last.hasSuffix(")") ? path : path + "()"
  }
}

// MARK: - Places

/// A dotted name as the scope sees it.
struct Place {
  var name: NameID = 0
  var kind = PlaceKind.unknown
  /// Canonical path, 0 where it does not resolve.
  var path: NameID = 0
  var certainty = Certainty.nameOnly
  /// Its first part.
  var root: NameScope.Symbol = 0
  /// Whether it is one name without a dot.
  var isPlain = true
}

extension LoweringCore {
  /// What a dotted name in the text stands for; it must be written without blanks, see `place(ofParts:)`.
  mutating func place(_ range: Range<Int>) -> Place { place(in: source.bytes, cut(range)) }

  /// What a dotted name stands for whose parts are these nodes.
  mutating func place(ofParts parts: [Int32]) -> Place {
    let bytes = dotted(parts)
    return place(in: bytes, bytes.indices)
  }

  /// What a dotted name stands for, given as its bytes.
  mutating func place(ofBytes bytes: [UInt8]) -> Place {
    place(in: bytes, 0..<min(bytes.count, LoweringCore.textLimit))
  }

  mutating func place(ofText text: String) -> Place {
    let bytes = [UInt8](text.utf8)
    return place(in: bytes, bytes.indices)
  }

  /// What a dotted name stands for that begins with a field of the object itself, where a language lets one leave the
  /// word for that object out: it is written as if the word stood there.
  mutating func place(ofField range: Range<Int>) -> Place { place(ofField: source.slice(cut(range))) }

  mutating func place(ofField name: some Collection<UInt8>) -> Place {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.count + 8)
    scope.append(selfName, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: name)
    return place(in: bytes, bytes.indices)
  }

  /// The texts of nodes joined by dots, cut at the limit.
  func dotted(_ parts: [Int32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
      bytes.append(contentsOf: source.slice(range(part)))
      if bytes.count > LoweringCore.textLimit { break }
    }
    return Array(bytes.prefix(LoweringCore.textLimit))
  }

  /// What a dotted name stands for that is written out in some bytes.
  mutating func place(in bytes: [UInt8], _ range: Range<Int>) -> Place {
    var place = Place(name: builder.name(bytes, range))
    let end = LoweringCore.endOfPart(bytes, range.lowerBound, range.upperBound)
    place.root = scope.symbol(bytes, range.lowerBound..<end)
    place.isPlain = end == range.upperBound
    place.kind = scope.place(of: place.root)
    scratch.removeAll(keepingCapacity: true)
    let certainty: Certainty?
    if !place.isPlain, place.root == selfName, selfName != 0 {
      place.kind = .field
      let endOfField = LoweringCore.endOfPart(bytes, end + 1, range.upperBound)
      let rest = endOfField..<range.upperBound
      certainty =
        rest.isEmpty || !knowsFields
        ? nil : scope.resolve(field: scope.symbol(bytes, (end + 1)..<endOfField), bytes, rest, to: &scratch)
    } else {
      certainty = scope.resolve(place.root, bytes, end..<range.upperBound, to: &scratch)
    }
    if let certainty {
      place.path = builder.name(scratch, scratch.indices)
      place.certainty = certainty
    }
    return place
  }

  private static func endOfPart(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, at < bytes.count, bytes[at] != UInt8(ascii: ".") { at += 1 }
    return at
  }
}

// MARK: - What values are known to be

/// What is known of the value of an expression.
struct Known {
  enum What {
    case nothing
    /// The value is the thing that the path names: an imported function, a type.
    case thing
    /// The value is what a call of the path gave; `constructs` where the language says that it makes an object.
    case result(constructs: Bool)
    /// The value is of a type.
    case value(NameScope.Symbol)
  }
  var what = What.nothing
  var path: NameID = 0
  var certainty = Certainty.nameOnly

  static let nothing = Known()
}

extension LoweringCore {
  /// What is known of a value that is read from a place.
  mutating func known(_ place: Place) -> Known {
    if place.path != 0 { return Known(what: .thing, path: place.path, certainty: place.certainty) }
    guard place.isPlain, let value = scope.valueType(of: place.root) else { return .nothing }
    return Known(what: .value(value.type), certainty: value.certainty)
  }

  /// Tells the scope that a name was given a value.
  mutating func assign(_ symbol: NameScope.Symbol, _ value: Known, reachesOut: Bool = true) {
    switch value.what {
    case .nothing: scope.assign(symbol, type: 0, certainty: .nameOnly, isAlias: false, reachesOut: reachesOut)
    case .value(let type):
      scope.assign(symbol, type: type, certainty: value.certainty, isAlias: false, reachesOut: reachesOut)
    case .thing, .result:
      let isAlias = if case .thing = value.what { true } else { false }
      let certainty = isAlias ? value.certainty : .constructor
      scope.assign(symbol, type: type(of: value), certainty: certainty, isAlias: isAlias, reachesOut: reachesOut)
    }
  }

  /// The canonical type of a value, 0 where it is not known.
  mutating func type(of value: Known) -> NameScope.Symbol {
    if case .value(let type) = value.what { return type }
    guard value.path != 0 else { return 0 }
    scratch.removeAll(keepingCapacity: true)
    appendType(of: value)
    return scope.symbol(scratch, scratch.indices)
  }

  /// The canonical path of a member of a value, 0 where the value is not known.
  ///
  /// - Parameter member: bytes of the text, without the dot.
  mutating func path(of member: Range<Int>, of value: Known) -> NameID {
    scratch.removeAll(keepingCapacity: true)
    appendType(of: value)
    guard !scratch.isEmpty else { return 0 }
    scratch.append(UInt8(ascii: "."))
    scratch.append(contentsOf: source.slice(cut(member)))
    return builder.name(scratch, scratch.indices)
  }

  private mutating func appendType(of value: Known) {
    switch value.what {
    case .nothing: return
    case .value(let type): scope.append(type, to: &scratch)
    case .thing: builder.append(value.path, to: &scratch)
    case .result(let constructs):
      builder.append(value.path, to: &scratch)
      guard !constructs, !scratch.isEmpty, !(capitalsMakeTypes && LoweringCore.namesType(scratch)) else { return }
      scratch.append(UInt8(ascii: "("))
      scratch.append(UInt8(ascii: ")"))
    }
  }

  /// Whether a path's last part is written as types are (`requests.Session`), so that a call of it makes one.
  private static func namesType(_ path: [UInt8]) -> Bool {
    guard path.last != UInt8(ascii: ")") else { return false }
    let start = (path.lastIndex(of: UInt8(ascii: ".")) ?? -1) + 1
    guard start < path.count else { return false }
    if path[start] < 0x80 { return path[start] >= UInt8(ascii: "A") && path[start] <= UInt8(ascii: "Z") }
    let last = String(decoding: path[start...], as: UTF8.self)
    return last.unicodeScalars.first?.properties.isUppercase == true
  }
}

extension Source {
  /// Whether a range of the text is exactly this.
  func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount, range.lowerBound >= 0, range.upperBound <= bytes.count else {
      return false
    }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<range.count where bytes[range.lowerBound + offset] != text.utf8Start[offset] { return false }
      return true
    }
  }
}
