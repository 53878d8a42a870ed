import Behaviour
import Knowledge

/// The empty, missing or single-element case has a defined answer.
package enum UnguardedEmpty: Rule {
  package static let card = RuleCard(
    id: .unguardedEmpty,
    family: .edgeCases,
    summary: "The empty, missing or single-element case has a defined answer.",
    rationale: """
      Code is written with a full list before one's eyes and run, some day, with an empty one: a shop on its first day, \
      a filter that lets nothing through, a page behind the last. The average of nothing divides by zero, the first \
      element of nothing is an error far from its cause, or worse, a value that looks like an answer.

      The obligation is met by a check in front of the use, by a default, or by a loop that does nothing where there is \
      nothing. It cannot be told where the value comes from code that is not in reach.
      """,
    sources: ["CWE-754", "CWE-369", "CWE-129", "CWE-476"],
    examples: moreExamples + languageExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff) else { return }
    let uses = UnitContext.emptyUses(in: context)
    guard !uses.isEmpty else { return }
    var pending: [PendingEntry] = []
    var seen: Set<String> = []
    for use in uses {
      guard let entry = entry(for: use, in: context) else { continue }
      // One value that may hold nothing is one obligation, however often it is used.
      if entry.outcome == .checked, !seen.insert(use.holder.name).inserted { continue }
      pending.append(entry)
    }
    if !pending.isEmpty { ledger.add(.unguardedEmpty, pending) }
  }

  // MARK: - One use

  private static func entry(for use: EmptyUse, in context: UnitContext) -> PendingEntry? {
    let case_ = EmptyCase(use, in: context)
    guard let weight = case_.weight else { return nil }
    let name = case_.value
    let operation = context.wording(of: use.node, limit: 48)
    if use.isSafe {
      return PendingEntry(
        .checked,
        use.node,
        at: case_.range,
        key: name,
        message: "`\(operation)` has a divisor of its own for the case that `\(name)` is empty.",
        stake: .correctness
      )
    }
    switch case_.check {
    case .looked: return nil
    case .ruledOut(let by):
      guard weight != .question || case_.isDivision else { return nil }
      return PendingEntry(
        .checked,
        use.node,
        at: case_.range,
        key: name,
        message: "`\(operation)` runs only where \(case_.presence).",
        stake: .correctness,
        evidence: [("sees to it", by)]
      )
    case .none: break
    }
    let question = "What does `\(context.unit.name)` answer when \(case_.lack)?"
    var evidence: [(note: String, node: NodeIndex)] = []
    if let origin = case_.origin, origin != use.node, !context.tree.contains(use.node, origin) {
      evidence.append((case_.originNote, origin))
    }
    switch weight {
    case .flag(let confidence):
      return PendingEntry(
        .flagged,
        use.node,
        at: case_.range,
        key: name,
        message: case_.message(operation),
        question: question,
        confidence: confidence,
        stake: .correctness,
        evidence: evidence
      )
    case .question:
      return PendingEntry(
        .unverified,
        use.node,
        at: case_.range,
        key: name,
        message: case_.message(operation),
        question: question,
        reason: case_.reason,
        stake: .correctness,
        evidence: evidence
      )
    }
  }
}

/// One use of a value that may hold nothing, with what is known of the value.
private struct EmptyCase {
  enum Weight: Equatable {
    case flag(Confidence)
    case question
  }

  let use: EmptyUse
  let context: UnitContext
  let source: ValueSource
  let check: EmptinessCheck
  let weight: Weight?
  private var tree: BehaviourTree { context.tree }

  init(_ use: EmptyUse, in context: UnitContext) {
    self.use = use
    self.context = context
    let source = EmptyCase.source(of: use, context)
    self.source = source
    guard let weight = EmptyCase.weight(of: use, source, context) else {
      self.weight = nil
      check = .none
      return
    }
    self.weight = weight
    check = EmptyCase.check(of: use, context)
  }

  var isDivision: Bool { use.kind == .divides || use.kind == .dividesByNumber }

  private static func source(of use: EmptyUse, _ context: UnitContext) -> ValueSource {
    switch use.kind {
    case .forcesResult: return .query(use.holder.node)
    case .dividesByNumber:
      let reaching = context.flow.definitions(reaching: use.holder.node)
      if let value = reaching.first?.value, let argument = context.summed(by: value) {
        return context.source(of: argument)
      }
      return context.source(of: use.holder)
    default: return context.source(of: use.holder)
    }
  }

