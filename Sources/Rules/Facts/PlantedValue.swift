import Behaviour
import Knowledge

/// What a test tells a double to answer.
struct PlantedValue {
  /// Where it is told.
  let node: NodeIndex
  /// The function that will answer, as the test writes it: `repo.get`, `repo.` for any of its own; or by its canonical
  /// path.
  let target: String
  let isPath: Bool
  /// What it will answer; nil where that is not one value.
  let value: NodeIndex?

  /// Whether the answer of a call is this one.
  func answers(_ call: NodeIndex, in context: UnitContext) -> Bool {
    if isPath { return context.tree.path(call) == target }
    let name = context.tree.name(call)
    if target.hasSuffix(".") { return name.hasPrefix(target) }
    // Moq's `repo.Object.Get`, and what stands for it in a Java mock of Kotlin.
    return name == target || name.replacing(".Object.", with: ".") == target
  }

  /// A cheap look at whether a test may tell anything to a double.
  static func mayBe(in tree: BehaviourTree) -> Bool {
    tree.names.contains { name in
      let last = NameReading.last(name)
      return planters.contains(String(last)) || last == "return_value" || isHandMade(last)
    }
  }

  private static let planters: Set<String> = [
    "thenReturn", "willReturn", "returns", "returnsMany", "Returns", "ReturnsAsync", "mockReturnValue",
    "mockResolvedValue", "mockReturnValueOnce", "mockResolvedValueOnce", "and_return", "andReturn", "Return",
    "return_const", "returning", "return_once", "returnValue", "resolves", "doReturn", "double", "instance_double",
    "Mock", "MagicMock", "AsyncMock", "patch", "andReturns", "object", "method",
  ]

  /// `MockRates`, `StubMailer`
  private static func isHandMade(_ type: Substring) -> Bool {
    guard NameReading.isCapitalized(type), type.utf8.count > 6 else { return false }
    return (type.hasPrefix("Mock") || type.hasPrefix("Stub")) && NameReading.words(type).count > 1
  }

