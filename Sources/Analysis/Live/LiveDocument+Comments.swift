package import Languages
import SourceText

/// Comments, for those who want to write one or look for what stands in one. Not on the way of a keystroke: what is
/// asked about is parsed for it.
extension LiveDocument {
  /// How comments look; nil where the language is not known.
  package var commentSyntax: CommentSyntax? { language?.comments }

  /// What people wrote to Lacuna in the stretch of the text around an offset: at least in the unit there, and right
  /// above it. In reading order, each with the bytes of the text that it takes up.
  package func notes(around offset: Int) -> [Note] {
    guard let piece = piece(around: offset, inserting: []) else { return [] }
    return NoteReader.notes(in: piece.comments, of: piece.bytes).compactMap { note in
      guard let range = piece.place(of: note.range) else { return nil }
      return Note(kind: note.kind, range: range)
    }
  }

  /// Whether a line, put in at the start of another, would be a comment and change nothing else: not so inside a string
  /// that spans lines, or where the line above goes on.
  package func canTakeComment(_ line: [UInt8], at offset: Int) -> Bool {
    var above = text.bytes[..<min(max(offset, 0), text.count)]
    while let last = above.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { above.removeLast() }
    guard above.last != UInt8(ascii: "\\"), let piece = piece(around: offset, inserting: line) else { return false }
    let start = piece.insertion + (line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? 0)
    return piece.comments.contains { $0.lowerBound == start }
  }

  /// A stretch of the text that was parsed alone, or the whole of it.
  private struct Piece {
    var bytes: [UInt8]
    var comments: [Range<Int>]
    /// Of `bytes`, what is the text's.
    var own: Range<Int>
    /// Where `own` starts in the text.
    var start: Int
    /// In `bytes`, where something was put in.
    var insertion: Int

    /// Bytes of the text; nil for what is not its own.
    func place(of range: Range<Int>) -> Range<Int>? {
      guard range.lowerBound >= own.lowerBound, range.upperBound <= own.upperBound else { return nil }
      return range.moved(by: start - own.lowerBound)
    }
  }

  private func piece(around offset: Int, inserting line: [UInt8]) -> Piece? {
    guard let language, skipped == nil else { return nil }
    let offset = min(max(offset, 0), text.count)
    var range = 0..<text.count
    var chain: [Spine] = []
    if let index = segment(holding: offset..<offset), case .body(let container) = segments[index].kind {
      range = segments[index].range.clamped(to: range)
      chain = spineChain(of: container)
    }
    var bytes = chain.flatMap(\.head)
    let start = bytes.count
    bytes += text.bytes[range]
    let insertion = start + offset - range.lowerBound
    bytes.insert(contentsOf: line, at: insertion)
    let end = bytes.count
    for spine in chain.reversed() { bytes += spine.tail }
    guard let source = Analyzer.parse(path: path, bytes: bytes, language: language, within: .milliseconds(500)) else {
      return nil
    }
    return Piece(
      bytes: bytes,
      comments: language.outline(of: source).comments,
      own: start..<end,
      start: range.lowerBound,
      insertion: insertion
    )
  }
}
