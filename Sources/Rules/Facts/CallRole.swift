import Behaviour
package import Knowledge

/// What a call is to somebody who asks where a failure went. What the catalog does not know is judged by its name, and
/// names only ever make a role weaker: a log that looks like one, a cleanup that looks like one.
package enum CallRole: Sendable, Hashable {
  /// Leaves the process, by the catalog.
  case effect(Effect)
  /// Writes a line that a person may read some day.
  case log(Log)
  /// Tells somebody now: error tracker, alert, metric.
  case report
  /// Ends the process; `fails` says so to whoever started it.
  case exit(fails: Bool)
  case rollback
  case sleep
  /// Gives back what was held (`close`, `unlink`, `cancel`): nobody needs to know that it failed.
  case cleanup
  /// Computes, converts or looks up; does nothing outside.
  case harmless
  /// By its name as harmless as a collection's own methods, or as harmful as a client's (`get`, `update`, `remove`).
  case ambiguous
  /// Nobody knows.
  case unresolved

  package struct Log: Sendable, Hashable {
    package var level: Level
    /// With the error's trace.
    package var traces: Bool
  }

  package enum Level: UInt8, Sendable, Comparable {
    case debug, info, warning, error
    package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }
}

extension UnitContext {
  package func role(of call: CallFact) -> CallRole {
    let name = tree.name(call.node)
    if let known = call.known {
      switch known.part {
      case .log, .logTrace: return .log(log(call, name: name, traces: known.part == .logTrace))
      case .report: return .report
      case .exit: return .exit(fails: exitFails(call))
      case .rollback: return .rollback
      case .sleep: return .sleep
      default: break
      }
      let last = NameReading.habitual(NameReading.last(name))
      if Names.cleanup.contains(last) || call.effect == .fileWrite && Names.removals.contains(last) { return .cleanup }
      if call.effect.leavesProcess { return .effect(call.effect) }
      return .harmless
    }
    let written = String(NameReading.last(name))
    let last = NameReading.habitual(written)
    if isLog(name, last: last) { return .log(log(call, name: name, traces: false)) }
    // `logger.Error().Err(err).Msg(…)`: what hangs on a log is one.
    if endsProcessByLog(call.node) { return .exit(fails: true) }
    if let start = startOfChain(call.node), isLog(start, last: NameReading.habitual(NameReading.last(start))) {
      return .log(log(call, name: start, traces: false))
    }
    if Names.cleanup.contains(last) { return .cleanup }
    if last == "rollback" { return .rollback }
    if last == "sleep" { return .sleep }
    if Names.harmless.contains(written) || Names.harmless.contains(last) { return .harmless }
    if Names.ambiguous.contains(last) { return .ambiguous }
    return .unresolved
  }

  /// `logger.Fatal().Err(err).Send()`: a log that ends the process.
  func endsProcessByLog(_ call: NodeIndex) -> Bool {
    guard let start = startOfChain(call) else { return false }
    let last = NameReading.habitual(NameReading.last(start))
    return last == "fatal" && isLog(start, last: last)
  }

  /// The name of the call at the start of a chain; nil where a call hangs on none.
  private func startOfChain(_ call: NodeIndex) -> String? {
    guard var base = tree.child(call, .receiver) else { return nil }
    for _ in 0..<12 {
      guard tree.kind(base) == .call else { return nil }
      guard let next = tree.child(base, .receiver) else { return tree.name(base) }
      base = next
    }
    return nil
  }

  /// The level that a name says, also where it takes a format (`Errorf`) or pairs (`errorw`).
  private func level(of last: String) -> CallRole.Level? {
    let low = last.lowercased()
    if let found = Names.levels[low] { return found }
    for ending in ["f", "w", "ln", "context"] where low.hasSuffix(ending) {
      if let found = Names.levels[String(low.dropLast(ending.count))] { return found }
    }
    return nil
  }

  /// By the words that people use for loggers, in any place of the name: `self.logger.warning`, `log_error`.
  private func isLog(_ name: String, last: String) -> Bool {
    if Names.logCalls.contains(last) { return true }
    let base = NameReading.base(name)
    guard !base.isEmpty else {
      let words = NameReading.words(last)
      return words.count <= 3 && (words.first == "log" || words.first == "print" || words.first == "debug")
        && !words.contains("in") && !words.contains("out")
    }
    guard level(of: last) != nil || Names.logVerbs.contains(last) || last.hasPrefix("log") else {
      return false
    }
    for segment in base.split(separator: ".") {
      let words = NameReading.words(segment)
      if words.contains(where: { Names.loggers.contains($0) }) { return true }
    }
    return false
  }

  /// A log without levels, by its name.
  private func isLogger(_ name: Substring) -> Bool {
    NameReading.words(name).contains { $0 == "log" || $0 == "logger" }
  }

