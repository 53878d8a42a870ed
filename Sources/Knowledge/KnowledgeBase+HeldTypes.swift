extension KnowledgeBase {
  /// Whether a function of this declared type gives something that must be closed: the type itself, the first of
  /// several values, or what a task or an optional holds.
  package func givesHeld(_ returnType: String?) -> Bool {
    guard let returnType, !heldTypes.isEmpty, returnType.utf8.count <= 200 else { return false }
    var rest = returnType[...]
    for _ in 0..<3 {
      rest = rest.drop { !($0.isLetter || $0 == "_") }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      if heldTypes.contains(String(name)) { return true }
      guard KnowledgeBase.wrapping.contains(String(name.split(separator: ".").last ?? "")) else { return false }
      rest = rest.dropFirst(name.count)
    }
    return false
  }

  private static let wrapping: Set<String> = [
    "Task", "ValueTask", "Promise", "Optional", "Future", "CompletableFuture", "Result", "Awaitable", "Coroutine",
  ]

  /// `net/http.Response` is written `http.Response` in Go, `java.io.Reader` is `Reader` where it is imported; that
  /// Go's is never written alone is told by its small first part.
  static func typeNames(_ name: String) -> [String] {
    let parts = name.split(separator: ".")
    guard let last = parts.last else { return [] }
    guard let before = parts.dropLast().last else { return [name] }
    let module = before.split(separator: "/").last ?? before
    return name.contains("/") || parts.count == 2 ? ["\(module).\(last)"] : [String(last), "\(module).\(last)", name]
  }
}
