import Behaviour
import Knowledge

/// Points in time say whose clock they are read from.
package enum TimeAndZone: Rule {
  package static let card = RuleCard(
    id: .timeAndZone,
    family: .judgement,
    summary: "Points in time carry a zone, or are UTC by declaration.",
    rationale: """
      A time without a zone is right on the developer's machine and an hour, or a day, off on a server elsewhere; a \
      day of 86,400 seconds is wrong twice a year. No test sees it that runs where it was written.

      Which zone is meant cannot be read from code that names none, so this is always a question. It is asked where \
      such a time is stored, compared or handed on, and not where a unit names a zone, where the time only goes to a \
      log, or where it only measures how long something took.
      """,
    sources: ["CWE-682"],
    examples: TimeAndZone.shown
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.isScript() else { return }
    var places: [NodeIndex] = []
    for call in context.calls {
      switch call.known?.part {
      case .zoned: return
      case .zoneless: if isZoneless(call, in: context) { places.append(call.node) }
      default: continue
      }
    }
    places += readPlaces(in: context)
    let hasPlaces = !places.isEmpty
    if hasPlaces, namesZone(context) { return }
    places = places.filter { matters($0, in: context) }
    if places.isEmpty, let sum = dayArithmetic(in: context) { return add([sum], countsDays: true, context, &ledger) }
    if !places.isEmpty { add(places.sorted(), countsDays: false, context, &ledger) }
  }

  private static func add(
    _ places: [NodeIndex],
    countsDays: Bool,
    _ context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let text = context.wording(of: places[0])
    let isDay = countsDays ? "takes every day for one of 24 hours" : "stands for another time in another zone"
    ledger.add(
      .timeAndZone,
      .unverified,
      places[0],
      at: context.tree.kind(places[0]) == .call ? context.headline(places[0]) : nil,
      message: "`\(text)` \(isDay), and \(context.shownUnit) names none.",
      question: "Whose day is it in `\(text)`: the server's, the user's or UTC, and what happens at the clock change?",
      reason: "the intended zone is not in the code",
      stake: .correctness,
      evidence: places.dropFirst().prefix(3).map { ("and so does this", $0) }
    )
  }

  /// A call that needs a zone and is given none.
  private static func isZoneless(_ call: CallFact, in context: UnitContext) -> Bool {
    guard let known = call.known else { return false }
    if !known.zones.isEmpty, context.argument(anyOf: known.zones, of: call.node).node != nil { return false }
    // A layout may hold the zone; one that is not in the unit may, too.
    let tree = context.tree
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      if tree.kind(value) == .literal, zoneMarks.contains(where: { tree.name(value).contains($0) }) { return false }
      guard tree.kind(value) == .read, tree[value].placeKind != .parameter, tree[value].placeKind != .local else {
        continue
      }
      if zoneLayouts.contains(where: { tree.name(value).contains($0) }) { return false }
    }
    return true
  }

  /// Signs of layouts that hold a zone.
  private static let zoneMarks = ["%z", "%Z", "Z07", "-07", "MST", "XXX", "zzz", "ZZ", "+00:00", "UTC", "%s", "epoch"]
  private static let zoneLayouts = ["RFC", "ISO", "ATOM", "UnixDate", "Iso8601", "Layout", "COOKIE"]

  /// `DateTime.Now`, which is no call.
  private static func readPlaces(in context: UnitContext) -> [NodeIndex] {
    let tree = context.tree
    var answers: [NameID: Bool] = [:]
    var found: [NodeIndex] = []
    for (index, node) in tree.nodes.enumerated() where node.kind == .read && node.path != 0 && node.role != .type {
      guard node.placeKind == .static || node.placeKind == .unknown, node.role != .target, node.role != .parameter
      else {
        continue
      }
      let isZoneless = answers[node.path] ?? isZonelessClock(context.knowledge.call(tree.text(node.path)))
      answers[node.path] = isZoneless
      if isZoneless { found.append(NodeIndex(index)) }
    }
    return found
  }

  private static func isZonelessClock(_ known: KnownCall?) -> Bool {
    known?.part == .zoneless && known?.effect == .clock
  }

  /// Whether the unit speaks of a zone anywhere: who does has thought of it.
  private static func namesZone(_ context: UnitContext) -> Bool {
    context.tree.names.contains { name in
      let bytes = name.utf8
      guard bytes.count >= 2, bytes.count < 80 else { return false }
      return NameReading.words(name).contains { zoneWords.contains($0) }
    }
  }

  private static let zoneWords: Set<String> = [
    "zone", "timezone", "tz", "tzinfo", "utc", "zoneinfo", "gmt", "offset", "localize", "zoned",
  ]

  /// Whether more is done with a time than to write it into a log, or to see how long something took.
  private static func matters(_ node: NodeIndex, in context: UnitContext, depth: Int = 0) -> Bool {
    let tree = context.tree
    let destination = tree.destination(of: node)
    switch destination.kind {
    case .dropped, .voided: return tree.kind(node) == .call && tree.child(node, .argument) != nil
    case .assigned, .held:
      guard depth < 3 else { return true }
      for target in tree.children(destination.node, .target) {
        guard let definition = context.flow.definition(at: target), !tree[target].has(.destructured) else {
          return true
        }
        if context.flow.uses(of: definition).contains(where: { matters($0, in: context, depth: depth + 1) }) {
          return true
        }
      }
      return false
    default: break
    }
    var child = node
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .block, .closure: return true
      case .call:
        if let call = context.call(above), case .log = context.role(of: call) { return false }
      case .operation where tree.name(above) == "-":
        // How long it took: the other side is a time of the same kind.
        let others = tree.children(above, .operand).filter { $0 != child }
        if others.contains(where: { isClock($0, in: context) }) { return false }
      default: break
      }
      child = above
    }
    return true
  }

  private static func isClock(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let words = NameReading.words(context.tree.name(node))
    if words.contains(where: { ["start", "started", "begin", "began", "t0", "before"].contains($0) }) { return true }
    guard let origin = context.flow.origin(of: node), let call = context.call(origin) else { return false }
    return call.effect == .clock
  }

  /// `tomorrow = today + 86400`.
  private static func dayArithmetic(in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    for (index, node) in tree.nodes.enumerated() where node.kind == .operation {
      let name = tree.text(node.name)
      guard name == "+" || name == "-" else { continue }
      let operation = NodeIndex(index)
      let operands = tree.children(operation, .operand)
      guard operands.contains(where: { isSecondsOfDay($0, tree) }) else { continue }
      let target = tree.parent(operation)
      let named = tree.kind(target) == .assign ? tree.child(target, .target).map { tree.name($0) } ?? "" : ""
      let isDay =
        DomainNames.isDay(named)
        || tree.subtree(operation).contains {
          tree[$0].name != 0 && tree.kind($0) == .read && DomainNames.isDay(tree.name($0))
        }
      if isDay { return operation }
    }
    return nil
  }

  private static func isSecondsOfDay(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    switch tree.kind(node) {
    case .literal:
      let digits = tree.name(node).filter { $0 != "_" && $0 != "L" && $0 != "." }
      return ["86400", "86400000", "864000", "864000000"].contains(digits) && tree[node].literalKind != .string
    case .operation where tree.name(node) == "*":
      let factors = tree.subtree(node).filter { tree.kind($0) == .literal }.map { tree.name($0) }
      return factors.contains("24") && factors.contains("60")
        || factors.contains { $0.hasPrefix("86400") || $0 == "86_400" }
    default: return false
    }
  }
}

extension UnitContext {
  /// The unit, in a message.
  var shownUnit: String { unit.kind == .module ? "the code at top level" : "`\(shown(unit.name))`" }
}
