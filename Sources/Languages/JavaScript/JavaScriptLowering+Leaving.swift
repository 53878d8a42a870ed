import Behaviour
import TreeSitter

extension JavaScriptLowering {
  mutating func returnStatement(_ node: Int32) {
    guard let value = js.firstNamed(node) else {
      builder.leaf(.return, .statement, range(node))
      return
    }
    returned(value, range(node))
  }

  /// Writes that a value is returned; `Promise.reject(e)` is a failure.
  mutating func returned(_ value: Int32, _ range: Range<Int>? = nil) {
    let range = range ?? self.range(value)
    let plain = js.unwrap(value)
    if kind(plain) == .call, let callee = js.child(plain, fields.function), js.isText(callee, "Promise.reject") {
      builder.open(.raise, .statement, range, name: builder.name("reject"))
      if let arguments = js.child(plain, fields.arguments), let error = js.firstNamed(arguments) {
        raised(error)
      }
      builder.close()
      return
    }
    builder.open(.return, .statement, range)
    expression(value, .value, .returned)
    builder.close()
  }

  mutating func throwStatement(_ node: Int32) {
    guard let value = js.firstNamed(node) else {
      builder.leaf(.raise, .statement, range(node))
      return
    }
    let plain = js.unwrap(value)
    if kind(plain) == .identifier {
      let name = name(plain)
      if handlers.reversed().prefix(while: { $0 != 0 }).contains(name) {
        builder.open(.propagate, .statement, range(node))
        expression(plain, .value)
        builder.close()
        return
      }
    }
    builder.open(.raise, .statement, range(node))
    raised(value)
    builder.close()
  }

  /// Writes a failure, and the one that it names as its cause.
  private mutating func raised(_ value: Int32) {
    let plain = js.unwrap(value)
    guard let options = causeOptions(of: plain) else {
      expression(value, .value)
      return
    }
    // Options that hold nothing else are not written twice.
    let isOnly = js.children(options).filter { js.syntax[$0].isNamed && kind($0) != .comment }.count == 1
    if isOnly, kind(plain) == .new { new(plain, .value, [], without: options) } else { expression(value, .value) }
    cause(in: options)
  }

  /// The options in which a new error names its cause: `new Error("…", { cause: error })`.
  private func causeOptions(of error: Int32) -> Int32? {
    guard kind(error) == .new || kind(error) == .call, let arguments = js.child(error, fields.arguments) else {
      return nil
    }
    return js.children(arguments).first { argument in
      kind(argument) == .object && js.children(argument).contains { isCause($0) }
    }
  }

  private func isCause(_ entry: Int32) -> Bool {
    if kind(entry) == .shorthand { return js.isText(entry, "cause") }
    return kind(entry) == .pair && js.child(entry, fields.key).map { js.isText($0, "cause") } == true
  }

  private mutating func cause(in options: Int32) {
    guard let entry = js.children(options).first(where: { isCause($0) }) else { return }
    expression(kind(entry) == .pair ? js.child(entry, fields.value) ?? entry : entry, .cause)
  }
}
