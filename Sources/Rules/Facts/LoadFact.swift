package import Behaviour
package import Knowledge

/// What keeps the number of records that a query brings into memory small.
package enum LoadBound: Sendable, Hashable {
  /// A limit; the node that sets it, and what it is called.
  case limited(at: NodeIndex, by: String)
  /// Records are read one after the other, or page by page.
  case streamed(at: NodeIndex, by: String)
  /// A condition picks some of them; nobody here knows how many.
  case picked
  /// Nothing: all there are.
  case none
}

/// A query that brings records into memory.
package struct LoadFact: Sendable, Hashable {
  package let call: NodeIndex
  package let gives: Gives
  package let bound: LoadBound
  /// What the records are: the model's name, the table.
  package let resource: String
}

extension UnitContext {
  /// What a call loads; nil where it is no query for many records, as far as the catalog knows.
  package func load(by call: CallFact) -> LoadFact? {
    guard let known = call.known, known.gives == .many || known.gives == .lazily || known.gives == .page,
      // Looked for behind the end of a chain that is asked for more: `query.all().first()`.
      tree[call.node].role != .receiver || known.gives != .lazily
    else { return nil }
    var reader = LoadReader(context: self, call: call.node)
    let bound = reader.read(known)
    return LoadFact(call: call.node, gives: known.gives, bound: bound, resource: reader.resource)
  }
}

private struct LoadReader {
  let context: UnitContext
  let call: NodeIndex
  var resource = ""
  private var tree: BehaviourTree { context.tree }

  init(context: UnitContext, call: NodeIndex) {
    self.context = context
    self.call = call
  }

  mutating func read(_ known: KnownCall) -> LoadBound {
    var links = [call]
    for link in context.links(before: call) where !links.contains(link) { links.append(link) }
    findResource(links)
    if known.gives == .page {
      return .streamed(at: call, by: String(NameReading.last(tree.name(call))))
    }
    for limit in known.limits {
      switch context.argument(limit, of: call) {
      case .given(let value): return .limited(at: value, by: limit.filter { $0 != "#" })
      case .hidden: return .picked
      case .absent: continue
      }
    }
    if known.gives == .lazily, let slice = sliceAround { return .limited(at: slice, by: "a slice") }
    var isPicked = links.last.map { isOfOneRecord($0) || isPickedBefore($0) } ?? false
    for link in links {
      let last = NameReading.last(tree.name(link))
      if LoadWords.limits(last), link != call || known.gives == .lazily { return .limited(at: link, by: String(last)) }
      if LoadWords.streams(last) { return .streamed(at: link, by: String(last)) }
      if LoadWords.picks(last) { isPicked = true }
      // Names in between that are read, not called: `Order.objects.filter(…)`.
      for part in NameReading.base(tree.name(link)).split(separator: ".") where LoadWords.picks(part) {
        isPicked = true
      }
      switch bound(byArgumentsOf: link) {
      case .limited(let at, let by): return .limited(at: at, by: by)
      case .streamed(let at, let by): return .streamed(at: at, by: by)
      case .picked: isPicked = true
      case .none: continue
      }
    }
    return isPicked ? .picked : .none
  }

  /// Whether a chain begins at what belongs to one record that the unit has: `order.lines()`, `user.roles()`.
  private func isOfOneRecord(_ start: NodeIndex) -> Bool {
    guard start != call, context.call(start)?.known == nil, tree.child(start, .argument) == nil,
      tree.child(start, .receiver) == nil
    else { return false }
    let root = NameReading.root(tree.name(start))
    guard tree.name(start).contains("."), !NameReading.isCapitalized(root),
      !NameReading.words(tree.name(start)).contains(where: { LoadWords.starts.contains($0) })
    else { return false }
    return true
  }

  /// Whether one of several values that a chain may begin at is a query with a condition.
  private func isPickedBefore(_ start: NodeIndex) -> Bool {
    let definitions = context.flow.definitions(reaching: start)
    return definitions.count > 1
      && definitions.contains { definition in
        definition.value.map { tree.kind($0) == .call && LoadWords.picks(NameReading.last(tree.name($0))) } ?? false
      }
  }

