import Foundation
import Testing

/// `scripts/setup` on archives of the tests' own: what it makes, and what it says and leaves behind when it cannot.
@Suite struct SetupTests {
  @Test func aFirstSetUpFillsVendor() async throws {
    let fixture = try await SetupFixture()
    let result = try await fixture.setUp()
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try filesBelow(fixture.vendor) == [
        ".complete",
        "CTreeSitter/include/module.modulemap",
        "CTreeSitter/include/tree_sitter/api.h",
        "CTreeSitter/src/lib.c",
        "Grammars/Toy/include/GrammarToy.h",
        "Grammars/Toy/include/module.modulemap",
        "Grammars/Toy/src/parser.c",
        "Grammars/Toy/src/tree_sitter/parser.h",
        "Licences/toy-pack.txt",
        "run make setup first/module.modulemap",
      ]
    )
    let header = try String(
      contentsOf: fixture.vendor.appending(path: "Grammars/Toy/include/GrammarToy.h"),
      encoding: .utf8
    )
    #expect(header.contains("const TSLanguage *tree_sitter_toy(void);"))
    #expect(try fixture.leftovers() == [])
  }

  @Test func aSecondCloneNeedsNoNetwork() async throws {
    let fixture = try await SetupFixture()
    #expect(try await fixture.setUp().status == 0)
    let clone = try await fixture.secondClone()
    try fixture.goOffline()
    let result = try await fixture.setUp(root: clone)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try filesBelow(clone.appending(path: "Vendor")) == filesBelow(fixture.vendor))
  }

  @Test func aCompleteCloneIsLeftAlone() async throws {
    let fixture = try await SetupFixture()
    #expect(try await fixture.setUp().status == 0)
    let mark = fixture.vendor.appending(path: "mark")
    try Data().write(to: mark)
    #expect(try await fixture.setUp() == CommandResult(status: 0, output: "", errors: ""))
    #expect(FileManager.default.fileExists(atPath: mark.path))
  }

  @Test func anArchiveWithAnotherHashIsNotUsed() async throws {
    let fixture = try await SetupFixture()
    try append("more", to: fixture.archive)
    try await expectFailure(fixture, saying: "toy-pack 1.0 has the wrong SHA-256 and was not used")
    #expect(!FileManager.default.fileExists(atPath: fixture.cachedArchive.path))
  }

  @Test func withoutNetworkAndCacheItSaysSo() async throws {
    let fixture = try await SetupFixture()
    try fixture.goOffline()
    try await expectFailure(
      fixture,
      saying: "toy-pack 1.0 could not be downloaded: no connection to the package index",
      changes: ["PIP_NO_INDEX": "0", "PIP_INDEX_URL": "https://127.0.0.1:9/simple", "PIP_RETRIES": "1"]
    )
  }

  @Test func anArchiveThatTheIndexLacksIsNamed() async throws {
    let fixture = try await SetupFixture()
    try fixture.goOffline()
    try await expectFailure(fixture, saying: "Could not find a version that satisfies the requirement toy-pack==1.0")
  }

  @Test func aDamagedCacheIsRepairedWhenItCanBe() async throws {
    let fixture = try await SetupFixture()
    #expect(try await fixture.setUp().status == 0)
    try append("more", to: fixture.cachedArchive)
    try FileManager.default.removeItem(at: fixture.vendor)
    #expect(try await fixture.setUp().status == 0)
    #expect(try Data(contentsOf: fixture.cachedArchive) == Data(contentsOf: fixture.archive))
  }

  @Test func whatWasCompleteOutlivesAFailure() async throws {
    let fixture = try await SetupFixture()
    #expect(try await fixture.setUp().status == 0)
    let before = try filesBelow(fixture.vendor)
    try await fixture.writePins(to: fixture.root, grammarFolder: "parsers/missing")
    let result = try await fixture.setUp()
    #expect(result.status == 1)
    #expect(result.errors == "setup: toy_pack-1.0.tar.gz does not contain parsers/missing\n")
    #expect(try filesBelow(fixture.vendor) == before)
    #expect(try fixture.leftovers() == [])
  }

  @Test func whatAKilledSetUpLeftIsRemoved() async throws {
    let fixture = try await SetupFixture()
    let leftover = fixture.root.appending(path: ".vendor-killed/CTreeSitter")
    try FileManager.default.createDirectory(at: leftover, withIntermediateDirectories: true)
    #expect(try await fixture.setUp().status == 0)
    #expect(try fixture.leftovers() == [])
  }

  @Test func withoutSwiftItSaysSo() async throws {
    let fixture = try await SetupFixture()
    try await expectFailure(
      fixture,
      saying: "no `swift` on the PATH",
      changes: ["PATH": try await fixture.path(holding: [:])]
    )
  }

  @Test func anOldSwiftIsNamed() async throws {
    let fixture = try await SetupFixture()
    let path = try await fixture.path(holding: [
      "swift": "#!/bin/sh\necho 'Swift version 5.9.2 (swift-5.9.2-RELEASE)'\n"
    ])
    try await expectFailure(fixture, saying: "`swift --version` says Swift version 5.9", changes: ["PATH": path])
  }

  @Test func withoutACompilerItSaysSo() async throws {
    let fixture = try await SetupFixture()
    let path = try await fixture.path(holding: ["swift": "#!/bin/sh\necho 'Swift version 6.3 (swift-6.3-RELEASE)'\n"])
    try await expectFailure(
      fixture,
      saying: "missing: a C compiler",
      changes: ["PATH": path, "CC": "/no/such/compiler"]
    )
  }

  @Test func withoutPipItSaysSo() async throws {
    let fixture = try await SetupFixture()
    let python = try TemporaryFolder()
    let made = try await run(["python3", "-m", "venv", "--without-pip", python.url.path])
    try #require(made.status == 0, "\(made.errors)")
    // A PATH without apt-get, so that nothing is installed by this test.
    let path = try await fixture.path(holding: [
      "swift": "#!/bin/sh\necho 'Swift version 6.3 (swift-6.3-RELEASE)'\n",
      "compiler": "#!/bin/sh\n",
    ])
    try await expectFailure(
      fixture,
      saying: "missing: pip for \(python.url.path)",
      python: python.url.appending(path: "bin/python3").path,
      changes: ["PATH": path, "CC": "compiler"]
    )
  }

  @Test func withoutPythonMakeSaysSo() async throws {
    let result = try await run(["make", "-C", packageRoot.path, "setup", "PYTHON=no-such-python"])
    #expect(result.status != 0)
    #expect(result.errors.contains("setup: no no-such-python on the PATH; Python 3.9 or newer is needed"))
  }

  private func expectFailure(
    _ fixture: SetupFixture,
    saying message: String,
    python: String = "python3",
    changes: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let result = try await fixture.setUp(python: python, changes: changes)
    #expect(result.status == 1, sourceLocation: sourceLocation)
    #expect(result.errors.contains(message), "it said: \(result.errors)", sourceLocation: sourceLocation)
    #expect(!result.errors.contains("Traceback"), "it said: \(result.errors)", sourceLocation: sourceLocation)
    #expect(!FileManager.default.fileExists(atPath: fixture.vendor.path), sourceLocation: sourceLocation)
    #expect(try fixture.leftovers() == [], sourceLocation: sourceLocation)
  }
}

private func filesBelow(_ folder: URL) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    .filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    .sorted()
}

private func append(_ text: String, to file: URL) throws {
  try (Data(contentsOf: file) + Data(text.utf8)).write(to: file)
}
