package import JSONText

/// A place in a document, as the client counts.
///
/// (The prefix keeps this and its two neighbours apart from the positions, ranges and edits of the other layers.)
package struct LSPPosition: Hashable, Sendable {
  /// Zero-based.
  package var line: Int
  /// Zero-based; in the units agreed at `initialize`. May lie past the end of its line, which then is meant.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

extension LSPPosition: Comparable {
  package static func < (left: LSPPosition, right: LSPPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

extension LSPPosition: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    line = try json.required("line", as: Coordinate.self).value
    character = try json.required("character", as: Coordinate.self).value
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("line", line)
      writer.field("character", character)
    }
  }
}

/// The specification's `uinteger`. What is larger (some clients say "the end" so) is its largest value, with which the
/// server can go on calculating.
private struct Coordinate: JSONReadable {
  let value: Int

  init(json: JSONValue) throws(JSONMismatch) {
    let number: Int
    if case .double(let large) = json, large >= 0x1p31 {
      number = Int(Int32.max)
    } else {
      number = try Int(json: json)
    }
    guard number >= 0 else { throw JSONMismatch("must not be negative") }
    value = min(number, Int(Int32.max))
  }
}
