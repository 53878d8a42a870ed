import Behaviour
import Knowledge

/// Work grows about linearly with the data.
package enum QuadraticScan: Rule {
  package static let card = RuleCard(
    id: .quadraticScan,
    family: .scale,
    summary: "Work grows about linearly with the data.",
    rationale: """
      A look through a list for each element of another one is invisible with a hundred of each and takes minutes with \
      ten thousand: a hundred million comparisons. The same goes for a list or a text that is copied in each round to \
      add one element to it.

      The obligation is met by a set or a map that is built once, or where one of the two is small by what the code \
      says.
      """,
    sources: ["CWE-407", "CWE-1046"],
    examples: moreExamples + languageExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff) else { return }
    let tree = context.tree
    guard tree.nodes.contains(where: { $0.kind == .loop || $0.kind == .closure }) else { return }
    var pending: [PendingEntry] = []
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .call: if let entry = scan(byCall: node, in: context) { pending.append(entry) }
      case .condition: if let entry = membership(node, in: context) { pending.append(entry) }
      case .loop: if let entry = pairs(node, in: context) { pending.append(entry) }
      case .collection: if let entry = copy(node, in: context) { pending.append(entry) }
      default: continue
      }
    }
    if !pending.isEmpty { ledger.add(.quadraticScan, pending) }
  }

  // MARK: - Scans

  /// `list.contains(x)`, `items.find((item) => …)` in a loop.
  private static func scan(byCall call: NodeIndex, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let name = tree.name(call)
    let last = NameReading.last(name)
    let arguments = tree.children(call, .argument)
    guard let first = arguments.first, let value = tree.child(first, .value) else { return nil }
    let isGivenFunction = tree.kind(value) == .closure
    var holder: Holder?
    var needsList = true
    let isFunction = tree.path(call) == "slices.Contains" || tree.path(call) == "slices.Index"
    switch last {
    case _ where isFunction:
      holder = context.holder(of: value)
      needsList = false
    case "contains", "includes", "indexOf", "include?", "Contains", "IndexOf", "lastIndexOf", "index", "count",
      "member?":
      guard !isGivenFunction || last == "contains" else { return nil }
      if isGivenFunction { needsList = false }
      if tree[call].has(.constructs) || arguments.count > 1 { return nil }
    case "find", "findIndex", "some", "detect", "Any", "FirstOrDefault", "First", "Single", "SingleOrDefault", "any",
      "firstIndex", "firstOrNull", "first", "position", "anyMatch", "find_index", "any?", "none", "All":
      guard isGivenFunction else { return nil }
      needsList = false
    case "filter", "select", "Where":
      guard isGivenFunction else { return nil }
      needsList = false
    case "in_array", "array_search":
      guard arguments.count > 1, let collection = tree.child(arguments[1], .value) else { return nil }
      holder = context.holder(of: collection)
      needsList = false
    default: return nil
    }
    // The element itself is looked for: in what the function compares with it.
    guard let round = context.elementRound(around: call), context.depends(call, onElementOf: round) else { return nil }
    let scanned = holder ?? receiver(of: call, in: context)
    guard let scanned, !scanned.name.isEmpty else { return nil }
    if needsList, !isList(scanned, in: context) {
      return setCheck(call, scanned, round, in: context) ?? question(call, scanned, round, in: context)
    }
    return entry(call, scanned, round, in: context)
  }

  static func receiver(of call: NodeIndex, in context: UnitContext) -> Holder? {
    let tree = context.tree
    if let receiver = tree.child(call, .receiver) {
      // `items.stream().anyMatch(…)`, `items.iter().find(…)`
      guard tree.kind(receiver) == .call, tree.child(receiver, .argument) == nil else { return nil }
      switch NameReading.last(tree.name(receiver)) {
      case "stream", "iter", "asSequence", "AsEnumerable", "values":
        let base = NameReading.base(tree.name(receiver))
        return base.isEmpty ? nil : Holder(name: String(base), node: receiver)
      default: return nil
      }
    }
    let base = NameReading.base(tree.name(call))
    return base.isEmpty ? nil : Holder(name: String(base), node: call)
  }

  /// `x in items`
  private static func membership(_ condition: NodeIndex, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let name = tree.name(condition)
    guard name == Operator.in || name == Operator.notIn, !tree[condition].has(.byKey) else { return nil }
    let operands = tree.children(condition, .operand)
    guard operands.count == 2, tree.kind(operands[1]) == .read, context.flow.isWholeName(operands[1]),
      let round = context.elementRound(around: condition), context.depends(condition, onElementOf: round)
    else { return nil }
    let holder = Holder(name: tree.name(operands[1]), node: operands[1])
    guard isList(holder, in: context) else {
      return setCheck(condition, holder, round, in: context) ?? question(condition, holder, round, in: context)
    }
    return entry(condition, holder, round, in: context)
  }

  private static func entry(
    _ node: NodeIndex,
    _ holder: Holder,
    _ round: ElementRound,
    in context: UnitContext
  ) -> PendingEntry? {
    guard case .open = context.size(of: round), isOpen(holder, outside: round, in: context) else { return nil }
    let tree = context.tree
    if isFew(holder.name, round, in: context) { return nil }
    let element = round.elements.first.map { tree.name($0) } ?? "element"
    let value = context.shown(context.unit.written(holder.name))
    return PendingEntry(
      .flagged,
      node,
      at: tree.kind(node) == .call ? context.headline(node) : nil,
      key: holder.name,
      message: "`\(context.wording(of: node, limit: 48))` looks through `\(value)` once for each `\(element)`.",
      question:
        "With 10 000 elements this is about 10^8 comparisons: how large do `\(value)` and what the loop goes through get?",
      confidence: .medium,
      stake: .availability,
      evidence: [("runs it once for each `\(element)`", round.collection ?? round.node)]
    )
  }

  /// A set or a map that was made of a collection here, to be asked in a loop.
  private static func setCheck(
    _ node: NodeIndex,
    _ holder: Holder,
    _ round: ElementRound,
    in context: UnitContext
  ) -> PendingEntry? {
    let tree = context.tree
    guard case .open = context.size(of: round) else { return nil }
    let definitions = context.flow.definitions(reaching: holder.node)
    guard definitions.count == 1, let value = definitions[0].value, !round.body.contains(definitions[0].target),
      tree.kind(value) == .call || tree.kind(value) == .collection || tree.kind(value) == .loop,
      isSet(value, in: context)
    else { return nil }
    return PendingEntry(
      .checked,
      node,
      at: tree.kind(node) == .call ? context.headline(node) : nil,
      key: holder.name,
      message: "`\(context.wording(of: node, limit: 48))` asks a set that is built once.",
      stake: .availability,
      evidence: [("built here", definitions[0].target)]
    )
  }

  /// A parameter that is called a list, and of which nothing else says what it is.
  static func question(
    _ node: NodeIndex,
    _ holder: Holder,
    _ round: ElementRound,
    in context: UnitContext
  ) -> PendingEntry? {
    guard let parameter = context.unit.parameters.first(where: { $0.name == holder.name }), parameter.type == nil,
      let word = NameReading.words(holder.name).last, ["list", "lst", "array", "arr", "vec"].contains(word),
      var entry = entry(node, holder, round, in: context)
    else { return nil }
    entry.outcome = .unverified
    entry.confidence = nil
    entry.reason = "whether `\(holder.name)` is a list is not in the code"
    return entry
  }

  /// Whether the names say that there are few of one of the two.
  static func isFew(_ holder: String, _ round: ElementRound, in context: UnitContext) -> Bool {
    let tree = context.tree
    if FewWords.name(NameReading.last(holder)) { return true }
    if round.elements.contains(where: { FewWords.name(NameReading.last(tree.name($0))) }) { return true }
    // What it goes through: a name, or the first name of a chain of calls.
    guard var collection = round.collection else {
      return FewWords.name(NameReading.last(String(NameReading.base(tree.name(round.node)))))
    }
    for _ in 0..<6 {
      guard let receiver = tree.child(collection, .receiver), tree.kind(collection) == .call else { break }
      collection = receiver
    }
    let name = tree.name(collection)
    return FewWords.name(NameReading.last(tree.kind(collection) == .call ? String(NameReading.base(name)) : name))
  }

  /// A set made of other elements, not of constants.
  private static func isSet(_ value: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(value) == .call,
      tree.child(value, .argument) != nil || tree.child(value, .receiver) != nil
        || tree.name(value).contains(".")
    else { return false }
    switch NameReading.last(tree.name(value)) {
    case "Set", "set", "frozenset", "HashSet", "toSet", "to_set", "ToHashSet", "toHashSet", "toMutableSet": return true
    default: return false
    }
  }
}

