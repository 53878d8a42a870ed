import CTreeSitter

/// Turns bytes into a tree. Cheap to keep, not to be used from two tasks at once.
package final class Parser {
  private let raw: OpaquePointer
  private let masking: (@Sendable (UnsafeBufferPointer<UInt8>) -> [UInt8]?)?

  /// Fails only where the C library cannot allocate, or does not take the grammar.
  package init?(_ grammar: Grammar) {
    guard let raw = ts_parser_new() else { return nil }
    guard ts_parser_set_language(raw, grammar.raw) else {
      ts_parser_delete(raw)
      return nil
    }
    self.raw = raw
    masking = grammar.masking
  }

  deinit {
    ts_parser_delete(raw)
  }

  /// Parses UTF-8 bytes, reusing what an edited older tree still has.
  ///
  /// - Parameter shouldStop: asked now and then with the byte offset reached; true gives up. Not a hard bound: error
  ///   recovery, reductions and external scanners do not ask.
  /// - Returns: nil where parsing was given up; the next call starts anew.
  package func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    reusing old: Tree? = nil,
    shouldStop: ((Int) -> Bool)? = nil
  ) -> Tree? {
    // What is masked hangs on what stands behind it: an older tree may hold a token as it was seen before.
    guard let masked = masking?(bytes) else { return parse(seen: bytes, reusing: old, shouldStop: shouldStop) }
    return masked.withUnsafeBufferPointer { parse(seen: $0, reusing: nil, shouldStop: shouldStop) }
  }

  private func parse(
    seen bytes: UnsafeBufferPointer<UInt8>,
    reusing old: Tree?,
    shouldStop: ((Int) -> Bool)?
  ) -> Tree? {
    guard bytes.count < Int(UInt32.max) else { return nil }
    return withoutActuallyEscaping(shouldStop ?? { _ in false }) { shouldStop in
      var input = ParseInput(bytes: bytes, shouldStop: shouldStop)
      return withUnsafeMutablePointer(to: &input) { input in
        let source = TSInput(
          payload: input,
          read: { payload, offset, _, length in
            guard let input = payload?.assumingMemoryBound(to: ParseInput.self) else {
              length?.pointee = 0
              return nil
            }
            let bytes = input.pointee.bytes
            guard Int(offset) < bytes.count, let base = bytes.baseAddress else {
              length?.pointee = 0
              return nil
            }
            length?.pointee = UInt32(bytes.count - Int(offset))
            return UnsafeRawPointer(base + Int(offset)).assumingMemoryBound(to: CChar.self)
          },
          encoding: TSInputEncodingUTF8,
          decode: nil
        )
        let options = TSParseOptions(
          payload: input,
          progress_callback: { state in
            guard let state, let input = state.pointee.payload?.assumingMemoryBound(to: ParseInput.self) else {
              return false
            }
            return input.pointee.shouldStop(Int(state.pointee.current_byte_offset))
          }
        )
        guard let tree = ts_parser_parse_with_options(raw, old?.raw, source, options) else {
          ts_parser_reset(raw)
          return nil
        }
        return Tree(adopting: tree)
      }
    }
  }
}

private struct ParseInput {
  let bytes: UnsafeBufferPointer<UInt8>
  let shouldStop: (Int) -> Bool
}