  private static func check(of use: EmptyUse, _ context: UnitContext) -> EmptinessCheck {
    switch use.kind {
    case .forcesResult:
      let destination = context.tree.destination(of: use.holder.node)
      guard destination.kind == .assigned, let target = context.tree.child(destination.node, .target) else {
        return context.absence(of: Holder(name: "", node: use.holder.node), at: use.node)
      }
      return context.absence(of: Holder(name: context.tree.name(target), node: target), at: use.node)
    case .dividesByNumber:
      let reaching = context.flow.definitions(reaching: use.holder.node)
      let summed = reaching.first?.value.flatMap { context.summed(by: $0) }
      return context.emptiness(ofCount: use.holder.name, of: summed, at: use.node)
    case .picks:
      let check = context.emptiness(of: use.holder, at: use.node)
      // That there are some does not say that there is this one.
      if case .ruledOut(let by) = check { return .looked(at: by) }
      return check
    default: return context.emptiness(of: use.holder, at: use.node)
    }
  }

  private static func weight(of use: EmptyUse, _ source: ValueSource, _ context: UnitContext) -> Weight? {
    let isDivision = use.kind == .divides || use.kind == .dividesByNumber
    switch source {
    case .parameter(let target, let isWhole):
      guard let parameter = context.unit.parameters.first(where: { $0.name == context.tree.name(target) }) else {
        return nil
      }
      if context.hasUsefulDefault(target) { return nil }
      // What is taken where there is none is a value with members of its own.
      if use.kind == .picks || use.kind == .forces, ElementWords.areValues(parameter.type) { return nil }
      if !isDivision {
        guard isWhole, context.holdsMany(parameter, use) else { return nil }
      }
      if use.kind == .dividesByNumber, !isWhole { return nil }
      guard context.isCalledFromOutside else { return isDivision ? .question : nil }
      return .flag(use.kind == .divides && isWhole ? .high : .medium)
    case .query(let call):
      if context.givesOneRow(call) || context.givesAtLeastOne(call) { return nil }
      if use.kind == .forcesResult { return .flag(.medium) }
      switch context.known(call)?.gives {
      case .perhaps, .page: return isDivision ? .flag(.medium) : nil
      default: break
      }
      if use.kind == .picks { return nil }
      return .flag(isDivision ? .high : .medium)
    case .external(let call):
      if context.givesAtLeastOne(call) { return nil }
      switch use.kind {
      case .divides: return .flag(.medium)
      case .index, .fails, .forces: return .flag(.medium)
      default: return nil
      }
    case .call(let call):
      if isDivision { return use.kind == .divides ? .question : nil }
      guard use.kind == .index || use.kind == .fails, let fact = context.call(call), fact.known == nil,
        context.likelyEffect(of: fact) == .databaseRead
      else { return nil }
      return .question
    case .element, .made, .kept, .unknown: return nil
    }
  }

  // MARK: - Words

  /// The value as a person may read it.
  var value: String {
    if !use.holder.name.isEmpty { return context.shown(context.unit.written(use.holder.name)) }
    return context.wording(of: use.holder.node, limit: 40)
  }

  /// The clause under which the use fails.
  var lack: String {
    switch use.kind {
    case .dividesByNumber: "`\(value)` is 0"
    case .picks: "nothing in `\(value)` fits"
    case .forcesResult: "`\(value)` finds nothing"
    default: "`\(value)` is empty"
    }
  }

  var presence: String {
    switch use.kind {
    case .dividesByNumber: "`\(value)` is not 0"
    case .forcesResult: "`\(value)` found something"
    default: "`\(value)` is not empty"
    }
  }

  func message(_ operation: String) -> String {
    switch use.kind {
    case .divides: "`\(operation)` divides by the number of `\(value)`, and nothing rules out that there are none."
    case .dividesByNumber: "`\(operation)` divides by `\(value)`, and nothing rules out that it is 0."
    case .index, .fails, .forces: "`\(operation)` needs an element, and nothing rules out that `\(value)` is empty."
    case .picks: "`\(operation)` needs an element that fits, and nothing rules out that `\(value)` has none."
    case .forcesResult: "`\(operation)` needs a result, and nothing rules out that `\(value)` finds none."
    }
  }

  var reason: String {
    switch source {
    case .call(let call): "whether `\(context.display(call))` can return nothing is its contract"
    default: "whether a caller of `\(context.unit.name)` ever gives none is not in this function"
    }
  }

  var origin: NodeIndex? {
    switch source {
    case .parameter(let target, _): target
    default: source.giver
    }
  }

  var originNote: String {
    switch source {
    case .parameter: "given by the caller"
    case .query: "read from a store"
    case .external: "comes from outside"
    default: "comes from here"
    }
  }

  /// The operation, or its first line where it is long.
  var range: Range<Int>? {
    let bytes = tree[use.node].bytes
    guard tree.kind(use.node) == .call else { return nil }
    return bytes.count > 120 ? context.headline(use.node) : nil
  }
}

