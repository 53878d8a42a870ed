import Behaviour

/// The words of a language that a mutation needs.
struct Phrasing: Sendable {
  enum Blocks: Sendable {
    case braces, indented, keywords
  }

  var blocks: Blocks
  /// A statement that writes a line.
  var log: String
  /// What a body says that does nothing.
  var nothing: String
  /// The compiler sees to every `await`.
  var demandsAwait: Bool { family == "swift" }
  /// `close(x)` closes a channel, nothing else.
  var closesChannels: Bool { family == "go" }
  private let family: String

  /// Nil for a language without words here.
  init?(_ family: String) {
    self.family = family
    blocks = .braces
    nothing = ""
    switch family {
    case "python":
      blocks = .indented
      nothing = "pass"
      log = "logging.warning(\"failed\")"
    case "ruby":
      blocks = .keywords
      log = "Rails.logger.warn(\"failed\")"
    case "javascript", "typescript": log = "console.warn(\"failed\");"
    case "java": log = "log.warn(\"failed\");"
    case "kotlin": log = "logger.warn(\"failed\")"
    case "csharp": log = "_logger.LogWarning(\"failed\");"
    case "go": log = "log.Println(\"failed\")"
    case "rust": log = "tracing::warn!(\"failed\");"
    case "swift": log = "logger.warning(\"failed\")"
    case "php": log = "error_log('failed');"
    default: return nil
    }
  }

  /// A statement that answers with something that looks like a result of the type; nil where the unit gives none, or
  /// nobody can say what it looks like.
  func returnDefault(of type: String?) -> String? {
    let end = ["javascript", "typescript", "java", "csharp", "rust", "php"].contains(family) ? ";" : ""
    guard let type else { return ["python", "ruby", "javascript", "php"].contains(family) ? "return []" + end : nil }
    if family == "go" {
      let results = type.split(whereSeparator: { "(), ".contains($0) }).map(String.init)
      guard results.last == "error" else { return nil }
      let values = results.dropLast().map { zero($0) ?? "" } + ["nil"]
      return values.contains("") ? nil : "return " + values.joined(separator: ", ")
    }
    return zero(type).map { "return " + $0 + end }
  }

  private func zero(_ type: String) -> String? {
    let bare = type.lowercased()
    switch bare {
    // `false` may well say that it failed.
    case "bool", "boolean": return nil
    case "string", "str", "&str": return "\"\""
    case "int", "long", "integer", "i32", "i64", "u32", "u64", "usize", "int64", "float", "double", "float64", "number":
      return "0"
    case "list", "array", "dict": return ["python", "swift", "ruby", "php"].contains(family) ? "[]" : nil
    case "void", "none", "unit", "never", "nothing", "": return nil
    default: break
    }
    if bare.hasPrefix("list[") || bare.hasPrefix("[") || bare.hasSuffix("[]") {
      switch family {
      case "python", "swift", "typescript", "php": return "[]"
      case "go": return "nil"
      default: return nil
      }
    }
    if family == "go", bare.hasPrefix("*") || bare.hasPrefix("map") { return "nil" }
    if family == "java" || family == "csharp", !bare.contains("task"), bare.first?.isLetter == true { return "null" }
    return nil
  }
}
