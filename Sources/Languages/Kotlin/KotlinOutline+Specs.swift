import Behaviour
import TreeSitter

/// Tests that are functions given to calls: Kotest's, Spek's.
extension KotlinOutline {
  /// What holds the tests of a type: the function in `: StringSpec({ … })`.
  func spec(in type: Int32) -> Int32? {
    for delegation in kt.children(type) where kt.kind(delegation) == .delegation {
      guard KotlinTests.isSpec(base: baseName(of: delegation)),
        let call = kt.first(.constructorInvocation, in: delegation),
        let list = kt.first(.arguments, in: call)
      else { continue }
      for argument in kt.children(list) where kt.kind(argument) == .argument {
        if let value = kt.value(ofArgument: argument), kt.kind(value) == .lambda { return value }
      }
    }
    return nil
  }

  /// The tests and the groups of tests in a function or a block.
  mutating func walkSpec(_ holder: Int32, in container: Int, prefix: String, depth: Int) {
    guard depth < KotlinOutline.depthLimit, let statements = kt.first(.statements, in: holder) else { return }
    for statement in kt.children(statements) where kt.isPart(statement) {
      if kt.kind(statement) == .function || kt[statement].isError { continue }
      guard let part = part(of: statement) else { continue }
      let name = kt.source.text(part.name)
      if part.isGroup {
        let index = add(container: name, statement, in: container, body: kt.bodyRange(part.lambda), owner: nil)
        walkSpec(part.lambda, in: index, prefix: prefix + name + ".", depth: depth + 1)
      } else {
        append(
          UnitSpan(
            node: part.lambda,
            range: kt.range(statement),
            nameRange: part.name,
            name: name,
            qualifiedName: prefix + name,
            kind: part.isTest ? .test : .closure,
            container: container
          )
        )
      }
    }
  }

  private struct Part {
    let name: Range<Int>
    let lambda: Int32
    let isGroup: Bool
    let isTest: Bool
  }

  private func part(of statement: Int32) -> Part? {
    let node = kt.unwrap(statement)
    switch kt.kind(node) {
    case .additive, .infix:
      // `"name" - { … }`, `"name" should { … }`: a group.
      guard let first = kt.firstPart(node), let last = kt.lastPart(node), kt.kind(first) == .string,
        kt.kind(last) == .lambda
      else { return nil }
      return Part(name: inner(first), lambda: last, isGroup: true, isTest: false)
    case .call: return part(ofCall: node)
    default: return nil
    }
  }

  private func part(ofCall node: Int32) -> Part? {
    guard let call = kt.call(node), let lambda = call.lambda else { return nil }
    var callee = call.callee
    var arguments = kt.given(call)
    // `test("name").config(…) { … }`
    if kt.kind(callee) == .navigation, let base = kt.firstPart(callee).map(kt.unwrap) {
      if kt.kind(base) == .string { return Part(name: inner(base), lambda: lambda, isGroup: false, isTest: true) }
      guard let configured = kt.call(base) else { return nil }
      callee = configured.callee
      arguments = kt.given(configured)
    }
    if kt.kind(callee) == .string { return Part(name: inner(callee), lambda: lambda, isGroup: false, isTest: true) }
    guard kt.kind(callee) == .identifier else { return nil }
    let word = kt.bareText(callee)
    if KotlinTests.specFixtures.contains(word) {
      return Part(name: kt.range(callee), lambda: lambda, isGroup: false, isTest: false)
    }
    guard let first = arguments.first.flatMap(kt.value), kt.kind(first) == .string else { return nil }
    if KotlinTests.groups.contains(word) {
      return Part(name: inner(first), lambda: lambda, isGroup: true, isTest: false)
    }
    guard KotlinTests.tests.contains(word) else { return nil }
    return Part(name: inner(first), lambda: lambda, isGroup: false, isTest: true)
  }

  private func inner(_ string: Int32) -> Range<Int> {
    let bytes = kt.range(string)
    guard bytes.count >= 2 else { return bytes }
    return bytes.lowerBound + 1..<bytes.upperBound - 1
  }
}