extension UnitContext {
  /// What a call adds up: `sum(weights)`, `weights.sum()`.
  fileprivate func summed(by call: NodeIndex) -> Holder? {
    guard tree.kind(call) == .call else { return nil }
    if let receiver = tree.child(call, .receiver) { return holder(of: receiver) }
    let base = NameReading.base(tree.name(call))
    if !base.isEmpty { return Holder(name: String(base), node: call) }
    return tree.child(call, .argument).flatMap { tree.child($0, .value) }.map { holder(of: $0) }
  }

  fileprivate func known(_ call: NodeIndex) -> KnownCall? { self.call(call)?.known }

  /// Whether a call fails where there is nothing to give.
  fileprivate func givesAtLeastOne(_ call: NodeIndex) -> Bool {
    guard let known = known(call) else { return false }
    return known.gives == .one || known.gives == .some || known.gives == .perhaps && !mayGiveNothing(call, known)
  }

  /// A statement that gives one row whatever the table holds: an aggregate without groups.
  fileprivate func givesOneRow(_ call: NodeIndex) -> Bool {
    for node in [call] + links(before: call) {
      guard let statement = statementText(of: node) else { continue }
      let words = statement.lowercased()
      if words.contains("group by") { return false }
      return ["count(", "sum(", "max(", "min(", "avg(", "exists(", "exists (", "returning", "version()", "now()"]
        .contains { words.contains($0) }
    }
    return false
  }

  private func statementText(of call: NodeIndex) -> String? {
    guard tree.kind(call) == .call else { return nil }
    for argument in tree.children(call, .argument) {
      guard var value = tree.child(argument, .value) else { continue }
      if let origin = flow.origin(of: value) { value = origin }
      for node in tree.subtree(value) where tree.kind(node) == .literal && tree[node].literalKind == .string {
        let text = tree.name(node)
        if SQLStatement(text) != nil { return text }
      }
    }
    return nil
  }

  /// Whether other files may call the unit.
  package var isCalledFromOutside: Bool {
    if unit.traits.contains(.exported) || unit.kind == .closure { return true }
    return file.context.facts.has(.exportsElsewhere) && !unit.traits.contains(.private) && !unit.name.hasPrefix("_")
      && !unit.name.hasPrefix("#")
  }

  /// Whether a parameter that is left out holds something.
  fileprivate func hasUsefulDefault(_ parameter: NodeIndex) -> Bool {
    guard let value = tree.child(parameter, .default) else { return false }
    return tree.kind(value) != .collection || tree.child(value, .element) != nil
  }

  /// Whether a parameter is a collection of which nobody knows how much it holds.
  fileprivate func holdsMany(_ parameter: Parameter, _ use: EmptyUse) -> Bool {
    if parameter.isVariadic { return false }
    let words = NameReading.words(parameter.name)
    if let last = words.last, ["args", "argv", "params", "props", "options", "kwargs", "arguments"].contains(last) {
      return false
    }
    if let type = parameter.type, type != "any", type != "mixed", type != "Any" {
      return CollectionWords.isCollection(type)
    }
    // The keys that a batch is asked for: nobody asks for none.
    if words.last == "keys" { return false }
    switch use.kind {
    case .index:
      // Gone through here too: it is no pair.
      return flow.definitions(ofNameAt: use.holder.node).contains { definition in
        flow.uses(of: definition).contains { tree.destination(of: $0).kind == .iterated || measured(by: $0) != nil }
      }
    default: return true
    }
  }
}

private enum ElementWords {
  /// Whether the elements of a collection's type are values that cannot be absent: `IEnumerable<(Guid, bool)>`.
  static func areValues(_ type: String?) -> Bool {
    guard let type, let open = type.firstIndex(of: "<"), !type.contains("->"), !type.contains("=>"), !type.contains("?")
    else { return false }
    let element = type[type.index(after: open)...].prefix { $0 != ">" && $0 != "<" }
    return element.hasPrefix("(") || values.contains(String(NameReading.last(String(element))))
  }

  private static let values: Set<String> = [
    "KeyValuePair", "Guid", "DateTime", "DateTimeOffset", "DateOnly", "TimeSpan", "ValueTuple",
  ]
}

private enum CollectionWords {
  static func isCollection(_ type: String) -> Bool {
    // Of a fixed size, or a format of bytes.
    if type.contains(";") || type.contains("byte") || type.contains("u8") || type.contains("Match") { return false }
    if type.hasPrefix("[") || type.hasPrefix("&[") || type.hasPrefix("*[") { return !type.contains(":") }
    if type.contains("[]") { return true }
    let head = type.prefix { $0 != "<" && $0 != "[" && $0 != "(" }
    return NameReading.words(head).contains {
      [
        "list", "array", "vec", "slice", "collection", "iterable", "iterator", "sequence", "ienumerable", "enumerable",
        "set", "queryset", "ilist", "icollection", "deque", "queue", "seq", "ilookup",
      ].contains($0)
    }
  }
}
