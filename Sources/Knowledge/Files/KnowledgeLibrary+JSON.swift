package import JSONText

extension KnowledgeLibrary: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(["library", "language", "source", "types", "clients", "calls"], required: 2) {
      (name, value) throws(JSONMismatch) in
      switch name {
      case "library": self.name = try String(json: value)
      case "language": family = try value.choice(of: KnowledgeLibrary.families)
      case "source": sources = try [String](json: value)
      case "types": aliases = try [Alias](json: value)
      case "clients": clients = try [Client](json: value)
      default: calls = try [Call](json: value)
      }
    }
  }
}

extension KnowledgeLibrary.Alias: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(["names", "is"], required: 2) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try value.patterns()
      default:
        target = try value.pattern()
        guard target.utf8.allSatisfy({ $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "{") }) else {
          throw JSONMismatch("this is one path: it has no stars and no braces")
        }
      }
    }
  }
}

extension KnowledgeLibrary.Client: JSONReadable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(["names", "deadline", "note"], required: 2) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try value.patterns()
      case "deadline": deadline = try Deadline(json: value)
      default: _ = try String(json: value)
      }
    }
  }
}

extension KnowledgeLibrary.Call: JSONReadable {
  private static let members = [
    "names", "effect", "fails", "deadline", "repeat", "keys", "checks", "checked-by", "async", "blocks", "part",
    "retry", "note",
  ]

  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(Self.members, required: 1) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try value.patterns()
      case "note": note = try String(json: value)
      default: try known.read(name, value)
      }
    }
    if known.part == .retry, known.retry == nil {
      throw JSONMismatch("is missing: what bounds it", at: [.member("retry")])
    }
    if known.part != .retry, known.retry != nil {
      throw JSONMismatch("belongs to the part \"retry\" only", at: [.member("retry")])
    }
  }
}

// MARK: - Helpers

extension JSONValue {
  /// Hands each member that is not null to `read`, which is only called with these names.
  ///
  /// - Parameter required: how many of the names, from the first, must be there.
  func readMembers(
    _ names: [String],
    required: Int,
    _ read: (String, JSONValue) throws(JSONMismatch) -> Void
  ) throws(JSONMismatch) {
    let object = try JSONObject(json: self)
    for member in object.members {
      guard names.contains(member.name) else {
        let known = names.map { "\"\($0)\"" }.joined(separator: ", ")
        throw JSONMismatch("is not known here; known are \(known)", at: [.member(member.name)])
      }
      if member.value == .null { continue }
      do {
        try read(member.name, member.value)
      } catch {
        throw error.inside(.member(member.name))
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

  /// A pattern of paths, right in itself.
  func pattern() throws(JSONMismatch) -> String {
    let pattern = try String(json: self)
    if let problem = PathPattern.problem(with: pattern) { throw JSONMismatch("\(problem): \"\(pattern)\"") }
    return pattern
  }

  func patterns() throws(JSONMismatch) -> [String] {
    guard case .array(let elements) = self else { throw .expected("an array", found: self) }
    guard !elements.isEmpty else { throw JSONMismatch("there is nothing in it") }
    var patterns: [String] = []
    patterns.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      do {
        patterns.append(try element.pattern())
      } catch {
        throw error.inside(.element(position))
      }
    }
    return patterns
  }
}

extension JSONMismatch {
  static func unknown(_ word: String, of words: [String]) -> JSONMismatch {
    JSONMismatch("expected one of \(words.joined(separator: ", ")), found \"\(word)\"")
  }
}
