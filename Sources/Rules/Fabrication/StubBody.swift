import Behaviour
import Knowledge

/// A unit that is called does what its name and signature say.
enum StubBody: Rule {
  static let card = RuleCard(
    id: .stubBody,
    family: .fabrication,
    summary: "A unit that is called does what its name says.",
    rationale: """
      An empty function compiles, returns and does nothing: the receipt is never sent, the record never written, and no \
      error says so. Where a body is a placeholder, its callers already rely on it. One that raises instead is at least \
      loud, at the time when it is called.

      A body is empty on purpose where the unit only declares (abstract, protocol, overload), where its name says that \
      it does nothing, where it is a hook for others to fill, and where a comment says why.
      """,
    sources: ["CWE-1071", "Gap catalog, S1b, S5b", "Sonar S1186"],
    examples: dynamicExamples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, context.file.context.traits.isDisjoint(with: .oneOff) else { return }
    let unit = context.unit
    var pending: [PendingEntry] = []
    if unit.kind == .function || unit.kind == .method, let stub = Stub(context), let entry = entry(stub, in: context) {
      pending.append(entry)
    }
    pending += branches(in: context)
    ledger.add(.stubBody, pending)
  }

  // MARK: - The whole body

  private static func entry(_ stub: Stub, in context: UnitContext) -> PendingEntry? {
    let unit = context.unit
    guard unit.traits.isDisjoint(with: [.abstract, .accessor, .generator, .override]), !unit.name.isEmpty,
      !unit.name.hasPrefix("__"), !isForOthers(unit), !hasDecorators(context)
    else { return nil }
    let name = context.shown(unit.name)
    let words = NameReading.words(unit.name)
    let isPlaceholder = stub.isLoud || saysLater(stub.comment)
    func make(
      _ outcome: Outcome,
      _ message: String,
      _ question: String? = nil,
      because reason: String? = nil,
      _ confidence: Confidence? = nil
    ) -> PendingEntry {
      PendingEntry(
        outcome,
        context.tree.root,
        at: unit.nameRange,
        key: "stub",
        message: message,
        question: question,
        reason: reason,
        confidence: confidence,
        stake: stake(of: unit),
        evidence: stub.statement.map { [(stub.isLoud ? "fails when called" : "all that it does", $0)] } ?? []
      )
    }
    let isAct = UnitPromise.isAct(unit.name) || UnitPromise.isGate(unit.name)
    let callers = context.callers(ofStub: unit)
    if !isPlaceholder {
      guard stub.isSilent else { return nil }
      let all = words + (unit.owner.map { NameReading.words($0.name) } ?? [])
      if all.contains(where: { idleWords.contains($0) }) {
        return isAct && callers != nil ? make(.checked, "`\(name)` does nothing, and its name says so.") : nil
      }
      if !stub.comment.isEmpty {
        return callers != nil || isAct
          ? make(.checked, "`\(name)` does nothing, and a comment in it says why.") : nil
      }
      // Those for whom there is something to do write it.
      if unit.traits.contains(.replaceable) { return nil }
      if words.first.map({ hookWords.contains($0) }) == true || unit.owner.map({ !$0.bases.isEmpty }) == true {
        return nil
      }
      if stub.returnsNothing, !isAct { return nil }
      if isLeftOpen(context) { return nil }
    } else if let owner = unit.owner, stub.isLoud {
      // A method for others to write, in languages that say so by what it raises.
      let words = NameReading.words(owner.name)
      if words.contains(where: { baseWords.contains($0) }) || context.isExtended(owner.name) { return nil }
      if !stub.saysLater, callers == nil { return nil }
      // Called by its own type, or from afar by the name of a base: perhaps a method that heirs write.
      let isOpen = unit.traits.contains(.exported)
      if let callers, isOpen, !callers.isInFile || callers.name.hasPrefix(owner.name + ".") {
        return make(
          .unverified,
          "`\(name)` fails when called.",
          "`\(context.shown(callers.name))` relies on `\(name)`: does every type that it is called on write its own?",
          because: "a type that inherits `\(name)` may write it"
        )
      }
    }
    if unit.owner != nil, context.isImplementedElsewhere { return nil }
    let does = stub.isLoud ? "fails when called" : stub.isLogged ? "only writes a line" : "does nothing"
    guard let callers else {
      guard isPlaceholder || isAct,
        unit.parameters.contains(where: { $0.name != "self" && $0.name != "cls" }) || isPlaceholder
      else { return nil }
      if unit.parameters.allSatisfy({ $0.name.hasPrefix("_") }) && !isPlaceholder { return nil }
      return make(
        .unverified,
        "`\(name)` \(does).",
        "Who calls `\(name)`, which \(does), and is shipping it as it is intended?",
        because: "no caller is known; a framework may call it"
      )
    }
    let caller = context.shown(callers.name)
    let isHigh = !stub.isLoud && (callers.takesResult || isAct)
    return make(
      .flagged,
      "`\(caller)` relies on `\(name)`, which \(does).",
      "`\(caller)` relies on `\(name)`, whose body \(does): what should it do, and is shipping it as it is intended?",
      isHigh && callers.isSure ? .high : .medium
    )
  }

