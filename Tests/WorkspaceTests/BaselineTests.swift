import Testing

@testable import Workspace

@Suite("The baseline")
struct BaselineTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  @Test func holdsFilesAsTheyWere() throws {
    try repository.write("old\n", to: "src/deep/a.py")
    try repository.write("", to: "empty")
    try repository.commitAll()
    try repository.write("new\n", to: "src/deep/a.py")
    let baseline = try repository.baseline()
    #expect(try baseline.file(at: "src/deep/a.py") == .text(Array("old\n".utf8)))
    #expect(try baseline.file(at: "./src//deep/a.py") == .text(Array("old\n".utf8)))
    #expect(try baseline.file(at: "empty") == .text([]))
  }

  @Test func tellsWhatWasNoFile() throws {
    try repository.write("x", to: "folder/a")
    try repository.folder.link("repo/link", to: "folder")
    try repository.commitAll()
    let baseline = try repository.baseline()
    #expect(try baseline.file(at: "folder") == .notAFile(.folder))
    #expect(try baseline.file(at: "link") == .notAFile(.symbolicLink))
    #expect(try baseline.file(at: "link/a") == .notAFile(.symbolicLink))
    for gone in ["none", "none/a", "folder/none", "folder/a/b", "..", "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p"] as [FilePath] {
      #expect(try baseline.file(at: gone) == .absent, "\(gone)")
    }
  }

  @Test(
    "finds any name",
    arguments: [
      "with space.py", "line\nfeed.py", "tab\t.py", "\"quoted\".py", "folder\nwith/line\nfeed", "-dash", ":(top)x", "*",
      "é",
      "HEAD missing",
    ] as [FilePath]
  )
  func oddNames(name: FilePath) throws {
    try repository.write("x", to: name)
    try repository.commitAll()
    let baseline = try repository.baseline()
    #expect(try baseline.file(at: name) == .text([0x78]))
    try repository.write("y", to: name)
    #expect(try baseline.changes().map(\.path) == [name])
    #expect(try baseline.changes(in: [name]).map(\.path) == [name])
    #expect(try baseline.changes(in: ["elsewhere"]).map(\.path) == [])
  }

  @Test func findsNamesThatAreNotUTF8() throws {
    let name = FilePath([0x61, 0xFF, 0x2F, 0xE9])
    try repository.write("x", to: name)
    try repository.commitAll()
    #expect(try repository.baseline().file(at: name) == .text([0x78]))
  }

  @Test func saysWhatItDoesNotRead() throws {
    let digits = String(repeating: "ab", count: 32)
    try repository.write("a\0b", to: "binary")
    try repository.write(String(repeating: "x", count: 1_001), to: "large")
    try repository.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(digits)\nsize 123\n",
      to: "pointer"
    )
    try repository.commitAll()
    let baseline = try repository.baseline()
    #expect(try baseline.file(at: "binary") == .binary)
    #expect(try baseline.file(at: "large", limit: 1_000) == .tooLarge)
    #expect(try baseline.file(at: "large", limit: 1_001) == .text([UInt8](repeating: 0x78, count: 1_001)))
    guard case .pointer(let pointer) = try baseline.file(at: "pointer") else {
      Issue.record("no pointer")
      return
    }
    #expect(pointer.object == "sha256:\(digits)")
    #expect(pointer.size == 123)
    #expect(LFSPointer(Array("version https://git-lfs.github.com/spec/v1\n".utf8)) == nil)
  }

  @Test func saysWhatTheCloneLacks() throws {
    try repository.write("x", to: "a")
    try repository.commitAll()
    let object = try repository.git("rev-parse", "HEAD:a").dropLast()
    try repository.remove(FilePath(".git/objects/\(object.prefix(2))/\(object.dropFirst(2))"))
    #expect(try repository.baseline().file(at: "a") == .missing)
  }

  @Test func readsTheOtherKindOfRepository() throws {
    let other = try TestRepository(at: "other", in: repository.folder)
    try repository.folder.shell(
      "rm -rf other/.git && git init -q -b main --object-format=sha256 other",
      other.environment
    )
    try other.write("x", to: "folder/a")
    try other.commitAll()
    #expect(try other.baseline().file(at: "folder/a") == .text([0x78]))
    try other.write("y", to: "folder/a")
    #expect(try other.baseline().changes().map(\.kind) == [.modified])
  }

  @Test func readsManyFilesThroughOneProcess() throws {
    for index in 0..<200 { try repository.write("\(index)", to: FilePath("folder\(index % 10)/file\(index)")) }
    try repository.commitAll()
    try repository.folder.write(
      "#!/bin/sh\necho \"$@\" >> \(repository.folder.path)/log\nexec git \"$@\"\n",
      to: "bin/git"
    )
    let opened = try repository.opened().asked(through: repository)
    let baseline = Baseline(opened, at: try opened.commit("HEAD"))
    for index in 0..<200 {
      #expect(try baseline.file(at: FilePath("folder\(index % 10)/file\(index)")) == .text(Array("\(index)".utf8)))
    }
    let log = try repository.folder.shell("cat log")
    #expect(log.split(separator: "\n").count { $0.contains("cat-file") } == 1)
  }

  @Test(
    "starts anew a reader that is gone",
    arguments: [
      // It dies, it talks nonsense, it answers half and dies: each the first time only.
      "exit 1", "echo nonsense; cat > /dev/null",
      "read line; echo 0123456789012345678901234567890123456789 blob 9; exit 0",
    ]
  )
  func restart(misbehaviour: String) throws {
    try repository.write("x", to: "a")
    try repository.commitAll()
    let script = """
      #!/bin/sh
      case "$*" in *cat-file*) if [ ! -e \(repository.folder.path)/failed ]; then
        touch \(repository.folder.path)/failed
        \(misbehaviour)
        exit
      fi;; esac
      exec git "$@"
      """
    try repository.folder.write(script, to: "bin/git")
    let opened = try repository.opened().asked(through: repository)
    let baseline = Baseline(opened, at: try opened.commit("HEAD"))
    #expect(try baseline.file(at: "a") == .text([0x78]))
    #expect(repository.folder.exists("failed"))
  }

  @Test func givesUpOnAReaderThatNeverWorks() throws {
    try repository.commitAll()
    try repository.folder.write("#!/bin/sh\ncase \"$*\" in *cat-file*) exit 1;; esac\nexec git \"$@\"\n", to: "bin/git")
    let opened = try repository.opened().asked(through: repository)
    let baseline = Baseline(opened, at: try opened.commit("HEAD"))
    #expect(throws: GitError.failed("cat-file", "it ended")) { try baseline.file(at: "a") }
  }
}

extension GitRepository {
  /// The same repository, with another Git to ask.
  func asked(by git: Git) -> GitRepository { GitRepository(git: git, root: root, gitFolder: gitFolder) }

  /// The same repository, asked through the script at `bin/git`, whose own `git` is the real one.
  func asked(through repository: TestRepository) throws -> GitRepository {
    try repository.folder.shell("chmod +x bin/git")
    var environment = repository.environment
    let real = try #require(environment.executable(named: "git"))
    try repository.folder.shell("sed -i 's|exec git|exec \(real)|' bin/git")
    environment["PATH"] = "\(repository.folder.path)/bin:\(environment["PATH"] ?? "")"
    return asked(by: try Git(environment: environment))
  }
}
