import Rules

/// `lacuna rules`
enum RulesCommand {
  static let usage = """
    usage: lacuna rules

    Lists every rule: its id, its family, and the obligation that it asks about.

    """

  static func run(_ words: [String]) -> Int32 {
    do throws(Arguments.Failure) {
      let arguments = try Arguments(words, valued: [])
      guard arguments.positional.isEmpty else { throw .unknown(arguments.positional[0]) }
    } catch {
      Output.error("lacuna rules: \(error)\n" + usage)
      return 2
    }
    let cards = RuleID.allCases.compactMap { $0.rule?.card }
    let width = cards.map(\.id.rawValue.count).max() ?? 0
    var out = ""
    for family in RuleFamily.allCases {
      let members = cards.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      out += "\(family.rawValue)\n"
      for card in members {
        let id = card.id.rawValue
        out += "  \(id)\(String(repeating: " ", count: width - id.count))  \(card.summary)\n"
      }
    }
    Output.write(out)
    return 0
  }
}
