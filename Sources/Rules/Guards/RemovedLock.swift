import Behaviour

/// What kept two executions apart still does.
enum RemovedLock: Rule {
  static let card = RuleCard(
    id: .removedLock,
    family: .guards,
    summary: "Mutual exclusion and atomicity that the old code had are still there after the change.",
    rationale: """
      A lock, a transaction, a row lock, a version in the `WHERE`, a counter that is changed in one step: none of them \
      changes what a test with one user sees, and so none is missed when a rewrite leaves it out. With two users at \
      once, money is spent twice and updates are lost.

      What stood under it is looked for in the new code, and must stand under it again, or under something that does \
      the same: in the unit, in the function that is called in its place, in what calls it. Where some of it stands \
      outside now, and others can see that, the protection became too narrow.
      """,
    sources: ["CWE-362", "CWE-820", "CWE-667", "Gap catalog, S4b, S5a"],
    examples: examples
  )

  static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder) {
    SafeguardReview.examine(removed: context, in: change, for: .removedLock, where: \.keepsApart, into: &ledger)
  }

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    SafeguardReview.examine(context, for: .removedLock, where: \.keepsApart, into: &ledger)
    plainContainers(context, into: &ledger)
  }

  /// `new ConcurrentHashMap<>()` that became `new HashMap<>()`.
  private static func plainContainers(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, let old = context.baseline?.old, old.tree != context.tree else { return }
    let before = containers(old)
    guard !before.isEmpty else { return }
    for (place, now) in containers(context, all: true).sorted(by: { $0.value < $1.value }) {
      let name = context.tree.name(now)
      guard let was = before[place], !isShared(name), !isLock(name) else { continue }
      let isPlain = isPlain(name)
      let type = context.calleeWording(now)
      ledger.add(
        .removedLock,
        isPlain ? .flagged : .unverified,
        now,
        message:
          "`\(place)` is a \(isPlain ? "plain " : "")`\(type)` now; it was a `\(old.calleeWording(was))`, which "
          + "several may use at once.",
        question: "What keeps two executions from changing `\(place)` at the same time now?",
        reason: isPlain ? nil : "whether several may use a `\(type)` at once is not known here",
        confidence: isPlain ? .medium : nil,
        stake: .dataLoss
      )
    }
  }

  private static func containers(_ context: UnitContext, all: Bool = false) -> [String: NodeIndex] {
    let tree = context.tree
    var found: [String: NodeIndex] = [:]
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let node = NodeIndex(index)
      guard let target = tree.child(node, .target), let value = tree.child(node, .value),
        tree.kind(value) == .call, tree[target].placeKind == .field || tree[target].placeKind == .static,
        all || isShared(tree.name(value))
      else { continue }
      found[tree.name(target)] = value
    }
    return found
  }

  /// A value that is given out to one at a time.
  private static func isLock(_ name: String) -> Bool {
    NameReading.words(NameReading.last(name)).contains { ["mutex", "lock", "locked", "guarded"].contains($0) }
  }

  /// A container of the language's own library that is for one at a time.
  private static func isPlain(_ name: String) -> Bool {
    let last = NameReading.last(name)
    // `HashMap::new()`, `Hash.new`: the type makes it.
    let type = makers.contains(last) ? NameReading.last(String(NameReading.base(name))) : last
    return plain.contains(String(type))
  }

  private static let makers: Set<Substring> = ["new", "with_capacity", "from", "default"]

  private static let plain: Set<String> = [
    "HashMap", "LinkedHashMap", "TreeMap", "HashSet", "LinkedHashSet", "TreeSet", "ArrayList", "LinkedList",
    "ArrayDeque", "PriorityQueue", "Dictionary", "SortedDictionary", "SortedList", "SortedSet", "List", "Queue",
    "Stack", "EnumMap", "mutableMapOf", "mutableListOf", "mutableSetOf", "hashMapOf", "hashSetOf", "linkedMapOf",
    "arrayListOf", "BTreeMap", "BTreeSet", "VecDeque", "Vec", "RefCell", "Cell", "dict", "list", "set", "deque",
    "defaultdict", "OrderedDict", "Counter", "Map", "Set", "Array", "Hash", "make",
  ]

  /// A container that several executions may use at once, by its type's name.
  private static func isShared(_ name: String) -> Bool {
    let words = NameReading.words(name)
    return words.contains { ["concurrent", "atomic", "synchronized", "blocking", "threadsafe"].contains($0) }
      || words.contains("copy") && words.contains("write")
      || ["DashMap", "AtomicU64", "AtomicUsize"].contains(String(NameReading.last(name)))
  }
}
