package import Behaviour
import Knowledge

/// What stands between the caller of a unit and what the unit does.
///
/// Shared by the rules that compare a unit with its baseline.
package struct Protection: Sendable {
  package enum Kind: Sendable {
    /// A condition without which the code does not go on.
    case requirement(Requirement)
    /// A call that raises, or says no.
    case check
    /// A decorator that lets only some through.
    case decorator
    /// An argument that narrows a query to what belongs to somebody.
    case filter(label: String)
    /// An argument that says how much at most.
    case limit(label: String)
  }

  /// What it is about, as far as its names say.
  package enum Concern: Sendable, Comparable {
    case state, validity, amount, deduplication, tenancy, permission

    /// Whether losing it is a loss of the strong kind.
    package var isStrong: Bool { self >= .deduplication }
  }

  package let kind: Kind
  package let concern: Concern
  /// The node that protects: a condition, a call, an argument.
  package let node: NodeIndex
  /// The nodes that it protects.
  package let region: Range<NodeIndex>
}

extension UnitContext {
  static func protections(in context: UnitContext) -> [Protection] {
    var found = context.requirements.compactMap { context.protection($0) }
    for call in context.calls { found += context.protections(call) }
    return found.sorted { $0.node < $1.node }
  }

  /// A requirement as a protection, where it is one and not a case of its own.
  private func protection(_ requirement: Requirement) -> Protection? {
    guard let first = requirement.clause.first else { return nil }
    let words = requirement.clause.flatMap { self.words(of: $0) }
    var concern = concern(words)
    // A value that is called so is no answer to who may do something: `if permission:`.
    if concern.isStrong, requirement.clause.allSatisfy({ isBareNoun($0) }) { concern = .state }
    switch requirement.source {
    case .implied: return nil
    case .guarded(.answers): if !concern.isStrong { return nil }
    // A case among others, unless it is what raises.
    case .guarded(.refuses) where tree[requirement.node].has(.match),
      .guarded(.skips) where tree[requirement.node].has(.match):
      return nil
    case .arm:
      // An arm is a check where it decides on something that lasts, and there is nothing else to do.
      guard tree.child(requirement.node, .otherwise) == nil, !tree[requirement.node].has(.expression) else {
        return nil
      }
      let acts = calls(in: requirement.region).contains { $0.effect.writes }
      if isTurnedAway(requirement) || isOnlyRounds(requirement) { return nil }
      guard acts || concern == .permission && !calls(in: requirement.region).isEmpty else { return nil }
    case .asserted, .guarded: break
    }
    if isConstant(requirement.clause) || requirement.clause.contains(where: { isEnvironment($0) }) { return nil }
    return Protection(
      kind: .requirement(requirement),
      concern: concern,
      node: first.node,
      region: requirement.region
    )
  }

  /// An arm for those who may not, which leaves: what it keeps out is told by the guard that it is.
  private func isTurnedAway(_ requirement: Requirement) -> Bool {
    guard requirement.clause.allSatisfy({ $0.relation == .falsy || $0.relation == .null }) else { return false }
    return requirement.region.contains { tree.kind($0) == .raise || tree.kind($0) == .return }
  }

  /// `if (paths.Count > 0) foreach (path in paths) …`: without elements there are no rounds either.
  private func isOnlyRounds(_ requirement: Requirement) -> Bool {
    let roots = Set(requirement.operands.filter { tree.kind($0) != .literal }.map { NameReading.root(tree.name($0)) })
    guard roots.count == 1, let root = roots.first, !root.isEmpty else { return false }
    var rounds: [Range<NodeIndex>] = []
    for index in requirement.region where tree.kind(index) == .loop {
      guard let iterable = tree.child(index, .iterable), NameReading.root(tree.name(iterable)) == root else { continue }
      rounds.append(tree.subtree(index))
    }
    return !rounds.isEmpty
      && calls(in: requirement.region).allSatisfy { call in rounds.contains { $0.contains(call.node) } }
  }

  /// Asks whether a name that is no question has a value.
  private func isBareNoun(_ atom: ConditionAtom) -> Bool {
    guard atom.right == nil, tree.kind(atom.left) == .read else { return false }
    let words = NameReading.words(NameReading.last(tree.name(atom.left)))
    if words.contains(where: { UnitContext.questionWords.contains($0) }) { return false }
    guard flow.isWholeName(atom.left), let value = flow.origin(of: atom.left), value != atom.left else { return true }
    return tree.kind(value) != .call && tree.kind(value) != .await
  }

  private static let questionWords: Set<String> = [
    "is", "has", "can", "may", "should", "allow", "allowed", "allows", "authorized", "authorised", "authenticated",
    "unauthorized", "unauthenticated", "superuser", "staff", "anonymous", "entitled", "privileged", "processed",
    "duplicate", "forbidden", "denied", "granted",
  ]

  /// Asks where and how the code runs, not what it may do.
  private func isEnvironment(_ atom: ConditionAtom) -> Bool {
    for operand in [atom.left, atom.right].compactMap({ $0 }) {
      for index in tree.subtree(operand) where tree[index].name != 0 {
        guard tree.kind(index) == .read || tree.kind(index) == .call else { continue }
        let name = tree.name(index)
        if ProtectionNames.isEnvironment(NameReading.words(name)) { return true }
        // A document that somebody gave is not the one that a browser shows.
        switch tree.kind(index) == .read ? tree[index].placeKind : .unknown {
        case .local, .parameter, .captured, .field, .element: continue
        default: break
        }
        let root = NameReading.root(name)
        if localNames.contains(String(root)) { continue }
        if ProtectionNames.isSurroundings(root.lowercased(), NameReading.words(name)) { return true }
      }
    }
    return false
  }

