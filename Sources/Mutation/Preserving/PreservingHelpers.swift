import Behaviour
import Rules

/// Parts of a unit in functions of their own.
extension MutationFinder {
  /// What a function that is cut out of the unit looks like.
  private struct Cut {
    var name: String
    var names: [String]
    /// As it is written in the declaration; empty where nothing is given back.
    var result: String
    var fails: Bool
  }

  /// Whether a function can be put behind the unit, and be called from it by its name.
  private var canCut: Bool {
    let unit = context.unit
    guard unit.kind == .function || unit.kind == .method, !unit.traits.contains(.generator),
      !unit.traits.contains(.accessor), !unit.name.isEmpty, unit.name.utf8.allSatisfy(isWord),
      !unit.name.hasPrefix("__"),
      indent(at: unitPlace.lowerBound).utf8.count
        == unitPlace.lowerBound - lineStart(of: unitPlace.lowerBound)
    else { return false }
    switch family {
    case "java", "csharp": return unit.owner != nil
    case "php": return unit.kind == .method
    case "python", "ruby", "rust", "swift": return unit.owner == nil || unit.kind == .method
    case "javascript", "typescript":
      if unit.kind == .method { return unit.owner != nil && !text(unitPlace).contains("=> {\n" + indent(at: 0)) }
      let head = text(unitPlace).prefix(40)
      return head.hasPrefix("function") || head.hasPrefix("async function")
        || head.hasPrefix("export")
          && head.contains("function")
    default: return true
    }
  }

  func extractedTail(afterGuards: Bool) -> [Mutation.Edit]? {
    let all = statements
    guard canCut, let end = bodyEnd, all.count >= 2 else { return nil }
    var first = 0
    if afterGuards {
      guard let last = all.lastIndex(where: { tree.kind($0) == .branch && tree[$0].has(.guard) }) else { return nil }
      first = last + 1
    }
    guard first < all.count, let start = start(ofStatement: all[first]), start < end else { return nil }
    // Behind a finalizer the code is part of what it finalizes.
    guard !all[..<first].contains(where: { tree.kind($0) == .attempt || tree.kind($0) == .scoped }) else { return nil }
    let nodes = all[first]..<NodeIndex(tree.count)
    let gives =
      nodes.contains { tree.kind($0) == .return && tree.child($0, .value) != nil } || context.unit.returnType != nil
    let cut = Cut(
      name: context.unit.name + (isSnake ? "_rest" : "Rest"),
      names: names(in: nodes),
      result: context.unit.returnType ?? "",
      fails: context.unit.traits.contains(.throws)
    )
    let indent = indent(at: start)
    var call = call(of: cut)
    if gives, family != "rust", family != "ruby" { call = "return " + call }
    if endsStatements { call += ";" }
    let tail = text(start..<end).trimmedEnd
    let close = phrasing.blocks == .indented ? "" : "\n" + self.indent(at: unitPlace.lowerBound)
    return [
      Mutation.Edit(range: start..<end, replacement: call + close),
      declaration(of: cut, body: indent + tail),
    ]
  }

  func extractedGuard() -> [Mutation.Edit]? {
    guard canCut else { return nil }
    for node in statements where tree.kind(node) == .branch && tree[node].has(.guard) {
      guard tree.child(node, .otherwise) == nil, let arm = tree.child(node, .arm), context.ways(outOf: arm) == .raises,
        let start = start(ofStatement: node), start == place(node).lowerBound,
        !tree.subtree(node).contains(where: { tree.kind($0) == .read && tree[$0].role == .target })
      else { continue }
      let range = place(node)
      var body = text(range)
      var cut = Cut(
        name: "ensure" + (isSnake ? "_" : "") + context.unit.name,
        names: names(in: tree.subtree(node)),
        result: "",
        fails: true
      )
      var calls = call(of: cut)
      let indent = indent(at: start)
      if body.contains("let ") || body.contains("yield") || body.contains(":=") { continue }
      switch family {
      case "go":
        guard let block = braced(arm), let last = lastOfReturn(text(block)) else { continue }
        body =
          "\(text(range.lowerBound..<block.lowerBound)){\n\(indent)\treturn \(last)\n\(indent)}\n\(indent)return nil"
        cut.result = "error"
        let leave = text(block).replacing(last, with: "err")
        calls = "if err := \(call(of: cut)); err != nil \(leave)"
      case "rust":
        cut.result = "Result<(), Error>"
        body += "\n\(indent)Ok(())"
        calls = call(of: cut) + "?;"
      default: if endsStatements { calls += ";" }
      }
      return [
        Mutation.Edit(range: range, replacement: calls), declaration(of: cut, body: indent + body),
      ]
    }
    return nil
  }

  /// The error of `{ return 0, errors.New("x") }`, where that is all.
  private func lastOfReturn(_ block: String) -> String? {
    let line = block.dropFirst().dropLast().trimmedBoth
    guard line.hasPrefix("return "), !line.contains("\n") else { return nil }
    var depth = 0
    var start = line.index(line.startIndex, offsetBy: "return ".count)
    for index in line.indices[start...] {
      switch line[index] {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 0: start = line.index(after: index)
      case "\"", "`": return depth == 0 ? nil : String(line[start...]).trimmed
      default: continue
      }
    }
    return String(line[start...]).trimmed
  }

