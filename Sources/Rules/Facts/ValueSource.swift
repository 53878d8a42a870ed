package import Behaviour
import Knowledge

/// Where a value comes from, followed through names, casts, awaits and what hands a collection's elements on.
package enum ValueSource: Sendable, Hashable {
  /// Given by the caller: the parameter, and whether the value is the parameter itself rather than a part of it.
  case parameter(NodeIndex, isWhole: Bool)
  /// The element of a loop or of a callback.
  case element
  /// Read from a store; the call that reads it.
  case query(NodeIndex)
  /// From another process, a file or the network; the call that gets it.
  case external(NodeIndex)
  /// What a call gives of which nobody here knows what it is.
  case call(NodeIndex)
  /// Built in this unit.
  case made
  /// A field of the object, a name of the file.
  case kept
  case unknown

  /// The call that gives it, for those that a call gives.
  package var giver: NodeIndex? {
    switch self {
    case .query(let call), .external(let call), .call(let call): call
    default: nil
    }
  }
}

extension UnitContext {
  package func source(of holder: Holder) -> ValueSource {
    var search = SourceSearch(context: self)
    if !holder.name.isEmpty { return search.source(ofName: holder.name, at: holder.node) }
    return search.source(of: holder.node)
  }

  package func source(of node: NodeIndex) -> ValueSource {
    var search = SourceSearch(context: self)
    return search.source(of: node)
  }
}

private struct SourceSearch {
  let context: UnitContext
  private var budget = 40
  private var tree: BehaviourTree { context.tree }

  init(context: UnitContext) { self.context = context }

  mutating func source(of node: NodeIndex) -> ValueSource {
    guard budget > 0 else { return .unknown }
    budget -= 1
    switch tree.kind(node) {
    case .await: return tree.child(node, .value).map { source(of: $0) } ?? .unknown
    case .operation:
      switch tree.name(node) {
      case Operator.cast, Operator.unwrap, Operator.orElse, Operator.slice:
        return tree.child(node, .operand).map { source(of: $0) } ?? .unknown
      default: return .unknown
      }
    case .condition:
      guard tree.name(node) == Operator.or else { return .unknown }
      return tree.child(node, .operand).map { source(of: $0) } ?? .unknown
    case .read: return source(ofRead: node)
    case .call: return source(ofCall: node)
    case .collection, .literal: return .made
    case .loop:
      guard tree[node].loopKind == .comprehension else { return .unknown }
      return tree.child(node, .iterable).map { source(of: $0) } ?? .unknown
    case .attempt:
      // `load().catch(…)`: what the body gives.
      guard tree[node].has(.byCall), let body = tree.child(node, .body) else { return .unknown }
      for child in tree.children(body) { return source(of: child) }
      return .unknown
    default: return .unknown
    }
  }

  private mutating func source(ofRead node: NodeIndex) -> ValueSource {
    if let receiver = tree.child(node, .receiver) { return part(of: source(of: receiver)) }
    return source(ofName: tree.name(node), at: node, isPart: tree[node].placeKind == .element)
  }

  mutating func source(ofName name: String, at node: NodeIndex, isPart: Bool = false) -> ValueSource {
    let isMember = isPart || name.utf8.contains(UInt8(ascii: "."))
    let definitions = context.flow.definitions(reaching: node)
    guard !definitions.isEmpty else {
      return tree[node].placeKind == .field || tree[node].placeKind == .static || name.hasPrefix("self.")
        ? .kept : .unknown
    }
    var found: ValueSource?
    for definition in definitions {
      let source = source(of: definition)
      // Given in several ways: what can be told of one alone is nothing.
      if let before = found, before != source {
        if case .parameter = before, source == .made { continue }
        return .unknown
      }
      found = source
    }
    guard let found else { return .unknown }
    return isMember ? part(of: found) : found
  }

  private mutating func source(of definition: ValueFlow.Definition) -> ValueSource {
    guard budget > 0 else { return .unknown }
    budget -= 1
    if let value = definition.value { return source(of: value) }
    switch tree.kind(definition.giver) {
    case .loop: return .element
    case .closure:
      return tree[definition.target].role == .parameter ? callback(definition) : .unknown
    case .assign:
      // Taken apart: a part of the whole.
      guard tree[definition.target].has(.destructured), let value = tree.child(definition.giver, .value) else {
        return .unknown
      }
      return part(of: source(of: value))
    default:
      return tree[definition.target].role == .parameter
        ? .parameter(definition.target, isWhole: true) : .unknown
    }
  }

