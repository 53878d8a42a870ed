/// Finds the member that already has a name: one by one while there are few, by a table when there are many, so that an
/// object of a million members costs no more per member than a small one.
struct NamePositions {
  private var table: [String: Int] = [:]

  private static let comparedOneByOne = 16

  mutating func position(of name: String, in members: [JSONObject.Member]) -> Int? {
    guard members.count >= Self.comparedOneByOne else { return members.firstIndex { $0.name == name } }
    for position in table.count..<members.count { table[members[position].name] = position }
    return table[name]
  }
}
