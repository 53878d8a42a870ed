import Glibc
import TestSupport
import Testing

@testable import Workspace

@Suite("Discovery")
struct DiscoveryTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private var discovery: Discovery { Discovery(environment: TestRepository.environment(home: folder.path)) }

  /// What is found in some paths below the test's folder, below it.
  private func found(_ paths: FilePath..., by discovery: Discovery? = nil) -> [FilePath] {
    (discovery ?? self.discovery).candidates(in: paths.map(folder.path.appending)).compactMap {
      $0.path.relative(to: folder.path)
    }
  }

  private func write(_ names: FilePath...) throws {
    for name in names { try folder.write("", to: name) }
  }

  @Test func findsEverythingInTheOrderOfPaths() throws {
    try write("b.py", "a/z.py", "a-b.py", "a.py", ".hidden/c.py", "a/b/c.py")
    #expect(found(".") == [".hidden/c.py", "a-b.py", "a.py", "a/b/c.py", "a/z.py", "b.py"])
  }

  @Test func honoursIgnoreFilesWithoutARepository() throws {
    try write("a.log", "keep.log", "sub/a.log", "sub/b.txt", "build/x", "sub/deep/b.txt")
    try folder.write("*.log\n!keep.log\nbuild/\n", to: ".gitignore")
    try folder.write("*.txt\n!a.log\n", to: "sub/.gitignore")
    try folder.write("!b.txt\n", to: "sub/deep/.gitignore")
    #expect(
      found(".") == [".gitignore", "keep.log", "sub/.gitignore", "sub/a.log", "sub/deep/.gitignore", "sub/deep/b.txt"]
    )
    #expect(found(".", by: Discovery(honoursIgnoreFiles: false)).count == 9)
  }

  @Test func honoursTheRulesAboveTheGivenFolder() throws {
    let repository = try TestRepository(at: "repo", in: folder)
    try repository.write("/src/gen\n*.tmp\n", to: ".gitignore")
    try repository.write("", to: "src/gen/a.py")
    try repository.write("", to: "src/a.tmp")
    try repository.write("", to: "src/a.py")
    try folder.write("*.py\n", to: ".gitignore")
    #expect(found("repo/src") == ["repo/src/a.py"])
  }

  @Test func honoursTheRulesThatAreNotCommitted() throws {
    let repository = try TestRepository(at: "repo", in: folder)
    try repository.write("excluded\n", to: ".git/info/exclude")
    try folder.write("personal\n", to: ".config/git/ignore")
    for name in ["excluded", "personal", "kept"] { try repository.write("", to: FilePath("\(name)/f")) }
    #expect(found("repo") == ["repo/kept/f"])
    var environment = ProcessEnvironment(["XDG_CONFIG_HOME": "\(folder.path)/other"])
    try folder.write("kept\n", to: "other/git/ignore")
    #expect(found("repo", by: Discovery(environment: environment)) == ["repo/personal/f"])
    environment["XDG_CONFIG_HOME"] = "\(folder.path)/none"
    #expect(found("repo", by: Discovery(environment: environment)) == ["repo/kept/f", "repo/personal/f"])
  }

  @Test func takesARepositoryInsideAnotherForItself() throws {
    let outer = try TestRepository(at: "outer", in: folder)
    try outer.write("*.py\n", to: ".gitignore")
    let inner = try TestRepository(at: "outer/inner", in: folder)
    try inner.write("secret\n", to: ".git/info/exclude")
    try inner.write("", to: "a.py")
    try inner.write("", to: "secret")
    #expect(found("outer") == ["outer/.gitignore", "outer/inner/a.py"])
  }

  @Test func knowsAWorkTreeByItsFile() throws {
    let repository = try TestRepository(at: "repo", in: folder)
    try repository.commitAll()
    try repository.git("worktree", "add", "-q", "../tree")
    try repository.write("excluded\n", to: ".git/info/exclude")
    try write("tree/excluded", "tree/kept")
    #expect(found("tree") == ["tree/kept"])
  }

  @Test func readsAFolderThatIsNamedThoughItIsIgnored() throws {
    let repository = try TestRepository(at: "repo", in: folder)
    try repository.write("/vendor\n*.py\n", to: ".gitignore")
    try repository.write("", to: "vendor/lib/a.py")
    try repository.write("*.c\n", to: "vendor/lib/.gitignore")
    try repository.write("", to: "vendor/lib/b.c")
    #expect(found("repo/vendor") == ["repo/vendor/lib/.gitignore", "repo/vendor/lib/a.py"])
    #expect(found("repo/vendor/lib") == ["repo/vendor/lib/.gitignore", "repo/vendor/lib/a.py"])
    #expect(found("repo") == ["repo/.gitignore"])
  }

  @Test func takesAFileThatIsNamed() throws {
    try folder.write("*.log\n", to: ".gitignore")
    try write("a.log")
    let path = folder.path.appending("a.log")
    #expect(discovery.candidates(in: [path]) == [Candidate(path: path, kind: .file, isNamed: true)])
  }

  @Test func findsWhatIsNamedTwiceOnce() throws {
    try write("src/a.py", "src/b.py")
    try folder.write("a.py\n", to: ".gitignore")
    try folder.link("way", to: "src")
    let paths: [FilePath] = ["src/b.py", "src", "src/a.py", "way/b.py", "src/../src/"]
    let candidates = discovery.candidates(in: paths.map(folder.path.appending))
    #expect(candidates.count == 2)
    #expect(candidates.map(\.isNamed) == [true, true])
  }

  @Test func leavesNothingOutInSilence() throws {
    try folder.makePipe("pipe")
    try folder.link("link", to: "file")
    try folder.link("folder", to: "..")
    try write("file")
    let candidates = discovery.candidates(in: [folder.path, folder.path.appending("none")])
    let kinds = candidates.map { "\($0.path.lastComponent) \($0.kind)" }
    #expect(
      kinds == [
        "file file", "folder symbolicLink", "link symbolicLink", #"none unreadable("No such file or directory")"#,
        "pipe special",
      ]
    )
  }

  @Test("follows a link that is named, and no other", .timeLimit(.minutes(1)))
  func links() throws {
    try write("real/a.py")
    try folder.link("real/self", to: ".")
    try folder.link("way", to: "real")
    #expect(found("way") == ["way/a.py", "way/self"])
    try folder.link("loop", to: "loop")
    let loop = discovery.candidates(in: [folder.path.appending("loop")])
    #expect(loop.map(\.kind) == [.unreadable("Too many levels of symbolic links")])
  }

  @Test func findsNamesThatAreNotUTF8() throws {
    let names = [FilePath([0xFF, 0x2E, 0x70, 0x79]), FilePath("a\nb.py"), FilePath([0xE9])]
    for name in names { try folder.write("x", to: FilePath("odd").appending(name)) }
    #expect(found("odd").map(\.lastComponent) == [names[1], names[2], names[0]])
  }

  @Test func givesPathsAsTheyWereGiven() throws {
    // The tests run in the root of the package.
    let sources = discovery.candidates(in: ["./Sources//SourceText/"])
    #expect(sources.first?.path == "Sources/SourceText/BinaryContent.swift")
  }

  @Test func stopsWhenToldTo() throws {
    try write("a", "b", "c")
    var seen: [FilePath] = []
    discovery.visit(folder.path) {
      seen.append($0.path.lastComponent)
      return seen.count < 2
    }
    #expect(seen == ["a", "b"])
  }

  @Test("ends in folders deeper than a path can be long", .timeLimit(.minutes(1)))
  func depth() throws {
    let script =
      "i=0; while [ $i -lt 60 ]; do mkdir -p \(String(repeating: "d/", count: 50)); cd -P \(String(repeating: "d/", count: 50)); i=$((i+1)); done"
    try folder.shell(script)
    let candidates = discovery.candidates(in: [folder.path])
    #expect(candidates.map(\.kind) == [.unreadable("File name too long")])
  }

  @Test("leaves out what Git leaves out", arguments: 0..<12)
  func agreesWithGit(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let repository = try TestRepository(at: "repo", in: folder)
    let names = ["a", "b", "ab", "a.c", "b.c", "x y", "#a", "!b", "a]b", "é", "A", "tmp"]
    func path() -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(names) }.joined(separator: "/")
    }
    for _ in 0..<60 {
      let path = FilePath(path())
      // A name cannot be a file and a folder.
      try? repository.write("", to: path)
    }
    let pieces = [
      "a", "b", "c", ".", "*", "*", "?", "[ab]", "[!a]", "[a-c]", "[[:alpha:]]", "[]", "\\", "\\a", "é", " ", "tmp",
    ]
    func pattern() -> String {
      let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ -> String in
        if Int.random(in: 0..<4, using: &random) == 0 { return "**" }
        // Two stars beside other characters: Git itself does not do as it says.
        return (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(pieces) }.joined()
          .replacing("**", with: "*")
      }
      return random.pick(["", "", "", "!", "/", "!/", "#", "\\#", "\\!"]) + parts.joined(separator: "/")
        + random.pick(["", "", "/", " ", "\\ ", "\r"])
    }
    for file in [".gitignore", "a/.gitignore", "ab/b/.gitignore", ".git/info/exclude"] {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in pattern() }
      try? repository.write(lines.joined(separator: "\n") + "\n", to: FilePath(file))
    }
    let listed = try repository.git("ls-files", "-z", "--others", "--exclude-standard")
    let expected = listed.split(separator: "\0").map { FilePath("repo/\($0)") }.sorted()
    #expect(found("repo") == expected)
  }
}