  /// Whether an empty body may be the answer of one among several: heirs, other platforms, a declaration's default.
  private static func isLeftOpen(_ context: UnitContext) -> Bool {
    let unit = context.unit
    let own = unit.parameters.filter { $0.name != "self" && $0.name != "cls" && $0.name != "this" }
    // Parameters whose names say that nobody reads them were left unread on purpose.
    if !own.isEmpty, own.allSatisfy({ $0.name.hasPrefix("_") }) { return true }
    if let owner = unit.owner, context.isExtended(owner.name) { return true }
    return context.hasNamesakeBeside || context.isExtendedElsewhere
  }

  private static func stake(of unit: Unit) -> Stake {
    let words = Set(NameReading.words(unit.name))
    if !words.isDisjoint(with: ["charge", "pay", "refund", "payment", "invoice", "transfer"]) { return .money }
    if UnitPromise.isGate(unit.name) { return .security }
    if !words.isDisjoint(with: ["save", "store", "persist", "write", "delete", "commit", "backup"]) {
      return .dataLoss
    }
    return .correctness
  }

  /// Whether a comment holds a statement that was taken out, which says nothing of why.
  static func isCode(_ comment: String) -> Bool {
    guard let last = comment.last else { return false }
    return ";{}".contains(last) || comment.contains(" = ") || comment.contains("->") || comment.hasSuffix("()")
  }

  /// What a doc comment leaves to others.
  private static func isForOthers(_ unit: Unit) -> Bool {
    guard let text = unit.documentation?.lowercased() else { return false }
    return [
      "overrid", "subclass", "hook", "no-op", "noop", "does nothing", "do nothing", "abstract", "optional", "stub ",
    ]
    .contains { text.contains($0) }
  }

  private static func hasDecorators(_ context: UnitContext) -> Bool {
    guard let first = context.tree.children(context.tree.root).first(where: { _ in true }) else { return false }
    return context.tree[first].role == .decorator
  }

  /// Whether a text says that the work is still to be done.
  static func saysLater(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    let words = NameReading.words(text.prefix(400))
    if words.contains(where: { laterWords.contains($0) }) { return true }
    let line = " " + words.joined(separator: " ") + " "
    return laterPhrases.contains { line.contains($0) }
  }

  private static let laterWords: Set<String> = ["todo", "fixme", "xxx", "hack", "unimplemented", "placeholder", "tbd"]
  private static let laterPhrases = [
    " not implemented ", " not yet implemented ", " implement me ", " implement later ", " implement this ",
    " to be implemented ", " needs to be implemented ", " needs implementation ", " for now ", " coming soon ",
    " not supported yet ", " not yet supported ",
  ]
  /// Words of names that say that nothing is done.
  private static let idleWords: Set<String> = [
    "noop", "nop", "no", "null", "nil", "none", "dummy", "fake", "stub", "mock", "empty", "void", "ignore", "ignored",
    "discard", "disabled", "silent", "nothing", "default", "blackhole", "devnull", "example", "sample", "demo", "test",
    "template", "skeleton", "inert", "nullable",
  ]
  /// First words of names of what somebody may fill, or what may have nothing to do.
  private static let hookWords: Set<String> = [
    "on", "before", "after", "pre", "post", "will", "did", "init", "initialize", "setup", "tear", "teardown", "close",
    "dispose", "destroy", "start", "stop", "flush", "configure", "visit", "enter", "exit", "leave", "ready", "mount",
    "unmount", "connect", "disconnect", "register", "boot", "shutdown", "release", "reset", "prepare", "finish",
    "finalize", "begin", "end", "handle", "hook", "extend", "customize", "callback", "is", "marker", "main", "up",
    "down", "deinit", "ng", "component", "free", "touch", "keep", "force", "ensure", "assert",
  ]
  private static let baseWords: Set<String> = [
    "base", "abstract", "interface", "mixin", "protocol", "template", "generic", "adapter", "backend", "strategy",
    "behavior", "behaviour", "contract",
  ]

  // MARK: - Arms

  /// An arm whose only content is a note that it is to be written.
  private static func branches(in context: UnitContext) -> [PendingEntry] {
    let tree = context.tree
    var found: [PendingEntry] = []
    for index in tree.nodes.indices where tree.nodes[index].has(.commented) && tree.nodes[index].kind == .block {
      let node = NodeIndex(index)
      guard tree[node].role == .arm || tree[node].role == .otherwise, tree.kind(tree.parent(node)) == .branch,
        !tree.children(node).contains(where: { tree[$0].role == .statement }), saysLater(tree.path(node))
      else { continue }
      let branch = tree.parent(node)
      let condition = tree.child(branch, .condition)
      let shown = condition.map { context.wording(of: $0) } ?? "this"
      found.append(
        PendingEntry(
          .flagged,
          condition ?? branch,
          key: "arm",
          message: "Nothing is done here yet: “\(context.shown(tree.path(node)))”.",
          question: "What should happen \(tree[node].role == .arm ? "where" : "unless") `\(shown)`?",
          confidence: .medium,
          stake: .correctness
        )
      )
    }
    return found
  }
}

