package import JSONText

extension KnownCall {
  /// Takes in one member of a row of a knowledge file; false for a name that no row has.
  mutating func read(_ name: String, _ value: JSONValue) throws(JSONMismatch) -> Bool {
    switch name {
    case "effect": effect = try value.choice()
    case "fails": failure = try Failure(json: value)
    case "deadline": deadline = try Deadline(json: value)
    case "repeat": repetition = try value.choice()
    case "keys": keys = try [String](json: value)
    case "checks": checks = try [String](json: value)
    case "checked-by": checkedBy = try [String](json: value)
    case "async": isAsync = try Bool(json: value)
    case "blocks": blocks = try Bool(json: value)
    case "runs": runs = try value.choice(WorkPlace.self)
    case "part": part = try value.choice()
    case "zone-by": zones = try [String](json: value)
    case "retry": retry = try Retry(json: value)
    case "delivers": delivery = try (value.choice() as Delivery)
    case "acked-by": acknowledgedBy = try [String](json: value)
    case "gives": gives = try value.choice()
    case "limits": limits = try [String](json: value)
    case "through": through = try [String](json: value)
    case "demanded-by": demandedBy = try [String](json: value)
    default: return false
    }
    return true
  }
}

extension Failure: JSONReadable {
  private static let words = ["raises", "status", "value", "absence"]

  package init(json: JSONValue) throws(JSONMismatch) {
    guard case .array(let elements) = json else { throw .expected("an array", found: json) }
    self = []
    for (position, element) in elements.enumerated() {
      do {
        switch try element.choice(of: Failure.words) {
        case "raises": insert(.raises)
        case "status": insert(.status)
        case "value": insert(.value)
        default: insert(.absence)
        }
      } catch {
        throw error.inside(.element(position))
      }
    }
  }
}

extension Deadline: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(["default", "set", "certain"], required: 1) { (name, value) throws(JSONMismatch) in
      switch name {
      case "default": standard = try Default(json: value)
      case "set": setBy = try [String](json: value)
      case "certain": isCertain = try Bool(json: value)
      default: return false
      }
      return true
    }
  }
}

extension Deadline.Default: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    switch json {
    case .string("none"): self = .none
    case .string("client"): self = .client
    case .string("unknown"): self = .unknown
    case .string(let word): throw .unknown(word, of: ["none", "client", "unknown", "a number of seconds"])
    default:
      let seconds = try Double(json: json)
      guard seconds > 0 else { throw JSONMismatch("a wait of so many seconds ends before it begins; see \"none\"") }
      self = .finite(seconds: seconds)
    }
  }
}

extension Retry: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init(boundedBy: [], attempts: nil)
    try json.readMembers(["bounded-by", "attempts", "paused-by", "pause", "asked-by"], required: 1) {
      (name, value) throws(JSONMismatch) in
      switch name {
      case "bounded-by": boundedBy = try [String](json: value)
      case "attempts":
        let count = try Int(json: value)
        guard count > 0 else { throw JSONMismatch("at least one try is made; leave it out for no end") }
        attempts = count
      case "paused-by": pausedBy = try [String](json: value)
      case "asked-by": askedBy = try [String](json: value)
      case "pause": pause = try value.choice()
      default: return false
      }
      return true
    }
  }
}
