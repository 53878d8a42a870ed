/// What a call of a known API does, outside the function that makes it.
package struct KnownCall: Sendable, Hashable {
  package var effect: Effect
  package var failure: Failure
  package var deadline: Deadline
  /// Whether doing it again after an unknown outcome is harmless.
  package var repetition: Repetition
  /// Arguments that make a repeat harmless, by label; a dot goes into an object argument (`headers.Idempotency-Key`).
  package var keys: [String]
  /// Members of the result that tell success from failure; reading one, or passing the result on, is looking at it.
  package var checks: [String]
  /// Arguments that make the call itself report failure (`check=True`), by label.
  package var checkedBy: [String]
  /// Gives a promise, future or coroutine: nothing is known of its outcome until that is awaited.
  package var isAsync: Bool
  /// Holds the thread until it is done.
  package var blocks: Bool
  /// Where the functions that it is given run; nil where it says nothing of that.
  package var runs: WorkPlace?
  /// What it is to the rules besides its effect.
  package var part: Part
  /// Where part is `retry`: how it is bounded.
  package var retry: Retry?
  /// Where part is `zoneless`: arguments that say the zone after all, by label or place.
  package var zones: [String]
  /// What it hands over may come again; of a type, what its methods are given.
  package var delivery: Delivery?
  /// Arguments by which what is handed over counts as done before anything was done, by label.
  package var acknowledgedBy: [String] = []
  /// How many records it gives, and whether they are in memory then.
  package var gives: Gives
  /// Arguments that bound how many, by label.
  package var limits: [String]
  /// The argument that it writes to or reads from: where that is a place in memory, nothing outside is touched.
  package var through: [String] = []
  /// Arguments with which it fails where there is nothing, by label (`rejectOnEmpty`).
  package var demandedBy: [String] = []

  package init(
    effect: Effect = .none,
    failure: Failure = [],
    deadline: Deadline = .init(),
    repetition: Repetition = .none,
    keys: [String] = [],
    checks: [String] = [],
    checkedBy: [String] = [],
    isAsync: Bool = false,
    blocks: Bool = false,
    runs: WorkPlace? = nil,
    part: Part = .none,
    retry: Retry? = nil,
    zones: [String] = [],
    gives: Gives = .unknown,
    limits: [String] = []
  ) {
    self.effect = effect
    self.failure = failure
    self.deadline = deadline
    self.repetition = repetition
    self.keys = keys
    self.checks = checks
    self.checkedBy = checkedBy
    self.isAsync = isAsync
    self.blocks = blocks
    self.runs = runs
    self.part = part
    self.retry = retry
    self.zones = zones
    self.gives = gives
    self.limits = limits
  }
}

/// How many records a call gives.
package enum Gives: String, Sendable, CaseIterable {
  case unknown
  /// One, or it fails.
  case one
  /// One or more, or it fails.
  case some
  /// One, or nothing.
  case perhaps
  /// All there are, in memory.
  case many
  /// A query or a cursor that reads when it is asked to.
  case lazily
  /// A bounded part of them.
  case page
  /// What fits into one answer; the rest has to be asked for.
  case firstPage = "first-page"
}

/// What a call touches outside the function.
package enum Effect: String, Sendable, CaseIterable {
  case none
  case networkRead = "network-read"
  case networkWrite = "network-write"
  /// A network call whose verb is an argument (`requests.request(method, …)`, `fetch(url, { method })`).
  case networkByVerb = "network-by-verb"
  case databaseRead = "database-read"
  case databaseWrite = "database-write"
  /// A database call whose statement is an argument.
  case databaseBySQL = "database-by-sql"
  case cacheRead = "cache-read"
  case cacheWrite = "cache-write"
  case queuePublish = "queue-publish"
  case payment
  case mail
  case cloud
  case fileRead = "file-read"
  case fileWrite = "file-write"
  case process
  /// Waits for another thread or task of the same program.
  case wait
  case clock
  case random

  /// Whether something outside is different afterwards.
  package var writes: Bool {
    switch self {
    case .networkWrite, .databaseWrite, .cacheWrite, .queuePublish, .payment, .mail, .cloud, .fileWrite, .process:
      true
    case .none, .networkRead, .networkByVerb, .databaseRead, .databaseBySQL, .cacheRead, .fileRead, .wait, .clock,
      .random:
      false
    }
  }

  /// Whether the call leaves the process, and so may fail or wait for reasons of its own.
  package var leavesProcess: Bool {
    switch self {
    case .none, .clock, .random, .wait: false
    default: true
    }
  }
}

/// How a call says that it failed.
package struct Failure: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Throws, raises, rejects.
  package static let raises = Failure(rawValue: 1)
  /// In a status or a body; nothing is thrown.
  package static let status = Failure(rawValue: 2)
  /// Returns an error value.
  package static let value = Failure(rawValue: 4)
  /// Returns null, false, or none.
  package static let absence = Failure(rawValue: 8)
}

