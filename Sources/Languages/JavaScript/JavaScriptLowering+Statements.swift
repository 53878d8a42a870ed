import Behaviour
import TreeSitter

/// What the statements of a block came to.
struct BlockOutcome {
  /// How many nodes they wrote.
  var count = 0
  /// The last of them leaves the block early: what follows the block does not run.
  var leaves = false
}

extension JavaScriptLowering {
  /// Writes the statements below a node into the block that is open.
  @discardableResult
  mutating func statements(of node: Int32) -> BlockOutcome {
    scope.enterBlock()
    hoist(node)
    var outcome = BlockOutcome()
    var held = 0
    for child in js.children(node) {
      if let using = self.using(child), builder.depth < LoweringCore.depthLimit {
        // What is used is held to the end of the block.
        held += hold(using, until: range(node).upperBound)
        outcome = BlockOutcome(count: outcome.count + 1)
      } else {
        add(child, to: &outcome)
      }
    }
    for _ in 0..<held { builder.close() }
    scope.leaveBlock()
    return outcome
  }

  mutating func add(_ child: Int32, to outcome: inout BlockOutcome) {
    guard js.syntax[child].isNamed || js.syntax[child].isMissing else { return }
    let before = builder.count
    let leaves = statement(child)
    guard builder.count > before else { return }
    outcome.count += 1
    outcome.leaves = leaves
  }

  /// A block, or a single statement in its place, as a block in a role.
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role) -> BlockOutcome {
    let index = builder.open(.block, role, range(node))
    var outcome = BlockOutcome()
    if kind(node) == .statementBlock {
      outcome = statements(of: node)
      note(emptyBlock: node, at: index, statements: outcome.count)
    } else {
      add(node, to: &outcome)
    }
    builder.close()
    return outcome
  }

  /// Remembers what a person wrote in a block in which nothing else stands.
  mutating func note(emptyBlock node: Int32, at index: NodeIndex, statements: Int) {
    guard statements == 0 else { return }
    note(commentIn: node, at: index)
  }

  /// Marks a node with the first comment inside of some syntax.
  mutating func note(commentIn node: Int32, at index: NodeIndex) {
    var at = node &+ 1
    let end = js.syntax[node].next
    while at < end {
      if kind(at) == .comment, !JavaScriptComment.isForTools(js.slice(at)) {
        builder.insert(.commented, at: index)
        builder.setNote(builder.name(JavaScriptComment.text(js.slice(at), limit: 200)), at: index)
        return
      }
      at &+= 1
    }
  }

  /// Declares the names that stand for something in a whole block, before their declaration too.
  private mutating func hoist(_ block: Int32) {
    // At top level they are names of the file.
    guard block != 0 else { return }
    for child in js.children(block) {
      switch kind(child) {
      case .functionDeclaration, .generatorDeclaration, .classDeclaration, .abstractClassDeclaration:
        if let name = js.child(child, fields.name) { scope.declare(self.name(name), .local) }
      case .lexicalDeclaration, .variableDeclaration:
        for declarator in js.children(child) where kind(declarator) == .variableDeclarator {
          guard let name = js.child(declarator, fields.name), kind(name) == .identifier else { continue }
          scope.declare(self.name(name), .local)
        }
      default: break
      }
    }
  }

  /// Writes a statement; whether what follows it does not run.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = js.syntax[node]
    if found.isError || found.isMissing {
      unknown(.statement, node)
      return false
    }
    let index = NodeIndex(truncatingIfNeeded: builder.count)
    let leaves = dispatch(statement: node, found)
    if found.hasError, kind(node) != .statementBlock { damage(in: node, at: index) }
    return leaves
  }

  private mutating func dispatch(statement node: Int32, _ found: SyntaxNode) -> Bool {
    switch js.kinds[found] {
    case .comment, .htmlComment, .hashBang, .emptyStatement, .debuggerStatement, .importStatement, .importAlias,
      .interfaceDeclaration, .typeAlias, .ambientDeclaration, .functionSignature, .statementIdentifier:
      break
    case .expressionStatement: expressionStatement(node)
    case .lexicalDeclaration, .variableDeclaration: declaration(node)
    case .returnStatement:
      returnStatement(node)
      return true
    case .throwStatement:
      throwStatement(node)
      return true
    case .ifStatement: return ifStatement(node)
    case .tryStatement: return tryStatement(node)
    case .switchStatement: return switchStatement(node)
    case .forInStatement: forInStatement(node)
    case .forStatement: forStatement(node)
    case .whileStatement: whileStatement(node)
    case .doStatement: doStatement(node)
    case .breakStatement, .continueStatement:
      let jump: JumpKind = js.kinds[found] == .breakStatement ? .break : .continue
      let label = js.child(node, fields.label)
      let name = label.map { js.slice($0) }.map { builder.name($0) } ?? 0
      builder.leaf(.jump, .statement, found.bytes, name: name, detail: jump.rawValue)
      return true
    case .statementBlock: return statements(of: node).leaves
    case .labeledStatement:
      if let body = js.child(node, fields.body) { return statement(body) }
    case .functionDeclaration, .generatorDeclaration: closure(node, .statement)
    case .classDeclaration, .abstractClassDeclaration: classBody(of: node)
    case .exportStatement: exportStatement(node)
    case .module, .internalModule:
      if let body = js.child(node, fields.body) { statements(of: body) }
    case .enumDeclaration: enumDeclaration(node)
    case .withStatement: withStatement(node)
    default: expression(node, .statement, .discarded)
    }
    return false
  }

  /// An expression on its own. Several with commas between them are several statements.
  private mutating func expressionStatement(_ node: Int32) {
    guard let first = js.firstNamed(node) else { return }
    var expression = first
    while kind(expression) == .parenthesized, let inner = js.firstNamed(expression) { expression = inner }
    switch kind(expression) {
    case .sequence:
      for part in js.children(expression) where js.syntax[part].isNamed { discarded(part) }
    case .internalModule: statement(expression)
    default: discarded(first)
    }
  }

  mutating func discarded(_ node: Int32) {
    if kind(node) == .comment { return }
    // `"use strict"`.
    if kind(node) == .string, kind(js.parent(node)) == .expressionStatement { return }
    if chaiProperty(node) || decision(node) { return }
    expression(node, .statement, .discarded)
  }

  private mutating func exportStatement(_ node: Int32) {
    decorators(of: node)
    if let declaration = js.child(node, fields.declaration) {
      statement(declaration)
    } else if let value = js.child(node, fields.value) {
      if units[value] == nil { expression(value, .statement, []) }
    } else if js.child(node, fields.source) == nil {
      // `export = value`.
      for child in js.children(node) where js.syntax[child].isNamed && kind(child) != nil && kind(child) != .comment {
        expression(child, .statement, [])
      }
    }
  }

  private mutating func enumDeclaration(_ node: Int32) {
    guard let body = js.child(node, fields.body) else { return }
    for member in js.children(body) where kind(member) == .enumAssignment {
      guard let value = js.child(member, fields.value), kind(value) != .string, kind(value) != .number else { continue }
      expression(value, .statement, [])
    }
  }

  private mutating func withStatement(_ node: Int32) {
    builder.open(.unknown, .statement, range(node))
    if let object = js.child(node, fields.object) { expression(object, .statement, []) }
    if let body = js.child(node, fields.body) { block(body, .body) }
    builder.close()
  }
}
