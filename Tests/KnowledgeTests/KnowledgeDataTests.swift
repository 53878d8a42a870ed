import Foundation
import JSONText
import Testing

@testable import Knowledge

/// What the files that come with the program must be.
@Suite struct KnowledgeDataTests {
  @Test(arguments: KnowledgeLibrary.families)
  func everyFileIsReadable(_ family: String) throws {
    let files = try knowledgeFiles(of: family)
    #expect(!files.isEmpty)
    for file in files {
      let library = try KnowledgeLibrary(file)
      #expect(library.family == family, "\(file.name)")
      #expect(!library.calls.isEmpty || !library.held.isEmpty || !library.ordered.isEmpty, "\(file.name)")
      #expect(file.name == "\(family)/\(fileName(of: library.name)).json")
    }
  }

  @Test(arguments: KnowledgeLibrary.families)
  func everyClaimHasASource(_ family: String) throws {
    for library in try libraries(of: family) {
      #expect(!library.sources.isEmpty, "\(library.name)")
      for source in library.sources {
        #expect(URL(string: source)?.scheme == "https", "\(library.name): \(source)")
      }
    }
  }

  @Test(arguments: KnowledgeLibrary.families)
  func everyFileIsEmbedded(_ family: String) throws {
    let written = try Set(libraries(of: family).map(\.name))
    let embedded = try KnowledgeBase.embedded(family).map { try KnowledgeLibrary(json: JSONValue(parsing: $0)).name }
    #expect(Set(embedded) == written)
    #expect(embedded.count == written.count)
  }

  @Test(arguments: KnowledgeLibrary.families)
  func noPathIsClaimedTwice(_ family: String) throws {
    var calls: [String: String] = [:]
    var clients: [String: String] = [:]
    var aliases: [String: String] = [:]
    var held: [String: String] = [:]
    var ordered: [String: String] = [:]
    for library in try libraries(of: family) {
      for name in library.calls.flatMap(\.names).flatMap(expanded) {
        #expect(calls.updateValue(library.name, forKey: name) == nil, "\(library.name): \(name)")
      }
      for name in library.clients.flatMap(\.names).flatMap(expanded) {
        #expect(clients.updateValue(library.name, forKey: name) == nil, "\(library.name): \(name)")
      }
      for name in library.held.filter({ $0.holding.subject != .type }).flatMap(\.names).flatMap(expanded) {
        #expect(held.updateValue(library.name, forKey: name) == nil, "\(library.name): \(name)")
      }
      for name in library.ordered.flatMap(\.names).flatMap(expanded) {
        #expect(ordered.updateValue(library.name, forKey: name) == nil, "\(library.name): \(name)")
      }
      for name in library.aliases.flatMap(\.names).flatMap(expanded) {
        #expect(aliases.updateValue(library.name, forKey: name) == nil, "\(library.name): \(name)")
      }
    }
  }

  /// A name that stands for another one, without a star, can hide a row that nobody finds any more.
  @Test(arguments: KnowledgeLibrary.families)
  func everyRowIsFound(_ family: String) throws {
    let base = KnowledgeBase.standard(for: family)
    for library in try libraries(of: family) {
      for call in library.calls {
        for name in call.names.flatMap(expanded) where !name.contains("*") {
          #expect(base.call(name) == call.known, "\(library.name): \(name)")
        }
      }
      for client in library.clients {
        for name in client.names.flatMap(expanded) where !name.contains("*") {
          #expect(base.client(name) == client.deadline, "\(library.name): \(name)")
        }
      }
      for row in library.ordered {
        for name in row.names.flatMap(expanded) where !name.contains("*") {
          #expect(base.order(name) == row.ordering, "\(library.name): \(name)")
        }
      }
      for row in library.held {
        #expect(!row.holding.what.isEmpty, "\(library.name): \(row.names)")
        for name in row.names.flatMap(expanded) where !name.contains("*") {
          if row.holding.subject == .type {
            #expect(base.givesHeld(name.split(separator: "/").last.map(String.init)), "\(library.name): \(name)")
            continue
          }
          #expect(base.holding(name) == row.holding, "\(library.name): \(name)")
        }
      }
    }
  }
}

private func libraries(of family: String) throws -> [KnowledgeLibrary] {
  try knowledgeFiles(of: family).map { try KnowledgeLibrary($0) }
}

/// `@scope/package` is `scope-package`.
private func fileName(of library: String) -> String {
  library.replacing("@", with: "").replacing("/", with: "-")
}

private func expanded(_ pattern: String) -> [String] {
  var patterns: [String] = []
  Array(pattern.utf8).withUnsafeBufferPointer { bytes in
    PathPattern.forEach(in: bytes) { patterns.append(String(decoding: $0, as: UTF8.self)) }
  }
  return patterns
}

private func knowledgeFiles(of family: String) throws -> [KnowledgeFile] {
  let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../Sources/KnowledgeData/\(family)")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".json") }
    .sorted()
    .map { name in
      KnowledgeFile(name: "\(family)/\(name)", bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
}
