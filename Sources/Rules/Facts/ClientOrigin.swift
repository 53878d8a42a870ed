package import Behaviour
import Knowledge

/// Where the object comes from on which a call is made.
package enum ClientOrigin: Sendable, Hashable {
  /// The call is on a module, a type, or nothing.
  case none
  /// Made in the unit, by this call.
  case made(NodeIndex)
  /// Made at the top level of the file, or in the initializer of the type.
  case construction(FileFacts.Construction)
  /// Given from outside: the name under which it is known here.
  case elsewhere(String)
}

extension UnitContext {
  /// Where the object comes from on which a call is made: `client` in `client.users.list()`.
  package func client(of call: NodeIndex) -> ClientOrigin {
    if let receiver = tree.child(call, .receiver) { return origin(ofObject: receiver, depth: 0) }
    if let handle = handle(of: call) { return origin(ofObject: handle, depth: 0) }
    return origin(ofObjectNamed: tree.name(call), at: call, depth: 0)
  }

  /// What a plain function works on that the catalog leaves the limit to: the first argument, as in
  /// `curl_exec($handle)`.
  func handle(of call: NodeIndex) -> NodeIndex? {
    guard tree.child(call, .receiver) == nil, !tree.name(call).contains("."), let known = self.call(call)?.known,
      known.deadline.standard == .client || known.part == .timeout
    else { return nil }
    return positional(0, of: call).node
  }

  private func origin(ofObject node: NodeIndex, depth: Int) -> ClientOrigin {
    guard depth < 6 else { return .none }
    switch tree.kind(node) {
    case .await: return tree.child(node, .value).map { origin(ofObject: $0, depth: depth + 1) } ?? .none
    case .call:
      // A chain goes back to the call at its start, unless that is made on a name.
      guard knowledge.client(tree.path(node)) == nil else { return .made(node) }
      if let receiver = tree.child(node, .receiver) { return origin(ofObject: receiver, depth: depth + 1) }
      let below = origin(ofObjectNamed: tree.name(node), at: node, depth: depth + 1)
      return below == .none ? .made(node) : below
    case .read:
      if let receiver = tree.child(node, .receiver) { return origin(ofObject: receiver, depth: depth + 1) }
      return origin(ofObjectNamed: tree.name(node), at: node, depth: depth)
    default: return .none
    }
  }

  private func origin(ofObjectNamed name: String, at node: NodeIndex, depth: Int) -> ClientOrigin {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let root = parts.first, !root.isEmpty, depth < 6 else { return .none }
    if root == "self" || root == "this" || root == "cls" {
      guard parts.count > (tree.kind(node) == .call ? 2 : 1) else { return .none }
      if let owner = unit.owner, let construction = file.constructions["\(owner.name).\(parts[1])"] {
        return .construction(construction)
      }
      return .elsewhere("\(root).\(parts[1])")
    }
    if parts.count < 2, tree.kind(node) == .call { return .none }
    if !flow.definitions(ofNameAt: node).isEmpty {
      let reaching = flow.definitions(reaching: node)
      guard reaching.count == 1, let value = reaching[0].value else { return .elsewhere(String(root)) }
      let made = origin(ofObject: value, depth: depth + 1)
      return made == .none ? .elsewhere(String(root)) : made
    }
    if let construction = file.constructions[String(root)] { return .construction(construction) }
    // A name that is neither the unit's own nor a value of the file: a module, a type, or what another file made.
    return .none
  }
}
