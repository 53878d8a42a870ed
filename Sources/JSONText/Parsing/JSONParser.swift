/// A recursive descent over the bytes of one JSON text.
///
/// Written by hand because it stands in the way of every keystroke. Release builds of Swift 6.3, on a virtual machine:
///
/// | message | `JSONDecoder` (FoundationEssentials) | here |
/// |---|---|---|
/// | `didChange` of one character | 47 µs as any value; 9 µs as a type, once the method is known | 0.8 µs |
/// | `didOpen` of 2 MB | 8.7 ms | 1.5 ms |
///
/// A decoder also has no comments, no line and column, no order of members, and keeps nothing that it does not know.
struct JSONParser {
  /// Carries an offset only: lines are counted when somebody is to read them.
  struct Failure: Error {
    let reason: JSONSyntaxError.Reason
    let offset: Int
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let bytes: UnsafeRawBufferPointer
  let options: JSONParsingOptions
  var index = 0
  private var values = 0

  init(_ bytes: UnsafeRawBufferPointer, options: JSONParsingOptions) {
    self.bytes = bytes
    self.options = options
  }

  /// The one value that is the whole text.
  mutating func document() throws(Failure) -> JSONValue {
    try start()
    let value = try value(depth: 0)
    try skipSpace()
    guard index == bytes.count else { throw Failure(reason: .textAfterValue, offset: index) }
    return value
  }

  /// Makes sure of what holds for the text as a whole, and moves to its value.
  mutating func start() throws(Failure) {
    guard bytes.count <= options.maximumSize else {
      throw Failure(reason: .tooLarge, offset: max(options.maximumSize, 0))
    }
    if bytes.starts(with: Self.byteOrderMark) { index = 3 }
    if !options.repairsText, let offset = firstInvalidUTF8(in: bytes) {
      throw Failure(reason: .invalidUTF8, offset: offset)
    }
    try skipSpace()
    guard index < bytes.count else { throw Failure(reason: .empty, offset: index) }
  }

  /// The value that begins at `index`, where no white space stands.
  mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard index < bytes.count else { throw Failure(reason: .endsTooSoon, offset: index) }
    values &+= 1
    guard values <= options.maximumValues else { throw Failure(reason: .tooManyValues, offset: index) }
    switch bytes[index] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", means: .bool(true))
    case UInt8(ascii: "f"): return try word("false", means: .bool(false))
    case UInt8(ascii: "n"): return try word("null", means: .null)
    default: throw Failure(reason: .expectedValue, offset: index)
    }
  }

  private mutating func word(_ word: StaticString, means value: JSONValue) throws(Failure) -> JSONValue {
    for position in 0..<word.utf8CodeUnitCount {
      guard index &+ position < bytes.count else { throw Failure(reason: .endsTooSoon, offset: bytes.count) }
      guard bytes[index &+ position] == word.utf8Start[position] else {
        throw Failure(reason: .expectedValue, offset: index)
      }
    }
    index &+= word.utf8CodeUnitCount
    return value
  }

  private mutating func array(depth: Int) throws(Failure) -> [JSONValue] {
    var elements: [JSONValue] = []
    while try nextElement(first: elements.isEmpty, depth: depth) {
      elements.append(try value(depth: depth))
    }
    return elements
  }

  /// Moves from `[` or from behind an element to the next one; false, and behind `]`, when there is none.
  mutating func nextElement(first: Bool, depth: Int) throws(Failure) -> Bool {
    try nextItem(first: first, depth: depth, end: UInt8(ascii: "]"), otherwise: .expectedCommaOrBracket)
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONObject {
    var members: [JSONObject.Member] = []
    var positions = NamePositions()
    while let (name, offset) = try nextName(first: members.isEmpty, depth: depth) {
      let value = try value(depth: depth)
      if let same = positions.position(of: name, in: members) {
        guard options.allowsDuplicateNames else { throw Failure(reason: .duplicateName, offset: offset) }
        members[same].value = value
      } else {
        if members.isEmpty { members.reserveCapacity(4) }
        members.append(JSONObject.Member(name: name, value: value))
      }
    }
    return JSONObject(unique: members)
  }

  /// Moves from `{` or from behind a member to the next member's value, and gives its name and where that stands; nil,
  /// and behind `}`, when there is none.
  mutating func nextName(first: Bool, depth: Int) throws(Failure) -> (name: String, offset: Int)? {
    let more = try nextItem(first: first, depth: depth, end: UInt8(ascii: "}"), otherwise: .expectedCommaOrBrace)
    guard more else { return nil }
    guard bytes[index] == UInt8(ascii: "\"") else { throw Failure(reason: .expectedName, offset: index) }
    let offset = index
    let name = try string()
    try skipSpace()
    guard index < bytes.count else { throw Failure(reason: .endsTooSoon, offset: index) }
    guard bytes[index] == UInt8(ascii: ":") else { throw Failure(reason: .expectedColon, offset: index) }
    index &+= 1
    try skipSpace()
    return (name, offset)
  }

  private mutating func nextItem(
    first: Bool,
    depth: Int,
    end: UInt8,
    otherwise: JSONSyntaxError.Reason
  ) throws(Failure) -> Bool {
    var comma: Int?
    if first {
      guard depth <= options.maximumDepth else { throw Failure(reason: .tooDeep, offset: index) }
      index &+= 1
      try skipSpace()
    } else {
      try skipSpace()
      guard index < bytes.count else { throw Failure(reason: .endsTooSoon, offset: index) }
      if bytes[index] == UInt8(ascii: ",") {
        comma = index
        index &+= 1
        try skipSpace()
      } else if bytes[index] != end {
        throw Failure(reason: otherwise, offset: index)
      }
    }
    guard index < bytes.count else { throw Failure(reason: .endsTooSoon, offset: index) }
    guard bytes[index] == end else { return true }
    if let comma, !options.allowsTrailingCommas { throw Failure(reason: .trailingComma, offset: comma) }
    index &+= 1
    return false
  }
}
