import JSONText
import LanguageServerProtocol

/// The value of that type which a JSON text stands for.
func read<Value: JSONReadable>(_ type: Value.Type, _ text: String) throws -> Value {
  try Value(json: JSONValue(parsing: text, options: .strict))
}

/// The same, where the type is known already.
func read<Value: JSONReadable>(_ text: String) throws -> Value { try read(Value.self, text) }

/// What a value is written as, on one line.
func written(_ value: some JSONWritable) -> String { JSONWriter.text(of: value) }

/// What becomes of a JSON text that is read as that type and written again.
func rewritten<Value: JSONReadable & JSONWritable>(_ text: String, as type: Value.Type) throws -> String {
  written(try read(type, text))
}

extension LSPRange {
  /// Within one line.
  init(_ line: Int, _ columns: Range<Int>) {
    self.init(
      start: LSPPosition(line: line, character: columns.lowerBound),
      end: LSPPosition(line: line, character: columns.upperBound)
    )
  }
}

/// What `LSPRange(1, 2..<3)` is written as.
let range123 = #"{"start":{"line":1,"character":2},"end":{"line":1,"character":3}}"#
