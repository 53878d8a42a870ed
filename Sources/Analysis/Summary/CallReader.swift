import Behaviour
import Knowledge
import Rules

/// Sums up the calls of one unit.
struct CallReader {
  private let context: UnitContext
  private let start: Int
  private var references: ReferenceReader
  private var lines: LineWalk
  private let testedNames: Set<NameID>

  init(_ context: UnitContext, lines: LineWalk, start: Int) {
    testedNames = CallReader.testedNames(in: context.tree)
    self.context = context
    self.start = start
    self.lines = lines
    references = ReferenceReader(context.unit)
  }

  /// A call as other files may know it; nil for one that names nothing, or nothing that a workspace has.
  mutating func summary(of call: CallFact, into names: inout NameNumbers) -> CallSummary? {
    let tree = context.tree
    if call.known != nil, call.effect == .none { return nil }
    guard let reference = references.reference(of: call.node) else { return nil }
    var flags = flags(of: call.node)
    if call.known != nil { flags.insert(.known) }
    if reference.isConstruction { flags.insert(.constructs) }
    let library = call.known == nil ? nil : LibraryName(path: call.path, family: context.family)?.name
    return CallSummary(
      name: names.number(of: reference.name),
      type: names.number(of: library ?? reference.type),
      module: library == nil ? names.number(of: reference.module) : 0,
      line: UInt32(clamping: lines.line(at: start + tree[call.node].bytes.lowerBound)),
      form: reference.form,
      flags: flags,
      arguments: UInt8(clamping: tree.children(call.node, .argument).count),
      effect: call.effect
    )
  }

  private func flags(of call: NodeIndex) -> CallFlags {
    let tree = context.tree
    let node = tree[call]
    var flags: CallFlags = []
    if node.has(.awaited) { flags.insert(.awaited) }
    if node.has(.discarded) { flags.insert(.discarded) }
    if node.has(.returned) { flags.insert(.returned) }
    if node.has(.propagated) { flags.insert(.propagated) }
    if node.has(.errorIgnored) { flags.insert(.errorIgnored) }
    if node.role == .condition || isTestedByName(call) { flags.insert(.tested) }
    var child = call
    for ancestor in tree.ancestors(call) {
      switch tree.kind(ancestor) {
      case .attempt where tree[child].role == .body && tree.child(ancestor, .handler) != nil: flags.insert(.attempted)
      case .loop where tree[child].role == .body: flags.insert(.inLoop)
      case .scoped where [.lock, .transaction].contains(tree[ancestor].scopeKind): flags.insert(.locked)
      case .condition: flags.insert(.tested)
      default: break
      }
      child = ancestor
    }
    return flags
  }

  /// Whether a call's value gets a name that some condition reads.
  private func isTestedByName(_ call: NodeIndex) -> Bool {
    let tree = context.tree
    var child = call
    var parent = tree.parent(call)
    while tree.kind(parent) == .await {
      child = parent
      parent = tree.parent(parent)
    }
    guard tree.kind(parent) == .assign, tree[child].role == .value else { return false }
    return tree.children(parent, .target).contains { testedNames.contains(tree[$0].name) }
  }

  /// Numbers of the names that conditions of the unit read.
  private static func testedNames(in tree: BehaviourTree) -> Set<NameID> {
    var names: Set<NameID> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .read {
      let node = tree.nodes[index]
      if node.role == .condition || node.role == .operand && tree.kind(node.parent) == .condition {
        names.insert(node.name)
      }
    }
    return names
  }
}