  // MARK: - In the words of each language

  private var isSnake: Bool { ["python", "ruby", "rust"].contains(family) }
  private var endsStatements: Bool { ["javascript", "typescript", "java", "csharp", "php"].contains(family) }
  private var isMethod: Bool { context.unit.kind == .method }
  private var isAsync: Bool { context.unit.traits.contains(.async) }

  private func call(of cut: Cut) -> String {
    let names = cut.names.map { family == "php" && !$0.hasPrefix("$") ? "$" + $0 : $0 }
    let call = "\(cut.name)(\(names.joined(separator: ", ")))"
    let waits = isAsync && cut.name.hasSuffix("est") ? "await " : ""
    switch family {
    case "python": return waits + (isMethod ? "self." : "") + call
    case "javascript", "typescript": return waits + (isMethod ? "this." : "") + call
    case "csharp": return waits + call
    case "php": return "$this->" + call
    case "go": return (context.unit.selfWord.map { $0 + "." } ?? "") + call
    case "rust": return (isMethod ? "self." : "") + call + (waits.isEmpty ? "" : ".await")
    case "swift": return (cut.fails ? "try " : "") + waits + call
    default: return call
    }
  }

  private func declaration(of cut: Cut, body: String) -> Mutation.Edit {
    let indent = indent(at: unitPlace.lowerBound)
    let waits = isAsync && cut.name.hasSuffix("est")
    func type(_ name: String, _ unknown: String) -> String {
      context.unit.parameters.first { $0.name == name }?.type ?? unknown
    }
    let plain = cut.names.joined(separator: ", ")
    var head: String
    switch family {
    case "python":
      let all = (isMethod ? ["self"] : []) + cut.names
      head = (waits ? "async " : "") + "def \(cut.name)(\(all.joined(separator: ", "))):"
    case "ruby": head = "def \(cut.name)(\(plain))"
    case "javascript": head = (waits ? "async " : "") + (isMethod ? "" : "function ") + "\(cut.name)(\(plain)) {"
    case "typescript":
      let typed = cut.names.map { "\($0): \(type($0, "any"))" }.joined(separator: ", ")
      let result = cut.result.isEmpty ? "" : ": " + cut.result
      head = (waits ? "async " : "") + (isMethod ? "private " : "function ")
      if isMethod, waits { head = "private async " }
      head += "\(cut.name)(\(typed))\(result) {"
    case "java", "csharp":
      let typed = cut.names.map { "\(type($0, family == "java" ? "Object" : "object")) \($0)" }.joined(separator: ", ")
      let fixed = isMethod ? "" : "static "
      let result = cut.result.isEmpty ? "void" : cut.result
      head = "private \(fixed)\(waits ? "async " : "")\(result) \(cut.name)(\(typed)) {"
    case "kotlin":
      let typed = cut.names.map { "\($0): \(type($0, "Any"))" }.joined(separator: ", ")
      head =
        "private \(waits ? "suspend " : "")fun \(cut.name)(\(typed))\(cut.result.isEmpty ? "" : ": " + cut.result) {"
    case "go":
      let typed = cut.names.map { "\($0) \(type($0, "any"))" }.joined(separator: ", ")
      head = "func \(receiver)\(cut.name)(\(typed)) \(cut.result) {"
    case "rust":
      let own = isMethod ? [text(unitPlace).contains("&mut self") ? "&mut self" : "&self"] : []
      let typed = (own + cut.names.map { "\($0): \(type($0, "&Value"))" }).joined(separator: ", ")
      head = "\(waits ? "async " : "")fn \(cut.name)(\(typed))\(cut.result.isEmpty ? "" : " -> " + cut.result) {"
    case "swift":
      let typed = cut.names.map { "_ \($0): \(type($0, "Any"))" }.joined(separator: ", ")
      let marks = (waits ? " async" : "") + (cut.fails ? " throws" : "")
      head = "private func \(cut.name)(\(typed))\(marks)\(cut.result.isEmpty ? "" : " -> " + cut.result) {"
    default:
      let typed = cut.names.map { ($0.hasPrefix("$") ? "" : "$") + $0 }.joined(separator: ", ")
      head = "private function \(cut.name)(\(typed))\(cut.result.isEmpty ? "" : ": " + cut.result)\n\(indent){"
    }
    let close =
      switch phrasing.blocks {
      case .indented: ""
      case .keywords: "\n\(indent)end"
      case .braces: "\n\(indent)}"
      }
    let end = unitPlace.upperBound
    return Mutation.Edit(range: end..<end, replacement: "\n\n\(indent)\(head)\n\(body)\(close)\n")
  }

  /// `(s *Stock) ` of a method in Go.
  private var receiver: String {
    let text = text(unitPlace)
    guard let word = text.firstRange(of: "func ("), let end = text[word.upperBound...].firstIndex(of: ")") else {
      return ""
    }
    return "(" + text[word.upperBound...end] + " "
  }
}

extension StringProtocol {
  var trimmedBoth: String { String(self).trimmed }
}
