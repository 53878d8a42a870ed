package import Behaviour

/// What becomes of a failure in a handler. The weakest of all ways through it counts.
package enum Verdict: UInt8, Sendable, Comparable, CaseIterable {
  /// Nothing happens, or nothing but a jump.
  case empty
  /// Goes on with a constant, an unchanged argument or a stale value.
  case defaults
  /// A line is written, and it goes on.
  case logs
  /// Something happens to the error that cannot be followed here.
  case unknown
  /// Visible outside: an error value, a failed state, a status, an alert.
  case signals
  /// Undone, replaced by an effect of its own, or tried again within bounds.
  case compensates
  /// Goes on to the caller, or ends the process.
  case propagates

  package static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
}

/// A handler, and what becomes of the failure that it receives. Computed once for all rules.
package struct HandlerFact: Sendable {
  package let node: NodeIndex
  package let attempt: AttemptFact
  /// The statements of the handler; nil for a handler that only names what it swallows (`suppress(E)`).
  package let body: NodeIndex?
  /// The variable that holds the error; empty where there is none.
  package let error: String
  package let caught: Caught
  /// The types as written, in reading order.
  package let types: [NodeIndex]
  package let verdict: Verdict
  /// The node that decided the verdict: what raises, logs, returns, tells; the handler itself where nothing does.
  package let decisive: NodeIndex
  /// What goes on in place of the result, on the weakest way.
  package let fallback: ValueShape
  /// Where that value is written or returned.
  package let fallbackNode: NodeIndex?
  /// The `return` that a failure reaches behind the attempt, where it is the only way from here.
  package let afterwards: NodeIndex?
  /// Where it logs, on the weakest way.
  package let log: CallRole.Log?
  /// The log, or what replaces it, is given the error or its trace.
  package let logsError: Bool
  /// Some failures go on, picked by a look at the error; only the others end here.
  package let selects: NodeIndex?
  /// Another attempt follows it.
  package let isRetried: Bool
  /// Holds code that could not be read.
  package let hasUnknown: Bool
  /// The frame whose end an error may reach without harm.
  package let boundary: Boundary
  /// A comment of a person in the handler; empty where there is none.
  package let comment: String

  /// The narrow range to underline, relative to the unit: from the handler's start to its body's.
  package let header: Range<Int>

  /// It neither tells, mends nor passes on.
  package var isWeak: Bool { verdict <= .logs }
}

/// Whether errors may end in the frame around a handler.
package enum Boundary: Sendable, Hashable {
  case no
  /// By a name or a place that only looks like one.
  case likely(String)
  /// By something that is known: the program's start, a registered route, an endless loop.
  case known(String)
  /// By something that is known, but somebody waits for an answer: it must say that it failed.
  case answers(String)

  /// Where that is, if it is known.
  package var place: String? {
    switch self {
    case .known(let place), .answers(let place): place
    case .no, .likely: nil
    }
  }
}

extension UnitContext {
  /// Whether the language lets a handler say what it takes, so that taking all is somebody's choice.
  package var handlersNameTypes: Bool { file.context.facts.has(.typesHandlers) }

  static func handlerFacts(in context: UnitContext) -> [HandlerFact] {
    let tree = context.tree
    var facts: [HandlerFact] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .attempt {
      let attempt = NodeIndex(index)
      let handlers = tree.children(attempt, .handler)
      guard !handlers.isEmpty else { continue }
      let attempted = AttemptFact.make(attempt, in: context)
      for handler in handlers { facts.append(HandlerReader.read(handler, of: attempted, in: context)) }
    }
    return facts
  }
}
