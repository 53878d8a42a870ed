import JSONText

extension JSONWriter {
  /// One member that is an object.
  mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) { field(name, object: body) }

  /// One member that is an array.
  mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) { field(name, array: body) }
}