enum ListWords {
  static func isListType(_ type: String) -> Bool {
    if type.contains("[]") || type.hasPrefix("&[") || type.hasPrefix("Vec<") || type.hasPrefix("&Vec<") { return true }
    if type.hasPrefix("["), !type.contains(":"), !type.contains(";") { return true }
    let head = NameReading.last(String(type.prefix { $0 != "<" && $0 != "[" }))
    switch head {
    case "List", "list", "ArrayList", "MutableList", "IList", "IReadOnlyList", "Array", "ReadonlyArray", "Sequence",
      "array", "LinkedList", "IEnumerable":
      return true
    default: return false
    }
  }

  static func givesList(_ name: Substring) -> Bool {
    switch name {
    case "list", "sorted", "toList", "ToList", "ToArray", "to_a", "toArray", "split", "map", "filter",
      "mutableListOf", "asList", "compactMap", "array_map", "array_filter", "array_values", "array_column", "pluck",
      "make", "findall", "values_list", "toMutableList", "select", "sortedBy", "arrayListOf", "to_vec":
      true
    default: false
    }
  }

  static func fills(_ name: Substring) -> Bool {
    switch name {
    case "push", "append", "add", "Add", "<<", "extend", "insert", "addAll", "unshift", "concat": true
    default: false
    }
  }
}
