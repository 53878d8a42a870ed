import JSONText

extension KnowledgeLibrary.Ordered: JSONReadable {
  static let members = ["names", "step", "then", "note"]

  package init(json: JSONValue) throws(JSONMismatch) {
    self.init()
    try json.readMembers(Self.members, required: 2) { (name, value) throws(JSONMismatch) in
      switch name {
      case "names": names = try [String](json: value)
      case "step": ordering.step = try value.choice()
      case "then": ordering.then = try [String](json: value)
      case "note": _ = try String(json: value)
      default: return false
      }
      return true
    }
  }
}
