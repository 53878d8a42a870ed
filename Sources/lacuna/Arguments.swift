/// Takes a command's words apart: options by name, everything else in order.
struct Arguments {
  enum Failure: Error, CustomStringConvertible {
    case unknown(String)
    case missingValue(String)
    case notOneOf(option: String, value: String, allowed: [String])

    var description: String {
      switch self {
      case .unknown(let option): "unknown option `\(option)`"
      case .missingValue(let option): "`\(option)` needs a value"
      case .notOneOf(let option, let value, let allowed):
        "`\(option)` takes one of \(allowed.joined(separator: ", ")), not `\(value)`"
      }
    }
  }

  private(set) var positional: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// - Parameter valued: options that take a value, as `--base REV` or `--base=REV`.
  /// - Parameter flags: options that take none.
  init(_ words: [String], valued: Set<String>, flags known: Set<String> = []) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        positional.append(word)
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      if known.contains(word) {
        flags.insert(word)
      } else if valued.contains(name) {
        if name.utf8.count < word.utf8.count {
          values[name] = String(word.dropFirst(name.count + 1))
        } else if let value = rest.popFirst() {
          values[name] = value
        } else {
          throw .missingValue(name)
        }
      } else {
        throw .unknown(word)
      }
    }
  }

  func value(_ option: String) -> String? { values[option] }
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value of an option that has a fixed set of them; nil where it was not given.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: String,
    of type: Choice.Type
  ) throws(Failure) -> Choice? where Choice.RawValue == String {
    guard let value = values[option] else { return nil }
    guard let choice = Choice(rawValue: value) else {
      throw .notOneOf(option: option, value: value, allowed: Choice.allCases.map(\.rawValue))
    }
    return choice
  }
}
