import Behaviour

/// Names of calls through which what a request holds goes on its way.
enum InputWords {
  /// A name that stands for the request without being a parameter.
  static func isOpenRoot(_ name: String) -> Bool {
    switch NameReading.root(name) {
    case "request", "params", "call", "_GET", "_POST", "_REQUEST", "_COOKIE": true
    default: false
    }
  }

  static func isMeasure(_ name: Substring) -> Bool {
    switch name {
    case "length", "size", "count", "Count", "Length": true
    default: false
    }
  }

  static func converts(_ name: Substring) -> Bool {
    switch name {
    case "int", "float", "Number", "parseInt", "parseFloat", "to_i", "to_f", "intval", "Decimal", "Atoi", "ParseInt",
      "toInt", "toLong", "Int", "valueOf", "BigDecimal", "Integer", "to_d", "floatval", "bool", "Boolean", "UUID",
      "Parse", "ParseFloat", "toInteger", "ToInt32", "ToDecimal", "toDouble", "toBigDecimal":
      true
    default: false
    }
  }

  static func validates(_ name: Substring) -> Bool {
    switch name {
    case "parse", "safeParse", "parseAsync", "validate", "validateAsync", "validateSync", "model_validate", "parse_obj",
      "permit", "load", "secure_filename", "sanitize":
      true
    default: false
    }
  }

  /// Whether a call's resolved path is that of something that rejects what does not fit.
  static func isValidator(_ path: String) -> Bool {
    if path == "werkzeug.utils.secure_filename" { return true }
    return ["zod.", "yup.", "joi.", "pydantic.", "marshmallow.", "Illuminate.Http.Request."].contains {
      path.hasPrefix($0)
    }
  }

  /// Whether a declared type is plain text (true) or a plain number (false); nil for any other.
  static func isPlain(_ type: String?) -> Bool? {
    guard let type, type.utf8.count <= 40 else { return nil }
    var text = type[...]
    if text.hasPrefix("Optional["), text.hasSuffix("]") { text = text.dropFirst(9).dropLast() }
    let name = text.split(whereSeparator: { " |?,".contains($0) }).first.map(String.init) ?? ""
    switch name {
    case "String", "string", "str": return true
    case "int", "Int", "Integer", "long", "Long", "number", "Number", "float", "double", "Double", "decimal", "Decimal",
      "BigDecimal":
      return false
    default: return nil
    }
  }

  static func accesses(_ name: Substring) -> Bool {
    switch name {
    case "get", "getlist", "fetch", "dig", "query", "Get", "pop": true
    default: false
    }
  }

  /// Text stays what it is.
  static func handsOn(_ name: Substring) -> Bool {
    switch name {
    case "trim", "strip", "toString", "to_s", "lower", "toLowerCase", "String", "str", "join", "Join", "resolve",
      "dict",
      "copy", "to_h", "to_unsafe_h", "format", "concat", "Sprintf", "toArray", "decodeURIComponent", "normalize",
      "Combine", "File", "URL", "URI", "Path", "TrimSpace", "to_string", "ToString", "unwrap_or_default", "unwrap_or",
      "unwrap", "cast", "orEmpty", "require":
      true
    default: false
    }
  }

  static func makesPath(_ path: String) -> Bool {
    switch path {
    case "java.nio.file.Path.of", "java.nio.file.Paths.get", "java.io.File", "java.net.URI.create", "pathlib.Path",
      "System.IO.Path.Combine", "std.path.Path.new", "std.path.PathBuf.from":
      true
    default: false
    }
  }
}
