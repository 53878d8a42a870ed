import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// A call that declares a test, a group of tests or a fixture; false for any other.
  mutating func test(_ call: Int32, statement: Int32, _ around: Surroundings) -> Bool {
    guard let test = JavaScriptTestCall(call, in: js), isTestFunction(call) else { return false }
    let title = test.title.map { Name(text: self.title($0), range: range($0)) }
    switch test.role {
    case .group:
      guard let body = js.child(test.callback, fields.body) else { return false }
      let name = title?.text ?? ""
      nested(container(name, around: body, in: range(statement), around), around, prefix: around.qualified(name)) {
        $0.statements(in: body, $1)
      }
    case .test, .fixture:
      let callee = js.child(call, fields.function) ?? call
      let name = title ?? Name(text: js.text(callee), range: range(callee))
      add(test.callback, range(call), name, test.role == .test ? .test : .closure, around)
    }
    return true
  }

  /// Tests that are declared for each element of an array: `cases.forEach((x) => { it(…) })`.
  mutating func testsInLoop(_ call: Int32, statement: Int32, _ around: Surroundings) -> Bool {
    guard let body = loopBody(of: call) else { return false }
    let before = result.units.count
    nested(container("", around: body, in: range(statement), around), around, prefix: around.prefix) {
      $0.statements(in: body, $1)
    }
    return result.units.count > before
  }

  /// In a file of tests, the block that a call runs for each element of an array.
  func loopBody(of call: Int32) -> Int32? {
    guard result.traits.contains(.test), let callee = js.child(call, fields.function), kind(callee) == .member,
      let property = js.child(callee, fields.property), js.isText(property, "forEach"),
      let arguments = js.child(call, fields.arguments), let function = js.firstNamed(arguments),
      js.isFunction(function), let body = js.child(function, fields.body), kind(body) == .statementBlock
    else { return nil }
    return body
  }

  /// The name in a test's title: a string without its quotes, else the expression as written.
  private func title(_ node: Int32) -> String {
    let inner = js.inner(node)
    return js.source.text(inner.lowerBound..<min(inner.upperBound, inner.lowerBound + 300))
  }

  /// Whether what is called is not a function of this very file that happens to be called `test`.
  private func isTestFunction(_ call: Int32) -> Bool {
    guard var callee = js.child(call, fields.function) else { return false }
    if kind(callee) == .call, let inner = js.child(callee, fields.function) { callee = inner }
    guard let root = js.root(ofPath: callee) else { return false }
    switch result.environment.names[js.text(root)] {
    case .function, .type: return false
    default: return true
    }
  }

  // MARK: - Functions given to calls

  /// The functions with a block for a body that a call at top level is given: a route's handler, a job, a component
  /// in its wrapper.
  ///
  /// - Parameter name: that of the value which the call makes, where it has one.
  mutating func closures(in call: Int32, named name: Name?, statement: Int32, _ around: Surroundings) {
    var found: [(function: Int32, name: Name)] = []
    var objects: [(object: Int32, name: Name)] = []
    var chain = call
    for _ in 0..<60 {
      guard kind(chain) == .call, let callee = js.child(chain, fields.function) else { break }
      collect(chain, callee, name, depth: 0, &found, &objects)
      guard kind(callee) == .member, let object = js.child(callee, fields.object) else { break }
      chain = js.unwrap(object)
    }
    found.sort { $0.function < $1.function }
    objects.sort { $0.object < $1.object }
    for closure in found {
      let isOnly = found.count == 1
      let whole = name == nil ? range(call) : range(from: statement, to: call)
      add(
        closure.function,
        isOnly ? whole : range(closure.function),
        isOnly ? closure.name : Name(text: closure.name.text, range: range(closure.function)),
        name == nil ? .closure : .function,
        around
      )
    }
    guard found.isEmpty, objects.count == 1, let only = objects.first else { return }
    object(only.object, named: only.name, in: range(statement), around)
  }

  private func collect(
    _ call: Int32,
    _ callee: Int32,
    _ name: Name?,
    depth: Int,
    _ found: inout [(function: Int32, name: Name)],
    _ objects: inout [(object: Int32, name: Name)]
  ) {
    guard depth < 4, let arguments = js.child(call, fields.arguments), !isInlined(callee) else { return }
    let label = name ?? Name(text: self.label(callee, arguments), range: range(callee))
    for argument in js.children(arguments) where js.syntax[argument].isNamed {
      let plain = js.unwrap(argument)
      switch kind(plain) {
      case .arrowFunction, .functionExpression, .generatorFunction:
        if js.hasBlock(plain) { found.append((plain, label)) }
      case .object: objects.append((plain, label))
      case .call:
        if let inner = js.child(plain, fields.function) {
          collect(plain, inner, label, depth: depth + 1, &found, &objects)
        }
      default: break
      }
    }
  }

  /// What is given to these runs where it stands: promises' handlers, loops over arrays.
  private func isInlined(_ callee: Int32) -> Bool {
    guard kind(callee) == .member, let property = js.child(callee, fields.property) else { return false }
    return JavaScriptOutliner.inlined.contains(js.text(property))
  }

  private static let inlined: Set<String> = [
    "then", "catch", "finally", "forEach", "map", "filter", "reduce", "reduceRight", "some", "every", "find",
    "findIndex", "findLast", "flatMap", "sort", "toSorted",
  ]

  /// The callee, and the first string that it is given: `app.get('/orders')`.
  private func label(_ callee: Int32, _ arguments: Int32) -> String {
    var text = js.text(callee)
    if text.utf8.count > 60 || text.contains(where: \.isNewline) {
      text = js.child(callee, fields.property).map { "." + js.text($0) } ?? String(text.prefix(20))
    }
    guard let first = js.firstNamed(arguments), kind(first) == .string || kind(first) == .template else { return text }
    let string = range(first)
    return text + "(" + js.source.text(string.lowerBound..<min(string.upperBound, string.lowerBound + 100)) + ")"
  }
}
