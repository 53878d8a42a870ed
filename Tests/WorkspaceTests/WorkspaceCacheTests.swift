import Analysis
import Glibc
import Rules
import TestSupport
import Testing

@testable import Workspace

@Suite("The cache of a workspace")
struct WorkspaceCacheTests {
  private let folder: TestFolder
  private let place: CachePlace
  private static let engine = EngineID([1, 2, 3])

  init() throws {
    folder = try TestFolder()
    place = CachePlace(folder.path.appending("home/cache/lacuna/workspaces"))
  }

  private func open(
    engine: EngineID = engine,
    root: FilePath = "/some/where",
    limit: Int = WorkspaceCache.standardLimit
  ) throws -> WorkspaceCache {
    try WorkspaceCache.open(root, in: place, engine: engine, limit: limit)
  }

  private var files: [FilePath] {
    (try? FolderListing(of: place.folder, followingLinks: true))?.entries.map { FilePath($0.name) } ?? []
  }

  private var database: FilePath {
    place.folder.appending(CachePlace.name(of: "/some/where") + ".db")
  }

  private static func text(_ number: Int) -> [UInt8] {
    Array("import requests\n\ndef stock_\(number)(sku):\n    return requests.get(sku + \(number))\n".utf8)
  }

  private func summary(_ number: Int) throws -> FileSummary {
    try #require(Analyzer().summary(path: "a/\(number).py", bytes: Self.text(number)))
  }

  private func fill(_ cache: WorkspaceCache, _ numbers: Range<Int>) throws {
    for number in numbers { cache.keep(try summary(number), of: Self.text(number), readAs: "a/\(number).py") }
  }

  private func found(_ cache: WorkspaceCache, _ number: Int) -> FileSummary? {
    cache.summary(of: Self.text(number), readAs: "a/\(number).py", at: "a/\(number).py")
  }

  @Test func whatWasKeptIsFoundByTheNext() throws {
    let cache = try open()
    #expect(found(cache, 1) == nil)
    try fill(cache, 0..<3)
    cache.close()
    let next = try open()
    #expect(try found(next, 1) == summary(1))
    #expect(next.summary(of: Self.text(1), readAs: "a/2.py", at: "a/2.py") == nil)
    #expect(next.summary(of: Self.text(9), readAs: "a/1.py", at: "a/1.py") == nil)
    #expect(next.summary(of: Self.text(1), readAs: "a/1.py", at: "b/a/1.py")?.path == "b/a/1.py")
    #expect(next.problem == nil)
  }

  @Test func anotherBuildBelievesNothingOfIt() throws {
    let cache = try open()
    try fill(cache, 0..<3)
    cache.close()
    let other = try open(engine: EngineID([1, 2, 4]))
    #expect(found(other, 1) == nil)
    other.close()
    #expect(try found(open(), 1) != nil)
  }

  @Test func twoAtOnceShareIt() throws {
    let first = try open()
    let second = try open()
    try fill(first, 0..<5)
    try fill(second, 5..<9)
    first.flush()
    second.flush()
    for number in 0..<9 {
      #expect(try found(first, number) == summary(number))
      #expect(try found(second, number) == summary(number))
    }
  }

  @Test func nobodyElseMayReadIt() throws {
    let cache = try open()
    try fill(cache, 0..<3)
    cache.flush()
    let modes = try folder.shell("cd home/cache/lacuna/workspaces && stat -c %a . *")
    #expect(Set(modes.split(separator: "\n").map(String.init)) == ["700", "600"])
  }

