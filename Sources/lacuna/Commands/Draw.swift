import Workspace

/// A draw of changes to functions, so many of each kind in each language: what the commands share that change functions
/// and tell what the rules say then.
struct Draw<Sample: Sendable>: Sendable {
  /// A kind in a language.
  struct Row: Hashable, Comparable {
    var name: String
    var family: String

    static func < (a: Row, b: Row) -> Bool { (a.name, a.family) < (b.name, b.family) }
  }

  private var groups: [Row: [Sample]] = [:]

  mutating func add(_ sample: Sample, to row: Row) { groups[row, default: []].append(sample) }

  /// At most so many of each row, the same for the same seed.
  func drawn(limit: Int, seed: Int) -> [(row: Row, sample: Sample)] {
    var generator = SeededGenerator(state: UInt64(truncatingIfNeeded: seed))
    return groups.sorted { $0.key < $1.key }.flatMap { row, samples in
      samples.shuffled(using: &generator).prefix(limit).map { (row, $0) }
    }
  }
}

extension Arguments {
  /// The number that an option is given; nil where it is not there.
  func number(_ option: String) throws(Failure) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw .notOneOf(option: option, value: text, allowed: ["a number"])
    }
    return number
  }

  /// The words that an option is given, as in `--list silent,assured`.
  func choices<Choice>(_ option: String) throws(Failure) -> Set<Choice>
  where Choice: RawRepresentable<String> & CaseIterable & Hashable {
    var found: Set<Choice> = []
    for word in value(option)?.split(separator: ",") ?? [] {
      guard let choice = Choice(rawValue: String(word)) else {
        throw .notOneOf(option: option, value: String(word), allowed: Choice.allCases.map(\.rawValue))
      }
      found.insert(choice)
    }
    return found
  }
}

/// Where a byte of a text stands, for people: `app/client.py:12`.
func place(_ path: String, _ bytes: [UInt8], _ offset: Int) -> String {
  "\(path):\(bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1)"
}
