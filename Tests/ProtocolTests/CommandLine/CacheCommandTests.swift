import Foundation
import Glibc
import Testing

/// The cache as the built program keeps it, against everything that can happen to a process and to a disk.
@Suite("lacuna cache")
struct CacheCommandTests {
  private static func module(_ number: Int, _ variant: Int = 0) -> String {
    """
    import requests
    from m\(number + 1) import stock_\(number + 1)


    def stock_\(number)(sku):
        # \(variant)
        answer = requests.get("https://warehouse/\(variant)/" + sku)
        return stock_\(number + 1)(answer)
    """ + "\n"
  }

  private func workspace(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<count { try folder.write("m\(number).py", Self.module(number)) }
    return folder
  }

  private let review = ["review", "--format", "json"]

  private func plain(_ folder: TemporaryFolder) throws -> String {
    let run = try Lacuna.run(review + ["--no-cache"], in: folder)
    #expect(run.status == 0)
    return run.output
  }

  private func kept(_ folder: TemporaryFolder) throws -> [String] {
    let place = folder.cache.appendingPathComponent("lacuna/workspaces").path
    return try FileManager.default.contentsOfDirectory(atPath: place).sorted()
  }

  @Test func showsAndClearsWhatIsKept() throws {
    let folder = try workspace(3)
    let nothing = try Lacuna.run(["cache"], in: folder)
    #expect(nothing.status == 0)
    #expect(nothing.output.hasSuffix("lacuna/workspaces: 0 KB, 0 workspaces\n"))
    let first = try Lacuna.run(review, in: folder)
    let second = try Lacuna.run(review, in: folder)
    #expect(first.output == second.output && first.errors.isEmpty && second.errors.isEmpty)
    let shown = try Lacuna.run(["cache"], in: folder)
    #expect(shown.status == 0)
    #expect(shown.output.contains("\n\(folder.url.resolvingSymlinksInPath().path)\n"))
    #expect(shown.output.contains("3 summaries, 3 ledgers, last used 2"))
    let elsewhere = try Lacuna.run(["cache", "clear", "/"], in: folder)
    #expect(elsewhere.status == 0)
    #expect(elsewhere.output == "0 KB of 0 workspaces removed\n")
    let cleared = try Lacuna.run(["cache", "clear", "."], in: folder)
    #expect(cleared.status == 0)
    #expect(cleared.output.hasSuffix(" KB of 1 workspace removed\n"))
    #expect(try kept(folder) == [".gitignore"])
  }

  @Test func isNotKeptWhereItIsNotWanted() throws {
    let folder = try workspace(2)
    _ = try Lacuna.run(review + ["--no-cache"], in: folder)
    _ = try Lacuna.run(review, in: folder, changes: ["LACUNA_CACHE": "off"])
    try folder.write(".lacuna.json", "{ \"cache\": { \"enable\": false } }")
    _ = try Lacuna.run(review, in: folder)
    #expect(!FileManager.default.fileExists(atPath: folder.cache.path))
    let off = try Lacuna.run(["cache"], in: folder, changes: ["LACUNA_CACHE": "off"])
    #expect(off.status == 2 && off.output.isEmpty && !off.errors.isEmpty)
  }

