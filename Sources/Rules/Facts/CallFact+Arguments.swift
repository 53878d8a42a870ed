package import Behaviour

/// What the unit says of an argument.
package enum ArgumentValue: Sendable, Hashable {
  /// The node of its value.
  case given(NodeIndex)
  /// It may be in something that cannot be seen into: `**options`, an object made elsewhere. That node.
  case hidden(NodeIndex)
  case absent

  package var node: NodeIndex? {
    switch self {
    case .given(let node), .hidden(let node): node
    case .absent: nil
    }
  }
}

extension UnitContext {
  /// An argument of a call.
  ///
  /// - Parameter path: a label (`timeout`), or a position (`#0` is the first), each optionally followed by keys of an
  ///   object (`headers.Idempotency-Key`, `#1.timeout`). A label that no argument has is also looked for among the keys
  ///   of positional objects, where the language has no labels.
  package func argument(_ path: String, of call: NodeIndex) -> ArgumentValue {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard let first = parts.first else { return .absent }
    let rest = parts.count > 1 ? parts[1] : nil
    if first.hasPrefix("#") {
      guard let position = Int(first.dropFirst()) else { return .absent }
      return deeper(positional(position, of: call), rest)
    }
    var hidden: NodeIndex?
    var isFirst = true
    for argument in tree.children(call, .argument) {
      defer { isFirst = false }
      let isSpread = tree[argument].has(.spread)
      guard let value = tree.child(argument, .value) else { continue }
      if !isSpread, tree.name(argument) == first { return deeper(.given(value), rest) }
      guard isSpread || tree.name(argument).isEmpty && !hasLabels else { continue }
      // `*args` gives no labels where there are labels.
      if isSpread, hasLabels, !isKeyedSpread(argument, value) { continue }
      switch entry(String(path), in: value, mayBeObject: isSpread || !isFirst || mayHoldOptions(value)) {
      case .given(let node): return .given(node)
      case .hidden(let node): hidden = hidden ?? node
      case .absent: continue
      }
    }
    // A chain gives what other languages label.
    if let value = option(path[...], inChainOf: call) { return .given(value) }
    return hidden.map { .hidden($0) } ?? .absent
  }

  /// The first of several arguments that is given; hidden where one of them may be.
  package func argument(anyOf paths: [String], of call: NodeIndex) -> ArgumentValue {
    var result = ArgumentValue.absent
    for path in paths {
      switch argument(path, of: call) {
      case .given(let node): return .given(node)
      case .hidden(let node): result = .hidden(node)
      case .absent: continue
      }
    }
    return result
  }

  /// The value of an argument by its position, from 0: of those without a label, where labels change the order.
  package func positional(_ position: Int, of call: NodeIndex) -> ArgumentValue {
    var left = position
    let countsAll = !hasLabels || file.context.facts.has(.labelsKeepPlaces)
    for argument in tree.children(call, .argument) where countsAll || tree.name(argument).isEmpty {
      guard let value = tree.child(argument, .value) else { continue }
      if tree[argument].has(.spread) {
        // `**options` holds no positional arguments.
        if hasLabels, isKeyedSpread(argument, value) { continue }
        return .hidden(value)
      }
      if left == 0 { return .given(value) }
      left -= 1
    }
    return .absent
  }

  /// An entry of an object, looked for through the names that stand for it.
  ///
  /// - Parameter path: keys with dots between; a key may itself hold dots.
  /// - Parameter mayBeObject: whether a value that cannot be seen into may be an object with that key.
  package func entry(_ path: String, in value: NodeIndex, mayBeObject: Bool = true) -> ArgumentValue {
    let object = object(value)
    guard let keyed = object.collection else {
      if let built = option(path, ofBuilt: value) { return built }
      return mayBeObject && !isPlainValue(value) ? .hidden(value) : .absent
    }
    var result: ArgumentValue = object.isChanged ? .hidden(value) : .absent
    for entry in tree.children(keyed) where tree.kind(entry) == .argument {
      guard let value = tree.child(entry, .value) else { continue }
      if tree[entry].has(.spread) {
        switch self.entry(path, in: value) {
        case .given(let node): result = .given(node)
        case .hidden(let node): if result == .absent { result = .hidden(node) }
        case .absent: break
        }
        continue
      }
      let key = tree.name(entry)
      if key == path { return .given(value) }
      if key.isEmpty, tree.child(entry, .index) != nil, result == .absent { result = .hidden(value) }
      if path.count > key.count + 1, path.hasPrefix(key), path.dropFirst(key.count).first == ".", !key.isEmpty {
        return self.entry(String(path.dropFirst(key.count + 1)), in: value)
      }
    }
    if case .given = result { return result }
    return object.written(path, in: self) ?? result
  }

