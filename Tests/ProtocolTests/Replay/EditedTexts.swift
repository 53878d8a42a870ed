import Foundation

/// The documents as the client has them, in a plain way: what the server makes of its cleverer one is held against it.
struct EditedTexts {
  private struct Document {
    var text: String
    var version: JSON
  }

  private var documents: [String: Document] = [:]
  /// As the server chose it.
  var encoding = "utf-16"

  func text(_ uri: String) -> String? { documents[uri]?.text }

  /// Follows what the client says of its documents.
  mutating func follow(_ message: JSON) throws {
    guard let document = message["params"]?["textDocument"], let uri = document["uri"]?.string else { return }
    switch message["method"]?.string {
    case "textDocument/didOpen":
      documents[uri] = Document(text: document["text"]?.string ?? "", version: document["version"] ?? .null)
    case "textDocument/didClose":
      documents[uri] = nil
    case "textDocument/didChange":
      guard var changed = documents[uri] else { return }
      changed.version = document["version"] ?? .null
      for change in message["params"]?["contentChanges"]?.items ?? [] {
        changed.text = try replace(change["range"], of: changed.text, with: change["text"]?.string ?? "")
      }
      documents[uri] = changed
    default: break
    }
  }

  /// What a workspace edit makes of each document that it names.
  func applying(_ edit: JSON) throws -> [String: String] {
    var result: [String: String] = [:]
    for (uri, edits) in edit["changes"]?.members ?? [:] {
      result[uri] = try applying(edits.items ?? [], to: uri)
    }
    for change in edit["documentChanges"]?.items ?? [] {
      guard let uri = change["textDocument"]?["uri"]?.string, let version = change["textDocument"]?["version"] else {
        throw ReplayFailure("not an edit of a document: \(change.text)")
      }
      guard version == documents[uri]?.version else {
        throw ReplayFailure("an edit of version \(version.text) of \(uri), which is not what is open")
      }
      result[uri] = try applying(change["edits"]?.items ?? [], to: uri)
    }
    return result
  }

  /// The text at a range.
  func covered(by range: JSON, of uri: String) throws -> String {
    guard let text = text(uri) else { throw ReplayFailure("\(uri) is not open") }
    let units = try offsets(of: range, in: text)
    return String(decoding: Array(text.utf8)[units], as: UTF8.self)
  }

  // MARK: - Places

  private func applying(_ edits: [JSON], to uri: String) throws -> String {
    guard let text = text(uri) else { throw ReplayFailure("an edit of \(uri), which is not open") }
    var bytes = Array(text.utf8)
    let placed = try edits.enumerated().map { index, edit in
      (place: try offsets(of: edit["range"] ?? .null, in: text), index: index, new: edit["newText"]?.string ?? "")
    }
    // From the end, so that places before stay what they are; among equals the last one first.
    for edit in placed.sorted(by: { ($1.place.lowerBound, $1.index) < ($0.place.lowerBound, $0.index) }) {
      bytes.replaceSubrange(edit.place, with: edit.new.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func replace(_ range: JSON?, of text: String, with replacement: String) throws -> String {
    guard let range else { return replacement }
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(try offsets(of: range, in: text), with: replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func offsets(of range: JSON, in text: String) throws -> Range<Int> {
    let start = try offset(of: range["start"], in: text)
    let end = try offset(of: range["end"], in: text)
    guard start <= end else { throw ReplayFailure("a range that ends before it starts: \(range.text)") }
    return start..<end
  }

  /// In bytes of UTF-8. As the protocol says, a place behind the end of its line is its end.
  private func offset(of position: JSON?, in text: String) throws -> Int {
    guard let line = position?["line"]?.integer, let character = position?["character"]?.integer else {
      throw ReplayFailure("not a position: \(position?.text ?? "nothing")")
    }
    var offset = 0
    var lines = 0
    var units = 0
    for scalar in text.unicodeScalars {
      if lines == line {
        if units >= character || scalar == "\n" || scalar == "\r" { return offset }
        units += width(of: scalar)
      } else if scalar == "\n" {
        lines += 1
      }
      offset += UTF8.width(scalar)
    }
    return offset
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    switch encoding {
    case "utf-8": UTF8.width(scalar)
    case "utf-32": 1
    default: UTF16.width(scalar)
    }
  }
}
