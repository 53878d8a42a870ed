import Foundation
import Testing

/// `Package.swift` as SwiftPM reads it, against the layer table and against what set-up brings in.
@Suite struct ManifestTests {
  @Test func everyTargetStandsInTheTableWithTheSameDependencies() async throws {
    let targets = try await manifest().targets.filter {
      !["system", "test"].contains($0.type) && $0.name != "TestSupport"
    }
    #expect(Set(targets.map(\.name)) == Set(layerTable.map(\.name)))
    for target in targets {
      let layer = layerTable.first { $0.name == target.name }
      #expect(Set(target.dependencyNames) == Set(layer?.mayImport ?? []), "\(target.name) in Package.swift")
    }
  }

  @Test func aTreeThatWasNotSetUpNamesTheCommandInOneLine() async throws {
    let tree = try TemporaryFolder()
    let name = "Package.swift"
    try FileManager.default.copyItem(at: packageRoot.appending(path: name), to: tree.url.appending(path: name))
    let result = try await run(["swift", "build", "--package-path", tree.url.path])
    #expect(result.status != 0)
    #expect(result.errors.contains("run make setup first"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func noOtherPackageIsUsed() async throws {
    #expect(try await manifest().dependencies.isEmpty)
  }

  @Test func everyGrammarIsPinnedAndCredited() async throws {
    let data = try Data(contentsOf: packageRoot.appending(path: "scripts/setup/pins.json"))
    let pins = try JSONDecoder().decode(Pins.self, from: data)
    let notices = try String(contentsOf: packageRoot.appending(path: "NOTICES.md"), encoding: .utf8)
    let grammars = try await manifest().targets.map(\.name).filter { $0.hasPrefix("Grammar") }
    #expect(!grammars.isEmpty)
    #expect(Set(grammars) == Set(pins.grammars.keys.map { "Grammar\($0)" }))
    for grammar in grammars {
      #expect(notices.contains("`\(grammar)`"), "NOTICES.md does not name \(grammar)")
    }
    for archive in pins.archives.values {
      #expect(notices.contains(archive.name), "NOTICES.md does not name \(archive.name)")
    }
  }

  @Test func everyKnowledgeFileIsEmbedded() async throws {
    let folder = packageRoot.appending(path: "Sources/KnowledgeData")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    #expect(!files.isEmpty)
    for file in files.map({ folder.appending(path: $0) }) {
      let list = file.deletingLastPathComponent().appending(path: "files.h")
      let source = try String(contentsOf: list, encoding: .utf8)
      #expect(
        source.contains("#embed \"\(file.lastPathComponent)\""),
        "\(list.path) does not embed \(file.lastPathComponent)"
      )
    }
  }
}

private struct Pins: Decodable {
  struct Archive: Decodable { var name: String }
  struct Grammar: Decodable {}
  var archives: [String: Archive]
  var grammars: [String: Grammar]
}

private struct Manifest: Decodable {
  struct Target: Decodable {
    struct Dependency: Decodable {
      /// A name, and a condition that may be null.
      var byName: [String?]?
      var target: [String?]?
    }
    var name: String
    var type: String
    var dependencies: [Dependency]

    var dependencyNames: [String] {
      dependencies.map { ($0.byName ?? $0.target)?.first.flatMap { $0 } ?? "(unreadable)" }
    }
  }
  struct Package: Decodable {}
  var targets: [Target]
  var dependencies: [Package]
}

private func manifest() async throws -> Manifest {
  // With a scratch folder of its own, for SwiftPM has locked the package's while it runs the tests.
  let scratch = try TemporaryFolder()
  let result = try await run([
    "swift", "package", "--package-path", packageRoot.path, "--scratch-path", scratch.url.path, "dump-package",
  ])
  try #require(result.status == 0, "\(result.errors)")
  return try JSONDecoder().decode(Manifest.self, from: Data(result.output.utf8))
}
