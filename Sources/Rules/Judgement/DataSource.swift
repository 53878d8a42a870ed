import Behaviour
import Knowledge

/// Numbers and facts come from the authority for them.
package enum DataSource: Rule {
  package static let card = RuleCard(
    id: .dataSource,
    family: .judgement,
    summary: "Numbers and facts come from the authority for them.",
    rationale: """
      A tax rate in a constant, a price from a default, a delivery time from last year's table: the code runs, the \
      tests agree with it, and it is wrong from the day on which somebody elsewhere changes the value. Which source \
      is the one of record is known to people, not to code.

      This is always a question, asked where a value that others decide (rates, fees, prices, delivery times, \
      holidays) is written into the code, given as a default in case the real one is missing, read from a cache, or \
      taken from what is called old. Not for what an interface or a protocol needs.
      """,
    sources: ["CWE-1106"],
    examples: DataSource.shown
  )

  private struct Place {
    var node: NodeIndex
    var value: String
    var source: String
  }

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.isScript() else { return }
    let tree = context.tree
    var places: [Place] = []
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      let place: Place?
      switch tree.nodes[index].kind {
      case .assign: place = constant(node, in: context)
      case .read: place = use(ofConstant: node, in: context)
      case .condition, .operation: place = fallback(node, in: context)
      case .call: place = defaulted(node, in: context) ?? cached(node, in: context)
      default: place = nil
      }
      guard let place, !places.contains(where: { tree.contains($0.node, place.node) }) else { continue }
      places.append(place)
      if places.count > 3 { break }
    }
    guard let first = places.first else { return }
    ledger.add(
      .dataSource,
      .unverified,
      first.node,
      message: "`\(first.value)` is taken from \(first.source).",
      question:
        "`\(first.value)` is taken from \(first.source): is that the source of record, how old may it be, and who changes it?",
      reason: "the code cannot show which source is authoritative",
      stake: DomainNames.isMoney(first.value) || NameReading.words(first.value).contains { moneyWords.contains($0) }
        ? .money : .correctness,
      evidence: places.dropFirst().prefix(3).map { ("and `\($0.value)` from \($0.source)", $0.node) }
    )
  }

  private static let moneyWords: Set<String> = [
    "tax", "vat", "fee", "fees", "price", "prices", "rate", "rates", "cost",
  ]

  /// `tax_rate = 0.19`, `exchangeRates = { EUR: 1.08, … }`.
  private static func constant(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    guard tree[node].name == 0, let value = tree.child(node, .value), let target = tree.child(node, .target),
      tree.kind(target) == .read
    else { return nil }
    let isNumber = isTellingNumber(value, tree)
    guard isNumber || isTable(value, tree) else { return nil }
    let name = tree.name(target)
    guard isSubject(name, of: value, tree) else { return nil }
    return Place(
      node: node,
      value: shownName(name, context),
      source: isNumber ? "a constant in the code" : "a table in the code"
    )
  }

  /// `price = 0` starts a sum; a rate that is a constant is a decision.
  private static func isSubject(_ name: String, of value: NodeIndex, _ tree: BehaviourTree) -> Bool {
    guard DomainNames.isDecidedElsewhere(name) else { return false }
    return true
  }

  /// A number that says something: neither 0 nor 1, nor what fills a place until it is known.
  private static func isTellingNumber(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    switch tree.kind(node) {
    case .literal:
      guard [.integer, .float].contains(tree[node].literalKind) else { return false }
      return tellsNumber(tree.name(node))
    case .call:
      // `Decimal("0.19")`, `BigDecimal.valueOf(0.19)`.
      let arguments = tree.children(node, .argument)
      guard arguments.count == 1, let value = tree.child(arguments[0], .value), tree.kind(value) == .literal,
        tree.name(node).contains("ecimal")
      else { return false }
      return tellsNumber(tree.name(value))
    default: return false
    }
  }

  /// Whether a text is a number other than those that stand for nothing, one, all, or a first version.
  private static func tellsNumber(_ text: String) -> Bool {
    let plain = text.filter { $0.isNumber || $0 == "." }
    guard plain.utf8.count > 0, plain.utf8.count + 2 >= text.utf8.count, let number = Double(plain) else {
      return false
    }
    return ![0, 1, 2, 100].contains(number)
  }

  /// A keyed collection of numbers that say something.
  private static func isTable(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    guard tree.kind(node) == .collection, tree[node].collectionKind == .keyed else { return false }
    let elements = tree.children(node, .element)
    guard elements.count > 1 else { return false }
    return elements.allSatisfy { element in
      tree.child(element, .value).map { isTellingNumber($0, tree) } ?? false
    }
  }

  /// `price * TAX_RATE`: a constant of the file decides.
  private static func use(ofConstant node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    guard tree[node].role == .operand, context.unit.kind != .module, tree.kind(tree.parent(node)) == .operation else {
      return nil
    }
    let name = String(NameReading.last(tree.name(node)))
    guard name.utf8.count > 2, isConstantName(name), DomainNames.isDecidedElsewhere(name) else { return nil }
    guard tree[node].placeKind == .static || tree[node].placeKind == .unknown || tree[node].placeKind == .field else {
      return nil
    }
    return Place(node: node, value: shownName(name, context), source: "a constant in the code")
  }

  /// `TAX_RATE`, and `TaxRate` or `kTaxRate` of a type's own.
  private static func isConstantName(_ name: String) -> Bool {
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    return !letters.isEmpty && letters.allSatisfy { $0.properties.isUppercase }
  }

  /// `config.taxRate ?? 0.19`, `process.env.TAX_RATE || 0.19`.
  private static func fallback(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    guard tree.name(node) == Operator.or || tree.name(node) == Operator.orElse else { return nil }
    let operands = tree.children(node, .operand)
    guard operands.count == 2, isTellingNumber(operands[1], tree) else { return nil }
    let subject = NameReading.last(tree.name(operands[0]))
    var key = tree.kind(operands[0]) == .call ? keyText(of: operands[0], tree) : nil
    if let index = tree.child(operands[0], .index), tree.kind(index) == .literal { key = tree.name(index) }
    guard let name = [String(subject), key].compactMap({ $0 }).first(where: { DomainNames.isDecidedElsewhere($0) })
    else {
      return nil
    }
    return Place(node: node, value: shownName(name, context), source: "a default in the code")
  }

  /// `settings.get("tax_rate", 0.19)`.
  private static func defaulted(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    let arguments = tree.children(node, .argument)
    guard arguments.count == 2, let value = tree.child(arguments[1], .value) else { return nil }
    var telling = isTellingNumber(value, tree)
    if !telling, tree.kind(value) == .literal, tree[value].literalKind == .string {
      telling = tellsNumber(tree.name(value))
    }
    guard telling, let key = keyText(of: node, tree), DomainNames.isDecidedElsewhere(key) else { return nil }
    return Place(node: node, value: shownName(key, context), source: "a default in the code")
  }

  private static func keyText(of call: NodeIndex, _ tree: BehaviourTree) -> String? {
    guard let first = tree.child(call, .argument), let key = tree.child(first, .value), tree.kind(key) == .literal,
      tree[key].literalKind == .string
    else { return nil }
    let text = tree.name(key)
    return text.utf8.count < 60 && !text.contains(" ") ? text : nil
  }

  /// A cache is asked for a rate.
  private static func cached(_ node: NodeIndex, in context: UnitContext) -> Place? {
    let tree = context.tree
    guard let call = context.call(node), context.likelyEffect(of: call) == .cacheRead,
      let key = keyText(of: node, tree).map({ $0.replacing(":", with: "_") })
    else { return nil }
    guard DomainNames.isDecidedElsewhere(key) else { return nil }
    return Place(node: node, value: shownName(key, context), source: "a cache")
  }

  private static func shownName(_ name: String, _ context: UnitContext) -> String { context.shown(name) }
}