  /// `query[:50]` around the call.
  private var sliceAround: NodeIndex? {
    var child = call
    for above in tree.ancestors(call) {
      switch tree.kind(above) {
      case .await: break
      case .read:
        guard tree[child].role == .receiver, let index = tree.child(above, .index) else { return nil }
        return tree.name(index) == Operator.slice || tree.kind(index) == .literal ? above : nil
      case .operation:
        guard tree.name(above) == Operator.slice else { return nil }
        return above
      case .call:
        guard tree[child].role == .receiver else { return nil }
        let last = NameReading.last(tree.name(above))
        if LoadWords.limits(last) || LoadWords.streams(last) { return above }
      default: return nil
      }
      child = above
    }
    return nil
  }

  private mutating func bound(byArgumentsOf link: NodeIndex) -> LoadBound {
    var isPicked = false
    for argument in tree.children(link, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      if tree[argument].has(.spread) {
        isPicked = true
        continue
      }
      let label = tree.name(argument)
      if LoadWords.limitsAsLabel(label) { return .limited(at: value, by: label) }
      if LoadWords.isNeutral(label: label) { continue }
      switch bound(byArgument: value) {
      case .none: continue
      case .picked: isPicked = true
      case let bound: return bound
      }
    }
    return isPicked ? .picked : .none
  }

  private func bound(byArgument value: NodeIndex) -> LoadBound {
    let node = context.flow.origin(of: value) ?? value
    switch tree.kind(node) {
    case .literal: return tree[node].literalKind == .string ? bound(bySQL: tree.name(node), at: node) : .none
    case .operation where tree.name(node) == Operator.interpolation || tree.name(node) == "+":
      var text = ""
      for part in tree.subtree(node) where tree.kind(part) == .literal { text += tree.name(part) + " ? " }
      guard SQLStatement(text, isWhole: false) != nil else { return .picked }
      // What is put in may be a condition.
      switch bound(bySQL: text, at: node) {
      case .none: return .picked
      case let bound: return bound
      }
    case .operation where tree.name(node) == "&": return .none
    case .collection where tree[node].collectionKind == .keyed: return bound(byObject: node)
    case .collection: return tree.child(node, .element) == nil ? .none : .picked
    case .closure:
      // `repo.find { … }` picks; `findAll(Sort.by(…))` orders.
      return .picked
    case .read:
      // The model that is asked for, or the place that the rows are put in.
      if NameReading.isCapitalized(NameReading.last(tree.name(value))) { return .none }
      let definitions = context.flow.definitions(reaching: value)
      if tree[value].placeKind == .local, definitions.allSatisfy({ $0.value == nil && tree.kind($0.giver) == .assign })
      {
        return .none
      }
      let words = NameReading.words(tree.name(value))
      return words.contains { LoadWords.connections.contains($0) } ? .none : .picked
    case .call:
      let words = NameReading.words(tree.name(node))
      if words.contains(where: { ["sort", "order", "asc", "desc"].contains($0) }) { return .none }
      if words.contains(where: { ["page", "pageable", "limit", "paging"].contains($0) }) {
        return .limited(at: node, by: context.shown(tree.name(node)))
      }
      if words.contains(where: { LoadWords.connections.contains($0) }) { return .none }
      return tree[node].has(.constructs) && tree.child(node, .argument) == nil ? .none : .picked
    case .condition: return .picked
    default: return .picked
    }
  }

  private func bound(byObject object: NodeIndex) -> LoadBound {
    var isPicked = false
    for entry in tree.children(object) where tree.kind(entry) == .argument {
      let key = tree.name(entry)
      if tree[entry].has(.spread) { isPicked = true }
      if LoadWords.limitsAsLabel(key), let value = tree.child(entry, .value) { return .limited(at: value, by: key) }
      if LoadWords.isNeutral(label: key) { continue }
      if key == "where" || key == "filter", let value = tree.child(entry, .value), tree.kind(value) == .collection,
        tree.child(value, .element) == nil
      {
        continue
      }
      isPicked = true
    }
    return isPicked ? .picked : .none
  }

  private func bound(bySQL text: String, at node: NodeIndex) -> LoadBound {
    guard let statement = SQLStatement(text) else { return .none }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    if statement.verb != .read { return .picked }
    for (position, word) in words.enumerated() {
      switch word {
      case "limit", "top", "fetch", "rownum": return .limited(at: node, by: String(word).uppercased())
      case "where", "having", "group", "join", "exists", "distinct", "show", "pragma", "explain", "describe":
        return .picked
      case "count", "max", "min", "sum", "avg": if position < 4 { return .picked }
      default: continue
      }
    }
    return words.contains("from") ? .none : .picked
  }

