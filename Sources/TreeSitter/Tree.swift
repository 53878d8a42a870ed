import CTreeSitter
import Synchronization

/// A parse of one text. Not safe to share between tasks: `SyntaxTree` is the value to hand on.
package final class Tree {
  let raw: OpaquePointer

  init(adopting raw: OpaquePointer) {
    self.raw = raw
  }

  deinit {
    ts_tree_delete(raw)
  }

  /// Tells the tree that the text changed, so that the next parse can reuse what did not. Byte offsets, and points as
  /// (row, byte column), all zero-based.
  package func edit(
    start: Int,
    oldEnd: Int,
    newEnd: Int,
    startPoint: (Int, Int),
    oldEndPoint: (Int, Int),
    newEndPoint: (Int, Int)
  ) {
    func point(_ pair: (Int, Int)) -> TSPoint {
      TSPoint(row: UInt32(clamping: pair.0), column: UInt32(clamping: pair.1))
    }
    var edit = TSInputEdit(
      start_byte: UInt32(clamping: start),
      old_end_byte: UInt32(clamping: oldEnd),
      new_end_byte: UInt32(clamping: newEnd),
      start_point: point(startPoint),
      old_end_point: point(oldEndPoint),
      new_end_point: point(newEndPoint)
    )
    ts_tree_edit(raw, &edit)
  }

  /// Whether any part of the text could not be parsed as the grammar demands.
  package var hasErrors: Bool { ts_node_has_error(ts_tree_root_node(raw)) }
}

extension Tree {
  /// A tree of its own over the same nodes: cheap, and safe to hand to another task, which the tree itself is not.
  package func handOver() -> HandedTree { HandedTree(raw: ts_tree_copy(raw)) }

  package convenience init?(_ handed: HandedTree) {
    guard let raw = handed.take() else { return nil }
    self.init(adopting: raw)
  }
}

/// A tree on its way from one task to another. Whoever takes it first owns it alone.
package final class HandedTree: Sendable {
  /// The pointer's bits: a pointer itself may not cross tasks, and is not used as one until it has.
  private let bits: Mutex<UInt>

  init(raw: OpaquePointer?) {
    bits = Mutex(UInt(bitPattern: raw))
  }

  deinit {
    if let raw = take() { ts_tree_delete(raw) }
  }

  func take() -> OpaquePointer? {
    let taken = bits.withLock { bits in
      defer { bits = 0 }
      return bits
    }
    return OpaquePointer(bitPattern: taken)
  }
}
