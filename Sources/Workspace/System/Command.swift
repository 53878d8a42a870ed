/// A program to run, by its path, with arguments that follow its name.
struct Command {
  var executable: FilePath
  var arguments: [[UInt8]]
  var environment: ProcessEnvironment
}

/// How a process ended.
enum ExitStatus: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)
  /// It is gone, and somebody else was told how.
  case unknown
}

/// Why a command has no result.
enum CommandError: Error, Equatable {
  case cannotStart(SystemError)
  case timedOut
  /// It said more than was allowed.
  case tooMuchOutput
  case system(SystemError)
}

struct CommandResult: Sendable {
  var status: ExitStatus
  var output: [UInt8]
  /// The beginning of what it said on standard error, as text.
  var errorText: String
}

extension Command {
  /// Runs the command to its end with nothing to read. It is killed, with what it started in its process group, when
  /// the time is up or it says more than `outputLimit` bytes.
  func run(within duration: Duration, outputLimit: Int) throws(CommandError) -> CommandResult {
    let deadline = Deadline(after: duration)
    let process: ChildProcess
    do throws(SystemError) {
      process = try ChildProcess(self, input: .nothing, errors: .kept)
    } catch {
      throw .cannotStart(error)
    }
    defer { process.kill() }

    var output: [UInt8] = []
    var errors: [UInt8] = []
    while process.output != nil || process.errors != nil {
      let chunk: (stream: ChildProcess.Stream, bytes: [UInt8])?
      do throws(SystemError) {
        chunk = try process.read(until: deadline)
      } catch {
        throw .system(error)
      }
      guard let chunk else { throw .timedOut }
      switch chunk.stream {
      case .output: output += chunk.bytes
      case .errors: errors += chunk.bytes.prefix(4_096 - min(4_096, errors.count))
      }
      guard output.count <= outputLimit else { throw .tooMuchOutput }
    }
    guard let status = process.wait(until: deadline) else { throw .timedOut }
    return CommandResult(status: status, output: output, errorText: String(decoding: errors, as: UTF8.self))
  }
}
