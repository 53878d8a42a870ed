extension JSONValue {
  /// Reads one JSON text. Total: any bytes give a value or an error, in time proportional to their number.
  package init(
    parsing bytes: UnsafeRawBufferPointer,
    options: JSONParsingOptions = .message
  ) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes, options: options)
    do {
      self = try parser.document()
    } catch {
      throw JSONSyntaxError(reason: error.reason, place: JSONPlace(offset: error.offset, in: bytes))
    }
  }

  /// Reads one JSON text.
  package init(parsing bytes: [UInt8], options: JSONParsingOptions = .message) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBytes { bytes in
      Result { () throws(JSONSyntaxError) in try JSONValue(parsing: bytes, options: options) }
    }.get()
  }

  /// Reads one JSON text.
  package init(parsing text: String, options: JSONParsingOptions = .message) throws(JSONSyntaxError) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(JSONSyntaxError) in
        try JSONValue(parsing: UnsafeRawBufferPointer(bytes), options: options)
      }
    }.get()
  }
}
