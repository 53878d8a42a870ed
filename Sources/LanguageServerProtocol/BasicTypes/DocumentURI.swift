package import JSONText

/// What a client calls a document by.
///
/// Two spellings of one file are equal: clients differ in what they escape, and what one finds on the disk must be
/// recognised when it is opened. Paths are bytes, as the file system has them: they need not be UTF-8.
package struct DocumentURI: Sendable {
  /// As the client wrote it, and as it is written back.
  package let text: String
  /// The same for every spelling of the same document.
  private let key: String
  /// The path of a `file:` URI on this machine; nil for everything else, such as a buffer that was never saved.
  package let pathBytes: [UInt8]?

  /// Any text is taken: what is no URI names a document all the same.
  package init(_ text: String) {
    self.text = text
    pathBytes = FileURI.path(of: text)
    key = pathBytes.map(FileURI.text) ?? PercentEncoding.asciiOnly(text)
  }

  /// The file at an absolute path.
  package init(pathBytes: some Collection<UInt8>) {
    let path = Array(pathBytes)
    text = FileURI.text(of: path)
    key = text
    self.pathBytes = path
  }

  /// The file at an absolute path.
  package init(path: String) { self.init(pathBytes: path.utf8) }

  /// The path of a `file:` URI on this machine; nil also when it is not UTF-8, where only `pathBytes` can say it.
  package var path: String? {
    guard let pathBytes else { return nil }
    let path = String(decoding: pathBytes, as: UTF8.self)
    return path.utf8.elementsEqual(pathBytes) ? path : nil
  }

  /// What stands before the first colon, in lower case; nil when there is none.
  package var scheme: String? { FileURI.scheme(of: text) }
}

extension DocumentURI: Hashable {
  package static func == (left: DocumentURI, right: DocumentURI) -> Bool { left.key == right.key }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension DocumentURI: Comparable {
  package static func < (left: DocumentURI, right: DocumentURI) -> Bool { left.key < right.key }
}

extension DocumentURI: CustomStringConvertible {
  package var description: String { text }
}

extension DocumentURI: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) { self.init(try String(json: json)) }

  package func write(to writer: inout JSONWriter) { writer.string(text) }
}
