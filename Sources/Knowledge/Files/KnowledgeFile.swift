package import JSONText

/// A knowledge file of a workspace.
package struct KnowledgeFile: Sendable {
  /// As messages are to call it: its path in the workspace.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension KnowledgeFile {
  /// Where the value is, or, when it is missing, the innermost value around it that is there.
  fileprivate func place(of path: JSONPath) -> JSONPlace {
    var path = path
    while true {
      if let place = JSONPlace(of: path, in: bytes) { return place }
      guard path.steps.popLast() != nil else { return JSONPlace(offset: 0, line: 1, column: 1) }
    }
  }
}

/// Why a knowledge file cannot be used.
package struct KnowledgeProblem: Error, Hashable, Sendable {
  /// The name of the file.
  package var file: String
  /// Where in the file.
  package var place: JSONPlace
  /// "calls[3].effect: expected one of …, found \"netwrok\"".
  package var message: String
}

extension KnowledgeProblem: CustomStringConvertible {
  /// One line: file, line and column, message.
  package var description: String { "\(file): \(place): \(message)" }
}

extension KnowledgeLibrary {
  /// Reads one file, with comments and trailing commas if its author likes them.
  package init(_ file: KnowledgeFile) throws(KnowledgeProblem) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: file.bytes, options: .configuration)
    } catch {
      throw KnowledgeProblem(file: file.name, place: error.place, message: "\(error.reason)")
    }
    do {
      try self.init(json: json)
      try PathPattern.check(json)
    } catch {
      throw KnowledgeProblem(file: file.name, place: file.place(of: error.path), message: "\(error)")
    }
    hash = file.bytes.withUnsafeBufferPointer { KnowledgeHash.of($0) }
  }

  /// Reads files of which some may be wrong: those are left out, and each says why.
  package static func read(_ files: [KnowledgeFile]) -> (libraries: [KnowledgeLibrary], problems: [KnowledgeProblem]) {
    var libraries: [KnowledgeLibrary] = []
    var problems: [KnowledgeProblem] = []
    for file in files {
      do {
        libraries.append(try KnowledgeLibrary(file))
      } catch {
        problems.append(error)
      }
    }
    return (libraries, problems)
  }
}
