import Behaviour
import TreeSitter

/// `runCatching { … }.onFailure { … }.getOrNull()`, taken apart.
struct KotlinResultChain {
  struct Link {
    let name: Int32
    let call: KotlinSyntax.Call
  }

  /// What is tried.
  let body: Int32
  /// What it is tried on: `file.runCatching { … }`.
  let receiver: Int32?
  /// What is done with the outcome, in order.
  let links: [Link]
  /// Whether anything is done with a failure; else the outcome goes on as a value.
  private(set) var deals = false

  init(body: Int32, receiver: Int32?, links: [Link]) {
    self.body = body
    self.receiver = receiver
    self.links = links
  }

  init?(_ node: Int32, _ kt: KotlinSyntax) {
    var links: [Link] = []
    var deals = false
    var at = node
    while let call = kt.call(at), let name = kt.calledName(call.callee) {
      if kt.isText(name, "runCatching"), let lambda = call.lambda {
        let isPlain = kt.kind(call.callee) == .identifier
        self.init(
          body: lambda,
          receiver: isPlain ? nil : kt.firstPart(call.callee),
          links: Array(links.reversed())
        )
        self.deals = deals
        return
      }
      let deal = KotlinResultChain.dealing.contains { kt.isText(name, $0) }
      guard deal || KotlinResultChain.passing.contains(where: { kt.isText(name, $0) }),
        kt.kind(call.callee) == .navigation, let base = kt.firstPart(call.callee), links.count < 16
      else { return nil }
      deals = deals || deal
      links.append(Link(name: name, call: call))
      at = kt.unwrap(base)
    }
    return nil
  }

  private static let dealing: [StaticString] = [
    "onFailure", "getOrNull", "getOrElse", "getOrDefault", "fold", "recover", "recoverCatching",
  ]
  private static let passing: [StaticString] = ["onSuccess", "map", "mapCatching"]
}

extension KotlinLowering {
  /// Writes `runCatching` and what is done with its outcome as an attempt.
  mutating func resultAttempt(_ node: Int32, _ chain: KotlinResultChain, _ role: Role, _ tail: Tail) {
    let success = chain.links.filter { isSuccess($0) }
    core.builder.open(.attempt, role, range(node), flags: [.byCall])
    let bodyTail: Tail = success.isEmpty ? tail : tail == .discarded ? .discarded : .value
    block(chain.body, .body, bodyTail, endOf: node)
    let handlers = chain.links.filter { !isSuccess($0) || kt.isText($0.name, "fold") }
    failureHandler(handlers, chain, node, tail)
    if !success.isEmpty {
      core.builder.open(.block, .otherwise, range(node))
      for link in success {
        guard let lambda = link.call.lambda ?? lambda(ofFold: link.call, 0), let taken = foldArm(link, lambda, 0) else {
          continue
        }
        declare(parameterOf: taken)
        statements(in: taken, link.name == success.last?.name ? tail : .discarded)
      }
      core.builder.close()
    }
    core.builder.close()
  }

  private func isSuccess(_ link: KotlinResultChain.Link) -> Bool {
    kt.isText(link.name, "onSuccess") || kt.isText(link.name, "map") || kt.isText(link.name, "mapCatching")
      || kt.isText(link.name, "fold")
  }

  /// Of `fold({ … }, { … })` and `fold(onSuccess = …, onFailure = …)` the function for success or failure.
  private func foldArm(_ link: KotlinResultChain.Link, _ lambda: Int32, _ index: Int) -> Int32? {
    kt.isText(link.name, "fold") ? self.lambda(ofFold: link.call, index) : lambda
  }

  private func lambda(ofFold call: KotlinSyntax.Call, _ index: Int) -> Int32? {
    let given = kt.given(call)
    let label: StaticString = index == 0 ? "onSuccess" : "onFailure"
    let labelled = given.first { kt.label(ofArgument: $0).map { kt.isText($0, label) } ?? false }
    let argument = labelled ?? (given.indices.contains(index) ? given[index] : nil)
    if let argument, let value = kt.value(ofArgument: argument), kind(value) == .lambda { return value }
    return index == given.count ? call.lambda : nil
  }

  private mutating func failureHandler(
    _ links: [KotlinResultChain.Link],
    _ chain: KotlinResultChain,
    _ node: Int32,
    _ tail: Tail
  ) {
    let functions = links.compactMap { link in
      kt.isText(link.name, "fold") ? lambda(ofFold: link.call, 1) : link.call.lambda
    }
    let parameter = functions.first.flatMap { parameterNames(of: $0).first }
    var name: NameID = 0
    if let parameter {
      name = core.name(kt.bare(parameter))
    } else if !functions.isEmpty {
      name = core.builder.name("it")
    }
    let bytes = links.first.map { range($0.name).lowerBound..<range(node).upperBound } ?? range(node)
    let index = core.builder.open(.handler, .handler, bytes, name: name)
    takesEverything(at: bytes.lowerBound)
    core.builder.open(.block, .body, bytes)
    for (position, link) in links.enumerated() {
      let isLast = position == links.count - 1
      let lambda = kt.isText(link.name, "fold") ? lambda(ofFold: link.call, 1) : link.call.lambda
      if let lambda {
        let symbol = declare(parameterOf: lambda)
        function.caught.append(symbol)
        statements(in: lambda, isLast && !kt.isText(link.name, "onFailure") ? tail : .discarded)
        function.caught.removeLast()
      } else if let value = kt.given(link.call).first.flatMap(kt.value) {
        fallback(value, tail)
      } else if kt.isText(link.name, "getOrNull"), tail != .discarded {
        fallback(nil, tail, at: range(link.name))
      }
    }
    core.builder.close()
    core.builder.close()
    note(links.isEmpty ? comments(in: chain.body) : functions.flatMap { comments(in: $0) }, at: index)
  }