  static func all(in context: UnitContext) -> [PlantedValue] {
    var found: [PlantedValue] = []
    let tree = context.tree
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .call: found += PlantedValue.told(by: node, in: context)
      case .assign:
        guard let target = tree.child(node, .target), let value = tree.child(node, .value) else { continue }
        let name = tree.name(target)
        // `repo.get.return_value = order`
        if name.hasSuffix(".return_value") {
          found.append(PlantedValue(node: node, target: String(name.dropLast(13)), isPath: false, value: value))
        } else if name.utf8.contains(UInt8(ascii: ".")) {
          // `repo.found = order`, where somebody wrote a class that gives back what it is set to.
          let made = context.flow.definitions(ofNameAt: target)
          guard made.count == 1, let maker = made[0].value, tree[maker].has(.constructs),
            isHandMade(NameReading.last(tree.name(maker)))
          else { continue }
          let root = String(NameReading.root(name)) + "."
          found.append(PlantedValue(node: node, target: root, isPath: false, value: value))
        }
      default: continue
      }
    }
    return found
  }

  // MARK: - Calls

  private static func told(by call: NodeIndex, in context: UnitContext) -> [PlantedValue] {
    let tree = context.tree
    let name = tree.name(call)
    let last = String(NameReading.last(name))
    switch last {
    case "Mock", "MagicMock", "AsyncMock", "double", "instance_double", "patch", "object":
      return toldAtBirth(call, in: context)
    case "doReturn": return []
    default: break
    }
    guard planters.contains(last), let value = answer(of: call, in: tree) else { return [] }
    guard let target = target(of: call, last, in: context) else { return [] }
    return [PlantedValue(node: call, target: target, isPath: false, value: value.node)]
  }

  /// What a call that plants is given; a function that computes its answer is none.
  private static func answer(of call: NodeIndex, in tree: BehaviourTree) -> (node: NodeIndex?, isOne: Bool)? {
    guard let argument = tree.child(call, .argument), let value = tree.child(argument, .value) else { return nil }
    guard tree.kind(value) == .closure else { return (value, true) }
    guard let body = tree.child(value, .body), let only = tree.children(body).first(where: { _ in true }),
      tree.kind(only) == .return, let given = tree.child(only, .value),
      !tree.subtree(given).contains(where: { tree[$0].placeKind == .parameter && tree.kind($0) == .read })
    else { return nil }
    return (given, true)
  }

  /// The function that is told.
  private static func target(of call: NodeIndex, _ last: String, in context: UnitContext) -> String? {
    let tree = context.tree
    // `repo.find.mockReturnValue(order)`
    let base = String(NameReading.base(tree.name(call)))
    if !base.isEmpty, last.hasPrefix("mock") { return base }
    guard let receiver = tree.child(call, .receiver) else { return nil }
    if last == "and_return" { return rubyTarget(of: call, receiver, in: tree) }
    if last.hasPrefix("mock") || last == "returns" && isFresh(receiver, in: tree) {
      return spied(receiver, in: tree) ?? owner(of: call, in: tree)
    }
    return subject(of: receiver, in: context)
  }

  private static func isFresh(_ call: NodeIndex, in tree: BehaviourTree) -> Bool {
    let last = NameReading.last(tree.name(call))
    return last == "stub" || last == "fn"
  }

  /// `jest.spyOn(service, 'load')`
  private static func spied(_ call: NodeIndex, in tree: BehaviourTree) -> String? {
    guard tree.kind(call) == .call, ["spyOn", "stub", "method", "replace"].contains(NameReading.last(tree.name(call)))
    else { return nil }
    return memberNamed(in: call, tree)
  }

  /// An object and a text among the arguments of a call: the member of that name.
  private static func memberNamed(in call: NodeIndex, _ tree: BehaviourTree) -> String? {
    let given = tree.children(call, .argument).compactMap { tree.child($0, .value) }
    guard given.count >= 2, tree.kind(given[0]) == .read, tree.kind(given[1]) == .literal,
      tree[given[1]].literalKind == .string
    else { return nil }
    return tree.name(given[0]) + "." + tree.name(given[1])
  }

  /// Where a new function is put: `repo = { find: jest.fn().mockReturnValue(order) }`, `find = jest.fn()…`.
  private static func owner(of call: NodeIndex, in tree: BehaviourTree) -> String? {
    var path: [String] = []
    for above in tree.ancestors(call) {
      switch tree.kind(above) {
      case .argument where !tree.name(above).isEmpty: path.append(tree.name(above))
      case .collection, .operation: continue
      case .assign:
        guard let target = tree.child(above, .target) else { return nil }
        return ([tree.name(target)] + path.reversed()).joined(separator: ".")
      default: return nil
      }
    }
    return nil
  }

  /// `allow(repo).to receive(:get).and_return(order)`
  private static func rubyTarget(of call: NodeIndex, _ receiver: NodeIndex, in tree: BehaviourTree) -> String? {
    var message: String?
    var at: NodeIndex? = receiver
    for _ in 0..<6 {
      guard let node = at, tree.kind(node) == .call else { break }
      if NameReading.last(tree.name(node)) == "receive" {
        message = tree.child(node, .argument).flatMap { tree.child($0, .value) }.map { tree.name($0) }
      }
      at = tree.child(node, .receiver)
    }
    guard let message else { return nil }
    for above in tree.ancestors(call) where tree.kind(above) == .call {
      guard NameReading.last(tree.name(above)) == "to", let allowed = tree.child(above, .receiver),
        let argument = tree.child(allowed, .argument), let object = tree.child(argument, .value),
        tree.kind(object) == .read
      else { continue }
      return tree.name(object) + "." + message.drop { $0 == ":" }
    }
    return nil
  }

  /// The call that stands for the one to come: `when(repo.get(1))`, `every { repo.get(1) }`,
  /// `repo.Setup(r => r.Get(1))`, `repo.method('get')`, `repo.On("Get")`, `repo.expect_get()`.
  private static func subject(of receiver: NodeIndex, in context: UnitContext) -> String? {
    let tree = context.tree
    var call = receiver
    for _ in 0..<8 {
      guard tree.kind(call) == .call else { return nil }
      let name = tree.name(call)
      let last = String(NameReading.last(name))
      switch last {
      case "when", "given", "every", "coEvery":
        for at in tree.subtree(call) where at != call && tree.kind(at) == .call && !tree.name(at).hasPrefix(".") {
          return tree.name(at).isEmpty ? nil : tree.name(at)
        }
        return nil
      case "Setup", "SetupGet":
        let root = NameReading.base(name)
        for at in tree.subtree(call) where at != call && tree.kind(at) == .call {
          return root.isEmpty ? nil : root + "." + NameReading.last(tree.name(at))
        }
        return nil
      case "method", "shouldReceive", "On", "allows", "expects":
        if let object = object(of: call, in: tree), let argument = tree.child(call, .argument),
          let value = tree.child(argument, .value), tree.kind(value) == .literal, tree[value].literalKind == .string
        {
          return object + "." + tree.name(value)
        }
      default:
        if last.hasPrefix("expect_"), let object = object(of: call, in: tree) {
          return object + "." + last.dropFirst(7)
        }
      }
      guard let next = tree.child(call, .receiver) else {
        // `repo.Get(1).Returns(order)`: the call itself, on what was made to stand in.
        let isDouble = context.flow.definitions(ofNameAt: call).contains { definition in
          definition.value.flatMap { context.call($0)?.known?.part } == .mock
        }
        return isDouble ? name : nil
      }
      call = next
    }
    return nil
  }

  private static func object(of call: NodeIndex, in tree: BehaviourTree) -> String? {
    let base = NameReading.base(tree.name(call))
    if !base.isEmpty { return String(base) }
    guard let receiver = tree.child(call, .receiver), tree.kind(receiver) == .call else { return nil }
    let inner = NameReading.base(tree.name(receiver))
    return inner.isEmpty ? nil : String(inner)
  }

  // MARK: - Told when it is made

  /// `Mock(return_value=order)`, `patch.object(service, "load", return_value=order)`, `double("Repo", find: order)`.
  private static func toldAtBirth(_ call: NodeIndex, in context: UnitContext) -> [PlantedValue] {
    let tree = context.tree
    let labelled = tree.children(call, .argument).filter { !tree.name($0).isEmpty }
    guard !labelled.isEmpty else { return [] }
    let last = String(NameReading.last(tree.name(call)))
    let given = tree.children(call, .argument).compactMap { tree.child($0, .value) }
    var found: [PlantedValue] = []
    for argument in labelled {
      let label = tree.name(argument)
      guard let value = tree.child(argument, .value) else { continue }
      switch last {
      case "double", "instance_double":
        guard let name = owner(of: call, in: tree) else { continue }
        found.append(PlantedValue(node: call, target: name + "." + label, isPath: false, value: value))
      case "patch" where label == "return_value":
        guard let first = given.first, tree.kind(first) == .literal else { continue }
        found.append(PlantedValue(node: call, target: tree.name(first), isPath: true, value: value))
      case "object" where label == "return_value":
        guard let member = memberNamed(in: call, tree) else { continue }
        found.append(PlantedValue(node: call, target: member, isPath: false, value: value))
      case "Mock", "MagicMock", "AsyncMock":
        guard let name = owner(of: call, in: tree) else { continue }
        let target =
          label == "return_value" ? name : label.hasSuffix(".return_value") ? name + "." + label.dropLast(13) : ""
        if !target.isEmpty {
          found.append(PlantedValue(node: call, target: String(target), isPath: false, value: value))
        }
      default: continue
      }
    }
    return found
  }
}
