import Behaviour
import Knowledge

/// A value of which nobody knows that it must be closed, but of which something says so.
package struct LikelyHold: Sendable {
  package enum Evidence: Sendable, Hashable {
    /// What calls of the same name give is closed elsewhere in the file.
    case closedInFile
    /// The function says by its declared type that it gives something that is closed.
    case declared
    /// By its name the call opens something.
    case named
  }

  package let hold: HoldFact
  package let evidence: Evidence
}

extension UnitContext {
  static func likelyHolds(in context: UnitContext) -> [LikelyHold] {
    guard !context.file.context.facts.has(.dropsAtScopeEnd) else { return [] }
    let tree = context.tree
    var found: [LikelyHold] = []
    for call in context.calls where call.known == nil && isTaken(call.node, in: tree) {
      let name = tree.name(call.node)
      let last = NameReading.last(name)
      guard !last.isEmpty, context.knowledge.holding(call.path) == nil,
        let evidence = context.evidence(thatGivesHeld: call, name, last)
      else { continue }
      let holding = Holding(what: "value of it", until: LikelyHold.until)
      found.append(LikelyHold(hold: context.hold(call, holding), evidence: evidence))
    }
    return found
  }

  /// Whether a name takes what a call gives, right there or once it was waited for.
  private static func isTaken(_ call: NodeIndex, in tree: BehaviourTree) -> Bool {
    guard !tree[call].has(.discarded), !tree[call].has(.returned), tree[call].role != .decorator else { return false }
    var child = call
    var parent = tree.parent(call)
    if tree.kind(parent) == .await {
      child = parent
      parent = tree.parent(parent)
    }
    return tree.kind(parent) == .assign && tree[child].role == .value
  }

  private func evidence(thatGivesHeld call: CallFact, _ name: String, _ last: Substring) -> LikelyHold.Evidence? {
    if ReleasedValues.isClosing(last) { return nil }
    // A name of one word (`get`, `find`) is the name of many things.
    if file.released.contains(String(last)), NameReading.words(last).count > 1 { return .closedInFile }
    // A task that gives it is none.
    let isWaitedFor = !mayAwait(at: call.node) || tree.kind(tree.parent(call.node)) == .await
    if let declared = file.declaration(calledAs: name, in: unit)?.declaration.returnType {
      return isWaitedFor && knowledge.givesHeld(declared) ? .declared : nil
    }
    if isWaitedFor, workspace?.givesHeld(calling: String(last)) == true { return .declared }
    return LikelyHold.opens(last) && !tree[call.node].has(.constructs) ? .named : nil
  }
}

extension LikelyHold {
  /// Whatever gives something back, as it is written in any language.
  static let until: [String] = {
    let words =
      ReleasedValues.closing.map(String.init).sorted() + [
        "destroy", "stop", "Stop", "end", "free", "terminate", "kill", "cancel", "Unlock", "unlock", "finish", "Finish",
        "Body.Close", "body.close", "Wait", "wait", "join",
      ]
    return words + words.map { $0 + "()" } + ["()"]
  }()

  /// Whether a function is named for opening something: `openFile`, `Dial`, `acquire_lock`.
  static func opens(_ name: Substring) -> Bool {
    // Most names are ruled out without being taken apart.
    switch name.utf8.first {
    case UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "a"),
      UInt8(ascii: "A"), UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "_"):
      break
    default: return false
    }
    let words = NameReading.words(name)
    guard let first = words.first else { return false }
    let rest = words.dropFirst()
    switch first {
    case "open", "dial", "listen": return rest.isEmpty || rest.contains { things.contains($0) }
    case "acquire", "checkout", "connect", "create": return rest.last.map { things.contains($0) } ?? false
    default: return false
    }
  }

  private static let things: Set<String> = [
    "file", "files", "stream", "reader", "writer", "connection", "conn", "socket", "channel", "session", "database",
    "db", "archive", "directory", "dir", "listener", "tcp", "udp", "unix", "tls", "context", "read", "write", "text",
    "zip", "port", "pipe", "handle", "cursor", "lock", "tunnel",
  ]
}
