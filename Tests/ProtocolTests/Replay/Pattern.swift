import Foundation

/// Placeholders, and how a message is held against what is expected. `protocol-fixtures/README.md` lists them.
struct Placeholders {
  /// Of the workspace folder, without a slash at the end.
  var folder: URL
  /// What `{{version}}` stands for.
  var toolVersion: String
  private(set) var kept: [String: JSON] = [:]

  init(folder: URL, toolVersion: String) {
    self.folder = folder
    self.toolVersion = toolVersion
  }

  mutating func keep(_ value: JSON, as name: String) { kept[name] = value }

  func uri(_ path: String) -> String { folder.appendingPathComponent(path).absoluteString }

  // MARK: - Filling in

  /// The value with all placeholders filled in, but for those that only patterns have.
  func filled(_ value: JSON) throws -> JSON {
    switch value {
    case .string(let text):
      if text.hasPrefix("{{kept:"), text.hasSuffix("}}") { return try keptValue(text.dropFirst(7).dropLast(2)) }
      return .string(try filled(text))
    case .array(let items): return .array(try items.map(filled))
    case .object(let members):
      var result: [String: JSON] = [:]
      for (key, value) in members { result[try filled(key)] = try filled(value) }
      // Long texts are easier to read as lists of lines.
      if case .array(let lines)? = result["{{lines}}"], result.count == 1 {
        return .string(lines.compactMap(\.string).joined(separator: "\n"))
      }
      return .object(result)
    default: return value
    }
  }

  private func filled(_ text: String) throws -> String {
    guard text.contains("{{") else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
      result += rest[..<open.lowerBound]
      let name = rest[open.upperBound..<close.lowerBound]
      result += try filling(of: name) ?? "{{\(name)}}"
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private func filling(of name: Substring) throws -> String? {
    let words = name.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    switch (words[0], words.count) {
    case ("workspace", 1): return uri("").hasSuffix("/") ? String(uri("").dropLast()) : uri("")
    case ("path", 1): return folder.path
    case ("version", 1): return toolVersion
    case ("uri", 2): return uri(String(words[1]))
    case ("kept", 2): return try keptValue(words[1]).string
    case ("repeat", 3):
      guard let count = Int(words[1]) else { throw ReplayFailure("{{\(name)}} has no number") }
      return String(repeating: String(words[2]), count: count)
    default: return nil
    }
  }

  private func keptValue(_ path: Substring) throws -> JSON {
    let keys = path.split(separator: ".").map(String.init)
    guard var value = kept[keys[0]] else { throw ReplayFailure("nothing is kept as `\(keys[0])`") }
    for key in keys.dropFirst() {
      guard let next = value[key] else { throw ReplayFailure("what is kept has no `\(path)`: \(value.text)") }
      value = next
    }
    return value
  }

  // MARK: - Matching

  /// What is not as expected, with its place; nil for a match. Keeps what the pattern wants kept.
  mutating func mismatch(_ pattern: JSON, _ value: JSON?, at place: String = "") throws -> String? {
    guard let value else { return "\(place): missing" }
    switch (pattern, value) {
    case (.string("{{any}}"), _): return nil
    case (.string(let text), _) where text.hasPrefix("{{keep:") && text.hasSuffix("}}"):
      keep(value, as: String(text.dropFirst(7).dropLast(2)))
      return nil
    case (.string(let text), .string(let found)):
      return Self.matches(text, found) ? nil : "\(place): \"\(found)\" instead of \"\(text)\""
    case (.array(let patterns), .array(let items)):
      guard patterns.count == items.count else {
        return "\(place): \(items.count) items instead of \(patterns.count): \(value.text)"
      }
      for index in patterns.indices {
        if let problem = try mismatch(patterns[index], items[index], at: "\(place).\(index)") { return problem }
      }
      return nil
    case (.object(let members), .array(let items)) where members["{{some}}"] != nil:
      return try missing(members["{{some}}"]?.items ?? [], in: items, at: place)
    case (.object(let members), .object(let found)):
      return try mismatch(members, found, at: place)
    default:
      return pattern == value ? nil : "\(place): \(value.text) instead of \(pattern.text)"
    }
  }

  private mutating func mismatch(_ members: [String: JSON], _ found: [String: JSON], at place: String) throws -> String?
  {
    for (key, pattern) in members.sorted(by: { $0.key < $1.key }) where key != "{{more}}" {
      if let problem = try mismatch(pattern, found[key], at: "\(place).\(key)") { return problem }
    }
    guard members["{{more}}"] == nil else { return nil }
    let surplus = Set(found.keys).subtracting(members.keys).sorted()
    return surplus.isEmpty ? nil : "\(place): unexpected \(surplus.joined(separator: ", "))"
  }

  private mutating func missing(_ patterns: [JSON], in items: [JSON], at place: String) throws -> String? {
    for pattern in patterns {
      var trial = self
      guard let found = try items.first(where: { try trial.mismatch(pattern, $0) == nil }) else {
        return "\(place): none is \(pattern.text) of \(JSON.array(items).text)"
      }
      _ = try mismatch(pattern, found)
    }
    return nil
  }

  /// `{{any}}` inside a text stands for any text.
  private static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.components(separatedBy: "{{any}}")
    guard parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
