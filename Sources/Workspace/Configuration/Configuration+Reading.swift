package import JSONText

/// Something in a configuration that is not taken; what it speaks of stays as it was.
package struct ConfigurationProblem: Sendable, Hashable {
  /// What is wrong, beginning with the key: `codeLens.enable: expected a boolean, found a string`.
  package var message: String
  /// Nil where there is no text to point into.
  package var place: JSONPlace?

  package init(_ message: String, at place: JSONPlace? = nil) {
    self.message = message
    self.place = place
  }
}

extension Configuration {
  /// Takes every value that is right from an object of settings.
  ///
  /// - Returns: what is wrong with the rest, in the order of writing, with the path of each.
  package mutating func take(_ json: JSONValue) -> [JSONMismatch] {
    switch json {
    case .null: return []
    case .object(let object): return take(object, below: [])
    default: return [.expected("an object", found: json)]
    }
  }

  private mutating func take(_ object: JSONObject, below path: [String]) -> [JSONMismatch] {
    var mismatches: [JSONMismatch] = []
    for member in object.members {
      let own = path + [member.name]
      if let setting = Setting.all.first(where: { $0.path == own }) {
        mismatches += setting.take(member.value, &self).map { $0.inside(.member(member.name)) }
      } else if !Configuration.names(below: own).isEmpty {
        if case .object(let inner) = member.value {
          mismatches += take(inner, below: own).map { $0.inside(.member(member.name)) }
        } else {
          mismatches.append(.expected("an object", found: member.value).inside(.member(member.name)))
        }
      } else if own != ["$schema"] {
        mismatches.append(JSONMismatch(Configuration.unknown(member.name, below: path), at: [.member(member.name)]))
      }
    }
    return mismatches
  }

  private static func unknown(_ name: String, below path: [String]) -> String {
    let words = path + name.split(separator: ".").map(String.init)
    if name.contains("."), Setting.all.contains(where: { $0.path == words }) {
      return "there is no such setting; write the parts of the name as objects inside each other"
    }
    return "there is no such setting; there are \(names(below: path).quotedList)"
  }

  /// What can stand in the object at a path, each name once, in the order of the settings.
  private static func names(below path: [String]) -> [String] {
    var names: [String] = []
    for setting in Setting.all where setting.path.count > path.count && setting.path.starts(with: path) {
      if !names.contains(setting.path[path.count]) { names.append(setting.path[path.count]) }
    }
    return names
  }
}