  /// Whether the language names arguments at the call (`timeout=5`), so that an object among them is a value.
  package var hasLabels: Bool { file.context.facts.has(.labelsArguments) }

  private func deeper(_ argument: ArgumentValue, _ rest: Substring?) -> ArgumentValue {
    guard let rest, case .given(let value) = argument else { return argument }
    return entry(String(rest), in: value)
  }

  private func isKeyedSpread(_ argument: NodeIndex, _ value: NodeIndex) -> Bool {
    // Both `*` and `**` are spreads: told apart by what stands between the argument's start and its value's.
    tree[value].start >= tree[argument].start &+ 2
  }

  /// A value that is certainly no object with options.
  private func isPlainValue(_ value: NodeIndex) -> Bool {
    guard let origin = flow.origin(of: value) else { return false }
    switch tree.kind(origin) {
    case .literal, .operation, .condition, .closure: return true
    case .collection: return tree[origin].collectionKind != .keyed
    default: return false
    }
  }

  /// Whether the first value of a call may be its options, by what it is called: it rarely is.
  private func mayHoldOptions(_ value: NodeIndex) -> Bool {
    switch tree.kind(value) {
    case .collection: return tree[value].collectionKind == .keyed
    case .read, .call:
      let name = tree.name(value)
      let last = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return ["opt", "conf", "init", "setting", "param", "request", "req", "arg"].contains { last.contains($0) }
    case .branch, .condition, .await: return true
    case .operation: return tree.name(value) == Operator.orElse || tree.name(value) == Operator.cast
    default: return false
    }
  }

  private struct ObjectValue {
    var collection: NodeIndex?
    /// The name through which it came, where it may have been changed on the way.
    var name: NodeIndex?
    /// Something that is not seen may have been put in.
    var isChanged: Bool

    /// A value put in through the name: `options.timeout = 5`, `options["timeout"] = 5`.
    func written(_ path: String, in context: UnitContext) -> ArgumentValue? {
      guard let name else { return nil }
      let tree = context.tree
      for use in context.flow.uses(ofNameAt: name) where tree[use].role == .target && use < name {
        let parent = tree.parent(use)
        guard tree.kind(parent) == .assign, let value = tree.child(parent, .value) else { continue }
        if tree.name(use).hasSuffix("." + path) { return .given(value) }
        if let index = tree.child(use, .index), tree.kind(index) == .literal, tree.name(index) == path {
          return .given(value)
        }
      }
      return nil
    }
  }

  /// The object that a value is, through the names that stand for it.
  private func object(_ value: NodeIndex) -> ObjectValue {
    if isKeyed(value) { return ObjectValue(collection: value, name: nil, isChanged: false) }
    guard tree.kind(value) == .read, let origin = flow.origin(of: value) else {
      return ObjectValue(collection: nil, name: nil, isChanged: true)
    }
    guard isKeyed(origin) else {
      return ObjectValue(collection: nil, name: nil, isChanged: true)
    }
    // Handed to somebody before, or written with a key that is not constant: it may hold more by now.
    let isChanged = flow.uses(ofNameAt: value).contains { use in
      guard use < value, use > origin else { return false }
      if tree.kind(use) == .call { return ["update", "setdefault"].contains { tree.name(use).hasSuffix("." + $0) } }
      if tree[use].role == .target, let index = tree.child(use, .index) { return tree.kind(index) != .literal }
      return flow.isWholeName(use) && tree.destination(of: use).kind == .argument
    }
    return ObjectValue(collection: origin, name: value, isChanged: isChanged)
  }

  /// Whether all that an object is made of has a label, so that it is a record.
  private func isAllLabels(_ call: NodeIndex) -> Bool {
    var hasAny = false
    for argument in tree.children(call, .argument) {
      guard !tree.name(argument).isEmpty, !tree[argument].has(.spread) else { return false }
      hasAny = true
    }
    return hasAny
  }

  /// `{ timeout: 5 }`, `dict(timeout=5)` or `new Options { Timeout = 5 }`.
  private func isKeyed(_ node: NodeIndex) -> Bool {
    switch tree.kind(node) {
    case .collection: tree[node].collectionKind == .keyed
    case .call: tree.path(node) == "dict" || tree[node].has(.constructs) && isAllLabels(node)
    default: false
    }
  }
}
