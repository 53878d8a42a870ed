package import Behaviour
package import Knowledge

/// What a database statement does, read from its first words.
package struct SQLStatement: Sendable, Hashable {
  package enum Verb: Sendable, Hashable {
    case read, insert, update, delete
    /// Creates, alters or drops what holds the data.
    case define
    /// Begins, ends or configures.
    case control
  }

  package var verb: Verb
  package var repetition: Repetition
  /// The table that it is about first, in lower case; nil where that is not constant.
  package var table: String?
  /// Whether it keeps what it read from being changed until the transaction ends (`SELECT … FOR UPDATE`).
  package var locks = false

  package var writes: Bool {
    switch verb {
    case .insert, .update, .delete, .define: true
    case .read, .control: false
    }
  }

  /// Reads a text. Nil where it starts with nothing that is known.
  ///
  /// - Parameter isWhole: false where parts of the text are not constant.
  package init?(_ text: String, isWhole: Bool = true) {
    let words = SQLStatement.words(text)
    var start = 0
    // `WITH x AS (…) INSERT …`: the statement is behind the queries that it names.
    if words.first == "with" {
      start =
        words.firstIndex { ["insert", "update", "delete", "merge"].contains($0) }
        ?? words.firstIndex { $0 == "select" } ?? 0
    }
    guard start < words.count else { return nil }
    switch words[start] {
    case "select", "with", "show", "explain", "describe", "desc", "values", "table", "pragma", "fetch":
      self.init(verb: .read, repetition: .none)
    case "insert":
      self.init(verb: .insert, repetition: SQLStatement.isMerging(words) ? .safe : isWhole ? .unsafe : .conditional)
    case "replace", "merge", "upsert":
      self.init(verb: .insert, repetition: .safe)
    case "update":
      let isComputed = SQLStatement.computesFromOldValue(words)
      self.init(verb: .update, repetition: isComputed ? .unsafe : isWhole ? .safe : .conditional)
    case "delete", "truncate":
      self.init(verb: .delete, repetition: .safe)
    case "create", "alter", "drop", "grant", "revoke", "comment", "reindex", "vacuum", "analyze":
      self.init(verb: .define, repetition: .safe)
    case "begin", "commit", "rollback", "savepoint", "release", "set", "start", "use", "lock", "attach", "detach":
      self.init(verb: .control, repetition: .none)
    default: return nil
    }
    table = SQLStatement.table(in: words[start...])
    locks = zip(words, words.dropFirst()).contains { $0 == "for" && ["update", "share", "no"].contains($1) }
  }

  /// What stands behind `from`, `into`, `update`.
  private static func table(in words: ArraySlice<Substring>) -> String? {
    let marks: Set<Substring> = words.first == "update" ? ["update"] : ["from", "into"]
    guard let mark = words.firstIndex(where: { marks.contains($0) }), mark + 1 < words.endIndex else { return nil }
    let name = words[mark + 1].filter { $0 != "\"" && $0 != "`" }
    guard name.contains(where: \.isLetter), !["select", "only", "values", "set"].contains(name) else { return nil }
    return name
  }

  package init(verb: Verb, repetition: Repetition) {
    self.verb = verb
    self.repetition = repetition
  }

  private static func isMerging(_ words: [Substring]) -> Bool {
    if words.count > 2, words[1] == "ignore" || words[1] == "or" && ["ignore", "replace"].contains(words[2]) {
      return true
    }
    return zip(words, words.dropFirst()).contains { $0 == "on" && ($1 == "conflict" || $1 == "duplicate") }
  }

  /// `SET stock = stock - 1`.
  private static func computesFromOldValue(_ words: [Substring]) -> Bool {
    for index in words.indices.dropFirst() where words[index] == "=" && index + 2 < words.count {
      let target = words[index - 1].split(separator: ".").last
      let operators: Set<Substring> = ["+", "-", "*", "/", "||"]
      if words[index + 1].split(separator: ".").last == target, operators.contains(words[index + 2]) { return true }
      if operators.contains(words[index + 2]), index + 3 < words.count,
        words[index + 3].split(separator: ".").last == target
      {
        return true
      }
    }
    return false
  }

  /// Words, numbers and operators in lower case, comments and texts left out; at most 400.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var rest = text.lowercased()[...]
    while let first = rest.unicodeScalars.first, words.count < 400 {
      if first.properties.isWhitespace || first == "(" || first == ")" || first == "," || first == ";" {
        rest = rest.dropFirst()
      } else if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if first == "'" {
        rest = rest.dropFirst().drop { $0 != "'" }.dropFirst()
      } else if isWord(first) {
        let word = rest.prefix { $0.unicodeScalars.first.map(isWord) ?? false }
        words.append(word)
        rest = rest[word.endIndex...]
      } else {
        let count = rest.hasPrefix("||") ? 2 : 1
        words.append(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "."
      || scalar == "\"" || scalar == "`" || scalar == "$" || scalar == ":" || scalar == "@" || scalar == "%"
  }
}

extension UnitContext {
  /// The statement that a call of a database sends, where its text or the call that builds it is in the unit.
  package func statement(of call: NodeIndex) -> SQLStatement? {
    for label in ["#0", "sql", "query", "statement", "text"] {
      guard case .given(let value) = argument(label, of: call) else { continue }
      if let statement = statement(in: value, depth: 0) { return statement }
      guard label == "#0" else { continue }
      // `query(context, text)`
      let isContext = [tree.name(value), tree.path(value)].contains { $0.hasSuffix("ctx") || $0.contains("ontext") }
      if isContext, case .given(let second) = positional(1, of: call) { return statement(in: second, depth: 0) }
      break
    }
    // `query("…").bind(id).execute(pool)`
    for link in chain(of: call) {
      guard case .given(let value) = positional(0, of: link), let statement = statement(in: value, depth: 0) else {
        continue
      }
      return statement
    }
    return nil
  }

  private func statement(in value: NodeIndex, depth: Int) -> SQLStatement? {
    guard depth < 6, let origin = flow.origin(of: value) else { return nil }
    switch tree.kind(origin) {
    case .literal: return SQLStatement(tree.name(origin))
    case .operation:
      // The texts around what is not constant, which cannot be more than a part of it.
      var text = ""
      var isWhole = true
      append(origin, to: &text, &isWhole, depth: depth)
      return SQLStatement(text, isWhole: isWhole)
    case .collection:
      // `query({ text: "…", values })`.
      if case .given(let text) = entry("text", in: origin) { return statement(in: text, depth: depth + 1) }
      if case .given(let text) = entry("sql", in: origin) { return statement(in: text, depth: depth + 1) }
      return nil
    case .call:
      return built(by: origin) ?? inner(origin, depth)
    default: return nil
    }
  }

  /// A sum of texts nests to the left.
  private func append(_ operation: NodeIndex, to text: inout String, _ isWhole: inout Bool, depth: Int) {
    for operand in tree.children(operation) {
      if tree.kind(operand) == .literal {
        text += tree.name(operand)
      } else if tree.kind(operand) == .operation, depth < 48 {
        append(operand, to: &text, &isWhole, depth: depth + 1)
      } else {
        isWhole = false
        text += " ? "
      }
    }
  }

  /// The text inside of a call around it: `text("…")`, `sql("…").bind(…)`, `"…".format(…)`.
  private func inner(_ call: NodeIndex, _ depth: Int) -> SQLStatement? {
    if let receiver = tree.child(call, .receiver) {
      if let statement = statement(in: receiver, depth: depth + 1) { return statement }
    }
    guard case .given(let first) = positional(0, of: call) else { return nil }
    return statement(in: first, depth: depth + 1)
  }

  /// `insert(users).values(…)`: the word at the start of a chain that builds a statement.
  private func built(by call: NodeIndex) -> SQLStatement? {
    var base = call
    for _ in 0..<12 {
      guard let receiver = tree.child(base, .receiver), tree.kind(receiver) == .call else { break }
      base = receiver
    }
    let words = tree.name(base).split(separator: ".")
    switch words.last {
    case "select", "select_from", "exists", "union": return SQLStatement(verb: .read, repetition: .none)
    case "insert": return SQLStatement(verb: .insert, repetition: .conditional)
    case "update": return SQLStatement(verb: .update, repetition: .conditional)
    case "delete": return SQLStatement(verb: .delete, repetition: .safe)
    default: return nil
    }
  }
}
