package import JSONText

extension KnowledgeLibrary: JSONReadable {
  /// Patterns are taken as they are: `PathPattern.check` says whether they are right.
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(
      ["library", "language", "source", "types", "clients", "calls", "holds", "orders"],
      required: 2
    ) {
      (name, value) throws(JSONMismatch) in
      switch name {
      case "library": self.name = try String(json: value)
      case "language": family = try value.choice(of: KnowledgeLibrary.families)
      case "source": sources = try [String](json: value)
      case "types": aliases = try [Alias](json: value)
      case "clients": clients = try [Client](json: value)
      case "calls": calls = try [Call](json: value)
      case "holds": held = try [Held](json: value)
      case "orders": ordered = try [Ordered](json: value)
      default: return false
      }
      return true
    }
  }
}

extension KnowledgeLibrary.Alias: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(["names", "is"], required: 2) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try [String](json: value)
      case "is": target = try String(json: value)
      default: return false
      }
      return true
    }
  }
}

extension KnowledgeLibrary.Client: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(["names", "deadline", "note"], required: 2) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try [String](json: value)
      case "deadline": deadline = try Deadline(json: value)
      case "note": _ = try String(json: value)
      default: return false
      }
      return true
    }
  }
}

extension KnowledgeLibrary.Call: JSONReadable {
  static let members = [
    "names", "effect", "fails", "deadline", "repeat", "keys", "checks", "checked-by", "async", "blocks", "runs",
    "part", "retry", "zone-by", "delivers", "acked-by", "gives", "limits", "note",
  ]

  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(Self.members, required: 1) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try [String](json: value)
      case "note": note = try String(json: value)
      default: return try known.read(name, value)
      }
      return true
    }
    if known.part == .retry, known.retry == nil {
      throw JSONMismatch("is missing: what bounds it", at: [.member("retry")])
    }
    if known.part != .retry, known.part != .consumes, known.retry != nil {
      throw JSONMismatch("belongs to the parts \"retry\" and \"consumes\" only", at: [.member("retry")])
    }
  }
}

// MARK: - Helpers

extension JSONValue {
  /// Hands each member that is not null to `read`, which says false of a name that it does not know.
  ///
  /// - Parameter names: all that are known, for a message.
  /// - Parameter required: how many of the names, from the first, must be there.
  func readMembers(
    _ names: [String],
    required: Int,
    _ read: (String, JSONValue) throws(JSONMismatch) -> Bool
  ) throws(JSONMismatch) {
    let object = try JSONObject(json: self)
    for member in object.members {
      if case .null = member.value { continue }
      let isKnown: Bool
      do {
        isKnown = try read(member.name, member.value)
      } catch {
        throw error.inside(.member(member.name))
      }
      guard isKnown else {
        let known = names.map { "\"\($0)\"" }.joined(separator: ", ")
        throw JSONMismatch("is not known here; known are \(known)", at: [.member(member.name)])
      }
    }
    for name in names.prefix(required) where (object[name] ?? .null) == .null {
      throw JSONMismatch("\"\(name)\" is missing")
    }
  }

  func choice(of words: [String]) throws(JSONMismatch) -> String {
    let word = try String(json: self)
    guard words.contains(word) else { throw JSONMismatch.unknown(word, of: words) }
    return word
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _: Choice.Type = Choice.self
  ) throws(JSONMismatch) -> Choice {
    let word = try String(json: self)
    guard let choice = Choice(rawValue: word) else {
      throw JSONMismatch.unknown(word, of: Choice.allCases.map(\.rawValue))
    }
    return choice
  }
}

extension JSONMismatch {
  static func unknown(_ word: String, of words: [String]) -> JSONMismatch {
    JSONMismatch("expected one of \(words.joined(separator: ", ")), found \"\(word)\"")
  }
}
