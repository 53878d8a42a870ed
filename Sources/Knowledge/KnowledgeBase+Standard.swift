import JSONText
import KnowledgeData

extension KnowledgeBase {
  /// What every workspace knows of a family of languages, read at the first use. Of an unknown family: nothing.
  package static func standard(for family: String) -> KnowledgeBase {
    switch family {
    case "python": python
    case "javascript", "typescript": javascript
    default: KnowledgeBase(family: family, version: 0, libraries: [])
    }
  }

  private static let python = KnowledgeBase(embedded: "python")
  private static let javascript = KnowledgeBase(embedded: "javascript")

  init(embedded family: String) {
    let texts = KnowledgeBase.embedded(family)
    self.init(
      family: family,
      version: texts.reduce(0) { KnowledgeHash.of($1.assumingMemoryBound(to: UInt8.self), seed: $0) },
      // One after the other, so that the memory of one serves the next.
      libraries: texts.lazy.compactMap { text in
        do {
          return try KnowledgeLibrary(json: JSONValue(parsing: text))
        } catch {
          // What is embedded was read by a test; a file that cannot be read costs its own rows.
          return nil
        }
      },
      capacity: 8_192
    )
  }

  /// The texts of the embedded files. They are there as long as the process.
  static func embedded(_ family: String) -> [UnsafeRawBufferPointer] {
    let data =
      switch family {
      case "python": lacuna_knowledge_python()
      case "javascript": lacuna_knowledge_javascript()
      default: LacunaKnowledge()
      }
    var texts: [UnsafeRawBufferPointer] = []
    guard let bytes = data.bytes else { return texts }
    var start = 0
    while start < data.count {
      // Each file is ended by a NUL.
      let length = lacuna_knowledge_length(bytes + start)
      if length > 0 { texts.append(UnsafeRawBufferPointer(start: bytes + start, count: length)) }
      start += length + 1
    }
    return texts
  }
}