  @Test(arguments: [["cache", "frobnicate"], ["cache", "--frobnicate"]])
  func whatItCannotDoIsSaid(arguments: [String]) throws {
    let run = try Lacuna.run(arguments, in: try workspace(0))
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("frobnicate"))
  }

  @Test func aReviewOfTheHomeFolderDoesNotReadIt() throws {
    let folder = try workspace(2)
    let home = ["XDG_CACHE_HOME": folder.url.appendingPathComponent(".cache").path]
    let first = try Lacuna.run(review, in: folder, changes: home)
    let second = try Lacuna.run(review, in: folder, changes: home)
    #expect(first.output == second.output)
    #expect(try first.output == plain(folder))
  }

  // MARK: - What can happen

  /// Kills reviews at moments of their life, half of them while they write, two at a time, and compares what comes after.
  @Test func killedAtAnyMomentItNeverSaysAnythingElse() throws {
    let folder = try workspace(3)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Lacuna.run(review, in: folder).output == plain(folder))
    let life = (clock.now - start) / .microseconds(1) / 2
    var random = SystemRandomNumberGenerator()
    var kills = 0
    var attempt = 0
    while kills < 200, attempt < 2_000 {
      attempt += 1
      for number in 0..<3 where (attempt + number) % 2 == 0 {
        try folder.write("m\(number).py", Self.module(number, attempt))
      }
      let processes = try (0..<2).map { _ in try Lacuna.start(review, in: folder) }
      if attempt % 2 == 0 {
        usleep(useconds_t(Double.random(in: 0..<max(1_000, life), using: &random)))
      } else {
        waitForWriting(in: folder)
        usleep(useconds_t.random(in: 0..<3_000, using: &random))
      }
      for process in processes {
        process.kill()
        if process.wait() == -Int(SIGKILL) { kills += 1 }
      }
      if attempt % 12 == 0 {
        let run = try Lacuna.run(review, in: folder)
        #expect(run.errors.isEmpty)
        #expect(try run.output == plain(folder))
      }
    }
    #expect(kills >= 200)
    #expect(try Lacuna.run(review, in: folder).output == plain(folder))
    #expect(try !kept(folder).contains { $0.contains(".aside-") }, "nothing was ever damaged")
    #expect(try Lacuna.run(["cache"], in: folder).output.contains(" ledgers"), "and something was kept")
  }

  /// Until the log of the database grows, or for as long as a review may take to come there.
  private func waitForWriting(in folder: TemporaryFolder) {
    let place = folder.cache.appendingPathComponent("lacuna/workspaces").path
    func size() -> Int {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      guard let log = names.first(where: { $0.hasSuffix("-wal") }) else { return 0 }
      var raw = stat()
      return lstat(place + "/" + log, &raw) == 0 ? Int(raw.st_size) : 0
    }
    let before = size()
    for _ in 0..<2_000 {
      if size() > before { return }
      usleep(500)
    }
  }

  @Test func severalAtOnceSayTheSame() throws {
    let folder = try workspace(8)
    let expected = try plain(folder)
    for _ in 0..<3 {
      let outputs = (0..<4).map { _ in folder.scratch("output") }
      let processes = try outputs.map { try Lacuna.start(review, in: folder, output: $0) }
      for process in processes { #expect(process.wait() == 0) }
      for output in outputs { #expect(try String(contentsOf: output, encoding: .utf8) == expected) }
    }
    #expect(try !kept(folder).contains { $0.contains(".aside-") })
  }

  @Test func aFileThatMayNotGrowIsNoReasonToStop() throws {
    let folder = try workspace(40)
    let text = ["review", "--fail-on", "never", "--format", "github"]
    let expected = try Lacuna.run(text + ["--no-cache"], in: folder)
    let limited = try Lacuna.run(
      program: "/bin/sh",
      ["-c", "ulimit -f 40; exec \"$0\" \"$@\"", Lacuna.binary.path] + text,
      in: folder
    )
    #expect(limited.status == 0)
    #expect(limited.output == expected.output)
    #expect(limited.errors.split(separator: "\n").count <= 1, "\(limited.errors)")
    #expect(try Lacuna.run(text, in: folder).output == expected.output)
  }

  /// Whether this test may mount file systems of its own.
  static let mayMount: Bool = {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    let run = try? Lacuna.run(
      program: "/usr/bin/env",
      ["unshare", "-m", "mount", "-t", "tmpfs", "x", "/mnt"],
      in: folder
    )
    return run?.status == 0
  }()

  @Test(.enabled(if: mayMount), arguments: ["size=64k", "size=200k", "size=0,nr_inodes=3", "ro"])
  func aDiskThatIsFullOrReadOnlyIsNoReasonToStop(options: String) throws {
    let folder = try workspace(40)
    let expected = try plain(folder)
    let script = "mkdir -p \"$1\" && mount -t tmpfs -o \(options) x \"$1\" && shift && exec \"$@\""
    let words = ["unshare", "-m", "sh", "-c", script, "sh", folder.cache.path, Lacuna.binary.path]
    let run = try Lacuna.run(program: "/usr/bin/env", words + review, in: folder)
    #expect(run.status == 0)
    #expect(run.output == expected)
    #expect(run.errors.split(separator: "\n").count <= 1, "\(run.errors)")
    if options == "ro" { #expect(run.errors.contains("LACUNA_CACHE=off")) }
  }

  @Test func aFolderThatCannotBeMadeIsNoReasonToStop() throws {
    let folder = try workspace(2)
    let run = try Lacuna.run(review, in: folder, changes: ["XDG_CACHE_HOME": "/proc/nowhere"])
    #expect(run.status == 0)
    #expect(try run.output == plain(folder))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    let folder = try workspace(30)
    let expected = try plain(folder)
    #expect(try Lacuna.run(review, in: folder).output == expected)
    let name = try #require(try kept(folder).first { $0.hasSuffix(".db") })
    let file = folder.cache.appendingPathComponent("lacuna/workspaces/\(name)")
    let whole = try Data(contentsOf: file)
    var random = SystemRandomNumberGenerator()
    for round in 0..<12 {
      var damaged = whole
      if round % 3 == 0 { damaged.removeLast(Int.random(in: 1..<whole.count, using: &random)) }
      for _ in 0..<(round % 4 * 40) where !damaged.isEmpty {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      try damaged.write(to: file)
      for _ in 0..<2 { #expect(try Lacuna.run(review, in: folder).output == expected) }
    }
  }
}
