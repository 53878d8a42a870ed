package import JSONText
import Rules

/// One thing that can be configured, the same in `.lacuna.json` and in an editor's settings.
package struct Setting: Sendable {
  /// What its values look like.
  package enum Form: Sendable, Equatable {
    case flag
    case text
    case count(ClosedRange<Int>)
    case choice([String])
    /// `"on"` or `"off"` for any of some names.
    case switches([String])
  }

  /// The names of the objects around it, and its own.
  package let path: [String]
  package let form: Form
  /// One sentence, for an editor's completion.
  package let summary: String
  /// What it is where nobody says anything; nil for nothing.
  package let standard: JSONValue?
  /// Takes a value, or says what is wrong with it; then nothing is changed.
  let take: @Sendable (JSONValue, inout Configuration) -> [JSONMismatch]

  private init<Value: JSONReadable & SendableMetatype>(
    _ path: String,
    _ form: Form,
    standard: JSONValue?,
    _ summary: String,
    set: @escaping @Sendable (Value, inout Configuration) throws(JSONMismatch) -> Void
  ) {
    self.path = path.split(separator: ".").map(String.init)
    self.form = form
    self.summary = summary
    self.standard = standard
    take = { json, configuration in
      do throws(JSONMismatch) {
        try set(try Value(json: json), &configuration)
        return []
      } catch {
        return [error]
      }
    }
  }

  static func flag(
    _ path: String,
    _ target: any WritableKeyPath<Configuration, Bool> & Sendable,
    _ summary: String
  ) -> Setting {
    let standard = JSONValue.bool(Configuration()[keyPath: target])
    return Setting(path, .flag, standard: standard, summary) { (value: Bool, configuration) in
      configuration[keyPath: target] = value
    }
  }

  static func text(
    _ path: String,
    standard: String?,
    _ summary: String,
    set: @escaping @Sendable (String, inout Configuration) throws(JSONMismatch) -> Void
  ) -> Setting {
    Setting(path, .text, standard: standard.map { .string($0) }, summary, set: set)
  }

  static func count(
    _ path: String,
    _ range: ClosedRange<Int>,
    _ target: any WritableKeyPath<Configuration, Int> & Sendable,
    _ summary: String
  ) -> Setting {
    let standard = JSONValue.integer(Int64(Configuration()[keyPath: target]))
    return Setting(path, .count(range), standard: standard, summary) {
      (value: Int, configuration) throws(JSONMismatch) in
      guard range.contains(value) else {
        throw JSONMismatch("must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
      }
      configuration[keyPath: target] = value
    }
  }

  static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ path: String,
    _ target: any WritableKeyPath<Configuration, Choice> & Sendable,
    _ summary: String
  ) -> Setting where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    let standard = JSONValue.string(Configuration()[keyPath: target].rawValue)
    return Setting(path, .choice(names), standard: standard, summary) {
      (value: String, configuration) throws(JSONMismatch) in
      guard let choice = Choice(rawValue: value) else {
        throw JSONMismatch("must be one of \(names.quotedList), not \"\(value)\"")
      }
      configuration[keyPath: target] = choice
    }
  }
}

extension Setting {
  /// One wrong name does not cost the others.
  static func rules(_ path: String, _ summary: String) -> Setting {
    Setting(path, summary) { json, configuration in
      guard case .object(let object) = json else { return [.expected("an object", found: json)] }
      var mismatches: [JSONMismatch] = []
      for member in object.members {
        let place: JSONPath = [.member(member.name)]
        if let rule = RuleID(rawValue: member.name) {
          switch member.value {
          case "on": configuration.rules[rule] = true
          case "off": configuration.rules[rule] = false
          default: mismatches.append(JSONMismatch("must be \"on\" or \"off\", not \(member.value)", at: place))
          }
        } else {
          mismatches.append(JSONMismatch("there is no such rule; `lacuna rules` lists them", at: place))
        }
      }
      return mismatches
    }
  }

  private init(
    _ path: String,
    _ summary: String,
    take: @escaping @Sendable (JSONValue, inout Configuration) -> [JSONMismatch]
  ) {
    self.path = path.split(separator: ".").map(String.init)
    form = .switches(RuleID.allCases.map(\.rawValue))
    self.summary = summary
    standard = nil
    self.take = take
  }
}

extension [String] {
  var quotedList: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
