import Glibc
import Testing

@testable import Workspace

@Suite("A command")
struct CommandTests {
  private func shell(_ script: String, _ environment: ProcessEnvironment = .current) -> Command {
    Command(executable: "/bin/sh", arguments: ["-c", script].map { Array($0.utf8) }, environment: environment)
  }

  @Test func tellsHowItEnded() throws {
    let result = try shell("echo out; echo err >&2; exit 3").run(within: .seconds(30), outputLimit: 100)
    #expect(result.status == .exited(3))
    #expect(result.output == Array("out\n".utf8))
    #expect(result.errorText == "err\n")
    let killed = try shell("kill -9 $$").run(within: .seconds(30), outputLimit: 100)
    #expect(killed.status == .signalled(SIGKILL))
  }

  @Test("may say much on both streams", .timeLimit(.minutes(1)))
  func noDeadlock() throws {
    let script = "i=0; while [ $i -lt 2000 ]; do printf '%0500d' 0; printf '%0500d' 0 >&2; i=$((i+1)); done"
    let result = try shell(script).run(within: .seconds(60), outputLimit: 2_000_000)
    #expect(result.output.count == 1_000_000)
    #expect(result.errorText.utf8.count == 4_096)
  }

  @Test("is killed, and all it started, when the time is up", .timeLimit(.minutes(1)))
  func timeLimit() throws {
    #expect(throws: CommandError.timedOut) {
      try shell("sleep 1000 & sleep 1000").run(within: .milliseconds(200), outputLimit: 100)
    }
    // Its output is at an end, and it is still there.
    #expect(throws: CommandError.timedOut) {
      try shell("exec >&- 2>&-; sleep 1000").run(within: .milliseconds(200), outputLimit: 100)
    }
  }

  @Test("takes what it started with it when it is killed", .timeLimit(.minutes(1)))
  func processGroup() throws {
    let folder = try TestFolder()
    let script = "sleep 1000 >&- 2>&- & echo $! > \(folder.path)/started; sleep 1000"
    #expect(throws: CommandError.timedOut) {
      try shell(script).run(within: .seconds(1), outputLimit: 100)
    }
    let started = try folder.shell("cat started").filter { $0 != "\n" }
    // Gone, or dead and not buried by whoever has to.
    func isAlive() -> Bool {
      guard case .bytes(let bytes) = FileContents(of: FilePath("/proc/\(started)/stat")) else { return false }
      return !String(decoding: bytes, as: UTF8.self).contains(") Z ")
    }
    for _ in 0..<10_000 where isAlive() { usleep(1_000) }
    #expect(!started.isEmpty)
    #expect(!isAlive())
  }

  @Test("is stopped when it says too much", .timeLimit(.minutes(1)))
  func outputLimit() throws {
    #expect(throws: CommandError.tooMuchOutput) {
      try shell("yes").run(within: .seconds(30), outputLimit: 100_000)
    }
  }

  @Test func thatDoesNotExistDoesNotStart() throws {
    let command = Command(executable: "/nowhere/to/be/found", arguments: [], environment: .current)
    #expect(throws: CommandError.cannotStart(.notFound)) { try command.run(within: .seconds(30), outputLimit: 1) }
  }

  @Test func readsNothing() throws {
    #expect(try shell("cat; echo done").run(within: .seconds(30), outputLimit: 100).output == Array("done\n".utf8))
  }

  @Test func seesTheEnvironmentItIsGivenAndNoOther() throws {
    let environment = ProcessEnvironment(["PATH": "/usr/bin:/bin", "NAME": "a b"])
    let output = try shell("env | grep -v '^_=' | grep -v '^PWD=' | sort", environment)
      .run(within: .seconds(30), outputLimit: 1_000).output
    #expect(String(decoding: output, as: UTF8.self) == "NAME=a b\nPATH=/usr/bin:/bin\n")
  }

  @Test func inheritsNoFileOfOurs() throws {
    let folder = try TestFolder()
    try folder.write("x", to: "held-open")
    let held = try Descriptor(reading: folder.path.appending("held-open"))
    let output = try shell("ls -l /proc/self/fd").run(within: .seconds(30), outputLimit: 10_000).output
    #expect(!String(decoding: output, as: UTF8.self).contains("held-open"))
    #expect(try held.status().size == 1)
  }
}

@Suite("A running process")
struct ChildProcessTests {
  private func start(_ script: String) throws -> ChildProcess {
    let arguments = ["-c", script].map { Array($0.utf8) }
    return try ChildProcess(
      Command(executable: "/bin/sh", arguments: arguments, environment: .current),
      input: .sent,
      errors: .dropped
    )
  }

  @Test func answersWhatItIsSent() throws {
    let process = try start("read line; echo \"<$line>\"")
    let deadline = Deadline(after: .seconds(30))
    #expect(try process.send(Array("hello\n".utf8), until: deadline))
    #expect(try process.read(until: deadline)?.bytes == Array("<hello>\n".utf8))
    #expect(try process.read(until: deadline)?.bytes == [])
    #expect(process.output == nil)
    #expect(process.wait(until: deadline) == .exited(0))
  }

  @Test("that does not read does not hold us", .timeLimit(.minutes(1)))
  func fullPipe() throws {
    let process = try start("sleep 1000")
    #expect(try !process.send([UInt8](repeating: 0, count: 50_000_000), until: Deadline(after: .milliseconds(200))))
  }
}

/// One after the other: what this process does at a broken pipe is part of both.
@Suite("A broken pipe", .serialized)
struct BrokenPipeTests {
  @Test func isAnErrorToUsAndNotOurEnd() throws {
    let process = try ChildProcess(
      Command(executable: "/bin/true", arguments: [], environment: .current),
      input: .sent,
      errors: .dropped
    )
    let deadline = Deadline(after: .seconds(30))
    #expect(process.wait(until: deadline) == .exited(0))
    #expect(throws: SystemError.self) {
      while try process.send([UInt8](repeating: 0, count: 100_000), until: deadline) {}
    }
  }

  @Test("ends a child as usual, also where we pay no heed to it")
  func endsAChild() throws {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let script = "(yes; echo $? >&2) | head -1"
    let command = Command(
      executable: "/bin/sh",
      arguments: ["-c", script].map { Array($0.utf8) },
      environment: .current
    )
    let result = try command.run(within: .seconds(30), outputLimit: 100)
    #expect(result.errorText == "\(128 + SIGPIPE)\n")
  }
}

@Suite("The environment")
struct ProcessEnvironmentTests {
  @Test func findsProgramsInAbsoluteFoldersOnly() throws {
    let folder = try TestFolder()
    try folder.write("#!/bin/sh\n", to: "bin/git")
    try folder.write("not a program", to: "plain/git")
    try folder.makeFolder("folder/git")
    try folder.shell("chmod +x bin/git")
    let bin = "\(folder.path)/bin"
    func search(_ path: String) -> FilePath? { ProcessEnvironment(["PATH": path]).executable(named: "git") }
    #expect(search("\(folder.path)/plain:\(folder.path)/folder:\(bin)") == FilePath("\(bin)/git"))
    #expect(search("::.:bin:\(folder.path)/plain") == nil)
  }

  @Test func isThatOfThisProcess() {
    #expect(ProcessEnvironment.current["PATH"] != nil)
    #expect(ProcessEnvironment.current["LACUNA_IS_NOT_SET"] == nil)
  }

  @Test func holdsAnEqualsSignInAValue() {
    #expect(ProcessEnvironment(["A": "b=c"]).lines == [Array("A=b=c".utf8)])
  }
}
