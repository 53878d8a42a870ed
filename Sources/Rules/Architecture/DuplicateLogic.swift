import Behaviour
import Knowledge

/// One rule of the business has one implementation.
package enum DuplicateLogic: Rule {
  package static let card = RuleCard(
    id: .duplicateLogic,
    family: .architecture,
    summary: "One rule of the business has one implementation.",
    rationale: """
      The second copy is right on the day it is written. Then one of the two is mended, and from that day on the \
      answer depends on who asks. Code that is written without a look around repeats what the workspace has, most \
      often under another name.

      A unit repeats another where nine tenths of what it does is the same, whatever its locals are called. Where \
      nothing but a constant or two differs, the copies have begun to disagree. Tests, generated code, what types must \
      each implement for themselves, and functions without a decision are left alone. It cannot be told which of two \
      is meant where they belong to programs that are deployed apart.
      """,
    sources: ["CWE-1041"],
    examples: duplicateLogicExamples
  )

  /// How much of what two units do must be the same.
  private static let near = 0.86
  /// From here on the names decide.
  private static let alike = 0.6

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard let workspace = context.workspace, !context.isExempt, context.unit.kind != .module,
      !context.file.context.traits.contains(.oneOff), !isOrdinary(context.unit),
      context.tree.count >= 44 || context.baseline != nil, let own = context.own
    else { return }
    guard own.summary.shape.whole != 0, decides(own.summary) else {
      addChecked(context, own, workspace, into: &ledger)
      return
    }
    let likes = workspace.likes(of: own, atLeast: alike).filter { isRival($0.unit, own) }
    guard let like = likes.first(where: { $0.similarity >= near }) ?? likes.first(where: { isNamedAlike($0.unit, own) })
    else {
      addChecked(context, own, workspace, into: &ledger)
      return
    }
    // One of two copies is told of: the later one, or the one that is new.
    guard context.isNew || comesFirst(like.unit, own) else { return }
    add(like, own, context, into: &ledger)
  }

  private static func add(
    _ like: LikeUnit,
    _ own: WorkspaceUnit,
    _ context: UnitContext,
    into ledger: inout LedgerBuilder
  ) {
    let unit = context.unit
    let other = like.unit
    let node = context.tree.root
    let range = unit.nameRange.isEmpty ? nil : unit.nameRange
    let place = "`\(other.summary.qualifiedName)` (\(other.place))"
    let question = "`\(unit.name)` repeats \(place): which of the two is right when they differ?"
    let diverges = like.differingConstants.map { $0 > 0 && $0 <= 2 && own.summary.shape.constants.count >= 3 } ?? false
    var reason: String?
    if like.similarity < near {
      reason = "they are alike in part, and by their names do the same"
    } else if areApart(own.path, other.path) {
      reason = "they belong to programs that may be deployed apart"
    } else if context.tree.nodes.contains(where: { $0.kind == .unknown }) {
      reason = "a part of `\(unit.name)` was not read"
    }
    if let reason {
      ledger.add(
        .duplicateLogic,
        .unverified,
        node,
        at: range,
        message: "`\(unit.name)` does much of what \(place) does.",
        question: question,
        reason: reason,
        stake: .upkeep
      )
      return
    }
    ledger.add(
      .duplicateLogic,
      .flagged,
      node,
      at: range,
      message: diverges
        ? "`\(unit.name)` is a copy of \(place) with another constant."
        : "`\(unit.name)` does again what \(place) does.",
      question: question,
      confidence: diverges && context.isNew ? .high : .medium,
      stake: .upkeep
    )
  }

  /// Something is decided or computed, not only handed on.
  private static func decides(_ unit: UnitSummary) -> Bool {
    !unit.conduct.isDisjoint(with: [.branches, .loops]) && unit.traits.isDisjoint(with: [.abstract, .accessor])
  }

  /// What each type writes for itself, and what frames ask for.
  private static func isOrdinary(_ unit: Unit) -> Bool {
    if unit.kind == .initializer || unit.traits.contains(.accessor) { return true }
    if unit.name.hasPrefix("__") { return true }
    if ordinary.contains(unit.name) { return true }
    guard let first = NameReading.words(unit.name).first else { return true }
    return ordinaryStarts.contains(first)
  }

  private static let ordinary: Set<String> = [
    "equals", "hashCode", "toString", "compareTo", "clone", "Equals", "GetHashCode", "ToString", "CompareTo", "hash",
    "render", "setUp", "tearDown", "up", "down", "register", "boot", "Dispose", "finalize", "main", "handle", "Handle",
    "invoke", "fmt", "eq", "cmp", "partial_cmp", "drop", "from", "into", "String", "Error", "MarshalJSON",
    "UnmarshalJSON", "index", "show", "create", "store", "update", "destroy", "edit", "new", "delete", "upgrade",
    "downgrade", "rules", "authorize", "configure",
  ]
  private static let ordinaryStarts: Set<String> = [
    "test", "mock", "stub", "with", "set", "to", "from", "serialize", "deserialize", "marshal", "unmarshal", "encode",
    "decode", "visit", "accept", "copy", "deep",
  ]

  /// Whether two units are two places for one thing: not overloads, not what two types must each have.
  private static func isRival(_ other: WorkspaceUnit, _ own: WorkspaceUnit) -> Bool {
    guard !other.isOfTests, other.fileTraits.isDisjoint(with: [.generated, .vendored, .stub, .oneOff]),
      other.summary.kind != .initializer
    else { return false }
    // What a bundler puts out is a copy by intent.
    if (other.path.split(separator: "/") + own.path.split(separator: "/")).contains(where: { outputs.contains($0) }) {
      return false
    }
    let isSameName = other.summary.name == own.summary.name
    if other.path == own.path, isSameName { return false }
    // The same method of two types answers one demand.
    if isSameName, other.summary.owner != nil, own.summary.owner != nil { return false }
    if other.summary.owner != nil, other.summary.owner == own.summary.owner, isSameName { return false }
    return !own.summary.traits.contains(.override) && !other.summary.traits.contains(.override)
  }

  private static let outputs: Set<Substring> = ["dist", "build", "public", "static", "out"]

  private static func comesFirst(_ other: WorkspaceUnit, _ own: WorkspaceUnit) -> Bool {
    (other.path, other.summary.line) < (own.path, own.summary.line)
  }

  /// Whether two names speak of one thing: half of their words, the small ones left out, are the same.
  private static func isNamedAlike(_ other: WorkspaceUnit, _ own: WorkspaceUnit) -> Bool {
    let left = Set(NameReading.words(own.summary.name)).subtracting(smallWords)
    let right = Set(NameReading.words(other.summary.name)).subtracting(smallWords)
    guard !left.isEmpty, !right.isEmpty else { return false }
    let shared = left.intersection(right).count
    return shared * 2 >= max(left.count, right.count) && shared > 0 && other.path != own.path
  }

  private static let smallWords: Set<String> = [
    "is", "has", "get", "to", "the", "of", "for", "by", "and", "a", "an", "do", "make", "string", "check", "compute",
    "calculate", "calc", "build", "create", "all", "from", "with", "find", "load", "fetch", "list", "set", "update",
  ]

  /// Whether two files belong to programs that are built apart.
  private static func areApart(_ a: String, _ b: String) -> Bool {
    let left = a.split(separator: "/")
    let right = b.split(separator: "/")
    for (index, folder) in left.enumerated().dropLast() {
      guard index + 1 < right.count, right[index] == folder else { return false }
      if ["apps", "services", "packages", "cmd", "crates", "modules", "projects"].contains(folder) {
        return index + 1 < left.count && left[index + 1] != right[index + 1]
      }
    }
    return false
  }

  /// A unit that did itself what it now asks another for.
  private static func addChecked(
    _ context: UnitContext,
    _ own: WorkspaceUnit,
    _ workspace: any WorkspaceFacts,
    into ledger: inout LedgerBuilder
  ) {
    guard let old = context.baseline?.old, old.tree.count > context.tree.count, old.tree.count >= 44 else { return }
    let shape = ShapeSummary(old.unit)
    guard shape.whole != 0 else { return }
    for call in context.calls where call.known == nil {
      guard let callee = context.callee(of: call.node), callee.id != own.id,
        shape.similarity(to: callee.summary.shape) >= alike
      else { continue }
      ledger.add(
        .duplicateLogic,
        .checked,
        call.node,
        at: context.headline(call.node),
        message:
          "`\(context.unit.name)` asks `\(callee.summary.qualifiedName)` (\(callee.place)) for what it did itself.",
        stake: .upkeep
      )
      return
    }
  }
}
