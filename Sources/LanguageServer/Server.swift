package import Workspace

/// The language server: reads from one descriptor, writes to another, and ends when its client does.
///
/// It runs on three kinds of threads. The one that reads hands messages on, in order. The one that calls `run` owns all
/// state, and lets each message take effect before it looks at the next. Others do what takes long, on values, and hand
/// the result back to it.
package struct Server: Sendable {
  package struct Options: Sendable {
    /// How long typing must pause before the whole text is read.
    package var pause: Duration = .milliseconds(40)
    /// The same while a part of the text does not parse.
    package var pauseWhileBroken: Duration = .milliseconds(600)
    /// How long nothing is typed before other files hear of what was typed, and are asked: an edit that comes later is
    /// one by itself.
    package var pauseOfTyping: Duration = .milliseconds(300)
    /// Where Git is, and where pages may be kept.
    package var environment = ProcessEnvironment.current

    package init() {}
  }

  private let input: Int32
  private let output: Int32
  private let log: Log
  private let options: Options

  /// - Parameter input: what the client writes to; stays the caller's, and stays being read after `run` has returned.
  package init(input: Int32, output: Int32, log: Log, options: Options = Options()) {
    self.input = input
    self.output = output
    self.log = log
    self.options = options
  }

  /// Serves one client to its end, on the calling thread, whose stack must be large (see `Threads`).
  ///
  /// - Returns: the exit code that the protocol wants: 0 after `shutdown`, or when the client left between messages.
  package func run() -> Int32 {
    let inbox = Inbox()
    let requests = OpenRequests()
    let reading = ReadingThread(fileDescriptor: input, inbox: inbox, requests: requests)
    guard Threads.detach({ reading.run() }) else {
      log.error("no thread could be started")
      return 1
    }
    let client = Client(fileDescriptor: output, log: log)
    return Session(options: options, log: log, client: client, requests: requests, inbox: inbox).run()
  }
}