/// How long a call may wait.
package struct Deadline: Sendable, Hashable {
  package enum Default: Sendable, Hashable {
    /// The call does not wait, or nobody knows: no obligation arises.
    case notApplicable
    /// May wait for ever.
    case none
    /// Ends by itself after so many seconds.
    case finite(seconds: Double)
    /// Whatever the client object was built with.
    case client
    /// Depends on version or configuration.
    case unknown
  }

  package var standard: Default
  /// Arguments that set it, by label; a dot goes into an object argument. `#2` is the third positional argument, and
  /// `#2.timeout` a member of it.
  package var setBy: [String]
  /// Whether the default holds in every version and environment; where it does not, a flag that rests on it is a
  /// guess.
  package var isCertain: Bool

  package init(_ standard: Default = .notApplicable, setBy: [String] = [], isCertain: Bool = true) {
    self.standard = standard
    self.setBy = setBy
    self.isCertain = isCertain
  }
}

package enum Repetition: String, Sendable, CaseIterable {
  /// Leaves nothing behind.
  case none
  case safe
  case unsafe
  /// GET, HEAD, PUT, DELETE are safe; POST and PATCH are not.
  case byVerb = "by-verb"
  /// A statement that inserts or computes from the old value is unsafe.
  case bySQL = "by-sql"
  /// Safe with the right arguments.
  case conditional
}

/// Where work runs that is handed to somebody.
package enum WorkPlace: String, Sendable, CaseIterable {
  /// With other work on a thread that takes its turns: an event loop, a coroutine dispatcher, a user interface.
  case onLoop = "on-loop"
  /// As on a loop, but in fibers: waits that the runtime knows of let others run.
  case inFibers = "in-fibers"
  /// On threads of their own, which may be held.
  case inThreads = "in-threads"
}

/// What a call is to the rules, besides its effect.
package enum Part: String, Sendable, CaseIterable {
  case none
  /// Writes a line that a person may read some day.
  case log
  /// As `log`, with the error's trace.
  case logTrace = "log-trace"
  /// Tells somebody now: error tracker, alert, metric.
  case report
  /// Ends the process.
  case exit
  case sleep
  /// Makes a task that runs by itself; its result is the task.
  case spawn
  /// Lets only so many of those that it is given, or that pass it, run at once.
  case limits
  /// Waits for several tasks.
  case gather
  /// As `gather`, but failures come back as values (`return_exceptions=True`, `Promise.allSettled`).
  case settle
  /// Bounds the wait of what it is given, or of the body it stands over.
  case timeout
  case retry
  case lock
  case transaction
  /// Swallows failures of the body it stands over (`contextlib.suppress`).
  case suppress
  /// Repeats what it is given for every element (`map`, `forEach`).
  case iterate
  /// Says whether something exists or holds, without changing it.
  case exists
  /// Creates something under a key, failing or doing nothing where the key is taken.
  case createOnce = "create-once"
  case rollback
  /// Notes a write that a later call makes (`Session.add` before `commit`); nothing is done yet.
  case stage
  /// Leaves by raising, always (`flask.abort`).
  case abort
  /// Gives or begins the answer to a request; its status is among the arguments, or in a call of the same chain.
  case respond
  /// Makes a place in memory that can be written to or read from like a file.
  case memory
  case randomID = "random-id"
  case environment
  case routes
  case consumes
  case mock
  /// Reaches what a name says that is only known while the program runs (`getattr`, `Class.forName`).
  case reflects
  /// Gives a point in time or a day, or reads one, in a zone that the code does not name.
  case zoneless
  /// Gives a time a zone, or reads it in one that is named.
  case zoned
  /// Makes an error that carries the errors it is given, or adds one to another.
  case carry
  /// Makes an error of a type that cannot carry another one.
  case causeless
  /// Gives back what it is given, or takes over to do so (`closeQuietly`, `ExitStack.enter_context`).
  case release
  /// Fails the test that calls it where what it asks for does not hold.
  case asserts
  /// Gathers the failures of assertions until a member among its `checks` is called (`SoftAssertions`).
  case gathersFailures = "gathers-failures"
  /// The assertions behind it may fail, and the test passes (`XCTExpectFailure`).
  case expectsFailure = "expects-failure"
}

package struct Retry: Sendable, Hashable {
  /// What is between two tries where nothing says otherwise.
  package enum Pause: String, Sendable, CaseIterable {
    case unknown, none, fixed, growing
  }

  /// Arguments that bound it.
  package var boundedBy: [String]
  /// Tries by default; nil for no end.
  package var attempts: Int?
  /// Arguments that set the pause between two tries.
  package var pausedBy: [String]
  package var pause: Pause
  /// Arguments without which nothing is repeated; none where it always is.
  package var askedBy: [String]

  package init(
    boundedBy: [String],
    attempts: Int?,
    pausedBy: [String] = [],
    pause: Pause = .unknown,
    askedBy: [String] = []
  ) {
    self.boundedBy = boundedBy
    self.attempts = attempts
    self.pausedBy = pausedBy
    self.pause = pause
    self.askedBy = askedBy
  }
}

/// Where work comes from that may come twice.
package enum Delivery: String, Sendable, CaseIterable {
  /// Messages of a broker that delivers each at least once.
  case queue
  /// Jobs that are run again when they fail, or when who ran them did not say that it was done.
  case job
  /// Calls of another party that repeats them until it is answered.
  case webhook
  /// Work begun by a clock, by every process that has one.
  case schedule
}
