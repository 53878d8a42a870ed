/// What rules must know of a language besides the tree: its words, in which a message quotes code, and the habits that
/// change what a construct means. Each language states its own; no rule asks which language it is.
package struct LanguageFacts: Sendable, Hashable {
  package var words: Words
  package var habits: Habits
  /// Types of failures whose handlers also take what asks the program or a task to end; the empty name stands for a
  /// handler that names no type.
  package var exits: Set<String>
  /// Types of failures whose handlers also take that of an assertion, by their last name; the empty name stands for a
  /// handler that names no type. Empty where a failed assertion marks its test and is not raised.
  package var failedAssertions: Set<String>
  /// Methods that run when a scope ends, and whose true result swallows the failure in flight.
  package var swallowingExits: Set<String> = []
  /// Methods that run when an object goes away, also while a failure is in flight, by their name; with the base that
  /// makes them so.
  package var destructors: [String: String] = [:]
  package var emptiness: Emptiness

  /// Members of a task that hold the thread until it is done, without a call or with one (`task.Result`).
  package var taskWaits: Set<String> = []
  /// Types whose functions run on an event loop: what they give is done later, they themselves may not wait.
  package var loopResults: Set<String> = []
  /// Types of what is awaited: a function that declares one gives work that is not done yet, whether it says that it is
  /// asynchronous or not.
  package var taskTypes: Set<String> = []
  /// How its files find what others declare.
  package var links = LinkFacts()

  package init(
    words: Words = Words(),
    habits: Habits = [],
    exits: Set<String> = [],
    failedAssertions: Set<String> = [],
    emptiness: Emptiness = Emptiness()
  ) {
    self.words = words
    self.habits = habits
    self.exits = exits
    self.failedAssertions = failedAssertions
    self.emptiness = emptiness
  }

  /// The same, with what it says of threads and loops.
  package func adding(habits: Habits = [], taskWaits: Set<String> = [], loopResults: Set<String> = []) -> LanguageFacts
  {
    var facts = self
    facts.habits.formUnion(habits)
    facts.taskWaits = taskWaits
    facts.loopResults = loopResults
    return facts
  }

  /// Whether a declared type is one of those that are awaited.
  package func isTask(_ type: String?) -> Bool {
    guard !taskTypes.isEmpty, let type else { return false }
    let head = type.prefix { $0 != "<" && $0 != "[" && $0 != "?" && $0 != " " }
    return taskTypes.contains(String(head.split(separator: ".").last ?? ""))
  }

  package func has(_ habit: Habits) -> Bool { habits.contains(habit) }

  /// How the language writes what the tree says neutrally; by default in the manner of C and its children.
  package struct Words: Sendable, Hashable {
    package var null = "null"
    package var `true` = "true"
    package var `false` = "false"
    /// In front of an operand.
    package var not = "!"
    package var and = "&&"
    package var or = "||"
    package var equal = "=="
    package var notEqual = "!="
    /// Behind an operand; nil for a comparison with `null`.
    package var isNull: String?
    package var isNotNull: String?
    /// Between a value and a type; nil where it is a function, `isinstance(value, type)`.
    package var isType: String? = "is"
    /// In front of the name of what is constructed.
    package var new = ""
    /// In front of an argument that stands for many.
    package var spread = "..."
    /// Behind an argument's label.
    package var label = ": "
    package var closure = "() => …"
    /// Behind an error that is raised, in front of its cause; nil where no word does that.
    package var cause: String?
    /// Behind a value that must be there.
    package var unwrap = "!"
    /// Round a string built from parts, and round a part in it.
    package var interpolation = Interpolation()

    package init() {}
  }

  /// What happens where a collection of the language is asked for an element, and holds none.
  package struct Emptiness: Sendable, Hashable {
    /// Members that fail by themselves.
    package var failing: Set<String>
    /// Functions that fail where the one collection they are given holds nothing, by their canonical paths.
    package var failingFunctions: Set<String>
    /// Members that give the absent value: what is then read of it fails.
    package var absent: Set<String>
    /// Functions that do, by their canonical paths.
    package var absentFunctions: Set<String>
    /// What takes the value out of an optional one, and fails where there is none (`Optional.get`).
    package var forcing: Set<String>
    /// An element that is not there fails, rather than being the absent value.
    package var indexFails: Bool
    /// Nothing in front of `??` fails, however far in what is absent is asked for more.
    package var orElseCovers: Bool

    package init(
      failing: Set<String> = [],
      failingFunctions: Set<String> = [],
      absent: Set<String> = [],
      absentFunctions: Set<String> = [],
      forcing: Set<String> = [],
      indexFails: Bool = true,
      orElseCovers: Bool = false
    ) {
      self.failing = failing
      self.failingFunctions = failingFunctions
      self.absent = absent
      self.absentFunctions = absentFunctions
      self.forcing = forcing
      self.indexFails = indexFails
      self.orElseCovers = orElseCovers
    }
  }

  package struct Interpolation: Sendable, Hashable {
    package var open = "\""
    package var close = "\""
    package var openPart = "${"
    package var closePart = "}"

    package init(open: String = "\"", close: String = "\"", openPart: String = "${", closePart: String = "}") {
      self.open = open
      self.close = close
      self.openPart = openPart
      self.closePart = closePart
    }
  }

  package struct Habits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A call may name its arguments (`timeout=5`), so that a collection among them is a value like any other, not a
    /// set of options.
    package static let labelsArguments = Habits(rawValue: 1 << 0)
    /// A handler may say which failures it takes, so that taking all of them is somebody's choice.
    package static let typesHandlers = Habits(rawValue: 1 << 1)
    /// What an asynchronous function gives does nothing until it is awaited.
    package static let tasksAreLazy = Habits(rawValue: 1 << 2)
    /// Asynchronous functions may take a callback as their last argument in place of giving something to await.
    package static let takesCallbacks = Habits(rawValue: 1 << 3)
    /// A collection in a condition is asked whether it is empty.
    package static let emptyIsFalse = Habits(rawValue: 1 << 4)
    /// No test gives a value: a function that does is a helper with the name of one.
    package static let testsGiveNothing = Habits(rawValue: 1 << 5)
    /// A name that begins with a capital may be any function's, not only a type's.
    package static let capitalsAreFunctions = Habits(rawValue: 1 << 6)
    /// A call of an asynchronous function waits for it where it stands, without a word for that (Kotlin's `suspend`):
    /// its value is no task.
    package static let waitsByItself = Habits(rawValue: 1 << 7)
    /// A method calls those of its own type by their bare names.
    package static let ownMembersAreBare = Habits(rawValue: 1 << 8)
    /// A logger that is given the error itself writes its trace.
    package static let logsTraceErrors = Habits(rawValue: 1 << 9)
    /// A call whose failure may leave carries a mark (`try f()`): one without cannot fail that way.
    package static let marksFailures = Habits(rawValue: 1 << 10)
    /// What an asynchronous function gives is awaited where it is called, or the code does not compile: a call that is
    /// not awaited is done when it returns.
    package static let awaitsAreDemanded = Habits(rawValue: 1 << 11)
    /// What makes an object may give nothing in its place (`init?`).
    package static let constructionMayFail = Habits(rawValue: 1 << 12)
    /// An argument with a label stands in the place that the function has for it: labels do not change the order.
    package static let labelsKeepPlaces = Habits(rawValue: 1 << 13)
    /// An object is made by a word of its own; a call that merely names a type (`Price.of(3)`) calls a function of it.
    package static let saysConstruction = Habits(rawValue: 1 << 14)
    /// A failure is a value that the caller is given: one that nobody takes is lost, whatever stands around the call.
    package static let failuresAreValues = Habits(rawValue: 1 << 15)
    /// An object is made by naming its fields, and no code of its own runs then (`Order { id, total: 3 }`).
    package static let namesFields = Habits(rawValue: 1 << 16)
    /// Which statements are compiled may hang on conditions that the tree does not show (`#if`): one that leaves may
    /// stand before others that run without it.
    package static let hidesConditions = Habits(rawValue: 1 << 17)
    /// An error raised while another one is dealt with has that one as its cause, unless it is told otherwise.
    package static let keepsCause = Habits(rawValue: 1 << 18)
    /// As `keepsCause`, but no more than as what happened to be at hand: a word makes it the cause.
    package static let keepsContext = Habits(rawValue: 1 << 19)
    /// To raise the error at hand by its name begins its trace anew.
    package static let rethrowCutsTrace = Habits(rawValue: 1 << 20)
    /// What a name holds is given back where the name ends, and what no name takes at once.
    package static let dropsAtScopeEnd = Habits(rawValue: 1 << 21)
    /// What a finalizer gives to the name of a result is the result (Go's named results).
    package static let finalizersSetResults = Habits(rawValue: 1 << 22)
    /// Everything runs on one event loop, what answers requests too.
    package static let runsOnLoop = Habits(rawValue: 1 << 23)
    /// The declaration of a model may hold the version that its store checks.
    package static let modelsHoldVersions = Habits(rawValue: 1 << 28)
    /// Fields are written by one at a time, or the code does not compile; only names at the top may be written by all.
    package static let writesAreExclusive = Habits(rawValue: 1 << 29)
    /// What other files may call can be said far from its declaration (`module.exports = { … }`): one that does not
    /// say so may be called by them all the same.
    package static let exportsElsewhere = Habits(rawValue: 1 << 24)
    /// Several threads of a program run at once, and reach the same objects.
    package static let sharesMemory = Habits(rawValue: 1 << 30)
    /// A member of the absent value is a failure that nothing in the code announces: no mark, no type keeps from it.
    package static let absenceIsUnmarked = Habits(rawValue: 1 << 25)
  }
}