  private func isConstant(_ clause: [ConditionAtom]) -> Bool {
    clause.allSatisfy { atom in
      tree.kind(atom.left) == .literal && (atom.right.map { tree.kind($0) == .literal } ?? true)
    }
  }

  /// The words of all names in an atom, and of the call that a name in it stands for.
  private func words(of atom: ConditionAtom) -> [String] {
    var words = self.words(in: atom.left)
    if let right = atom.right { words += self.words(in: right) }
    return words
  }

  private func words(in node: NodeIndex) -> [String] {
    var words: [String] = []
    for index in tree.subtree(node) where tree[index].name != 0 {
      switch tree.kind(index) {
      case .read:
        words += NameReading.words(tree.name(index))
        if let value = flow.origin(of: index), value != index, tree.kind(value) == .call || tree.kind(value) == .await {
          for inner in tree.subtree(value) where tree.kind(inner) == .call {
            words += NameReading.words(NameReading.last(tree.name(inner)))
          }
        }
      case .call: words += NameReading.words(tree.name(index))
      default: continue
      }
    }
    return words
  }

  private func concern(_ words: [String]) -> Protection.Concern {
    if ProtectionNames.isPermission(words) { return .permission }
    if ProtectionNames.isDeduplication(words) { return .deduplication }
    if ProtectionNames.isValidation(words) { return .validity }
    return .state
  }

  private func protections(_ call: CallFact) -> [Protection] {
    let node = call.node
    let words = NameReading.words(tree.name(node))
    if tree[node].role == .decorator {
      guard ProtectionNames.isPermission(words + decoratorWords(node)) || words.contains("auth") else { return [] }
      let all = tree.subtree(tree.root)
      return [Protection(kind: .decorator, concern: .permission, node: node, region: tree[node].next..<all.upperBound)]
    }
    var found: [Protection] = []
    let last = NameReading.words(NameReading.last(tree.name(node)))
    let isPermission = ProtectionNames.isPermission(last)
    if tree[node].has(.discarded), isPermission || ProtectionNames.isValidation(last), call.known?.part != .asserts,
      !NameReading.isCapitalized(NameReading.last(tree.name(node)))
    {
      let concern: Protection.Concern = isPermission ? .permission : .validity
      let end = tree[frame(of: node)].next
      found.append(Protection(kind: .check, concern: concern, node: node, region: tree[node].next..<end))
    }
    if call.effect == .databaseRead || call.effect == .databaseWrite || isQuery(node) {
      for (label, argument) in labels(of: node) {
        let labelWords = NameReading.words(label)
        if ProtectionNames.isTenancy(labelWords) {
          let kind = Protection.Kind.filter(label: label)
          found.append(Protection(kind: kind, concern: .tenancy, node: argument, region: node..<tree[node].next))
        } else if ProtectionNames.isLimit(label) {
          let kind = Protection.Kind.limit(label: label)
          found.append(Protection(kind: kind, concern: .amount, node: argument, region: node..<tree[node].next))
        }
      }
    }
    return found
  }

  /// `@UseGuards(AuthGuard)`, `@Authorize({ roles })`: what a decorator is given tells what it is for.
  private func decoratorWords(_ node: NodeIndex) -> [String] {
    var words: [String] = []
    for index in tree.subtree(node) where tree.kind(index) == .read { words += NameReading.words(tree.name(index)) }
    return words
  }

  /// By its name a call that reads or writes records.
  private func isQuery(_ node: NodeIndex) -> Bool {
    UnitContext.queryNames.contains(String(NameReading.last(tree.name(node))))
  }

  private static let queryNames: Set<String> = [
    "filter", "filter_by", "exclude", "where", "find", "findOne", "findAll", "findMany", "findFirst", "findUnique",
    "findAndCountAll", "find_one", "findOneBy", "findBy", "count", "countBy", "deleteMany", "updateMany", "destroy",
    "get_or_create", "update_or_create", "get_object_or_404", "andWhere", "aggregate", "delete_one", "delete_many",
    "update_one", "update_many", "findOneOrFail", "paginate", "list",
  ]

  /// The labels that a call is given, those of objects among its arguments included.
  func labels(of call: NodeIndex) -> [(label: String, node: NodeIndex)] {
    var found: [(String, NodeIndex)] = []
    for argument in tree.children(call, .argument) {
      for index in tree.subtree(argument) {
        // What another call is given is that call's.
        guard tree.kind(index) == .argument, tree[index].name != 0, owner(ofArgument: index) == call else { continue }
        found.append((tree.name(index), index))
      }
    }
    return found
  }

  /// The call that an argument, or an entry of an object among the arguments, is given to.
  func owner(ofArgument node: NodeIndex) -> NodeIndex? {
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .call: return above
      case .argument, .collection, .branch, .operation, .condition: continue
      default: return nil
      }
    }
    return nil
  }
}
