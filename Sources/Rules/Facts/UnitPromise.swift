/// What a unit's name promises to do.
enum UnitPromise {
  /// Somebody is let in, or is paid: a constant `true` is no answer.
  static func isGate(_ name: String) -> Bool {
    let words = NameReading.words(name)
    return words.contains { gates.contains($0) }
      || words.first == "is" && words.dropFirst().contains { ["valid", "allowed"].contains($0) }
  }

  /// Something is changed outside.
  static func isAct(_ name: String) -> Bool {
    guard
      let first = NameReading.words(NameReading.last(name)).first(where: { $0 != "async" && $0 != "do" && $0 != "try" })
    else { return false }
    return acts.contains(first)
  }

  /// Something is given back or taken down: nobody is left who could do better.
  static func isCleanup(_ name: String) -> Bool {
    NameReading.words(name).first.map { cleanups.contains($0) } ?? false
  }

  private static let cleanups: Set<String> = [
    "close", "aclose", "shutdown", "stop", "dispose", "destroy", "cleanup", "clean", "teardown", "finalize", "abort",
    "disconnect", "release", "terminate", "kill", "cancel", "unmount", "exit", "quit", "reset", "del",
  ]

  /// Data is got, or computed.
  static func isQuestion(_ name: String) -> Bool {
    guard let first = NameReading.words(name).first else { return false }
    return questions.contains(first)
  }

  /// A question that is answered with yes or no.
  static func isPredicate(_ name: String) -> Bool {
    let words = NameReading.words(name)
    guard let first = words.first, let last = words.last else { return false }
    return predicates.contains(first) || words.contains { $0 == "has" || $0 == "is" || $0 == "can" }
      || words.count == 1 && last.hasSuffix("able")
  }

  private static let predicates: Set<String> = [
    "is", "has", "have", "can", "should", "was", "were", "are", "allow", "allows", "check", "verify", "validate",
    "authorize", "authenticate", "supports", "exists", "needs", "must", "does", "contains", "matches", "safe", "equal",
    "equals", "test", "probe", "ping", "detect",
  ]

  private static let gates: Set<String> = [
    "verify", "validate", "authorize", "authorise", "authenticate", "permission", "permissions", "authorized",
    "authenticated", "charge", "pay", "verified", "authorised",
  ]
  private static let acts: Set<String> = [
    "send", "save", "charge", "pay", "refund", "transfer", "publish", "store", "write", "delete", "remove", "update",
    "insert", "create", "upload", "submit", "post", "put", "sync", "notify", "persist", "commit", "book", "cancel",
    "execute", "apply", "register", "enqueue", "dispatch", "emit", "deliver", "process", "import", "export", "email",
  ]
  private static let questions: Set<String> = [
    "fetch", "load", "query", "find", "calculate", "compute", "predict", "score", "estimate", "detect", "measure",
    "search", "lookup", "analyze", "analyse", "get", "retrieve", "read", "download", "count", "check",
  ]
}
