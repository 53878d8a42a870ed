/// What is known of the APIs that one family of languages uses. Immutable; made once, shared by all.
package struct KnowledgeBase: Sendable {
  /// The family of languages, as `Language.family` has it.
  package let family: String
  /// Other families whose libraries its code calls.
  package let foundations: [String]
  /// Changes whenever the answer to any question below could: part of the key under which ledgers are kept.
  package private(set) var version: UInt64
  private var index: PathIndex
  private var calls: [KnownCall] = []
  private var clients: [Deadline] = []
  private var held: [Holding] = []
  private var ordered: [CallOrdering] = []
  /// What stands last in the names of calls that take hold of something: says no to nearly every other call.
  private var lastOfHeld: Set<Substring> = []
  private var hasHeldStars = false
  /// The types whose values must be closed, as code writes them: alone, and behind the last part of where they are from.
  private(set) var heldTypes: Set<String> = []
  /// Likewise for calls that have a place in an order; these are never named by a star at the end.
  private var lastOfOrdered: Set<Substring> = []
  /// Rows from here on are the workspace's own.
  private var ownCalls: Int
  private var ownClients: Int
  private var ownHeld: Int
  private var ownOrdered: Int

  /// Knows what these libraries say; those of families that are not called from here are left out.
  init(
    family: String,
    foundations: [String] = [],
    version: UInt64,
    libraries: some Sequence<KnowledgeLibrary>,
    capacity: Int = 0
  ) {
    self.family = family
    self.foundations = foundations
    self.version = version
    index = PathIndex(capacity: capacity)
    ownCalls = 0
    ownClients = 0
    ownHeld = 0
    ownOrdered = 0
    for library in libraries { add(library) }
    ownCalls = calls.count
    ownClients = clients.count
    ownHeld = held.count
    ownOrdered = ordered.count
  }

  /// Adds what a workspace knows itself. Where it speaks of the same call as the standard knowledge, also by a pattern,
  /// the workspace is right; of two of its own libraries the later one is.
  package init(_ standard: KnowledgeBase, adding own: [KnowledgeLibrary]) {
    self = standard
    let own = own.filter { standard.isAbout($0) }
    version = own.reduce(standard.version) { KnowledgeHash.mix($0 ^ $1.hash) }
    for library in own { add(library) }
  }

  /// Whether code of this family calls a library.
  private func isAbout(_ library: KnowledgeLibrary) -> Bool {
    library.family == family || foundations.contains(library.family)
  }

  private mutating func add(_ library: KnowledgeLibrary) {
    guard isAbout(library) else { return }
    for alias in library.aliases { index.insert(alias.names, asNamesOf: alias.target) }
    for client in library.clients {
      for name in client.names { index.insert(name, row: clients.count, in: .client) }
      clients.append(client.deadline)
    }
    for call in library.calls {
      for name in call.names { index.insert(name, row: calls.count, in: .call) }
      calls.append(call.known)
    }
    for row in library.held {
      if row.holding.subject == .type {
        for pattern in row.names {
          Array(pattern.utf8).withUnsafeBufferPointer { bytes in
            PathPattern.forEach(in: bytes) { name in
              heldTypes.formUnion(KnowledgeBase.typeNames(String(decoding: name, as: UTF8.self)))
            }
          }
        }
        continue
      }
      for name in row.names {
        index.insert(name, row: held.count, in: .held)
        noteLast(of: name)
      }
      held.append(row.holding)
    }
    for row in library.ordered {
      for name in row.names {
        index.insert(name, row: ordered.count, in: .order)
        lastOfOrdered.formUnion(KnowledgeBase.lasts(of: name))
      }
      ordered.append(row.ordering)
    }
  }
}

// MARK: - Questions

extension KnowledgeBase {
  /// What a call of this canonical path does; nil where nobody knows. Cheap: meant for every call of every file.
  package func call(_ path: String) -> KnownCall? {
    row(of: path, in: .call, own: ownCalls, count: calls.count).map { calls[$0] }
  }

  /// What the construction of a client object decides about the waits of its methods. The path is that of the
  /// constructing call (`httpx.Client`, `axios.create`) or of its value (`axios.create()`).
  package func client(_ path: String) -> Deadline? {
    let row =
      row(of: path, in: .client, own: ownClients, count: clients.count)
      ?? row(of: path + "()", in: .client, own: ownClients, count: clients.count)
    return row.map { clients[$0] }
  }

  /// What a call of this canonical path takes hold of; nil for nearly every call.
  package func holding(_ path: String) -> Holding? {
    guard !path.isEmpty, hasHeldStars || lastOfHeld.contains(KnowledgeBase.last(path)) else { return nil }
    return row(of: path, in: .held, own: ownHeld, count: held.count).map { held[$0] }
  }

  /// The place that a call of this canonical path has among others; nil for nearly every call.
  package func order(_ path: String) -> CallOrdering? {
    guard !path.isEmpty, lastOfOrdered.contains(KnowledgeBase.last(path)) else { return nil }
    return row(of: path, in: .order, own: ownOrdered, count: ordered.count).map { ordered[$0] }
  }

  private static func last(_ path: String) -> Substring {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return path[...] }
    return path[path.utf8.index(after: dot)...]
  }

  private mutating func noteLast(of pattern: String) {
    for last in KnowledgeBase.lasts(of: pattern) {
      if last.utf8.contains(UInt8(ascii: "*")) { hasHeldStars = true } else { lastOfHeld.insert(last) }
    }
  }

  /// What stands last in each of the paths that a pattern stands for.
  private static func lasts(of pattern: String) -> Set<Substring> {
    var pattern = pattern
    var found: Set<Substring> = []
    pattern.withUTF8 { PathPattern.forEach(in: $0) { found.insert(last(String(decoding: $0, as: UTF8.self))) } }
    return found
  }

  private func row(of path: String, in column: PathIndex.Column, own: Int, count: Int) -> Int? {
    if own < count, let row = index.row(of: path, in: column, least: Int32(clamping: own)) { return row }
    return index.row(of: path, in: column)
  }
}
