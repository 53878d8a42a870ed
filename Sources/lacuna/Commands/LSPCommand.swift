import Glibc
import LanguageServer
import Synchronization
import Workspace

/// `lacuna lsp`
enum LSPCommand {
  static let usage = """
    usage: lacuna lsp [--stdio] [--log FILE]

    Speaks the Language Server Protocol on standard input and output; editors start it.

      --stdio     accepted and ignored: there is no other way
      --log FILE  append what the server does to a file, without any source text (also: $LACUNA_LOG)

    """

  static func run(_ words: [String]) -> Int32 {
    let file: String?
    do throws(Arguments.Failure) {
      let arguments = try Arguments(words, valued: ["--log"], flags: ["--stdio"])
      if let word = arguments.positional.first { throw .unknown(word) }
      file = arguments.value("--log") ?? ProcessEnvironment.current["LACUNA_LOG"]
    } catch {
      Output.error("lacuna lsp: \(error)\n" + usage)
      return 2
    }
    return serve(log: log(to: file))
  }

  /// A log that cannot be opened is no reason not to serve.
  private static func log(to file: String?) -> Log {
    guard let file, !file.isEmpty else { return .none }
    if let log = Log.file(file) { return log }
    Output.error("lacuna lsp: `\(file)` cannot be written: \(String(cString: strerror(errno)))\n")
    return .none
  }

  private static func serve(log: Log) -> Int32 {
    let server = Server(input: STDIN_FILENO, output: STDOUT_FILENO, log: log)
    let code = Atomic<Int32>(1)
    let isStarted = Threads.run([{ code.store(server.run(), ordering: .relaxed) }])
    if !isStarted { Output.error("lacuna lsp: no thread could be started\n") }
    return code.load(ordering: .relaxed)
  }
}
