import Review
import Rules

/// `lacuna explain RULE`
enum ExplainCommand {
  static let usage = """
    usage: lacuna explain RULE

    Says what a rule asks, why it matters, by what it is met, and shows examples. `lacuna rules` lists the ids.

    """

  static func run(_ words: [String]) -> Int32 {
    let name: String
    do throws(Arguments.Failure) {
      let arguments = try Arguments(words, valued: [])
      guard let first = arguments.positional.first, arguments.positional.count == 1 else {
        throw .missingValue("explain")
      }
      name = first
    } catch {
      Output.error("lacuna explain: \(error)\n" + usage)
      return 2
    }
    guard let card = RuleID(rawValue: name)?.rule?.card else {
      Output.error("lacuna explain: `\(name)` is no rule; `lacuna rules` lists them.\n")
      return 2
    }
    Output.write(RulePage(card).markdown)
    return 0
  }
}