  private mutating func findResource(_ links: [NodeIndex]) {
    for link in links {
      for argument in tree.children(link, .argument) {
        guard let value = tree.child(argument, .value), tree.kind(value) == .read else { continue }
        let last = NameReading.last(tree.name(value))
        if NameReading.isCapitalized(last), last != last.uppercased() {
          resource = String(last)
          return
        }
      }
    }
    for link in links.reversed() {
      for part in tree.name(link).split(separator: ".") where NameReading.isCapitalized(part) && part.utf8.count > 2 {
        resource = String(part)
        return
      }
    }
    for link in links {
      if let statement = context.statement(of: link), let table = statement.table {
        resource = table
        return
      }
    }
    let parts = tree.name(links.last ?? call).split(separator: ".")
    if parts.count > 1 { resource = String(parts[parts.count - 2]) }
  }
}

enum LoadWords {
  static func limits(_ name: Substring) -> Bool {
    switch name {
    case "limit", "take", "Take", "first", "paginate", "page", "per", "Limit", "setMaxResults", "maxResults", "top",
      "fetchLimit", "forPage", "simplePaginate", "cursorPaginate", "islice", "slice", "prefix", "setFirstResult",
      "range", "last", "sample", "yield_per", "limitToFirst", "limitToLast":
      true
    default: false
    }
  }

  static func streams(_ name: Substring) -> Bool {
    switch name {
    case "iterator", "yield_per", "find_each", "find_in_batches", "in_batches", "chunk", "chunkById", "cursor", "lazy",
      "stream", "batchSize", "batch_size", "AsAsyncEnumerable", "toIterable", "each_slice", "aiterator", "lazyById",
      "eachBatch", "FindInBatches", "fetchCursor", "stream_results", "paged_each", "each_row":
      true
    default: false
    }
  }

  static func picks(_ name: Substring) -> Bool {
    switch name {
    case "where", "filter", "filter_by", "exclude", "Where", "eq", "in", "match", "whereIn", "having", "and", "or",
      "find_by", "andWhere", "whereHas", "belonging_to", "find_related", "join", "joins", "inner_join", "left_join",
      "Joins", "with_ids", "group_by", "groupBy", "group", "distinct", "of", "byId", "search", "scope", "unscoped",
      "whereNull", "whereNotNull", "whereBetween", "find_by_statement", "setParameter", "bind", "predicate",
      "ancestors",
      "setParameters", "aggregate", "whereEqualTo", "addFilter", "equalTo", "GroupBy", "none", "filtered",
      "get_queryset", "union", "OfType", "not", "merge", "ransack", "Include", "latest", "having_count":
      true
    default:
      name.hasPrefix("by") && name.utf8.count > 2 || name.hasPrefix("for_") || name.hasPrefix("with_")
        || name.hasPrefix("where") || name.hasPrefix("visible") || name.hasPrefix("active")
    }
  }

  static func limitsAsLabel(_ name: String) -> Bool {
    switch name {
    case "limit", "take", "first", "pageSize", "page_size", "size", "maxResults", "max_results", "Limit", "per_page",
      "perPage", "top", "n", "count", "length", "fetchLimit", "last":
      true
    default: false
    }
  }

  static func isNeutral(label: String) -> Bool {
    switch label {
    case "include", "relations", "order", "orderBy", "order_by", "select", "attributes", "projection", "raw",
      "populate",
      "transaction", "lean", "sort", "columns", "with", "cancellationToken", "isolationLevel", "nest", "paranoid",
      "orderby", "properties", "withDeleted", "cache":
      true
    default: false
    }
  }

  /// Words of what begins a query of its own.
  static let starts: Set<String> = [
    "query", "builder", "select", "table", "find", "all", "objects", "repository", "repo", "model", "collection",
    "from",
    "db", "database", "session", "em", "manager", "connection", "conn", "client", "dao", "store", "context", "set",
  ]

  static let connections: Set<String> = [
    "pool", "conn", "connection", "db", "tx", "ctx", "executor", "session", "context", "transaction", "token", "client",
    "database",
  ]
}
