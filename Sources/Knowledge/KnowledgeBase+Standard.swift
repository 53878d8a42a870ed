import JSONText
import KnowledgeData
import Synchronization

extension KnowledgeBase {
  /// What every workspace knows of a family of languages, read at the first use. Of an unknown family: nothing.
  package static func standard(for family: String) -> KnowledgeBase {
    let own = dataFamily(of: family)
    return known.withLock { known in
      if let base = known[own] { return base }
      let base = KnowledgeBase(embedded: own)
      known[own] = base
      return base
    }
  }

  private static let known = Mutex<[String: KnowledgeBase]>([:])

  /// TypeScript calls the libraries of JavaScript.
  private static func dataFamily(of family: String) -> String { family == "typescript" ? "javascript" : family }

  /// Families whose libraries the code of another calls as its own: what is known of them is known there too.
  private static let foundations: [String: [String]] = ["kotlin": ["java"]]

  init(embedded family: String) {
    let foundations = KnowledgeBase.foundations[family] ?? []
    // A family's own word counts where both speak of a call: what comes later wins.
    let texts = (foundations + [family]).flatMap { KnowledgeBase.embedded($0) }
    self.init(
      family: family,
      foundations: foundations,
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

  /// The families that have embedded files, by name.
  static let embeddedFamilies = embeddedData.map { String(cString: $0.family) }

  /// A family without a file is the one NUL that ends its list.
  private static var embeddedData: [LacunaKnowledge] {
    (0..<lacuna_knowledge_count()).map { lacuna_knowledge($0) }.filter { $0.family != nil && $0.count > 1 }
  }

  /// The texts of the embedded files. They are there as long as the process.
  static func embedded(_ family: String) -> [UnsafeRawBufferPointer] {
    guard let data = embeddedData.first(where: { String(cString: $0.family) == family }) else { return [] }
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
