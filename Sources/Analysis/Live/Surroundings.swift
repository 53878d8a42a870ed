package import Rules

/// The files around a document, as far as somebody keeps them: a document that stands still is joined with them.
package protocol Surroundings: Sendable {
  /// Takes in what other files may know of the document now.
  ///
  /// - Returns: false where they know it already.
  func take(_ summary: FileSummary) -> Bool

  /// Lets `body` ask about the other files, none of which changes meanwhile. It gets nil while they are not all known:
  /// what is missing then would be taken for what does not exist.
  func asking<Result>(about path: String, _ body: ((any WorkspaceFacts)?) -> Result) -> Result
}

/// What a unit's ledger knows of other files.
enum Crossing: Sendable {
  /// Nothing.
  case alone
  /// What was answered when the unit was judged.
  case asked(FactMemory)
  /// What was answered earlier, when it was another text: questions that are new to it went unanswered.
  case remembered(FactMemory)

  var memory: FactMemory? {
    switch self {
    case .alone: nil
    case .asked(let memory), .remembered(let memory): memory
    }
  }

  /// Whether judging the unit again would come to the same.
  func holds(in facts: (any WorkspaceFacts)?) -> Bool {
    switch self {
    case .alone: facts == nil
    case .asked(let memory): facts.map { memory.holds(in: $0) } ?? false
    case .remembered: false
    }
  }
}

/// Whom a unit's rules may ask about other files.
enum Others {
  case nobody
  /// As they are, without keeping what they said.
  case facts(any WorkspaceFacts)
  /// As they are; what they said is kept with the unit.
  case asked(any WorkspaceFacts)
  /// As they were when the unit was last judged; nothing where nobody was asked then.
  case remembered(FactMemory?)

  var facts: (any WorkspaceFacts)? {
    switch self {
    case .nobody, .remembered(nil): nil
    case .facts(let facts): facts
    case .asked(let facts): RememberedFacts(asking: facts)
    case .remembered(let memory?): RememberedFacts(from: memory)
    }
  }

  /// What the unit's ledger knows, once its rules have asked those facts.
  func crossing(_ asked: (any WorkspaceFacts)?) -> Crossing {
    switch self {
    case .nobody, .facts, .remembered(nil): .alone
    case .asked: (asked as? RememberedFacts).map { .asked($0.memory) } ?? .alone
    case .remembered(let memory?): .remembered(memory)
    }
  }
}
