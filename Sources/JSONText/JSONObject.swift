/// The members of a JSON object in the order in which they were written, each name once.
///
/// Two objects are equal when they hold the same members in any order: clients hand back what they were given with the
/// members of a hash table's order.
package struct JSONObject: Sendable {
  package struct Member: Hashable, Sendable {
    package let name: String
    package var value: JSONValue
  }

  /// In the order of writing; no name occurs twice.
  package private(set) var members: [Member]

  package init() { members = [] }

  /// Of members with the same name the last one counts, at the place of the first.
  package init(_ members: some Sequence<(String, JSONValue)>) {
    self.members = []
    for (name, value) in members { self[name] = value }
  }

  /// The caller has made sure that no name occurs twice.
  init(unique members: [Member]) { self.members = members }

  package var isEmpty: Bool { members.isEmpty }

  /// The value of that name. Setting nil removes the member; a new name goes to the end.
  ///
  /// A search through the members: what has a fixed shape has few of them, and what does not is read in order.
  package subscript(name: String) -> JSONValue? {
    get {
      for member in members where member.name == name { return member.value }
      return nil
    }
    set {
      let position = members.firstIndex { $0.name == name }
      switch (position, newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil): members.remove(at: position)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The members that are not named here: what a type does not know, and hands back as it came.
  package func without(_ names: Set<String>) -> JSONObject {
    JSONObject(unique: members.filter { !names.contains($0.name) })
  }
}

extension JSONObject: Hashable {
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.members.count == right.members.count else { return false }
    if left.members == right.members { return true }
    let byName = Dictionary(right.members.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    return left.members.allSatisfy { byName[$0.name] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    // A sum, because the order must not matter.
    hasher.combine(members.reduce(into: 0) { $0 &+= $1.hashValue })
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
