/// Writes a behaviour tree down for a person, one node a line, and for the cross-language corpus, where names are
/// brought to one style so that languages with different habits can agree.
package struct BehaviourPrinter {
  /// Names in lower case with underscores, `this` and `self` alike, no canonical paths.
  package var isNeutral: Bool
  /// Byte ranges behind each node.
  package var showsRanges: Bool

  package init(isNeutral: Bool = false, showsRanges: Bool = false) {
    self.isNeutral = isNeutral
    self.showsRanges = showsRanges
  }

  package func print(_ unit: Unit) -> String {
    var out = "\(unit.kind.rawValue) \(style(isNeutral ? unit.name : unit.qualifiedName))"
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
      while let end = ends.last, end <= NodeIndex(index) { ends.removeLast() }
      out += String(repeating: "  ", count: ends.count + 1)
      out += describe(node, in: tree)
      out += "\n"
      ends.append(node.next)
    }
    return out
  }

  private func describe(_ node: Node, in tree: BehaviourTree) -> String {
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
    let flags = NodeFlags.printed.filter { node.has($0.flag) }.map(\.name)
    if !flags.isEmpty { out += " [" + flags.joined(separator: ", ") + "]" }
    if showsRanges { out += " @\(node.start)..<\(node.end)" }
    return out
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
  ]
}
