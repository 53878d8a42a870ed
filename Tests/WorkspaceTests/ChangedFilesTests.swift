import Testing

@testable import Workspace

@Suite("The changed files")
struct ChangedFilesTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  /// `kind path`, and for a rename where it was.
  private func changes(since revision: String = "HEAD", in folders: [FilePath] = []) throws -> [String] {
    try repository.baseline(revision).changes(in: folders).map { change in
      switch change.kind {
      case .renamed(let from, let similarity): "renamed \(from) \(change.path) \(similarity)"
      default: "\(change.kind) \(change.path)"
      }
    }
  }

  private static let function = (1...20).map { "line number \($0)\n" }.joined()

  @Test func areThoseThatDifferFromTheBase() throws {
    for name in ["committed", "staged", "edited", "removed", "removed-staged", "same"] as [FilePath] {
      try repository.write("old \(name)\n", to: name)
    }
    try repository.write("ignored\n", to: ".gitignore")
    try repository.commitAll()
    try repository.write("new\n", to: "committed")
    try repository.commitAll()
    try repository.write("new\n", to: "staged")
    try repository.write("", to: "added-staged")
    try repository.git("add", "staged", "added-staged")
    try repository.git("rm", "-q", "removed-staged")
    try repository.write("new\n", to: "edited")
    try repository.write("", to: "folder/untracked")
    try repository.write("", to: "ignored")
    try repository.remove("removed")
    #expect(
      try changes(since: "HEAD~1") == [
        "added added-staged", "modified committed", "modified edited", "added folder/untracked", "removed removed",
        "removed removed-staged", "modified staged",
      ]
    )
    #expect(try changes(in: ["folder"]) == ["added folder/untracked"])
    let baseline = try repository.baseline()
    let edited = try #require(baseline.changes().first { $0.path == "edited" })
    #expect(try baseline.file(before: edited) == .text(Array("old edited\n".utf8)))
  }

  @Test func areNotThoseThatWereOnlyTouched() throws {
    try repository.write("x\n", to: "a")
    try repository.commitAll()
    try repository.folder.shell("touch -d 2001-01-01 repo/a")
    #expect(try changes() == [])
    // Not in the index any more, and still there.
    try repository.git("rm", "-q", "--cached", "a")
    #expect(try changes() == [])
    try repository.write("y\n", to: "a")
    #expect(try changes() == ["modified a"])
  }

  @Test func areNotThoseWithOtherLineEndsOnly() throws {
    try repository.write("a\nb\n", to: "feed")
    try repository.write("a\r\nb\r\n", to: "pair")
    try repository.write("a\nb\n", to: "edited")
    try repository.commitAll()
    try repository.write("a\r\nb\r\n", to: "feed")
    try repository.write("a\nb\n", to: "pair")
    try repository.write("a\r\nc\r\n", to: "edited")
    #expect(try changes() == ["modified edited"])
    try repository.git("config", "core.autocrlf", "true")
    #expect(try changes() == ["modified edited"])
  }

  @Test func mayHaveMoved() throws {
    try repository.write(Self.function, to: "old.py")
    try repository.write(Self.function + "the end\n", to: "other.py")
    try repository.commitAll()
    try repository.move("old.py", to: "lib/new.py")
    #expect(try changes() == ["renamed old.py lib/new.py 100"])
    try repository.git("add", "-A")
    #expect(try changes() == ["renamed old.py lib/new.py 100"])
    try repository.write(Self.function + "and more of it\n", to: "lib/new.py")
    #expect(try changes() == ["renamed old.py lib/new.py 95"])
    try repository.write(Self.function.split(separator: "\n")[12...].joined(separator: "\n"), to: "lib/new.py")
    #expect(try changes() == ["added lib/new.py", "removed old.py"])
  }

  @Test func moveToWhatIsMostAlike() throws {
    try repository.write(Self.function, to: "a.py")
    try repository.write(Self.function.replacing("number 1", with: "other"), to: "b.py")
    try repository.commitAll()
    try repository.move("a.py", to: "x.py")
    try repository.move("b.py", to: "y.py")
    try repository.write(Self.function, to: "z.py")
    #expect(try changes() == ["renamed a.py x.py 100", "renamed b.py y.py 100", "added z.py"])
  }

  @Test func areFilesOnly() throws {
    try repository.write("x", to: "becomes-link")
    try repository.folder.link("repo/becomes-file", to: "x")
    try repository.write("x", to: "becomes-folder")
    try repository.commitAll()
    try repository.remove("becomes-link")
    try repository.folder.link("repo/becomes-link", to: "x")
    try repository.remove("becomes-file")
    try repository.write("y y y", to: "becomes-file")
    try repository.remove("becomes-folder")
    try repository.write("z z z", to: "becomes-folder/a")
    try repository.folder.link("repo/new-link", to: "x")
    #expect(
      try changes() == [
        "added becomes-file", "removed becomes-folder", "added becomes-folder/a", "removed becomes-link",
      ]
    )
  }

  @Test func areToldInAMergeThatIsNotDone() throws {
    try repository.write("base\n", to: "a")
    try repository.commitAll()
    try repository.git("checkout", "-q", "-b", "other")
    try repository.write("other\n", to: "a")
    try repository.commitAll()
    try repository.git("checkout", "-q", "main")
    try repository.write("main\n", to: "a")
    try repository.commitAll()
    try repository.folder.shell("cd repo && ! git merge -q other >/dev/null", repository.environment)
    #expect(try changes() == ["modified a"])
    let baseline = try repository.baseline()
    let change = try #require(baseline.changes().first)
    #expect(try baseline.file(before: change) == .text(Array("main\n".utf8)))
  }

  @Test func doNotIncludeThoseOfARepositoryInside() throws {
    try repository.commitAll()
    let inner = try TestRepository(at: "repo/inner", in: repository.folder)
    try inner.write("x", to: "a")
    #expect(try changes() == [])
  }

  @Test("run nothing that the repository names")
  func nothingRuns() throws {
    let marker = "\(repository.folder.path)/ran"
    let program = "\(repository.folder.path)/program"
    try repository.folder.write("#!/bin/sh\necho \"$0 $*\" >> \(marker)\ncat\n", to: "program")
    try repository.folder.shell("chmod +x program")
    try repository.write("* filter=evil diff=evil\n*.x filter=ev=il\n", to: ".gitattributes")
    try repository.write("one\n", to: "a")
    try repository.write("same\n", to: "e.x")
    try repository.write("gone\n", to: "b")
    try repository.write("one\n", to: "d.x")
    try repository.commitAll()
    let missing = try repository.git("rev-parse", "HEAD:b").dropLast()
    for (key, value) in [
      ("core.fsmonitor", program), ("core.hooksPath", "\(repository.folder.path)/hooks"), ("core.pager", program),
      ("filter.evil.clean", program), ("filter.evil.smudge", program), ("filter.ev=il.clean", program),
      ("filter.evil.required", "true"), ("diff.external", program), ("diff.evil.textconv", program),
      ("diff.evil.command", program), ("core.sshCommand", program), ("remote.origin.url", "ssh://host/path"),
      ("remote.origin.promisor", "true"), ("remote.origin.uploadpack", program),
      ("extensions.partialClone", "origin"), ("core.repositoryFormatVersion", "1"), ("core.askPass", program),
      ("credential.helper", program),
    ] {
      try repository.git("config", key, value)
    }
    for hook in ["post-index-change", "post-checkout", "pre-auto-gc", "fsmonitor-watchman"] {
      try repository.folder.shell("mkdir -p hooks && cp program hooks/\(hook) && cp program repo/.git/hooks/\(hook)")
    }
    try repository.write("two\n", to: "a")
    try repository.write("three\n", to: "c.x")
    try repository.write("two\n", to: "d.x")
    // An index that is older than what it knows of makes Git read the files.
    try repository.folder.shell("touch -d 2001-01-01 repo/.git/index")
    try repository.remove(FilePath(".git/objects/\(missing.prefix(2))/\(missing.dropFirst(2))"))

    #expect(try changes() == ["modified a", "added c.x", "modified d.x"])
    #expect(try repository.baseline().file(at: "b") == .missing)
    #expect(!repository.folder.exists("ran"), "\((try? repository.folder.shell("cat ran")) ?? "")")
    // The trap is one: Git left to itself runs into it.
    _ = try repository.folder.shell("git -C repo status; git -C repo diff; true", repository.environment)
    #expect(repository.folder.exists("ran"))
  }
}
