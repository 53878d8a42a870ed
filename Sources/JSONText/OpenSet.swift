/// A set of values that may grow after this was built: known ones have names, unknown ones pass through unharmed.
package protocol OpenSet: RawRepresentable, Hashable, Sendable, JSONReadable, JSONWritable
where RawValue: JSONReadable & JSONWritable & Sendable {
  init(rawValue: RawValue)
}

extension OpenSet {
  package init(json: JSONValue) throws(JSONMismatch) { self.init(rawValue: try RawValue(json: json)) }

  package func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }
}
