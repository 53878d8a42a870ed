import Behaviour
import TreeSitter

/// A name that gets a value, or a part of it.
struct BoundName {
  var name: NameID
  /// The members on the way from the value to the part (`.data.items`); 0 for the value itself.
  var key: NameID = 0
  /// Whether name and key say all: not where a list is taken apart, or a rest is gathered.
  var isWhole = true
  /// Which element of a list it is.
  var position: Int?
}

extension JavaScriptLowering {
  /// Writes what gets a value as targets, and declares the names where that is what the code does.
  @discardableResult
  mutating func target(_ node: Int32, declares: Bool) -> [BoundName] {
    let plain = declares ? node : js.unwrap(node)
    switch kind(plain) {
    case .identifier, .undefined:
      let name = name(plain)
      if declares, !isFileName(name) { scope.declare(name, .local) }
      let place = scope.place(name, &builder)
      builder.leaf(.read, .target, range(plain), name: name, detail: place.rawValue)
      return [BoundName(name: name)]
    case .objectPattern, .arrayPattern:
      var bounds: [BoundName] = []
      destructure(plain, .target, BoundName(name: 0), declares ? .local : nil, &bounds)
      return bounds
    // Before an assignment is read to its end, its left side may have been taken for a value.
    case .object, .array: unknown(.target, plain)
    default: expression(plain, .target)
    }
    return []
  }

  /// Writes the names in a pattern.
  ///
  /// - Parameter place: where they are declared; nil where they are only written.
  mutating func destructure(
    _ node: Int32,
    _ role: Role,
    _ way: BoundName,
    _ place: PlaceKind?,
    _ bounds: inout [BoundName]
  ) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .objectPattern:
      for entry in js.children(node) where js.syntax[entry].isNamed {
        destructure(entry, role, way, place, &bounds)
      }
    case .arrayPattern:
      var part = BoundName(name: 0, key: 0, isWhole: false)
      let isList = way.isWhole && way.key == 0
      var end = range(node).lowerBound
      var position = 0
      for entry in js.children(node) where js.syntax[entry].isNamed && kind(entry) != .comment {
        // Every comma on the way to it stands behind another element, or a hole.
        position += js.source.slice(end..<max(end, range(entry).lowerBound)).count { $0 == UInt8(ascii: ",") }
        end = range(entry).upperBound
        part.position = isList ? position : nil
        destructure(entry, role, part, place, &bounds)
      }
    case .pairPattern:
      guard let value = js.child(node, fields.value), let key = js.child(node, fields.key) else { return }
      destructure(value, role, member(key, of: way), place, &bounds)
    case .restPattern:
      guard let inner = js.firstNamed(node) else { return }
      let before = NodeIndex(truncatingIfNeeded: builder.count)
      destructure(inner, role, BoundName(name: 0, key: 0, isWhole: false), place, &bounds)
      builder.insert(.spread, at: before)
    case .assignmentPattern, .objectAssignmentPattern:
      guard let left = js.child(node, fields.left) else { return }
      let before = NodeIndex(truncatingIfNeeded: builder.count)
      destructure(left, role, way, place, &bounds)
      if let right = js.child(node, fields.right) { byDefault(right, at: before) }
    case .shorthandPattern: bind(node, role, member(node, of: way), place, &bounds)
    case .identifier, .undefined: bind(node, role, way, place, &bounds)
    case .comment: break
    case .member, .subscript_, .nonNull:
      let before = NodeIndex(truncatingIfNeeded: builder.count)
      read(node, role, .destructured)
      builder.insert(.destructured, at: before)
    default: unknown(role, node)
    }
  }

  /// Whether a declaration at this place is one of the file's own names.
  private mutating func isFileName(_ name: NameID) -> Bool {
    span.kind == .module && scope.depth == 0 && scope.fileName(name, &builder).isDeclared
  }

  private mutating func bind(
    _ node: Int32,
    _ role: Role,
    _ way: BoundName,
    _ place: PlaceKind?,
    _ bounds: inout [BoundName]
  ) {
    let name = name(node)
    if let place, !isFileName(name) { scope.declare(name, place) }
    let detail = scope.place(name, &builder)
    builder.leaf(.read, role, range(node), name: name, detail: detail.rawValue, flags: .destructured)
    bounds.append(BoundName(name: name, key: way.key, isWhole: way.isWhole, position: way.position))
  }

  private mutating func member(_ key: Int32, of way: BoundName) -> BoundName {
    guard way.isWhole, kind(key) != .computedName else { return BoundName(name: 0, key: 0, isWhole: false) }
    let text = builder.text(way.key) + "." + js.source.text(js.inner(key))
    guard text.utf8.count <= LoweringCore.textLimit else { return BoundName(name: 0, key: 0, isWhole: false) }
    return BoundName(name: 0, key: builder.name(text))
  }

  /// Writes what a place gets where nothing else is given, below the place.
  mutating func byDefault(_ value: Int32, at index: NodeIndex) {
    guard Int(index) < builder.count else { return }
    let isReopened = builder.reopen(index)
    expression(value, .default)
    if isReopened { builder.close() }
  }

  /// Declares the names in a pattern without writing them.
  @discardableResult
  mutating func declareNames(in node: Int32, _ place: PlaceKind, _ known: KnownValue = .nothing) -> [BoundName] {
    if kind(node) == .identifier {
      let name = name(node)
      scope.declare(name, place, known)
      return [BoundName(name: name)]
    }
    var bounds: [BoundName] = []
    var at = node
    let end = js.syntax[node].next
    while at < end {
      switch kind(at) {
      case .shorthandPattern:
        let name = name(at)
        scope.declare(name, place)
        // One level deep is what imports are taken apart by.
        let isDirect = js.parent(at) == node || js.parent(js.parent(at)) == node && kind(node) == .objectPattern
        let way = isDirect ? member(at, of: BoundName(name: 0)) : BoundName(name: 0, isWhole: false)
        bounds.append(BoundName(name: name, key: way.key, isWhole: way.isWhole))
      case .identifier where js.syntax[at].field != fields.right:
        let name = name(at)
        scope.declare(name, place)
        var way = BoundName(name: 0, isWhole: false)
        if js.parent(js.parent(at)) == node, let key = js.child(js.parent(at), fields.key) {
          way = member(key, of: BoundName(name: 0))
        }
        bounds.append(BoundName(name: name, key: way.key, isWhole: way.isWhole))
      default: break
      }
      at &+= 1
    }
    return bounds
  }
}