  /// Writes the type of all failures: what is no `catch` takes each of them, and cannot do otherwise.
  private mutating func takesEverything(at start: Int) {
    let name = core.builder.name("Throwable")
    core.builder.leaf(.read, .type, start..<start, name: name, path: name)
  }

  /// The value that stands in for the one that failed; nil for null.
  private mutating func fallback(_ node: Int32?, _ tail: Tail, at bytes: Range<Int> = 0..<0) {
    let bytes = node.map { range($0) } ?? bytes
    if tail == .returned { core.builder.open(.return, .statement, bytes) }
    let role: Role = tail == .returned ? .value : .statement
    if let node {
      expression(node, role, tail == .returned ? [.returned] : tail == .discarded ? [.discarded] : [])
    } else {
      core.builder.leaf(.literal, role, bytes, detail: LiteralKind.null.rawValue)
    }
    if tail == .returned { core.builder.close() }
  }

  /// Declares the first parameter of a function that runs here, `it` where it names none.
  @discardableResult
  mutating func declare(parameterOf lambda: Int32) -> NameScope.Symbol {
    let name = parameterNames(of: lambda).first
    let symbol = name.map { core.symbol($0) } ?? core.scope.symbol("it")
    core.scope.declare(symbol, NameScope.Binding(kind: .local))
    return symbol
  }

  /// `flow.catch { error -> … }`, `future.exceptionally { error -> … }`.
  mutating func caught(_ node: Int32, _ receiver: Int32, _ role: Role, _ tail: Tail) {
    core.builder.open(.attempt, role, range(node), flags: [.byCall])
    core.builder.open(.block, .body, range(receiver))
    expression(receiver, .statement)
    core.builder.close()
    if let call = kt.call(node), let lambda = call.lambda, let name = kt.calledName(call.callee) {
      let parameter = parameterNames(of: lambda).first
      let index = core.builder.open(
        .handler,
        .handler,
        range(name).lowerBound..<range(node).upperBound,
        name: parameter.map { core.name(kt.bare($0)) } ?? core.builder.name("it")
      )
      takesEverything(at: range(name).lowerBound)
      function.caught.append(declare(parameterOf: lambda))
      block(lambda, .body, kt.isText(name, "catch") ? .discarded : tail, endOf: node)
      function.caught.removeLast()
      core.builder.close()
      note(comments(in: lambda), at: index)
    }
    core.builder.close()
  }

  // MARK: - try

  /// `try`, as a statement or for its value.
  ///
  /// - Returns: whether no way through it goes on.
  @discardableResult
  mutating func attempt(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool {
    core.builder.open(.attempt, role, range(node))
    let start = range(node).lowerBound + 3
    let clauses = kt.children(node).filter { kind($0) == .catchBlock || kind($0) == .finallyBlock }
    let end = clauses.first.map { range($0).lowerBound } ?? range(node).upperBound
    let body = core.builder.open(.block, .body, start..<max(start, end))
    var leaves = kt.first(.statements, in: node).map { statements(of: $0, tail) } ?? false
    core.builder.close()
    if core.builder.count == Int(body) + 1 { note(comments(in: node), at: body) }
    for clause in clauses {
      if kind(clause) == .catchBlock {
        let handles = handler(clause, tail)
        leaves = leaves && handles
      } else if block(clause, .finalizer, .discarded, endOf: node) {
        leaves = true
      }
    }
    core.builder.close()
    return leaves
  }

  private mutating func handler(_ node: Int32, _ tail: Tail) -> Bool {
    let name = kt.first(.identifier, in: node).flatMap { kt.isText($0, "_") ? nil : $0 }
    let type = kt.type(in: node)
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: name.map { core.name(kt.bare($0)) } ?? 0,
      flags: type == nil ? [.catchesAll] : []
    )
    var known: NameScope.Symbol = 0
    if let type {
      self.type(type, .type)
      known = declaredType(type)
    }
    let symbol = name.map { core.symbol($0) } ?? 0
    if symbol != 0 {
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(symbol, NameScope.Binding(kind: .local, type: known, certainty: certainty))
    }
    function.caught.append(symbol)
    let leaves = block(node, .body, tail, endOf: node)
    function.caught.removeLast()
    core.builder.close()
    note(comments(in: node), at: index)
    return leaves
  }
}
