import TreeSitter

/// A call that declares a test, a group of tests, or what prepares and cleans up for them: Jest, Vitest, Mocha,
/// Jasmine, Cypress, Playwright, `node:test`.
struct JavaScriptTestCall {
  enum Role {
    case test, group, fixture
  }

  let role: Role
  let call: Int32
  /// The function that is given to it.
  let callback: Int32
  /// The name that is given to it; nil for a fixture.
  let title: Int32?
  /// Declared as one that does not run.
  let isSkipped: Bool

  /// - Parameter call: a call.
  init?(_ call: Int32, in js: JavaScriptSource) {
    guard js.kind(call) == .call, var callee = js.child(call, js.fields.function),
      let arguments = js.child(call, js.fields.arguments)
    else { return nil }
    // `it.each(table)("…", …)`, `` it.each`…`("…", …) ``.
    if js.kind(callee) == .call, let inner = js.child(callee, js.fields.function) { callee = inner }
    guard let root = js.root(ofPath: callee), js.kind(root) == .identifier,
      let words = JavaScriptTestCall.words(js.names(ofPath: callee))
    else { return nil }
    var function: Int32?
    var title: Int32?
    for argument in js.children(arguments) where js.syntax[argument].isNamed && js.kind(argument) != .comment {
      let plain = js.unwrap(argument)
      if js.isFunction(plain) { function = plain } else if title == nil, function == nil { title = plain }
    }
    guard let function, words.role == .fixture || title != nil else { return nil }
    if words.role == .group, !js.hasBlock(function) { return nil }
    role = words.role
    isSkipped = words.isSkipped
    self.call = call
    self.title = words.role == .fixture ? nil : title
    callback = function
  }

  /// The call around the function that is given to it.
  init?(around function: Int32, in js: JavaScriptSource) {
    var at = function
    while [.parenthesized, .as, .satisfies].contains(js.kind(js.parent(at))) { at = js.parent(at) }
    let arguments = js.parent(at)
    guard js.kind(arguments) == .arguments, let made = JavaScriptTestCall(js.parent(arguments), in: js),
      made.callback == function
    else { return nil }
    self = made
  }

  /// Whether a call names a test that is still to be written: `it("refunds")`, `it.todo("refunds")`.
  static func isAnnouncement(_ call: Int32, in js: JavaScriptSource) -> Bool {
    guard let callee = js.child(call, js.fields.function), let arguments = js.child(call, js.fields.arguments),
      let title = js.firstNamed(arguments), js.kind(title) == .string, js.lastNamed(arguments) == title,
      let root = js.root(ofPath: callee), js.kind(root) == .identifier
    else { return false }
    return words(js.names(ofPath: callee))?.role == .test
  }

  /// Whether a group around it is declared as one that does not run.
  func isInSkippedGroup(_ js: JavaScriptSource) -> Bool {
    var at = call
    for _ in 0..<200 {
      at = js.parent(at)
      guard at > 0 else { return false }
      if js.kind(at) == .call, let group = JavaScriptTestCall(at, in: js), group.isSkipped { return true }
    }
    return false
  }

  private static func words(_ names: [Substring]) -> (role: Role, isSkipped: Bool)? {
    guard let first = names.first else { return nil }
    var rest = names.dropFirst()
    var role: Role
    var isSkipped = false
    switch first {
    case "describe", "context", "suite", "fdescribe": role = .group
    case "xdescribe", "xcontext":
      role = .group
      isSkipped = true
    case "it", "test", "specify", "fit", "ftest": role = .test
    case "xit", "xtest", "xspecify":
      role = .test
      isSkipped = true
    case "beforeEach", "afterEach", "beforeAll", "afterAll", "before", "after", "setup", "teardown", "suiteSetup",
      "suiteTeardown":
      guard rest.isEmpty else { return nil }
      return (.fixture, false)
    case "Deno", "QUnit", "Bun":
      guard let second = rest.popFirst() else { return nil }
      switch second {
      case "test", "skip", "only", "todo": role = .test
      case "module": role = .group
      default: return nil
      }
      isSkipped = second == "skip" || second == "todo"
    default: return nil
    }
    for word in rest {
      switch word {
      case "describe", "suite": role = .group
      case "beforeEach", "afterEach", "beforeAll", "afterAll", "before", "after": role = .fixture
      case "skip", "fixme", "todo": isSkipped = true
      case "only", "each", "concurrent", "sequential", "serial", "parallel", "failing", "fails", "fail", "for",
        "skipIf", "runIf", "shuffle", "slow", "test", "it", "ignore":
        continue
      default: return nil
      }
    }
    return (role, isSkipped)
  }
}
