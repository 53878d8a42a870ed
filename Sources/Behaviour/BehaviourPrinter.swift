/// Writes a behaviour tree down for a person, one node a line, and for the cross-language corpus, where names are
/// brought to one style so that languages with different habits can agree.
package struct BehaviourPrinter {
  /// For comparing languages: names in lower case with underscores, `this` and `self` alike, no canonical paths, no
  /// word on what only some languages let one say (that a place cannot be written again, which type all errors have, by
  /// which mark a failure goes up).
  package var isNeutral: Bool
  /// Byte ranges behind each node.
  package var showsRanges: Bool

  package init(isNeutral: Bool = false, showsRanges: Bool = false) {
    self.isNeutral = isNeutral
    self.showsRanges = showsRanges
  }

  package func print(_ unit: Unit) -> String {
    var out = unit.kind.rawValue
    let name = isNeutral ? neutralName(of: unit) : unit.qualifiedName
    if !name.isEmpty { out += " \(name)" }
    out += "(" + unit.parameters.map { style($0.name) + ($0.isVariadic ? "..." : "") }.joined(separator: ", ") + ")"
    if unit.traits.contains(.async) { out += " async" }
    if unit.traits.contains(.generator) { out += " generator" }
    if unit.traits.contains(.skipped) { out += " skipped" }
    out += "\n"
    out += print(unit.tree)
    return out
  }

  package func print(_ tree: BehaviourTree) -> String {
    var out = ""
    var ends: [NodeIndex] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if isNeutral, node.role == .type, takesEverything(node.parent, in: tree) { continue }
      while let end = ends.last, end <= NodeIndex(index) { ends.removeLast() }
      out += String(repeating: "  ", count: ends.count + 1)
      out += describe(node, at: NodeIndex(index), in: tree)
      out += "\n"
      ends.append(node.next)
    }
    return out
  }

  private func describe(_ node: Node, at index: NodeIndex, in tree: BehaviourTree) -> String {
    var out = ""
    if node.role != .statement { out += "\(node.role): " }
    out += "\(node.kind)"
    if let detail = detail(of: node) { out += " \(detail)" }
    let name = tree.text(node.name)
    if !name.isEmpty { out += " " + (node.kind == .literal ? quoted(name) : style(name)) }
    if !isNeutral, node.path != 0, node.kind == .call || node.kind == .read {
      out += " = \(tree.text(node.path))"
      if node.kind == .call { out += " by \(node.certainty)" }
    }
    let flags = flags(of: node, at: index, in: tree)
    if !flags.isEmpty { out += " [" + flags.joined(separator: ", ") + "]" }
    if showsRanges { out += " @\(node.start)..<\(node.end)" }
    return out
  }

  private func flags(of node: Node, at index: NodeIndex, in tree: BehaviourTree) -> [String] {
    var flags = node.flags
    if isNeutral {
      // How a language has its failures leave or be dealt with: in neutral terms, they do.
      flags.subtract([.constant, .byCall, .propagated, .errorIgnored, .forced, .expanded])
      if takesEverything(index, in: tree) { flags.insert(.catchesAll) }
    }
    return NodeFlags.printed.filter { flags.contains($0.flag) }.map(\.name)
  }

  private func detail(of node: Node) -> String? {
    switch node.kind {
    case .loop: return "\(node.loopKind)"
    case .read: return isNeutral || node.placeKind == .unknown ? nil : "\(node.placeKind)"
    case .literal: return "\(node.literalKind)"
    case .collection: return "\(node.collectionKind)"
    case .scoped: return "\(node.scopeKind)"
    case .jump: return "\(node.jumpKind)"
    default: return nil
    }
  }

  /// The name of a test without what makes it one; no name where every type's is the same.
  private func neutralName(of unit: Unit) -> String {
    switch unit.kind {
    case .initializer: ""
    case .test:
      withoutTest(style(unit.name).replacing(" ", with: "_"))
    default: style(unit.name)
    }
  }

  private func withoutTest(_ name: String) -> String {
    name.hasPrefix("test_") ? String(name.dropFirst(5)) : name
  }

  /// Whether a handler takes every failure, if only by naming the type that all failures of its language have.
  private func takesEverything(_ handler: NodeIndex, in tree: BehaviourTree) -> Bool {
    guard tree.kind(handler) == .handler else { return false }
    let types = tree.children(handler, .type)
    let roots: Set = ["Exception", "BaseException", "StandardError", "Throwable", "Error"]
    return tree[handler].has(.catchesAll) || types.count == 1 && roots.contains(tree.name(types[0]))
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\n", with: "\\n") + "\""
  }

  /// `chargeCustomer`, `charge_customer` and `ChargeCustomer` print the same.
  private func style(_ name: String) -> String {
    guard isNeutral else { return name }
    var out = ""
    var previousIsLower = false
    for scalar in name.unicodeScalars {
      if scalar.properties.isUppercase {
        if previousIsLower { out += "_" }
        out += String(scalar).lowercased()
        previousIsLower = false
      } else {
        out.unicodeScalars.append(scalar)
        previousIsLower = scalar.properties.isLowercase || scalar.properties.numericType != nil
      }
    }
    if out == "this" || out.hasPrefix("this.") { out = "self" + out.dropFirst(4) }
    return out
  }
}

extension NodeFlags {
  fileprivate static let printed: [(flag: NodeFlags, name: String)] = [
    (.awaited, "awaited"), (.discarded, "discarded"), (.returned, "returned"), (.constructs, "constructs"),
    (.optional, "optional"), (.spread, "spread"), (.catchesAll, "everything"), (.commented, "commented"),
    (.guard, "guard"), (.expression, "expression"), (.match, "match"), (.byCall, "by call"), (.async, "async"),
    (.declares, "declares"), (.constant, "constant"), (.withoutCause, "without cause"),
    (.interpolated, "interpolated"), (.generator, "generator"), (.broken, "broken"), (.negated, "negated"),
    (.incomplete, "incomplete"), (.voided, "voided"), (.destructured, "destructured"),
    (.propagated, "propagated"), (.errorIgnored, "error ignored"), (.forced, "forced"), (.expanded, "expanded"),
    (.task, "task"),
  ]
}
