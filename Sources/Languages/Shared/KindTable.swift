package import TreeSitter

/// Turns a grammar's numbers into the cases of an enumeration whose raw values are the grammar's names.
///
/// Several numbers may share a name (a token and an alias of it); names that the enumeration does not have are nil.
package struct KindTable<Kind: RawRepresentable & CaseIterable & Sendable>: Sendable where Kind.RawValue == String {
  private let kinds: [Kind?]

  /// - Parameter named: true for only what has a name (`class`, the expression), false for only tokens as written
  ///   (`class`, the word); nil for both.
  package init(_ grammar: Grammar, named: Bool? = nil) {
    var byName: [String: Kind] = [:]
    for kind in Kind.allCases { byName[kind.rawValue] = kind }
    kinds = (0..<grammar.kindCount).map {
      let kind = UInt16(truncatingIfNeeded: $0)
      return named == nil || named == grammar.isNamed(kind) ? byName[grammar.name(ofKind: kind)] : nil
    }
  }

  package subscript(_ node: SyntaxNode) -> Kind? { self[node.kind] }

  package subscript(_ kind: UInt16) -> Kind? {
    Int(kind) < kinds.count ? kinds[Int(kind)] : nil
  }
}

extension Grammar {
  /// For each kind's number, whether it is bare punctuation, which says nothing that the tree's shape does not say.
  package var punctuation: [Bool] {
    let marks: Set<String> = ["(", ")", "[", "]", "{", "}", ",", ";", ":", "."]
    return (0..<kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      return !isNamed(kind) && marks.contains(name(ofKind: kind))
    }
  }

  /// A field's number as `SyntaxNode` has it; 0, which no node has as field, where the grammar has no such field.
  package func fieldNumber(_ name: String) -> UInt8 {
    guard let id = field(named: name), id <= UInt16(UInt8.max) else { return 0 }
    return UInt8(id)
  }
}