  /// The parameter of a function inside of the unit: an element where it is called for each one.
  private func callback(_ definition: ValueFlow.Definition) -> ValueSource {
    let call = tree.parent(tree.parent(definition.giver))
    guard tree.kind(call) == .call else { return .parameter(definition.target, isWhole: true) }
    return .element
  }

  private func part(of whole: ValueSource) -> ValueSource {
    switch whole {
    case .parameter(let target, _): .parameter(target, isWhole: false)
    default: whole
    }
  }

  private mutating func source(ofCall node: NodeIndex) -> ValueSource {
    let call = context.call(node)
    switch call?.effect ?? .none {
    case .databaseRead, .databaseBySQL, .cacheRead: return .query(node)
    case .networkRead, .networkWrite, .networkByVerb, .fileRead, .process: return .external(node)
    case .databaseWrite, .payment, .mail, .cloud, .queuePublish, .cacheWrite, .fileWrite: return .call(node)
    default: break
    }
    let last = NameReading.last(tree.name(node))
    let isBare = last.utf8.count == tree.name(node).utf8.count
    if isBare || last == "from", HandingOn.isFunction(last), let argument = tree.children(node, .argument).last,
      let value = tree.child(argument, .value), tree.kind(value) != .closure
    {
      return source(of: value)
    }
    let handsOn = HandingOn.isMethod(last)
    if let receiver = tree.child(node, .receiver) {
      let source = source(of: receiver)
      return handsOn ? source : .call(node)
    }
    let base = NameReading.base(tree.name(node))
    if !base.isEmpty {
      let definitions = context.flow.definitions(reaching: node)
      if !definitions.isEmpty {
        if handsOn { return source(ofName: String(base), at: node) }
      }
    }
    if tree[node].has(.constructs) { return .made }
    return .call(node)
  }
}

/// Calls whose value holds what another one held, or a part of it.
enum HandingOn {
  /// Whether what it gives holds an element where what it was asked of does.
  static func keepsAll(_ name: Substring) -> Bool {
    switch name {
    case "map", "sorted", "sort", "sortBy", "sortedBy", "sort_by", "reverse", "reversed", "toList", "to_a", "toArray",
      "ToList", "ToArray", "ToListAsync", "values", "keys", "items", "entries", "collect", "uniq", "distinct", "Select",
      "OrderBy", "OrderByDescending", "Distinct", "stream", "iter", "into_iter", "copied", "cloned", "mapToInt",
      "mapToDouble", "mapToLong", "asSequence", "rev", "iterator", "boxed", "sortedWith", "sortedByDescending",
      "as_ref", "as_slice", "pluck", "lazy", "list", "tuple", "set", "enumerate", "array_values", "array_keys",
      "array_map", "Array", "from", "toMutableList":
      true
    default: false
    }
  }

  static func isMethod(_ name: Substring) -> Bool {
    switch name {
    case "map", "filter", "flatMap", "sorted", "sort", "sortBy", "sortedBy", "sort_by", "reverse", "reversed", "slice",
      "toList", "to_a", "toArray", "ToList", "ToArray", "ToListAsync", "values", "keys", "items", "entries", "select",
      "reject", "collect", "compact", "uniq", "distinct", "Where", "Select", "OrderBy", "OrderByDescending", "Distinct",
      "stream", "iter", "into_iter", "copied", "cloned", "mapToInt", "mapToDouble", "mapToLong", "mapNotNull",
      "filterNotNull", "asSequence", "compactMap", "compact_map", "filter_map", "rev", "skip", "take", "limit", "Skip",
      "Take", "prefix", "suffix", "dropFirst", "iterator", "boxed", "sortedWith", "sortedByDescending", "where",
      "as_ref", "as_slice", "pluck", "toSeq", "lazy", "find_all", "flat", "concat", "partition", "by_ref",
      "filterIsInstance", "fetchall", "json", "toMutableList", "Values", "Keys", "trim", "strip":
      true
    default: false
    }
  }

  static func isFunction(_ name: Substring) -> Bool {
    switch name {
    case "list", "sorted", "tuple", "set", "filter", "map", "reversed", "enumerate", "iter", "array_values",
      "array_keys", "array_filter", "array_map", "Array", "from":
      true
    default: false
    }
  }
}
