extension JSONWriter {
  /// One member.
  package mutating func field(_ name: String, _ value: some JSONWritable) {
    self.name(name)
    value.write(to: &self)
  }

  /// One member, or nothing when there is no value. (`field` writes null for nil.)
  package mutating func field<Value: JSONWritable>(_ name: String, ifPresent value: Value?) {
    if let value { field(name, value) }
  }

  /// One member, or nothing when the value is false: for properties that are false by default.
  package mutating func field(_ name: String, ifTrue value: Bool) {
    if value { field(name, true) }
  }

  /// One member that is an object.
  package mutating func field(_ name: String, object body: (inout JSONWriter) -> Void) {
    self.name(name)
    object(body)
  }

  /// One member that is an array.
  package mutating func field(_ name: String, array body: (inout JSONWriter) -> Void) {
    self.name(name)
    array(body)
  }

  /// All members of an object, among those of the one being written.
  package mutating func fields(_ object: JSONObject) {
    for member in object.members { field(member.name, member.value) }
  }
}
