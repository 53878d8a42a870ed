package import Behaviour

/// Options that are given by a chain of calls, where other languages have labels or an object with options:
/// `HttpRequest.newBuilder(uri).timeout(limit).build()`, `client.get(url).timeout(limit).send()`.
///
/// Asked for while the facts of calls are made: looks at the tree alone.
extension UnitContext {
  /// The calls before a call in its chain, nearest first, through the names that stand for parts of it.
  package func links(before call: NodeIndex) -> [NodeIndex] {
    var found: [NodeIndex] = []
    var at = call
    for _ in 0..<64 {
      guard let next = link(before: at), next != at, !found.contains(next) else { break }
      found.append(next)
      at = next
    }
    return found
  }

  private func link(before call: NodeIndex) -> NodeIndex? {
    var node = call
    if let receiver = tree.child(call, .receiver) {
      node = receiver
    } else {
      guard tree.name(call).utf8.contains(UInt8(ascii: ".")), !flow.definitions(ofNameAt: call).isEmpty else {
        return nil
      }
      let reaching = flow.definitions(reaching: call)
      guard reaching.count == 1, let value = reaching[0].value else { return nil }
      node = value
    }
    while tree.kind(node) == .await, let value = tree.child(node, .value) { node = value }
    if tree.kind(node) == .read, let origin = flow.origin(of: node), origin != node { node = origin }
    return tree.kind(node) == .call ? node : nil
  }

  /// What a chain up to a call is given under a label: the first argument of a link of that name (`timeout`,
  /// `setTimeout`, `with_timeout`), or the value of an entry that it names (`header("Idempotency-Key", key)`).
  ///
  /// - Parameter label: keys with a dot between: `timeout`, `headers.Idempotency-Key`.
  package func option(_ label: Substring, inChainOf call: NodeIndex, withItself: Bool = false) -> NodeIndex? {
    for link in (withItself ? [call] : []) + links(before: call) {
      if let value = option(label, of: link) { return value }
    }
    return nil
  }

  private func option(_ label: Substring, of link: NodeIndex) -> NodeIndex? {
    let name = NameReading.last(tree.name(link))
    if let dot = label.firstIndex(of: ".") {
      guard UnitContext.entryNames.contains(String(name)), case .given(let key) = positional(0, of: link),
        tree.kind(key) == .literal, tree.name(key).lowercased() == label[label.index(after: dot)...].lowercased(),
        case .given(let value) = positional(1, of: link)
      else { return nil }
      return value
    }
    guard UnitContext.sets(name, label), case .given(let value) = positional(0, of: link) else { return nil }
    return value
  }

  private static let entryNames: Set<String> = [
    "header", "setHeader", "addHeader", "headers", "set", "add", "insert", "withHeader", "DefaultRequestHeaders",
  ]

  private static func sets(_ name: Substring, _ label: Substring) -> Bool {
    if name == label { return true }
    for prefix in ["set_", "with_"] where name.hasPrefix(prefix) { return name.dropFirst(prefix.count) == label }
    for prefix in ["set", "with", "Set", "With"] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      return rest.dropFirst() == label.dropFirst() && rest.first?.lowercased() == label.first?.lowercased()
    }
    return false
  }

  /// The same for an object that a chain makes; nil where the value is made by none.
  func option(_ label: String, ofBuilt value: NodeIndex) -> ArgumentValue? {
    guard let origin = flow.origin(of: value) else { return nil }
    switch tree.kind(origin) {
    case .closure:
      // `send(request -> request.key(id))`: what is done to the builder that the function gets.
      for node in tree.subtree(origin) where tree.kind(node) == .call {
        if let value = option(label[...], of: node) { return .given(value) }
      }
      return nil
    case .call:
      if let value = option(label[...], inChainOf: origin, withItself: true) { return .given(value) }
      guard ["build", "create"].contains(NameReading.last(tree.name(origin))) else { return nil }
      let first = links(before: origin).last ?? origin
      // A chain that starts at a type is seen whole.
      let isWhole = tree[first].has(.constructs) || NameReading.isCapitalized(NameReading.root(tree.name(first)))
      return isWhole && first != origin ? .absent : nil
    default: return nil
    }
  }
}
