import Testing

@testable import Workspace

@Suite("Reading a file")
struct FileContentsTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func givesItsBytes() throws {
    try folder.write("x = 1\n", to: "a.py")
    try folder.write("", to: "empty.py")
    #expect(FileContents(of: folder.path.appending("a.py")) == .bytes(Array("x = 1\n".utf8)))
    #expect(FileContents(of: folder.path.appending("empty.py")) == .bytes([]))
  }

  @Test func stopsAtTheLimit() throws {
    try folder.write("12345", to: "five")
    #expect(FileContents(of: folder.path.appending("five"), limit: 5) == .bytes(Array("12345".utf8)))
    #expect(FileContents(of: folder.path.appending("five"), limit: 4) == .tooLarge)
    #expect(FileContents(of: folder.path.appending("five"), limit: -1) == .tooLarge)
  }

  @Test func saysWhatIsNotText() throws {
    try folder.write([0x7F, 0x45, 0x4C, 0x46, 0], to: "program")
    #expect(FileContents(of: folder.path.appending("program")) == .binary)
  }

  @Test func findsNamesThatAreNotUTF8() throws {
    let name = FilePath([0x66, 0xFF, 0xE9])
    try folder.write("x", to: name)
    #expect(FileContents(of: folder.path.appending(name)) == .bytes([0x78]))
  }

  @Test func saysWhyItCannot() throws {
    try folder.link("loop", to: "loop")
    #expect(FileContents(of: folder.path.appending("none")) == .unreadable("No such file or directory"))
    #expect(FileContents(of: folder.path.appending("loop")) == .unreadable("Too many levels of symbolic links"))
    #expect(FileContents(of: folder.path) == .unreadable("Is a folder"))
  }

  @Test("never waits for a pipe or a device", .timeLimit(.minutes(1)))
  func specialFiles() throws {
    try folder.makePipe("pipe")
    #expect(FileContents(of: folder.path.appending("pipe")) == .unreadable("Is not a regular file"))
    #expect(FileContents(of: "/dev/zero") == .unreadable("Is not a regular file"))
    #expect(FileContents(of: "/dev/tty") != .bytes([]))
  }

  @Test func readsOnWhereTheSizeIsNotKnown() {
    // The kernel's files are 0 bytes long, and then are not.
    guard case .bytes(let bytes) = FileContents(of: "/proc/self/mountinfo") else {
      Issue.record("not read")
      return
    }
    #expect(bytes.count > 1)
    #expect(FileContents(of: "/proc/self/mountinfo", limit: 10) == .tooLarge)
  }

  @Test func followsALinkUnlessToldNotTo() throws {
    try folder.write("x", to: "file")
    try folder.link("link", to: "file")
    #expect(FileContents(of: folder.path.appending("link")) == .bytes([0x78]))
    let unread = FileContents(of: folder.path.appending("link"), followingLinks: false)
    #expect(unread == .unreadable("Too many levels of symbolic links"))
  }
}

@Suite("A path")
struct FilePathTests {
  @Test func joins() {
    #expect(FilePath("a").appending("b/c") == "a/b/c")
    #expect(FilePath("a/").appending("b") == "a/b")
    #expect(FilePath("/").appending("b") == "/b")
    #expect(FilePath.currentFolder.appending("b") == "b")
    #expect(FilePath("a").appending("/b") == "/b")
  }

  @Test func comesApart() {
    #expect(FilePath("a/b.py").lastComponent == "b.py")
    #expect(FilePath("a/b.py").parent == "a")
    #expect(FilePath("b.py").parent == .currentFolder)
    #expect(FilePath("/b").parent == "/")
    #expect(FilePath("/").parent == "/")
  }

  @Test(arguments: [
    ("./a//b/", "a/b"), ("/", "/"), ("//a", "/a"), (".", "."), ("", "."), ("a/../b", "a/../b"), ("..", ".."),
  ])
  func tidies(path: String, expected: String) {
    #expect(FilePath(path).tidied == FilePath(expected))
  }

  @Test func isRelativeToWhatHoldsIt() {
    #expect(FilePath("/a/b/c").relative(to: "/a") == "b/c")
    #expect(FilePath("/a/b").relative(to: "/a/b") == .currentFolder)
    #expect(FilePath("/ab").relative(to: "/a") == nil)
    #expect(FilePath("/a").relative(to: "/") == "a")
    #expect(FilePath("a").relative(to: .currentFolder) == "a")
  }

  @Test func sortsByItsBytes() {
    let sorted: [FilePath] = ["a-b", "a.py", "a/b", "aa", "b", "é"]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(FilePath([0x61, 0xFF]) > FilePath([0x61, 0x7F]))
  }

  @Test func holdsNoNUL() {
    #expect(FilePath([0x61, 0, 0x62]).description == "a\u{FFFD}b")
  }
}
