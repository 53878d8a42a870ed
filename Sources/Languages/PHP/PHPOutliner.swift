import Behaviour
import TreeSitter

/// Reads what stands where in a file: one walk over its statements, one look at each of its nodes for comments and for
/// what does not parse, and one look into each type for its fields.
struct PHPOutliner {
  let php: PHPSyntax
  let grammar: PHPGrammar
  var outline = Outline()
  /// Values that names of the file are given, in reading order.
  var values: [(name: Int32, value: Int32)] = []
  /// The types of the file, with the indices of their containers.
  var types: [(node: Int32, container: Int)] = []
  var testCaseNames: Set<String> = []
  /// The functions that are units, by their node.
  var unitNodes: Set<Int32> = []

  static let depthLimit = 60
  /// Under which the environment holds the namespace of the file: a word that can name nothing else.
  static let namespaceKey = "namespace"

  /// Where a statement stands.
  struct Surroundings {
    var container: Int?
    /// The names of the containers around, each with a dot behind it.
    var prefix = ""
    var depth = 0
    /// The statement around that starts a container of its own, where one must be made for what stands in this block.
    var outer: Int32?
  }

  init(source: Source, grammar: PHPGrammar) {
    php = PHPSyntax(source, grammar)
    self.grammar = grammar
  }

  mutating func read() -> Outline {
    outline.traits = FileTraits(path: php.source.path)
    if (php.source.path.split(separator: "/").last ?? "").split(separator: ".").first?.hasSuffix("Test") == true {
      outline.traits.insert(.test)
    }
    if FileTraits.areGenerated(php.source.bytes) { outline.traits.insert(.generated) }
    // What is run by name: a script, a command of a console.
    if php.source.bytes.starts(with: "#!".utf8) || php.source.path.contains("Console/Commands/") {
      outline.traits.insert(.script)
    }
    lookAtEveryNode()
    walk(0, section())
    resolveValues()
    resolveOwners()
    if outline.units.contains(where: { $0.kind == .test }) { outline.traits.insert(.test) }
    if acts() { outline.units.append(.module(of: php.source)) }
    return outline
  }

  /// All that stands behind the first tag is in a container whose head is that tag: a piece of PHP parses alone only
  /// behind one.
  private mutating func section() -> Surroundings {
    let bytes = php.source.bytes
    for (index, node) in php.nodes.enumerated() where php.kinds[node.kind] == .tag {
      let tag = php.range(Int32(truncatingIfNeeded: index))
      guard !php.source.isText(tag, "<?=") else { continue }
      let hasBlank = tag.upperBound < bytes.count && bytes[tag.upperBound] <= UInt8(ascii: " ")
      let start = tag.upperBound + (hasBlank ? 1 : 0)
      outline.containers.append(
        Container(
          parent: nil,
          name: "",
          head: tag.lowerBound..<start,
          body: start..<bytes.count,
          tail: bytes.count..<bytes.count,
          owner: nil
        )
      )
      return Surroundings(container: 0)
    }
    return Surroundings()
  }

  // MARK: - Statements

  mutating func walk(_ parent: Int32, _ around: Surroundings) {
    guard around.depth < PHPOutliner.depthLimit else { return }
    var inner = around
    inner.depth += 1
    for node in php.children(parent) {
      switch php.kind(node) {
      case .function: add(function: node, around)
      case .class, .interface, .trait, .enum: add(type: node, from: node, around)
      case .namespace: namespace(node, inner)
      case .use: add(imports: node)
      case .expressionStatement: expressionStatement(node, inner)
      case .return:
        // What a migration gives: `return new class extends Migration { … };`
        if let type = anonymousClass(in: node) { add(type: type, from: node, around) }
      case .if, .while, .for, .foreach, .try, .switch, .do, .declare: blocks(in: node, outer: node, inner)
      case .compound: block(node, outer: node, inner)
      default:
        // In text that does not parse stands much that does.
        if php[node].isError { walk(node, inner) }
      }
    }
  }

  /// The blocks of a statement, in which functions may be declared: `if (!function_exists('f')) { function f() {} }`.
  private mutating func blocks(in node: Int32, outer: Int32, _ around: Surroundings) {
    guard around.depth < PHPOutliner.depthLimit else { return }
    var inner = around
    inner.depth += 1
    for part in php.children(node) {
      switch php.kind(part) {
      case .compound: block(part, outer: outer, inner)
      case .colonBlock: walk(part, inner)
      case .else, .elseIf, .catchClause, .finallyClause, .switchBlock, .case, .defaultCase:
        blocks(in: part, outer: outer, inner)
      case .if where php.kind(node) == .else: blocks(in: part, outer: outer, inner)
      default: break
      }
    }
  }

