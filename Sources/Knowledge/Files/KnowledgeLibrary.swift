/// One knowledge file as it was read: what is claimed of a library, in the order of the file.
package struct KnowledgeLibrary: Sendable {
  /// A type, or a value of it, has several names.
  struct Alias: Sendable {
    /// Patterns of what begins a path.
    var names: [String] = []
    /// What the path goes on from; without stars.
    var target = ""
  }

  struct Client: Sendable {
    var names: [String] = []
    var deadline = Deadline()
  }

  struct Call: Sendable {
    var names: [String] = []
    var known = KnownCall()
    /// For people: where this row is from, if not from what the file as a whole is from.
    var note: String?
  }

  /// Calls that take hold of something.
  struct Held: Sendable {
    var names: [String] = []
    var holding = Holding()
  }

  /// Calls that have a place among others.
  struct Ordered: Sendable {
    var names: [String] = []
    var ordering = CallOrdering(step: .answers)
  }

  package internal(set) var name = ""
  /// The family of languages whose code calls it.
  package internal(set) var family = ""
  /// Where the claims are from.
  package internal(set) var sources: [String] = []
  var aliases: [Alias] = []
  var clients: [Client] = []
  var calls: [Call] = []
  var held: [Held] = []
  var ordered: [Ordered] = []
  /// Of the file's bytes.
  var hash: UInt64 = 0
}

extension KnowledgeLibrary {
  /// The families that knowledge can be about, by their names in a file.
  package static let families = KnowledgeBase.embeddedFamilies
}
