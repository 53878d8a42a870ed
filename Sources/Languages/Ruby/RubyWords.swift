/// Words to look a name up in, by its bytes.
struct WordTable: Sendable {
  private var byLength: [[StaticString]] = []

  init(_ words: [StaticString]) {
    for word in words {
      while byLength.count <= word.utf8CodeUnitCount { byLength.append([]) }
      byLength[word.utf8CodeUnitCount].append(word)
    }
  }

  func contains(_ range: Range<Int>, in source: Source) -> Bool {
    guard range.count < byLength.count else { return false }
    for word in byLength[range.count] where source.isText(range, word) { return true }
    return false
  }
}

/// What Ruby's own names, and those of its usual libraries, say of themselves.
enum RubyWords {
  /// Methods that do something or look something up, though they may be called without arguments like a member.
  static let deeds = WordTable([
    "save", "destroy", "delete", "reload", "touch", "validate", "deliver", "deliver_now", "deliver_later", "perform",
    "perform_now", "perform_later", "perform_async", "call", "run", "execute", "close",
    "fetch", "get", "post", "put", "patch", "connect", "disconnect", "commit", "rollback", "flush", "unlock",
    "acquire", "release", "join", "pop", "shift", "clear", "pay", "publish",
    "notify", "update", "create", "insert", "upsert", "persist",
    "now", "each", "wait", "terminate", "kill", "exit", "abort", "drain", "poll", "read", "gets",
    "readline", "readlines", "delete_all", "destroy_all", "to_s", "to_i", "to_a", "to_h", "to_sym", "to_f",
    "to_json", "dup", "clone", "freeze", "strip", "chomp", "upcase", "downcase", "sleep", "raise",
    "object_id",
  ])

  /// Methods that look something up where they hang on the value of a call: `Order.where(open: true).first`.
  static let queries = WordTable([
    "first", "last", "all", "count", "pluck", "ids", "take", "any", "none", "find", "sum", "size", "length", "max",
    "min", "load", "result", "value", "force", "response", "items",
  ])

  /// Functions of the language itself, on no receiver.
  static let functions: Set<String> = [
    "puts", "print", "p", "pp", "printf", "putc", "warn", "sleep", "system", "exec", "spawn", "fork", "open", "exit",
    "exit!", "abort", "at_exit", "rand", "srand", "require", "require_relative", "load", "format", "sprintf", "gets",
    "readline", "readlines", "Integer", "Float", "String", "Array", "Hash", "Rational", "Complex", "URI", "Pathname",
    "BigDecimal", "JSON", "caller", "catch", "throw", "trap", "select", "test", "loop", "lambda", "proc", "binding",
    "block_given?", "autoload", "freeze", "send", "public_send",
  ]

  /// Functions whose value nobody is after: their call at the end of a method is no result.
  static let idle = WordTable([
    "puts", "print", "p", "pp", "printf", "warn", "sleep", "putc",
  ])

  static let levels = WordTable(["debug", "info", "warn", "error", "fatal", "unknown"])
  static let loggers = WordTable(["logger", "log", "LOGGER", "LOG", "@logger", "@log", "Log", "Logger"])

  /// Methods that every model, controller, job and mailer of Rails has from its base.
  static let inherited = WordTable([
    "save", "save!", "update", "update!", "update_attributes", "update_attributes!", "update_attribute",
    "update_columns", "update_column", "destroy", "destroy!", "delete", "reload", "touch", "increment!", "decrement!",
    "toggle!", "lock!", "with_lock", "transaction", "create", "create!", "find", "find_by", "find_by!", "where",
    "find_or_create_by", "find_or_create_by!", "first_or_create!", "first_or_create", "exists?", "update_all",
    "delete_all", "destroy_all", "insert_all", "insert_all!", "upsert_all", "upsert", "insert", "find_by_sql",
    "find_each", "find_in_batches", "in_batches", "create_or_find_by", "create_or_find_by!",
    "render", "redirect_to", "redirect_back", "head", "send_file", "send_data", "respond_to", "respond_with",
    "perform_later", "perform_async", "perform_in", "perform_at", "perform_now", "mail", "deliver_later",
    "deliver_now", "before_action", "rescue_from", "retry_on", "discard_on",
  ])
}
