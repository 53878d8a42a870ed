import Behaviour
import Knowledge

/// What becomes of the records that a query gives.
struct LoadUse {
  /// They are brought into memory here: gone through, counted, made a list.
  private(set) var isMaterialised = false
  /// A part of them is taken, by its place.
  private(set) var isBounded = false
  /// Where most of them are thrown away.
  private(set) var sieve: NodeIndex?
  private(set) var sieveNote = ""
  /// Where they are counted: all that they are loaded for, unless somebody goes through them as well.
  private var counter: NodeIndex?
  private var isGoneThrough = false

  init(of call: NodeIndex, isLazy: Bool = false, in context: UnitContext) {
    let tree = context.tree
    switch NameReading.last(tree.name(call)) {
    case "select", "reject", "filter", "find_all", "partition", "detect":
      if tree.children(call, .argument).contains(where: {
        tree.child($0, .value).map { tree.kind($0) == .closure } ?? false
      }) {
        keep(call, "keeps those that fit")
      }
    default: break
    }
    for use in context.uses(of: call) {
      switch use.kind {
      case .iterated:
        isMaterialised = true
        isGoneThrough = true
        let loop = tree.destination(of: use.node).node
        if let filter = LoadUse.filter(ofLoop: loop, in: context) { keep(filter, "keeps those that fit") }
      // What a query is asked for, the database does.
      case .member where isLazy: isBounded = true
      case .member(let name): member(name[...], use.node, tree)
      case .passed(let taker): passed(to: taker, use.node, context)
      case .returned, .closureResult: isGoneThrough = true
      default: continue
      }
    }
    if let counter, !isGoneThrough { keep(counter, "only counts them") }
  }

  private mutating func keep(_ node: NodeIndex, _ note: String) {
    guard sieve == nil else { return }
    sieve = node
    sieveNote = note
  }

  private mutating func member(_ name: Substring, _ node: NodeIndex, _ tree: BehaviourTree) {
    let isCall = tree.kind(node) == .call
    switch name {
    case "filter", "find", "some", "every", "Where", "reject", "detect", "findLast", "partition", "firstOrNull",
      "FirstOrDefault", "First", "Any", "first", "retain", "any", "contains", "removeIf", "filterNot", "singleOrNull":
      isMaterialised = true
      // With a function that picks.
      let picks = tree.children(node, .argument).contains {
        tree.child($0, .value).map { tree.kind($0) == .closure } ?? false
      }
      if isCall, picks || name == "filter" { keep(node, "keeps those that fit") } else if isCall { isBounded = true }
    case "select" where isCall && tree.child(node, .argument) != nil:
      isMaterialised = true
      if tree.children(node, .argument).contains(where: {
        tree.child($0, .value).map { tree.kind($0) == .closure } ?? false
      }) {
        keep(node, "keeps those that fit")
      }
    case "length", "size", "count", "len", "Count", "Length":
      isMaterialised = true
      counter = counter ?? node
    case "stream", "iter", "into_iter", "asSequence", "toArray", "to_a", "ToList", "toList":
      isMaterialised = true
      if let next = tree.destination(of: node).kind == .receiver ? tree.destination(of: node).node : nil {
        member(NameReading.last(tree.name(next)), next, tree)
      }
    case "each", "map", "forEach", "flat_map", "each_with_index", "each_with_object", "sum", "group_by", "sort_by",
      "index_by", "reduce", "inject", "collect", "select":
      isMaterialised = true
      isGoneThrough = true
    case "slice", "take", "Take", "last", "limit", "iterator", "chunk", "[]", "prefix", "at": isBounded = true
    default: break
    }
  }

  private mutating func passed(to taker: NodeIndex, _ value: NodeIndex, _ context: UnitContext) {
    let tree = context.tree
    if context.call(taker)?.known?.part == .log { return }
    switch tree.path(taker) {
    case "list", "sorted", "tuple", "set", "sum", "max", "min", "dict", "enumerate", "reversed":
      isMaterialised = true
      let further = LoadUse(of: taker, in: context)
      isBounded = isBounded || further.isBounded
      isGoneThrough = isGoneThrough || further.isGoneThrough
      if let filter = further.sieve { keep(filter, further.sieveNote) }
    case "len", "count", "sizeof":
      isMaterialised = true
      counter = counter ?? taker
    case "filter", "array_filter":
      isMaterialised = true
      keep(taker, "keeps those that fit")
    case "itertools.islice", "random.choice", "array_slice": isBounded = true
    default: isGoneThrough = true
    }
  }

  /// The condition by which a loop over them keeps some.
  private static func filter(ofLoop loop: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    guard tree.kind(loop) == .loop else { return nil }
    if tree[loop].loopKind == .comprehension { return tree.child(loop, .condition) }
    guard let body = tree.child(loop, .body) else { return nil }
    let names = tree.children(loop, .target).map { tree.name($0) }
    let statements = tree.children(body).filter { tree[$0].role == .statement }
    // `if it fits: …` is all there is, or what does not fit is skipped at once.
    guard let first = statements.first, tree.kind(first) == .branch, !tree[first].has(.match),
      let condition = tree.child(first, .condition),
      tree.subtree(condition).contains(where: {
        tree.kind($0) == .read && names.contains(String(NameReading.root(tree.name($0))))
      })
    else { return nil }
    let skips = tree.child(first, .arm).map { context.ways(outOf: $0) == .continues } ?? false
    let isAll = statements.count == 1 && tree.child(first, .otherwise) == nil
    return skips || isAll ? condition : nil
  }
}
