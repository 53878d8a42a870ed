import JSONText

extension KnowledgeLibrary.Held: JSONReadable {
  static let members = [
    "names", "what", "until", "of", "when", "expires", "try", "scoped", "collected", "wraps", "distributed", "async",
    "kept-by", "note",
  ]

  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(Self.members, required: 3) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try [String](json: value)
      case "note": _ = try String(json: value)
      default: return try holding.read(name, value)
      }
      return true
    }
  }
}

extension Holding {
  /// Takes in one member of a row; false for a name that no row has.
  mutating func read(_ name: String, _ value: JSONValue) throws(JSONMismatch) -> Bool {
    switch name {
    case "what": what = try String(json: value)
    case "until": until = try [String](json: value)
    case "of": subject = try value.choice()
    case "when": when = try [String](json: value)
    case "expires": expires = try [String](json: value)
    case "try": isTry = try Bool(json: value)
    case "scoped": isScoped = try Bool(json: value)
    case "collected": isCollected = try Bool(json: value)
    case "wraps": isWrapper = try Bool(json: value)
    case "distributed": isDistributed = try Bool(json: value)
    case "async": isAsync = try Bool(json: value)
    case "kept-by": keptBy = try [String](json: value)
    default: return false
    }
    return true
  }
}
