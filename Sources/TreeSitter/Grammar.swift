import CTreeSitter

/// A compiled grammar: the numbers of its node kinds and fields, and their names.
///
/// Immutable static data of the C library, hence `Sendable`.
package struct Grammar: @unchecked Sendable {
  let raw: OpaquePointer
  /// For a language that has grown since its grammar was written: the text as the parser is to see it, of the same
  /// length, or nil where it can see it as it is. Nodes are read from the text itself.
  package var masking: (@Sendable (UnsafeBufferPointer<UInt8>) -> [UInt8]?)?

  /// Wraps the pointer that a grammar's `tree_sitter_NAME()` returns; nil where the grammar's ABI is one that this
  /// build of the core cannot read.
  package init?(_ raw: OpaquePointer?) {
    guard let raw else { return nil }
    let abi = ts_language_abi_version(raw)
    guard abi >= UInt32(TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION), abi <= UInt32(TREE_SITTER_LANGUAGE_VERSION)
    else { return nil }
    self.raw = raw
  }

  /// One past the largest number of a node kind (the built-in error kind, 65535, aside).
  package var kindCount: Int { Int(ts_language_symbol_count(raw)) }

  /// The name of a node kind as the grammar has it; `ERROR` for the built-in error kind.
  package func name(ofKind kind: UInt16) -> String {
    guard let name = ts_language_symbol_name(raw, kind) else { return "" }
    return String(cString: name)
  }

  /// Whether a kind has a name (`call`), or stands for a token as written (`"("`).
  package func isNamed(_ kind: UInt16) -> Bool {
    ts_language_symbol_type(raw, kind) == TSSymbolTypeRegular
  }

  /// The number of a field, nil where the grammar has none of that name.
  package func field(named name: String) -> UInt16? {
    let id = ts_language_field_id_for_name(raw, name, UInt32(name.utf8.count))
    return id == 0 ? nil : id
  }
}
