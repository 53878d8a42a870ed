package import Behaviour

extension FileFacts {
  /// The function of this file that a call names; nil where it is none, or where it cannot be told which.
  ///
  /// - Parameter name: the callee as written: `check`, `self.check`, `Gateway.check`.
  /// - Parameter unit: the unit in which the call stands.
  package func declaration(calledAs name: String, in unit: Unit) -> (name: String, declaration: Declaration)? {
    guard !name.isEmpty, name.utf8.first != UInt8(ascii: ".") else { return nil }
    if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let member = name[name.utf8.index(after: dot)...]
      switch name[..<dot] {
      case "self", "cls", "this":
        guard let owner = unit.owner, !member.utf8.contains(UInt8(ascii: ".")) else { return nil }
        return self.member(String(member), of: owner.name, within: unit.qualifiedName)
      case "super()": return nil
      default: return declarations[name].map { (name, $0) }
      }
    }
    // The innermost of the groups and types around the unit that has a function of this name.
    var prefix = unit.qualifiedName[...]
    let isSeen = unit.owner == nil || context.facts.has(.ownMembersAreBare)
    while isSeen, let dot = prefix.utf8.lastIndex(of: UInt8(ascii: ".")) {
      prefix = prefix[..<dot]
      let qualified = prefix + "." + name
      if let found = declarations[String(qualified)] { return (String(qualified), found) }
    }
    if let found = declarations[name] { return (name, found) }
    guard let owner = unit.owner, context.facts.has(.ownMembersAreBare) else { return nil }
    return member(name, of: owner.name, within: unit.qualifiedName)
  }

  /// A member of a type of this file, its own or inherited from another type of this file.
  private func member(_ name: String, of type: String, within qualified: String) -> (String, Declaration)? {
    var waiting = [type]
    var seen: Set<String> = []
    if let dot = qualified.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let own = qualified[..<dot] + "." + name
      if let found = declarations[String(own)] { return (String(own), found) }
    }
    while let next = waiting.popLast(), seen.count < 32 {
      guard seen.insert(next).inserted else { continue }
      let key = next + "." + name
      if let found = declarations[key] { return (key, found) }
      // A base is written as its path; types of this file go by their name alone.
      waiting += (bases[next] ?? []).map { String(NameReading.last($0)) }
    }
    return nil
  }

  /// Whether all that a type inherits from is in this file, or one of these.
  package func inheritsOnly(_ type: String, from known: (String) -> Bool) -> Bool {
    var waiting = [type]
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      guard seen.count < 32 else { return false }
      guard seen.insert(next).inserted else { continue }
      for base in bases[next] ?? [] where !known(base) {
        guard bases[base] != nil else { return false }
        waiting.append(base)
      }
    }
    return true
  }
}