  @Test(arguments: [0, 1, 20, 99, 100, 3_000, 4_096, 6_000, 9_000, 13_000])
  func aDamagedFileIsSetAsideOrHarmless(at offset: Int) throws {
    let cache = try open()
    try fill(cache, 0..<40)
    cache.close()
    try folder.shell(
      "printf '\\377\\376\\000\\001garbage' | dd of='\(database)' bs=1 seek=\(offset) conv=notrunc status=none"
    )
    for _ in 0..<2 {
      guard let damaged = try? open() else { continue }
      for number in 0..<40 {
        if let found = found(damaged, number) { #expect(try found == summary(number)) }
      }
      damaged.close()
    }
    let next = try open()
    try fill(next, 0..<1)
    next.flush()
    #expect(try found(next, 0) == summary(0))
    #expect(next.problem == nil)
  }

  @Test(arguments: ["", "hello", "not a database, but some text of a person\n"])
  func whatIsNoDatabaseIsSetAside(text: String) throws {
    _ = try place.prepared()
    let name = try #require(database.relative(to: folder.path))
    try folder.write(text, to: name)
    let cache = try open()
    try fill(cache, 0..<2)
    cache.flush()
    #expect(try found(cache, 1) == summary(1))
    let asides = files.filter { $0.description.contains(".aside-") }
    #expect(asides.count == (text.isEmpty ? 0 : 1))
    for file in asides { #expect(FileContents(of: place.folder.appending(file)) == .bytes(Array(text.utf8))) }
  }

  @Test func anotherProgramsDatabaseIsSetAside() throws {
    let cache = try open()
    cache.close()
    try folder.shell("printf 'abcd' | dd of='\(database)' bs=1 seek=68 conv=notrunc status=none")
    let next = try open()
    try fill(next, 0..<2)
    next.flush()
    #expect(try found(next, 1) == summary(1))
    #expect(files.contains { $0.description.contains(".aside-") })
  }

  @Test func anOldSchemaIsMadeAnew() throws {
    let cache = try open()
    try fill(cache, 0..<3)
    cache.close()
    try folder.shell("printf '\\000\\000\\000\\143' | dd of='\(database)' bs=1 seek=60 conv=notrunc status=none")
    let next = try open()
    #expect(found(next, 1) == nil)
    try fill(next, 0..<3)
    next.flush()
    #expect(found(next, 1) != nil)
    #expect(!files.contains { $0.description.contains(".aside-") })
  }

  @Test func aLinkIsNotFollowed() throws {
    _ = try place.prepared()
    try folder.write("of value", to: "precious")
    try folder.link(try #require(database.relative(to: folder.path)), to: folder.path.appending("precious"))
    #expect(throws: CacheProblem.self) { try open() }
    #expect(FileContents(of: folder.path.appending("precious")) == .bytes(Array("of value".utf8)))
  }

  @Test func aLinkInThePlaceOfTheFolderIsNotFollowed() throws {
    try folder.makeFolder("elsewhere")
    try folder.link("home/cache/lacuna/workspaces", to: folder.path.appending("elsewhere"))
    #expect(throws: CacheProblem.self) { try open() }
    #expect(try folder.shell("ls elsewhere") == "")
  }

  @Test func aSecondNameIsNotWrittenTo() throws {
    let cache = try open()
    cache.close()
    try folder.shell("ln '\(database)' precious")
    #expect(throws: CacheProblem.self) { try open() }
  }

  @Test func itStaysWithinItsSize() throws {
    let cache = try open(limit: 1 << 20)
    var random = SeededGenerator(seed: 3)
    for number in 0..<160 {
      let body = (0..<20_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      cache.keep(body, .ledger, under: cache.key(.ledger) { $0.combine(UInt64(number)) })
      if number % 20 == 0 { cache.flush() }
    }
    cache.close()
    #expect(cache.problem == nil)
    var raw = stat()
    #expect(database.withCString { lstat($0, &raw) } == 0)
    #expect(raw.st_size <= 3 << 20)
    let next = try open(limit: 1 << 20)
    let last = next.entry(next.key(.ledger) { $0.combine(UInt64(159)) })
    #expect(last?.body.count == 20_000)
  }

  @Test func aFolderThatCannotBeWrittenIsAProblem() throws {
    try folder.write("a file", to: "home/cache")
    #expect(throws: CacheProblem.self) { try open() }
  }

  @Test func anEntryBelongsToAWorld() throws {
    let cache = try open()
    let key = cache.key(.ledger) { $0.combine("a") }
    let worlds = ["one", "two"].map { text in cache.digest { $0.combine(text) } }
    cache.keep([1, 2, 3], .ledger, under: key, world: worlds[0])
    cache.flush()
    var entry = try #require(cache.entry(key))
    #expect(entry.body == [1, 2, 3])
    #expect(cache.isOf(worlds[0], entry, key))
    #expect(!cache.isOf(worlds[1], entry, key))
    cache.confirm(entry, .ledger, under: key, world: worlds[1])
    cache.flush()
    entry = try #require(cache.entry(key))
    #expect(entry.body == [1, 2, 3])
    #expect(cache.isOf(worlds[1], entry, key))
  }

  @Test func theEnvironmentSaysWhere() {
    #expect(CachePlace(ProcessEnvironment(["HOME": "/h"]))?.folder == "/h/.cache/lacuna/workspaces")
    #expect(
      CachePlace(ProcessEnvironment(["HOME": "/h", "XDG_CACHE_HOME": "/x"]))?.folder == "/x/lacuna/workspaces"
    )
    #expect(
      CachePlace(ProcessEnvironment(["HOME": "/h", "XDG_CACHE_HOME": "x"]))?.folder == "/h/.cache/lacuna/workspaces"
    )
    #expect(CachePlace(ProcessEnvironment(["HOME": "/h", "LACUNA_CACHE": "/c"]))?.folder == "/c/workspaces")
    #expect(CachePlace(ProcessEnvironment(["HOME": "/h", "LACUNA_CACHE": "off"])) == nil)
    #expect(CachePlace(ProcessEnvironment([:])) == nil)
  }

  @Test func theEngineIsToldFromTheProgram() throws {
    let own = try #require(EngineID.current)
    #expect(own.bytes.count >= 8)
    #expect(EngineID(ofProgram: "/proc/self/exe") == own)
    try folder.write("#!/bin/sh\necho 1\n", to: "one")
    try folder.write("#!/bin/sh\necho 2\n", to: "two")
    let others = [FilePath("one"), "two"].map { EngineID(ofProgram: folder.path.appending($0)) }
    #expect(others[0] != nil && others[0] != others[1] && others[0] != own)
    #expect(EngineID(ofProgram: folder.path.appending("three")) == nil)
  }
}
