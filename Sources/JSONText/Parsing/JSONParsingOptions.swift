/// What the parser takes, and where it stops.
package struct JSONParsingOptions: Sendable {
  /// The two forms of JavaScript: `// …` and `/* … */`.
  package var allowsComments: Bool
  /// A comma after the last element or member.
  package var allowsTrailingCommas: Bool
  /// Bytes that are no UTF-8, and escapes that name half a surrogate pair, become U+FFFD instead of an error. A half is
  /// one UTF-16 unit and so is its replacement: positions after it stay right.
  package var repairsText: Bool
  /// The last of several members with one name counts, as in JavaScript, instead of an error.
  package var allowsDuplicateNames: Bool
  /// How deep arrays and objects may nest. The parser, the writer and comparison recurse: 512 levels take less than
  /// 256 KB of stack in a release build, and less than 1 MB in a debug build.
  package var maximumDepth: Int
  /// In bytes.
  package var maximumSize: Int
  /// How many values there may be in all: a few bytes of text can ask for a hundred bytes of memory.
  package var maximumValues: Int

  package init(
    allowsComments: Bool = false,
    allowsTrailingCommas: Bool = false,
    repairsText: Bool = false,
    allowsDuplicateNames: Bool = false,
    maximumDepth: Int = 512,
    maximumSize: Int = 256 << 20,
    maximumValues: Int = 8_000_000
  ) {
    self.allowsComments = allowsComments
    self.allowsTrailingCommas = allowsTrailingCommas
    self.repairsText = repairsText
    self.allowsDuplicateNames = allowsDuplicateNames
    self.maximumDepth = maximumDepth
    self.maximumSize = maximumSize
    self.maximumValues = maximumValues
  }

  /// RFC 8259 to the letter; what it leaves open (duplicate names, broken text) is an error.
  package static let strict = JSONParsingOptions()

  /// For what another program sends: the grammar is strict, but one bad character or name does not cost the message.
  package static let message = JSONParsingOptions(repairsText: true, allowsDuplicateNames: true)

  /// For what people write: comments and trailing commas are fine, and whatever looks like a mistake is named.
  package static let configuration = JSONParsingOptions(
    allowsComments: true,
    allowsTrailingCommas: true,
    maximumDepth: 64,
    maximumSize: 4 << 20
  )
}
