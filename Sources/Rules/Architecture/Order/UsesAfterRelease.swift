import Behaviour
import Knowledge

/// Something that was given back, and is used behind that.
enum UsesAfterRelease {
  static func all(in context: UnitContext) -> [OrderFinding] {
    var found: [OrderFinding] = []
    var done: Set<NodeIndex> = []
    for hold in context.holds where !hold.holding.isLock && !hold.name.isEmpty && isUsable(hold.holding.what) {
      guard !hold.holding.isDistributed, hold.holding.subject == .value || hold.holding.subject == .receiver else {
        continue
      }
      let object = Object(hold, in: context)
      guard let release = object.releases.first, done.insert(release).inserted else { continue }
      let name = context.shown(context.unit.written(object.name))
      let by = context.display(release)
      if let use = object.uses.first(where: { $0 > release && isBehind($0, release, object, in: context) }) {
        let shown = context.display(use)
        found.append(
          OrderFinding(
            outcome: .flagged,
            node: use,
            other: release,
            note: "given back here",
            message: "`\(shown)` uses `\(name)`, which `\(by)` has given back.",
            question: "`\(by)` runs before `\(shown)`: what does that do with what is gone?",
            confidence: .high,
            stake: hold.holding.what == "transaction" ? .dataLoss : .correctness
          )
        )
      } else if let last = object.uses.last(where: { $0 < release }), context.dominates(last, release) {
        found.append(
          OrderFinding(
            outcome: .checked,
            node: release,
            other: last,
            note: "the last use",
            message: "`\(by)` runs behind the last use of `\(name)`."
          )
        )
      }
    }
    return found
  }

  /// What does nothing any more once it was given back; of others (a process, a timer) there are things to ask.
  private static func isUsable(_ what: String) -> Bool {
    NameReading.words(what).contains { usable.contains($0) }
  }

  private static let usable: Set<String> = [
    "file", "connection", "stream", "socket", "cursor", "statement", "rows", "transaction", "archive", "reader",
    "writer", "channel", "session", "body",
  ]

  /// Whether a use certainly runs behind a release, of the same thing.
  private static func isBehind(
    _ use: NodeIndex,
    _ release: NodeIndex,
    _ object: Object,
    in context: UnitContext
  ) -> Bool {
    guard context.dominates(release, use), context.mayFollow(use, release),
      !object.reopenings.contains(where: { $0 > release && $0 < use })
    else { return false }
    let before = context.flow.definitions(reaching: release).map(\.target)
    return context.flow.definitions(reaching: use).map(\.target) == before
  }

  /// Something that is held, by the name that it has.
  private struct Object {
    let name: String
    var releases: [NodeIndex] = []
    /// Calls on it that do something with what it holds.
    var uses: [NodeIndex] = []
    var reopenings: [NodeIndex] = []

    init(_ hold: HoldFact, in context: UnitContext) {
      let tree = context.tree
      // `resp.Body.Close`: what is closed is a part.
      let part = hold.holding.until.lazy.compactMap { until -> String? in
        let base = NameReading.base(until)
        return base.isEmpty || until.hasSuffix(")") ? nil : String(base)
      }.first
      name = part.map { hold.name + "." + $0 } ?? hold.name
      let ends = Set(hold.holding.until.map { String(NameReading.last($0)) })
      let functions = Set(hold.holding.until.filter { $0.hasSuffix("()") && $0.utf8.count > 2 }.map { $0.dropLast(2) })
      let frame = context.frame(of: hold.call.node)
      for call in context.calls where call.node > hold.call.node && context.frame(of: call.node) == frame {
        let written = tree.name(call.node)
        // A function that is given it: `fclose($file)`, and those that read or write it.
        if !functions.isEmpty, Object.given(call.node, in: context) == name {
          if functions.contains(NameReading.last(written)) {
            if isPlain(call.node, in: context) { releases.append(call.node) }
          } else if call.effect == .fileRead || call.effect == .fileWrite {
            uses.append(call.node)
          }
          continue
        }
        guard NameReading.base(written) == name else { continue }
        let last = String(NameReading.last(written))
        if ends.contains(last) {
          if isPlain(call.node, in: context) { releases.append(call.node) }
        } else if Object.isReopening(last) {
          reopenings.append(call.node)
        } else if !Object.harmless.contains(NameReading.habitual(last)) {
          uses.append(call.node)
        }
      }
    }

    /// Not in what runs at the end, or only where something failed.
    private func isPlain(_ node: NodeIndex, in context: UnitContext) -> Bool {
      let tree = context.tree
      return !tree.ancestors(node).contains {
        tree[$0].role == .finalizer || tree.kind($0) == .handler || tree.kind($0) == .closure
      }
    }

    private static func given(_ call: NodeIndex, in context: UnitContext) -> String? {
      guard let argument = context.tree.child(call, .argument), let value = context.tree.child(argument, .value),
        context.tree.kind(value) == .read
      else { return nil }
      return context.tree.name(value)
    }

    private static func isReopening(_ last: String) -> Bool {
      guard let first = NameReading.words(last).first else { return false }
      return [
        "open", "reopen", "connect", "reconnect", "start", "restart", "begin", "reset", "init", "prepare", "dial",
        "resume",
      ].contains(first)
    }

    /// What can be asked of something that is gone.
    private static let harmless: Set<String> = [
      "isClosed", "closed", "isOpen", "name", "getName", "path", "getPath", "fileName", "stat", "err", "error", "fd",
      "fileno", "toString", "equals", "hashCode", "id", "getId", "wait", "done", "on", "once", "off", "removeListener",
      "removeAllListeners", "isDone", "isActive", "join", "close", "end", "destroy", "delete", "exists", "unlink",
      "length", "rollback", "isConnected", "status", "exitstatus", "disconnect", "dispose", "closed?", "getvalue",
      "remove", "shutdown", "deleteOnExit", "toPath", "rename", "renameTo", "toByteArray", "size", "buffer",
      "awaitTermination", "detach", "terminate", "kill", "result",
    ]
  }
}
