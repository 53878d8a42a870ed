import Behaviour

/// How names count when expressions of two units are compared.
package struct Naming: Sendable, Hashable {
  /// Names that only one of the two units gives to its values: each counts as any other.
  package var foreign: Set<String>
  /// Whether all names that the unit itself gives count as one: for code that moved into another function.
  package var isAnonymous: Bool

  package init(foreign: Set<String> = [], isAnonymous: Bool = false) {
    self.foreign = foreign
    self.isAnonymous = isAnonymous
  }

  /// Names of two units that only one of them has.
  package init(comparing a: UnitContext, with b: UnitContext) {
    self.init(foreign: a.localNames.symmetricDifference(b.localNames))
  }

  package static let anonymous = Naming(isAnonymous: true)
}

/// Hashes what an expression is made of, so that two that say the same have the same hash, whatever they are called.
///
/// Awaits, casts and the difference of `a?.b` and `a.b` do not count.
struct FormWriter {
  private let context: UnitContext
  private let tree: BehaviourTree
  private let naming: Naming
  /// Whether a name that stands for one expression counts as that expression.
  private let expands: Bool
  private var hash = StructuralHash()
  private var budget = 400

  private init(_ context: UnitContext, naming: Naming, expands: Bool) {
    self.context = context
    tree = context.tree
    self.naming = naming
    self.expands = expands
  }

  static func hash(_ node: NodeIndex, in context: UnitContext, naming: Naming, expands: Bool) -> UInt64 {
    var writer = FormWriter(context, naming: naming, expands: expands)
    writer.write(node, depth: 0)
    return writer.hash.value
  }

  /// The name of a place or callee as it counts: its root replaced where that is the unit's own affair.
  static func name(_ name: String, in context: UnitContext, naming: Naming) -> String {
    let root = NameReading.root(name)
    // Where code moves into a method, what a local held is held by a field.
    if naming.isAnonymous, root == "self" || root == "this" {
      let rest = name[root.endIndex...].dropFirst()
      guard let dot = rest.firstIndex(of: ".") else { return name }
      return "§" + rest[dot...]
    }
    let isHidden =
      naming.isAnonymous ? context.localNames.contains(String(root)) : naming.foreign.contains(String(root))
    return isHidden ? "§" + name[root.endIndex...] : name
  }

  private mutating func write(_ index: NodeIndex, depth: Int) {
    budget -= 1
    guard budget > 0, depth < 40 else { return hash.combine("…") }
    let node = tree[index]
    switch node.kind {
    case .await, .argument:
      if node.kind == .argument, !tree.text(node.name).isEmpty { hash.combine(tree.text(node.name)) }
      if let value = tree.child(index, .value) { return write(value, depth: depth + 1) }
    // What is given a name on the way is still what it is.
    case .assign where node.name == 0:
      if let value = tree.child(index, .value) { return write(value, depth: depth + 1) }
    case .operation where tree.text(node.name) == Operator.cast:
      if let value = tree.child(index, .operand) { return write(value, depth: depth + 1) }
    case .read:
      return writeRead(index, depth)
    case .closure:
      return hash.combine("closure")
    default: break
    }
    hash.combine(UInt64(node.kind.rawValue))
    switch node.kind {
    case .call: hash.combine(FormWriter.name(tree.text(node.name), in: context, naming: naming))
    case .literal:
      hash.combine(UInt64(node.literalKind.rawValue))
      hash.combine(node.literalKind == .null ? "" : tree.text(node.name))
    default: hash.combine(tree.text(node.name))
    }
    for child in tree.children(index) { write(child, depth: depth + 1) }
  }

  private mutating func writeRead(_ index: NodeIndex, _ depth: Int) {
    let node = tree[index]
    let name = tree.text(node.name)
    if expands, depth < 12, let value = value(of: index) {
      write(value, depth: depth + 1)
      let rest = name[NameReading.root(name).endIndex...]
      if !rest.isEmpty { hash.combine(String(rest)) }
    } else {
      hash.combine(UInt64(node.kind.rawValue))
      let isOwnField =
        naming.isAnonymous && (name.hasPrefix("self.") || name.hasPrefix("this.")) && node.placeKind == .field
      hash.combine(
        isOwnField && !name.dropFirst(5).contains(".") ? "§" : FormWriter.name(name, in: context, naming: naming)
      )
    }
    for child in tree.children(index) { write(child, depth: depth + 1) }
  }

  /// The one expression that the root of a name stands for.
  private func value(of read: NodeIndex) -> NodeIndex? {
    switch tree[read].placeKind {
    case .local, .captured, .element: break
    default: return nil
    }
    let reaching = context.flow.definitions(reaching: read)
    guard reaching.count == 1, let value = reaching[0].value, value != read else { return nil }
    switch tree.kind(value) {
    case .closure, .branch, .unknown, .collection: return nil
    default: return value
    }
  }
}
