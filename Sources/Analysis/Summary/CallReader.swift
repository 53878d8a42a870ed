import Behaviour
import Knowledge
import Rules

/// Sums up the calls of one unit.
struct CallReader {
  private let context: UnitContext
  private let start: Int
  private var references: ReferenceReader
  private var lines: LineWalk
  private let conduct: CallConduct

  init(_ context: UnitContext, lines: LineWalk, start: Int) {
    self.context = context
    self.start = start
    self.lines = lines
    references = ReferenceReader(context.unit)
    conduct = CallConduct(context.unit)
  }

  /// A call as other files may know it; nil for one that names nothing, or nothing that a workspace has.
  mutating func summary(of call: CallFact, into names: inout NameNumbers, labels: inout [UInt32]) -> CallSummary? {
    let tree = context.tree
    if call.known != nil, call.effect == .none { return nil }
    guard let reference = references.reference(of: call.node) else { return nil }
    var flags = conduct.flags(of: call.node)
    if call.known != nil { flags.insert(.known) }
    if reference.isConstruction { flags.insert(.constructs) }
    let links = context.file.context.facts.links
    let library = call.known == nil ? nil : LibraryName(path: call.path, links.libraries)?.name
    let given = call.known == nil ? conduct.labels(of: call.node) : []
    let first = UInt32(clamping: labels.count)
    for label in given.prefix(8) { labels.append(names.number(of: label)) }
    return CallSummary(
      name: names.number(of: reference.name),
      type: names.number(of: library ?? reference.type),
      module: library == nil ? names.number(of: reference.module) : 0,
      line: UInt32(clamping: lines.line(at: start + tree[call.node].bytes.lowerBound)),
      form: reference.form,
      flags: flags,
      arguments: UInt8(clamping: tree.children(call.node, .argument).count),
      effect: call.effect,
      firstLabel: first,
      labelCount: UInt8(clamping: min(given.count, 8))
    )
  }
}