  private func log(_ call: CallFact, name: String, traces: Bool) -> CallRole.Log {
    let last = NameReading.last(name).lowercased()
    let level =
      self.level(of: last) ?? NameReading.words(last).lazy.compactMap { Names.levels[$0] }.first
      ?? (last.hasPrefix("print") && isLogger(NameReading.base(name)) ? .warning : .info)
    let showsTrace =
      traces || last == "exception" || last.contains("exc_info") || last.hasPrefix("print_exc")
      || last.contains("trace_exc") || last == "printstacktrace"
      || file.context.facts.has(.logsTraceErrors) && isGivenErrorInHand(call.node)
    return CallRole.Log(level: level, traces: showsTrace || hasTraceArgument(call.node))
  }

  /// `log.warn("no rates", error)` in the handler of that error.
  private func isGivenErrorInHand(_ call: NodeIndex) -> Bool {
    guard let handler = tree.ancestors(call).first(where: { tree.kind($0) == .handler }), tree[handler].name != 0 else {
      return false
    }
    return tree.children(call, .argument).contains { argument in
      tree.child(argument, .value).map { tree.kind($0) == .read && tree[$0].name == tree[handler].name } ?? false
    }
  }

  /// `exc_info=True`, `exc_info=error`, `stack_info=…`, or an argument that formats the trace.
  private func hasTraceArgument(_ call: NodeIndex) -> Bool {
    for argument in tree.children(call, .argument) {
      let label = tree.name(argument)
      guard let value = tree.child(argument, .value) else { continue }
      if label == "exc_info" {
        let isOff = tree.kind(value) == .literal && [.false, .null].contains(tree[value].literalKind)
        return !isOff
      }
      if tree.kind(value) == .call {
        let name = NameReading.last(tree.name(value))
        if name == "format_exc" || name == "format_exception" || name == "exc_info" { return true }
      }
    }
    return false
  }

  /// A constant zero, or nothing at all, tells that all went well.
  private func exitFails(_ call: CallFact) -> Bool {
    let last = NameReading.last(tree.name(call.node))
    if last == "abort" || last == "_exit" && tree.children(call.node, .argument).isEmpty { return true }
    guard let first = tree.children(call.node, .argument).first, let value = tree.child(first, .value) else {
      return last == "error" || last == "fail"
    }
    guard tree.kind(value) == .literal else { return true }
    switch tree[value].literalKind {
    case .integer: return tree.name(value) != "0"
    case .null, .false: return false
    default: return true
    }
  }

