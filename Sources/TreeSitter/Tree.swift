package import CTreeSitter

/// A parse of one text. Not safe to share between tasks: `SyntaxTree` is the value to hand on.
package final class Tree {
  let raw: OpaquePointer

  init(adopting raw: OpaquePointer) {
    self.raw = raw
  }

  deinit {
    ts_tree_delete(raw)
  }

  /// Tells the tree that the text changed, so that the next parse can reuse what did not. Bytes and points (row, byte
  /// column) as tree-sitter counts them.
  package func edit(_ edit: TSInputEdit) {
    var edit = edit
    ts_tree_edit(raw, &edit)
  }

  /// Whether any part of the text could not be parsed as the grammar demands.
  package var hasErrors: Bool { ts_node_has_error(ts_tree_root_node(raw)) }
}
