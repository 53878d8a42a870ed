import Behaviour
import Knowledge

/// A place where a value decides what a call does outside.
struct InputSink {
  enum Kind { case fields, amount, size, path, address, statement, command }

  let kind: Kind
  let value: NodeIndex
  /// The call is of a type of which nothing is known.
  var isOfUnknownType = false

  /// What the call does with it; the value stands behind.
  var clause: String {
    switch kind {
    case .fields: "writes whatever fields stand in"
    case .amount: "moves the amount in"
    case .size: "takes its size from"
    case .path: "opens the path in"
    case .address: "asks the address in"
    case .statement: "runs a statement built with"
    case .command: "runs a command built with"
    }
  }

  var stake: Stake {
    switch kind {
    case .amount: .money
    case .size: .availability
    default: .security
    }
  }

  var confidence: Confidence {
    switch kind {
    case .fields, .statement, .command, .amount: .high
    case .size, .path, .address: .medium
    }
  }

  /// Whether what came this way can do harm here.
  func takes(_ trace: InputTrace) -> Bool {
    switch kind {
    case .fields: trace.conversion == nil && (trace.isWhole || trace.validator != nil)
    case .amount, .size: !trace.isBuilt && !trace.isWhole
    case .path: trace.conversion == nil && !trace.isWhole
    // With text in front of it, the host is settled.
    case .address: trace.conversion == nil && !trace.isBuilt && !trace.isWhole
    case .statement: trace.conversion == nil && trace.isBuilt
    case .command: trace.conversion == nil && !trace.isWhole
    }
  }

  static func all(of call: CallFact, in context: UnitContext) -> [InputSink] {
    var reader = SinkReader(tree: context.tree, call: call)
    reader.read(context)
    return reader.sinks
  }
}

private struct SinkReader {
  let tree: BehaviourTree
  let call: CallFact
  var sinks: [InputSink] = []

  private mutating func add(_ kind: InputSink.Kind, _ nodes: some Sequence<NodeIndex>) {
    for node in nodes { sinks.append(InputSink(kind: kind, value: node)) }
  }

  /// Of a call that is known by its last name alone, too little is known for a flag.
  private mutating func addByName(_ kind: InputSink.Kind, _ nodes: [NodeIndex]) {
    for node in nodes {
      sinks.append(InputSink(kind: kind, value: node, isOfUnknownType: call.known == nil))
    }
  }

  mutating func read(_ context: UnitContext) {
    let arguments = tree.children(call.node, .argument)
    let values = arguments.compactMap { tree.child($0, .value) }
    switch call.effect {
    case .databaseBySQL, .databaseRead, .databaseWrite:
      if call.known?.effect == .databaseBySQL {
        add(.statement, values.prefix(1))
      } else {
        if call.effect == .databaseWrite { readFields(arguments) }
        readAmounts(arguments, isSize)
      }
    case .payment: readAmounts(arguments, isAmount)
    case .fileRead, .fileWrite: readPath(values)
    case .networkRead, .networkWrite, .networkByVerb: add(.address, values.prefix(1))
    case .process: add(.command, values.prefix(1))
    default: if !arguments.isEmpty { readOthers(arguments, values) }
    }
  }

  private mutating func readPath(_ values: [NodeIndex]) {
    if values.isEmpty, let receiver = tree.child(call.node, .receiver) {
      // `File(path).readText()`
      if tree[receiver].has(.constructs) || tree.kind(receiver) == .call { add(.path, [receiver]) }
    } else {
      add(.path, values.prefix(1))
    }
  }

  private mutating func readFields(_ arguments: [NodeIndex]) {
    for argument in arguments where tree[argument].has(.spread) || isBag(tree.name(argument)) {
      guard let value = tree.child(argument, .value) else { continue }
      guard tree.kind(value) == .collection else {
        add(.fields, [value])
        continue
      }
      add(.fields, [value])
      for entry in tree.children(value) where !tree.name(entry).isEmpty && isBag(tree.name(entry)) {
        if let value = tree.child(entry, .value) { add(.fields, [value]) }
      }
    }
  }

  /// Whether what has this name is written field by field, not into a field of its own.
  private func isBag(_ label: String) -> Bool {
    switch label {
    case "", "data", "$set", "values", "create", "update", "attributes": true
    default: false
    }
  }

  private mutating func readAmounts(_ arguments: [NodeIndex], _ fits: (String) -> Bool) {
    let kind: InputSink.Kind = call.effect == .payment ? .amount : .size
    for argument in arguments {
      guard let value = tree.child(argument, .value) else { continue }
      if fits(tree.name(argument)) { add(kind, [value]) }
      guard tree.kind(value) == .collection else { continue }
      for entry in tree.children(value) where fits(tree.name(entry)) {
        if let value = tree.child(entry, .value) { add(kind, [value]) }
      }
    }
  }

  private func isAmount(_ label: String) -> Bool {
    !label.isEmpty && NameReading.words(label).contains { ["amount", "quantity", "price", "total"].contains($0) }
  }

  private func isSize(_ label: String) -> Bool { label == "take" || label == "limit" }

  private mutating func readOthers(_ arguments: [NodeIndex], _ values: [NodeIndex]) {
    if call.known?.part == .sleep {
      add(.size, values.prefix(1))
      return
    }
    let name = tree.name(call.node)
    switch tree.path(call.node) {
    case "range", "Buffer.alloc": add(.size, values)
    case "eval": add(.command, values.prefix(1))
    default: break
    }
    if name == "Object.assign", let first = values.first, tree.kind(first) != .collection {
      add(.fields, values.dropFirst())
    }
    switch NameReading.last(name) {
    case "limit", "take", "Take", "Limit", "per": if values.count == 1 { addByName(.size, values) }
    case "fill", "forceFill", "assign_attributes", "update_attributes":
      if values.count == 1 { addByName(.fields, values) }
    default: break
    }
    // `User(**request.json)`
    let last = NameReading.last(name)
    guard tree[call.node].has(.constructs) || NameReading.isCapitalized(last) else { return }
    for argument in arguments where tree[argument].has(.spread) {
      guard let value = tree.child(argument, .value) else { continue }
      let isModel = tree.path(call.node).split(separator: ".").contains { $0 == "models" || $0 == "model" }
      sinks.append(InputSink(kind: .fields, value: value, isOfUnknownType: !isModel))
    }
  }
}
