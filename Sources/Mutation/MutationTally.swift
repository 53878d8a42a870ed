/// How many mutations of one kind ended how.
package struct MutationTally: Sendable, Hashable {
  package private(set) var counts: [MutationVerdict: Int] = [:]

  package init() {}

  package mutating func add(_ verdict: MutationVerdict) { counts[verdict, default: 0] += 1 }
  package var total: Int { counts.values.reduce(0, +) }
  package func count(_ verdict: MutationVerdict) -> Int { counts[verdict] ?? 0 }
}

extension MutationTally {
  package mutating func add(_ other: MutationTally) { counts.merge(other.counts) { $0 + $1 } }
}