/// A body that does nothing of what its name says.
struct Stub {
  /// It raises, and says that it is not written yet.
  var isLoud = false
  /// Its text says so in words, not only by the type of the error.
  var saysLater = false
  /// It writes a line, and nothing more.
  var isLogged = false
  /// It gives back an absent value, and nothing more.
  var returnsNothing = false
  /// What a person wrote in it.
  var comment = ""
  /// The one statement in it, where there is one.
  var statement: NodeIndex?

  var isSilent: Bool { !isLoud }

  init?(_ context: UnitContext) {
    let tree = context.tree
    guard tree.count <= 60 else { return nil }
    let comment = tree[tree.root].has(.commented) ? tree.path(tree.root) : ""
    self.comment = StubBody.isCode(comment) ? "" : comment
    for child in tree.children(tree.root) where tree[child].role == .statement {
      statement = child
      switch tree.kind(child) {
      case .return:
        if let value = tree.child(child, .value) {
          // The one expression of a body that has no other.
          if context.call(value)?.known?.part == .exit, Stub.says(value, in: tree) {
            isLoud = true
            saysLater = true
            continue
          }
          guard tree.kind(value) == .literal, tree[value].literalKind == .null else { return nil }
          returnsNothing = true
        }
      case .raise:
        guard Stub.isNotWritten(child, in: context) else { return nil }
        isLoud = true
        saysLater = Stub.says(child, in: tree)
      case .call:
        guard let call = context.call(child) else { return nil }
        if call.known?.part == .exit {
          guard Stub.says(child, in: tree) else { return nil }
          isLoud = true
          saysLater = true
          continue
        }
        guard case .log = context.role(of: call) else { return nil }
        isLogged = true
      default: return nil
      }
    }
    // A line that is written may be all there is to do; that a parameter is only shown, hardly.
    if isLogged, !isLoud, !UnitPromise.isAct(context.unit.name), !StubBody.saysLater(comment) { return nil }
    if isLogged, NameReading.words(context.unit.name).contains(where: { Stub.logWords.contains($0) }) { return nil }
  }

  private static let logWords: Set<String> = ["log", "print", "trace", "warn", "debug", "report", "dump", "write"]

  /// A failure that stands for work to be done.
  private static func isNotWritten(_ raise: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard let value = tree.child(raise, .value) else { return false }
    let name = String(NameReading.last(tree.name(value)))
    if tree.kind(value) != .literal, notWritten.contains(name) { return true }
    return says(raise, in: tree)
  }

  private static let notWritten: Set<String> = [
    "NotImplementedError", "NotImplementedException", "NotImplemented", "todo", "unimplemented",
  ]

  private static func says(_ node: NodeIndex, in tree: BehaviourTree) -> Bool {
    tree.subtree(node).contains { at in
      tree.kind(at) == .literal && tree[at].literalKind == .string && StubBody.saysLater(tree.name(at))
        || tree.kind(at) == .call && ["todo", "unimplemented"].contains(tree.name(at))
    }
  }
}

/// Who relies on a unit.
struct StubCaller {
  var name: String
  var takesResult: Bool
  var isSure: Bool
  var isInFile: Bool
}

extension UnitContext {
  /// Code that is no test and calls a unit, in this file or another; nil where none is known.
  func callers(ofStub unit: Unit) -> StubCaller? {
    if let declared = file.declarations[unit.qualifiedName], let caller = declared.caller {
      return StubCaller(name: caller, takesResult: declared.isAsked, isSure: true, isInFile: true)
    }
    guard let workspace, let own else { return nil }
    let sites = workspace.callers(of: own).filter {
      !$0.unit.isOfTests && $0.unit.id != own.id && $0.certainty != .name
    }
    guard let first = sites.first else { return nil }
    let takes = sites.contains { $0.flags.isDisjoint(with: [.discarded]) }
    return StubCaller(
      name: first.unit.summary.qualifiedName,
      takesResult: takes,
      isSure: first.certainty == .sure,
      isInFile: false
    )
  }

  /// Whether a type of the file has this one as its base.
  func isExtended(_ type: String) -> Bool {
    file.bases.values.contains { bases in bases.contains { NameReading.last($0) == type } }
  }

  /// Whether another file of the folder has a unit of this very name: one of them is built, by platform or by edition.
  var hasNamesakeBeside: Bool { workspace?.hasNamesakeBeside(unit.qualifiedName) ?? false }

  /// Whether a type of another file derives from the owner, and may do what is not done here.
  var isExtendedElsewhere: Bool {
    guard let workspace, let owner = unit.owner else { return false }
    return unit.traits.contains(.exported) && workspace.isExtended(owner.name)
  }

  /// Whether other types implement a method of this name for this type.
  var isImplementedElsewhere: Bool {
    guard let workspace, let owner = unit.owner else { return false }
    let reference = CallReference(form: .typed, name: unit.name, type: owner.name)
    let found = workspace.callees(of: reference, from: unit.qualifiedName, owner: owner.name)
    return found.units.count > 1
  }
}
