import Behaviour

/// What the condition of a branch in a handler says of the ways behind it.
///
/// A look at the error picks a few failures out of all: `if error.code == …` in its arm, `if not isinstance(…)` in the
/// other. Only the few may be answered with less than the rest.
struct Choice {
  /// Deeds of the way through the arm.
  var arm: Deeds = []
  /// Deeds of the way past it.
  var otherwise: Deeds = []
  /// There is no way past it: the condition is the error itself.
  var isCertain = false

  var all: Deeds { arm.union(otherwise) }

  init() {}

  init(by condition: NodeIndex, arm armNode: NodeIndex?, errors: [String], isMatch: Bool, in context: UnitContext) {
    let tree = context.tree
    if Choice.looks(condition, at: errors, in: context) {
      if tree.kind(condition) == .read, errors.first == tree.name(condition), !isMatch {
        isCertain = true
      } else if Choice.takesRest(condition, errors, in: context), !isMatch {
        otherwise = .selected
      } else {
        arm = .selected
      }
      return
    }
    if Choice.asksForLife(condition, in: context) {
      // Nobody is there any more to be told, or to go on for.
      if armNode.map({ context.ways(outOf: $0).contains(.falls) }) ?? true {
        otherwise = .selected
      } else {
        arm = .selected
      }
      return
    }
    var choice: Deeds = []
    for at in tree.subtree(condition) where tree.kind(at) == .read {
      switch tree[at].placeKind {
      case .parameter, .field, .captured:
        let isPolicy = NameReading.words(tree.name(at)).contains { Choice.policyWords.contains($0) }
        choice.insert(isPolicy ? .chosen : .counted)
      case .local: choice.insert(.counted)
      default: break
      }
    }
    if choice.contains(.chosen) { choice.remove(.counted) }
    (arm, otherwise) = (choice, choice)
  }

  /// By the error's variable, or, as Python can, without one.
  private static func looks(_ condition: NodeIndex, at errors: [String], in context: UnitContext) -> Bool {
    if context.reads(anyOf: errors, in: condition) { return true }
    let tree = context.tree
    return tree.subtree(condition).contains { tree.kind($0) == .call && NameReading.last(tree.name($0)) == "exc_info" }
  }

  /// Whether the condition holds for the many rather than for the few: a denial, or a test for the type of all errors.
  private static func takesRest(_ condition: NodeIndex, _ errors: [String], in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(condition) == .condition else { return false }
    let operands = tree.children(condition, .operand)
    switch tree.name(condition) {
    case Operator.not:
      guard let operand = operands.first else { return true }
      return !takesRest(operand, errors, in: context)
    case Operator.notEqual, Operator.notIn: return true
    case Operator.isType:
      guard operands.count > 1 else { return false }
      let path = tree.path(operands[1])
      let name = path.isEmpty ? tree.name(operands[1]) : path
      return name == "Error" || Caught(type: name) == .root
    case Operator.and, Operator.or:
      let looking = operands.filter { context.reads(anyOf: errors, in: $0) }
      return !looking.isEmpty && looking.allSatisfy { takesRest($0, errors, in: context) }
    default: return false
    }
  }

  /// Whether the condition asks if what was started is still wanted: `if (!mounted) return`.
  private static func asksForLife(_ condition: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.subtree(condition).contains { at in
      guard tree.kind(at) == .read || tree.kind(at) == .call else { return false }
      return NameReading.words(tree.name(at)).contains { lifeWords.contains($0) }
    }
  }

  private static let lifeWords: Set<String> = [
    "destroyed", "disposed", "unmounted", "mounted", "cancelled", "canceled", "aborted", "stale", "latest", "closed",
    "closing", "obsolete", "detached",
  ]

  /// Words by which callers say what they want of failures: `ignore_errors`, `fail_silently`, `strict`.
  private static let policyWords: Set<String> = [
    "ignore", "ignored", "silent", "silently", "quiet", "strict", "raise", "raises", "throw", "throws", "fail",
    "suppress", "safe", "tolerant", "optional", "required", "must", "onerror", "lenient", "permissive", "abort",
    "swallow", "exit", "debug", "propagate", "reraise",
  ]
}
