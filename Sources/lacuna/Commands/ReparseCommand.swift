import JSONText
import Languages
import SourceText
import TreeSitter
import Workspace

/// `lacuna debug reparse FILE EDITS`: tree-sitter's own incremental parse, for the benchmark to measure beside.
enum ReparseCommand {
  /// Applies edits one by one (a JSON object a line: `start` and `end` as [line, column], `text`) and prints for each how
  /// many milliseconds the reparse alone took.
  static func run(_ path: String, edits editsPath: String) -> Int32 {
    guard case .bytes(let bytes) = FileContents(of: FilePath(path), limit: .max),
      case .bytes(let lines) = FileContents(of: FilePath(editsPath), limit: .max),
      let language = Languages.language(forPath: path), let parser = Parser(language.grammar)
    else {
      Output.error("lacuna debug: cannot read `\(path)` or `\(editsPath)`\n")
      return 2
    }
    var text = SourceText(bytes)
    var tree = text.bytes.withUnsafeBufferPointer { parser.parse($0) }
    var out = ""
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      guard let edit = edit(Array(line), in: text) else {
        Output.error("lacuna debug: `\(editsPath)` holds a line that is no edit\n")
        return 2
      }
      let applied = text.apply(edit)
      let clock = ContinuousClock()
      let started = clock.now
      tree?.edit(
        start: applied.start,
        oldEnd: applied.oldEnd,
        newEnd: applied.newEnd,
        startPoint: (applied.startPoint.row, applied.startPoint.column),
        oldEndPoint: (applied.oldEndPoint.row, applied.oldEndPoint.column),
        newEndPoint: (applied.newEndPoint.row, applied.newEndPoint.column)
      )
      tree = text.bytes.withUnsafeBufferPointer { parser.parse($0, reusing: tree) }
      let seconds = (clock.now - started) / .milliseconds(1)
      out += "\(seconds)\n"
    }
    Output.write(out)
    return 0
  }

  private static func edit(_ line: [UInt8], in text: SourceText) -> TextEdit? {
    guard let json = try? JSONValue(parsing: line), case .string(let replacement)? = json["text"],
      let start = position(json["start"]), let end = position(json["end"])
    else { return nil }
    return TextEdit(text.range(of: start..<max(start, end), in: .utf8), replacement)
  }

  private static func position(_ json: JSONValue?) -> Position? {
    guard case .integer(let line)? = json?[0], case .integer(let column)? = json?[1] else { return nil }
    return Position(line: Int(clamping: line), column: Int(clamping: column))
  }
}
