import Behaviour
import Knowledge

/// Where the workspace has one way to reach something outside, code goes that way.
package enum BypassedWrapper: Rule {
  package static let card = RuleCard(
    id: .bypassedWrapper,
    family: .architecture,
    summary: "Where the workspace has one way to reach something outside, code goes that way.",
    rationale: """
      A team writes a client once: with the deadline, the retry, the token, the errors that the rest of the code knows \
      how to handle. A call beside it looks the same and works the same, until the day for which the client was \
      written. Who did not know of the client cannot know what is missing.

      There is such a way where a file of the workspace, by its name a client or a store, calls the library and adds \
      something to it, where other files call it at three places or more, and where at most three uses of the library \
      in ten go past it. The obligation is met by a call of it. Where two of them compete, a person must say which.
      """,
    sources: ["CWE-1061", "CWE-1083"],
    examples: bypassedWrapperExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard let workspace = context.workspace, !context.isExempt, context.unit.kind != .module, !context.isScript(),
      !context.calls.isEmpty, let own = context.own
    else { return }
    var pending: [PendingEntry] = []
    var seen: Set<String> = []
    let libraries = context.file.context.facts.links.libraries
    for call in context.calls where call.effect.leavesProcess && context.certainty(call) > .nameOnly {
      // What a call gave is no library: a query of one table says nothing of those of another.
      guard let library = LibraryName(path: call.path, libraries)?.name, !library.contains("()"),
        let wrapper = workspace.wrapper(of: library, effect: call.effect), !isPart(own, of: wrapper),
        isBeside(own, wrapper),
        !context.tree.ancestors(call.node).contains(where: { context.tree[$0].role == .decorator })
      else { continue }
      seen.insert(library)
      pending.append(entry(call, library, wrapper, context))
    }
    ledger.add(.bypassedWrapper, pending)
    if pending.isEmpty { addChecked(context, own, workspace, into: &ledger) }
  }

  private static func entry(
    _ call: CallFact,
    _ library: String,
    _ wrapper: WrapperFact,
    _ context: UnitContext
  ) -> PendingEntry {
    let shown = context.display(call.node)
    let name = display(wrapper.unit)
    let adds = wrapper.additions.words
    let added = adds.isEmpty ? "more" : list(Array(adds.prefix(2)))
    let question = "Elsewhere `\(library)` is reached through `\(name)`, which adds \(added): why not here?"
    let stake: Stake = wrapper.additions.contains(.authority) ? .security : .availability
    var reason: String?
    if let rival = wrapper.rival {
      reason = "`\(display(rival))` (\(rival.place)) is another way that much of the workspace goes"
    } else if let label = special(call, context) {
      reason = "it is given `\(label)`, and whether `\(name)` can do that is not known"
    }
    if let reason {
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: library,
        message: "`\(shown)` goes past `\(name)` (\(wrapper.unit.place)).",
        question: question,
        reason: reason,
        stake: stake
      )
    }
    let all = wrapper.through + wrapper.direct
    let wasInside = wentThrough(wrapper, context)
    let isStrong = !wrapper.additions.isDisjoint(with: [.authority, .deadline])
    let compares = context.isNew || context.baseline != nil
    return PendingEntry(
      .flagged,
      call.node,
      at: context.headline(call.node),
      key: library,
      message: "`\(shown)` goes past `\(name)` (\(wrapper.unit.place)), which adds \(added): "
        + (wasInside
          ? "this unit went through it before." : "\(wrapper.through) of \(all) uses of `\(library)` go through it."),
      question: question,
      confidence: wasInside || compares && isStrong ? .high : .medium,
      stake: stake
    )
  }

  /// Whether a unit belongs to the wrapper: its own file, or a folder of clients around it.
  private static func isPart(_ own: WorkspaceUnit, of wrapper: WrapperFact) -> Bool {
    if own.path == wrapper.unit.path { return true }
    if let owner = own.summary.owner, owner == wrapper.unit.summary.owner { return true }
    let folder = own.path.split(separator: "/").dropLast()
    guard folder == wrapper.unit.path.split(separator: "/").dropLast(), let last = folder.last else { return false }
    return NameReading.words(last).contains { folders.contains($0) }
  }

  /// Whether a unit stands in the same part of the workspace: of several packages, one need not know another's client.
  private static func isBeside(_ own: WorkspaceUnit, _ wrapper: WrapperFact) -> Bool {
    let path = own.path.split(separator: "/")
    let other = wrapper.unit.path.split(separator: "/")
    guard path.count > 3, other.count > 3 else { return true }
    return path[0] == other[0] && path[1] == other[1]
  }

  private static let folders: Set<String> = [
    "client", "clients", "http", "db", "database", "gateway", "gateways", "api", "transport", "repository",
    "repositories", "store", "storage", "adapters", "infrastructure", "sdk", "net", "network",
  ]

  /// An argument by which a call does what few calls do.
  private static func special(_ call: CallFact, _ context: UnitContext) -> String? {
    for argument in context.tree.children(call.node, .argument) {
      let label = context.tree.name(argument)
      if specials.contains(label) { return label }
      guard let value = context.tree.child(argument, .value), context.tree.kind(value) == .collection else { continue }
      for entry in context.tree.children(value, .element) where specials.contains(context.tree.name(entry)) {
        return context.tree.name(entry)
      }
    }
    return nil
  }

  private static let specials: Set<String> = [
    "stream", "files", "proxies", "cert", "responseType", "onUploadProgress", "bulk", "chunked", "duplex",
  ]

  /// Whether the unit, as it was, called the wrapper's file.
  private static func wentThrough(_ wrapper: WrapperFact, _ context: UnitContext) -> Bool {
    guard let old = context.baseline?.old else { return false }
    return old.tree.nodes.indices.contains { index in
      old.tree.nodes[index].kind == .call
        && NameReading.last(old.tree.name(NodeIndex(index))) == wrapper.unit.summary.name
    }
      && !context.tree.nodes.indices.contains { index in
        context.tree.nodes[index].kind == .call
          && NameReading.last(context.tree.name(NodeIndex(index))) == wrapper.unit.summary.name
      }
  }

  /// A call that goes the way which the workspace goes.
  private static func addChecked(
    _ context: UnitContext,
    _ own: WorkspaceUnit,
    _ workspace: any WorkspaceFacts,
    into ledger: inout LedgerBuilder
  ) {
    for call in context.calls where call.known == nil {
      // What a type inherits is no way that it chose.
      let root = NameReading.root(context.tree.name(call.node))
      guard root != "base", root != "super", root != "parent" else { continue }
      guard let callee = context.callee(of: call.node), callee.summary.effects.leavesProcess,
        callee.path != own.path, let wrapper = wrapper(by: callee, workspace)
      else { continue }
      let adds = wrapper.additions.words
      ledger.add(
        .bypassedWrapper,
        .checked,
        call.node,
        at: context.headline(call.node),
        message: "`\(context.display(call.node))` is the way that the workspace goes, and adds "
          + (adds.isEmpty ? "more." : list(Array(adds.prefix(2))) + "."),
        stake: .availability
      )
      return
    }
  }

  /// The habit of the workspace that a unit is.
  private static func wrapper(by callee: WorkspaceUnit, _ workspace: any WorkspaceFacts) -> WrapperFact? {
    for (library, effect) in workspace.libraries(of: callee) {
      if let wrapper = workspace.wrapper(of: library, effect: effect), wrapper.unit.path == callee.path,
        wrapper.rival == nil
      {
        return wrapper
      }
    }
    return nil
  }

  private static func display(_ unit: WorkspaceUnit) -> String {
    let name = unit.summary.qualifiedName
    return name.count > 60 ? "…" + name.suffix(59) : name
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: " and ") }
}
