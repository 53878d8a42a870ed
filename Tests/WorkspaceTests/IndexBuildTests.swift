import Analysis
import Rules
import Synchronization
import Testing
import Workspace

@Suite("Indexing a folder")
struct IndexBuildTests {
  private func build(_ folder: TestFolder, _ index: SharedIndex, _ limits: IndexBuild.Limits = .init()) -> IndexBuild {
    IndexBuild(of: folder.path, into: index, limits: limits, pace: Threads.Pace(part: 1))
  }

  @Test func takesInWhatIsThereAndForgetsWhatIsGone() throws {
    let folder = try TestFolder()
    try folder.write("def a():\n    return 1\n", to: "a.py")
    try folder.write("def b():\n    return 1\n", to: "lib/b.py")
    try folder.write("no code", to: "notes.txt")
    let index = SharedIndex()
    #expect(!index.isComplete)
    #expect(build(folder, index).run() == .whole(files: 2, changed: 2))
    #expect(index.isComplete)
    #expect(build(folder, index).run() == .whole(files: 2, changed: 0))
    try folder.write("def a():\n    return b()\n", to: "a.py")
    try folder.remove("lib/b.py")
    #expect(build(folder, index).run() == .whole(files: 1, changed: 2))
  }

  @Test func leavesOutWhatGitIgnores() throws {
    let folder = try TestFolder()
    try folder.write("out/\n*.gen.py\n", to: ".gitignore")
    try folder.write("!kept.gen.py\n", to: "lib/.gitignore")
    for place: FilePath in ["a.py", "out/b.py", "lib/c.gen.py", "lib/kept.gen.py", ".git/d.py"] {
      try folder.write("def f():\n    return 1\n", to: place)
    }
    let index = SharedIndex()
    let build = build(folder, index)
    #expect(build.run() == .whole(files: 2, changed: 2))
    #expect(index.filePaths.filter { $0.hasSuffix(".py") }.sorted() == ["a.py", "lib/kept.gen.py"])
    // One by one as in a walk.
    let discovery = Discovery()
    func isLeftOut(_ place: FilePath) -> Bool { discovery.leavesOut(folder.path.appending(place), below: folder.path) }
    #expect(isLeftOut("out/b.py") && isLeftOut("lib/c.gen.py") && isLeftOut(".git/d.py") && isLeftOut("../x.py"))
    #expect(!isLeftOut("a.py") && !isLeftOut("lib/kept.gen.py"))
    #expect(!build.update(["out/b.py", "a.py"]))
    try folder.write("def g():\n    return 2\n", to: "a.py")
    #expect(build.update(["a.py"]))
    try folder.remove("a.py")
    #expect(build.update(["a.py"]))
    #expect(index.fileCount == 1)
  }

  @Test func saysWhereThereIsTooMuch() throws {
    let folder = try TestFolder()
    for number in 0..<3 { try folder.write("x = \(number)\n", to: FilePath("\(number).py")) }
    var few = IndexBuild.Limits()
    few.files = 2
    let index = SharedIndex()
    #expect(build(folder, index, few).run() == .tooLarge("it has more than 2 files of code"))
    var short = IndexBuild.Limits()
    short.text = 8
    guard case .tooLarge = build(folder, index, short).run() else {
      Issue.record("more text than allowed was indexed")
      return
    }
    #expect(!index.isComplete)
  }

  /// What cannot be read is not empty: nothing may be said of what is not in it.
  @Test func aFolderThatIsNotThereIsNotEmpty() throws {
    let folder = try TestFolder()
    let index = SharedIndex()
    let build = IndexBuild(of: folder.path.appending("gone"), into: index)
    guard case .unreadable = build.run() else {
      Issue.record("a folder that does not exist was indexed")
      return
    }
    #expect(!index.isComplete)
  }

  @Test func aFolderGoesWithAllThatIsInIt() throws {
    let folder = try TestFolder()
    for place: FilePath in ["lib/a.py", "lib/in/b.py", "library.py"] { try folder.write("x = 1\n", to: place) }
    let index = SharedIndex()
    let build = build(folder, index)
    #expect(build.run() == .whole(files: 3, changed: 3))
    try folder.move("lib", to: "other")
    #expect(build.update(["lib"]))
    #expect(index.filePaths == ["library.py"])
    #expect(build.run() == .whole(files: 3, changed: 2))
  }

  @Test func stopsWhenItIsTold() throws {
    let folder = try TestFolder()
    try folder.write("x = 1\n", to: "a.py")
    let index = SharedIndex()
    #expect(build(folder, index).run(shouldStop: { true }) == .stopped)
    #expect(!index.isComplete)
  }

  private final class Store: SummaryStore {
    let kept = Mutex<[String: FileSummary]>([:])
    func summary(of path: String, _ bytes: [UInt8]) -> FileSummary? { kept.withLock { $0[path] } }
    func keep(_ summary: FileSummary, of bytes: [UInt8]) { kept.withLock { $0[summary.path] = summary } }
    func finish() {}
  }

  @Test func asksTheStoreFirst() throws {
    let folder = try TestFolder()
    try folder.write("def a():\n    return 1\n", to: "a.py")
    let store = Store()
    let first = IndexBuild(of: folder.path, into: SharedIndex(), store: { store })
    #expect(first.run() == .whole(files: 1, changed: 1))
    store.kept.withLock { kept in
      for key in kept.keys { kept[key]?.units = [] }
    }
    let index = SharedIndex()
    #expect(IndexBuild(of: folder.path, into: index, store: { store }).run() == .whole(files: 1, changed: 1))
    #expect(index.asking(about: "a.py") { $0?.units.isEmpty } == true)
  }

  /// A second start takes what the first one found out, from the same place as reviews do.
  @Test func keepsWhatItFoundForTheNextStart() throws {
    let (folder, place) = (try TestFolder(), try TestFolder())
    let text = "def a():\n    return b()\n"
    try folder.write(text, to: "a.py")
    func open() throws -> WorkspaceCache {
      try WorkspaceCache.open(folder.path, in: CachePlace(place.path.appending("caches")), engine: EngineID([1]))
    }
    let index = SharedIndex()
    let cache = try open()
    #expect(IndexBuild(of: folder.path, into: index, store: { cache }).run() == .whole(files: 1, changed: 1))
    let again = try open()
    let kept = again.summary(of: "a.py", Array(text.utf8))
    #expect(kept == Analyzer().summary(path: "a.py", bytes: Array(text.utf8)))
    again.close()
  }

  @Test func aPaceIsAPartOfTheMachine() {
    #expect(Threads.Pace(part: 0.25, of: 2) == Threads.Pace(part: 0.5, of: 1))
    #expect(Threads.Pace(part: 0.25, of: 16).threads == 4)
    #expect(Threads.Pace(part: 0.25, of: 4).share == 1)
    #expect(Threads.Pace(part: 0.25, of: 2).share == 0.5)
  }
}