  /// Words by which people name things, where nothing better is known.
  enum Names {
    static let loggers: Set<String> = [
      "log", "logger", "logging", "loguru", "structlog", "console", "slog", "zap", "zerolog", "logrus", "tracing",
      "timber", "winston", "pino", "bunyan", "stderr", "stdout", "warnings", "traceback", "logs", "loggers",
    ]
    static let levels: [String: CallRole.Level] = [
      "trace": .debug, "debug": .debug, "verbose": .debug, "silly": .debug, "fine": .debug,
      "info": .info, "log": .info, "msg": .info, "notice": .info, "success": .info,
      "warn": .warning, "warning": .warning,
      "error": .error, "err": .error, "exception": .error, "critical": .error, "fatal": .error, "severe": .error,
      "alert": .error,
    ]
    static let logVerbs: Set<String> = [
      "write", "writeln", "print", "dir", "table", "emit", "print_exc", "print_exception", "print_stack",
    ]
    /// Log calls whatever they hang on.
    static let logCalls: Set<String> = [
      "print", "pprint", "println", "eprintln", "print_exc", "print_exception", "print_tb", "printStackTrace",
      "displayhook", "excepthook", "log_exception", "log_error", "log_message", "logError", "logException",
    ]
    static let cleanup: Set<String> = [
      "close", "aclose", "unlink", "rollback_quietly", "shutdown", "kill", "terminate", "release", "cancel", "stop",
      "destroy", "dispose", "disconnect", "cleanup", "clean_up", "clear", "remove_file", "rmtree", "unsubscribe",
      "unregister", "abort", "detach", "removeListener", "removeEventListener", "clearTimeout", "clearInterval",
      "unref", "end", "quit", "teardown", "tear_down", "deinit", "free", "closeSync", "unlinkSync", "rmSync",
      "rmdirSync", "rmdir", "removedirs", "killpg", "unlock", "wait_closed", "server_close", "reset", "resetMocks",
    ]
    /// Cleanup where they are known to be about files.
    static let removals: Set<String> = ["remove", "removeAll", "removedirs", "rm", "unlinkSync", "rmSync", "delete"]
    /// Calls of the languages' own values, which no program dies of in silence.
    static let harmless: Set<String> = [
      // Conversions and looks.
      "noop", "noOp", "str", "repr", "int", "float", "bool", "bytes", "len", "list", "dict", "set", "tuple",
      "frozenset", "type",
      "isinstance", "issubclass", "hasattr", "getattr", "setattr", "delattr", "callable", "id", "hash", "iter", "next",
      "min", "max", "sum", "abs", "round", "sorted", "reversed", "range", "enumerate", "zip", "map", "filter", "any",
      "all", "ord", "chr", "hex", "vars", "dir", "super", "format", "isoformat", "ascii", "divmod", "bytearray",
      "memoryview", "String", "Number", "Boolean", "BigInt", "Symbol", "Array", "Object", "parseInt", "parseFloat",
      "isNaN", "Date", "Map", "Set", "WeakMap", "WeakSet", "RegExp", "encodeURIComponent", "decodeURIComponent",
      "encodeURI", "decodeURI", "URL", "URLSearchParams", "Decimal", "Fraction", "defaultdict", "OrderedDict",
      "Counter", "deque", "namedtuple", "UUID", "Error", "Exception", "TypeError", "ValueError", "RuntimeError",
      // Texts.
      "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "join", "lower", "upper", "title", "capitalize",
      "startswith", "endswith", "startsWith", "endsWith", "replace", "replaceAll", "trim", "trimStart", "trimEnd",
      "toString", "toLowerCase", "toUpperCase", "substring", "substr", "slice", "charAt", "charCodeAt", "codePointAt",
      "indexOf", "lastIndexOf", "includes", "padStart", "padEnd", "repeat", "concat", "encode", "decode", "isdigit",
      "isalpha", "isalnum", "isspace", "isupper", "islower", "casefold", "partition", "rpartition", "zfill", "ljust",
      "rjust", "center", "expandtabs", "find", "rfind", "rindex", "translate", "removeprefix", "removesuffix",
      "localeCompare", "normalize", "toFixed", "toISOString", "getTime", "valueOf", "stringify",
      // What collections and texts of .NET can do.
      "toList", "toArray", "toDictionary", "toHashSet", "orderBy", "orderByDescending", "thenBy", "groupBy", "where",
      "selectMany", "firstOrDefault", "singleOrDefault", "lastOrDefault", "isNullOrEmpty", "isNullOrWhiteSpace",
      "toLower", "toUpper", "toLowerInvariant", "toUpperInvariant", "getHashCode", "asEnumerable", "ofType",
      "tryParse", "tryGetValue", "fromSeconds", "fromMinutes", "fromMilliseconds",
      // Collections.
      "items", "keys", "values", "entries", "copy", "sort", "reverse", "has", "flat", "flatMap", "reduce", "forEach",
      "some", "every", "findIndex", "isArray", "freeze", "defineProperty", "fromEntries", "hasOwnProperty", "union",
      "intersection", "difference", "issubset", "issuperset", "most_common", "getOwnPropertyNames", "getPrototypeOf",
      "fromkeys", "bind", "collect", "iter_mut", "into_iter", "is_empty", "is_some", "is_none", "with_capacity",
      // What only says how a value is held.
      "to_string", "to_owned", "to_vec", "clone", "cloned", "copied", "as_str", "as_ref", "as_mut", "as_deref",
      "as_bytes", "into", "borrow", "unwrap_or",
      // Patterns and numbers.
      "match", "sub", "subn", "findall", "finditer", "fullmatch", "group", "groups", "groupdict", "compile", "escape",
      "floor", "ceil", "sqrt", "pow", "log2", "log10", "now", "random", "isfinite",
      "total_seconds", "timestamp", "date", "time", "monotonic", "perf_counter", "cast", "TypeVar", "dirname",
      "basename", "abspath", "normpath", "normcase", "splitext", "relpath", "isabs", "expanduser", "expandvars",
      "commonprefix",
      "import_module", "__import__", "require", "find_spec", "load_module", "format_exc", "format_exception",
      "format_tb", "format_stack", "extract_tb",
      "to_s", "to_i", "to_f", "to_a", "to_h", "to_sym", "to_json", "to_param", "dup", "empty?", "present?", "blank?",
      "any?", "all?", "none?", "include?", "respond_to?", "is_a?", "nil?", "zero?", "positive?", "negative?", "key?",
      "has_key?", "start_with?", "end_with?", "match?", "eql?", "equal?", "even?", "odd?", "flat_map",
      "each_with_index",
      "each_with_object", "inject", "collect", "detect", "flatten", "compact", "uniq", "group_by", "sort_by", "gsub",
      "chomp", "squish", "scan", "upcase", "downcase", "humanize", "titleize", "camelize", "underscore", "presence",
      "html_safe", "symbolize_keys", "stringify_keys", "deep_symbolize_keys", "with_indifferent_access", "index_by",
      "preventDefault", "stopPropagation", "with_traceback", "add_note", "currentframe", "exc_info", "fileno",
    ]
    static let ambiguous: Set<String> = [
      "append", "extend", "insert", "pop", "popleft", "appendleft", "get", "add", "discard", "remove", "index", "count",
      "setdefault", "update", "push", "unshift", "shift", "splice", "delete", "fill", "at", "from", "of", "assign",
      "create", "call", "apply", "search", "test", "exec", "set", "first", "last", "filter", "exists", "put",
    ]
  }
}