  private mutating func block(_ block: Int32, outer: Int32, _ around: Surroundings) {
    nested(container("", around: block, in: php.range(outer), around), around, prefix: around.prefix) {
      $0.walk(block, $1)
    }
  }

  private mutating func namespace(_ node: Int32, _ around: Surroundings) {
    if let name = php.child(node, php.fields.name) {
      let path = php.dotted(name)
      outline.environment.names[PHPOutliner.namespaceKey] = .value(type: path, certainty: .import)
    }
    guard let body = php.child(node, php.fields.body) else { return }
    nested(container("", around: body, in: php.range(node), around), around, prefix: around.prefix) {
      $0.walk(body, $1)
    }
  }

  /// The type without a name of which a statement gives an object, and does nothing else.
  func anonymousClass(in statement: Int32) -> Int32? {
    guard let value = php.firstPart(statement).map(php.unwrap), php.kind(value) == .new else { return nil }
    return php.firstPart(value).flatMap { php.kind($0) == .anonymousClass ? $0 : nil }
  }

  // MARK: - Containers

  /// The container whose body stands between the braces of a node.
  func container(_ name: String, around braces: Int32, in whole: Range<Int>, _ around: Surroundings) -> Container {
    let inner = php.range(braces)
    let hasBrace = php.source.slice(inner).first == UInt8(ascii: "{")
    let start = min(inner.lowerBound + (hasBrace ? 1 : 0), inner.upperBound)
    // While it is typed, nothing may close it.
    let contentEnd = php.children(braces).reduce(start) { max($0, php.range($1).upperBound) }
    let isClosed = contentEnd < inner.upperBound && php.source.slice(inner).last == UInt8(ascii: "}")
    let end = max(start, isClosed ? inner.upperBound - 1 : inner.upperBound)
    return Container(
      parent: around.container,
      name: name,
      head: whole.lowerBound..<max(whole.lowerBound, start),
      body: start..<end,
      tail: end..<max(end, whole.upperBound),
      owner: nil
    )
  }

  /// Adds a container and what stands in it; takes it away again where nothing does.
  mutating func nested(
    _ container: Container,
    _ around: Surroundings,
    prefix: String,
    _ content: (inout Self, Surroundings) -> Void
  ) {
    guard around.depth < PHPOutliner.depthLimit else { return }
    let index = outline.containers.count
    let before = outline.units.count
    outline.containers.append(container)
    content(&self, Surroundings(container: index, prefix: prefix, depth: around.depth + 1))
    if outline.units.count == before, outline.containers.count == index + 1 { outline.containers.removeLast() }
  }

  // MARK: - Every node

  private mutating func lookAtEveryNode() {
    var brokenEnd: Int32 = 0
    for index in php.nodes.indices {
      let node = php.nodes[index]
      if php.kinds[node.kind] == .comment { outline.comments.append(node.bytes) }
      guard index >= Int(brokenEnd), node.isError || node.isMissing else { continue }
      brokenEnd = node.next
      outline.broken.append(node.bytes)
    }
  }

  // MARK: - Code at top level

  /// Whether anything but definitions, imports and constants stands outside of functions, or might.
  private func acts() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: php.nodes.count)
    while at < end {
      let node = php[at]
      switch php.kinds[node.kind] {
      case .function, .class, .interface, .trait, .enum, .use, .comment, .const, .declare, .text: at = node.next
      case .return:
        guard let type = anonymousClass(in: at), !php.has(.arguments, in: type) else {
          at &+= 1
          continue
        }
        at = node.next
      case .closure, .arrow:
        let isGroup = PHPTestCall(around: at, in: php)?.role == .group
        at = isGroup ? at &+ 1 : node.next
      case .call where isDeclaration(at): at &+= 1
      case .memberCall where isDeclaration(at): at &+= 1
      case .call, .memberCall, .nullsafeMemberCall, .scopedCall, .new, .throw, .foreach, .for, .while, .do, .switch,
        .match, .augmentedAssignment, .update, .echo, .exit, .unset, .print, .include, .includeOnce, .require,
        .requireOnce, .shell, .yield, .try:
        return true
      default:
        if node.isError || node.isMissing { return true }
        at &+= 1
      }
    }
    return false
  }

  /// A call that only declares a test, a group of tests or a fixture.
  private func isDeclaration(_ call: Int32) -> Bool {
    guard let test = PHPTestCall(call, in: php) else { return false }
    return test.role == .group || unitNodes.contains(test.callback)
  }
}
