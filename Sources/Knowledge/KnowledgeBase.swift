/// What is known of the APIs that one family of languages uses. Immutable; made once, shared by all.
package struct KnowledgeBase: Sendable {
  /// Changes whenever the answer to any question below could: part of the key under which ledgers are kept.
  package let version: UInt64
  private var exact: [String: KnownCall] = [:]

  package init(version: UInt64) {
    self.version = version
  }

  /// The built-in knowledge of one family of languages.
  package static func standard(for family: String) -> KnowledgeBase { KnowledgeBase(version: 0) }

  /// What a call of this canonical path does; nil where nobody knows.
  package func call(_ path: String) -> KnownCall? { exact[path] }

  /// What the construction of a client object decides about the waits of its methods.
  package func client(_ path: String) -> Deadline? { nil }
}
