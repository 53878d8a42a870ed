package import Rules

/// A rule's page: for `lacuna explain`, the docs, and the editor's link.
package struct RulePage {
  package let markdown: String

  package init(_ card: RuleCard) {
    var out = "# \(card.id.rawValue)\n\n\(card.summary)\n\n"
    out += "Family: \(card.family.rawValue)."
    if !card.sources.isEmpty { out += " Sources: \(card.sources.joined(separator: "; "))." }
    out += "\n\n## Why\n\n\(card.rationale)\n\n## Examples\n\n"
    out += "Carets stand under what the rule speaks of, with what it says; an example without any must give silence.\n"
    for example in card.allExamples {
      out += "\n\(example.title)"
      if let path = example.path { out += " (`\(path)`)" }
      out += ":\n\n"
      if let baseline = example.baseline {
        out += "Before:\n\n```\(example.language)\n\(baseline.trimmedEnd)\n```\n\nAfter:\n\n"
      }
      out += "```\(example.language)\n\(example.source.trimmedEnd)\n```\n"
    }
    markdown = out
  }

  /// The list of all pages, and in which language each rule is shown to hold.
  package static func index(_ cards: [RuleCard]) -> String {
    var out = "# Rules\n\nEach names an obligation that code takes on by what it does. Any of three outcomes can be "
    out += "given for it: `flagged`, `unverified`, `checked`.\n\n| rule | family | asks |\n|---|---|---|\n"
    for card in cards {
      out += "| [\(card.id.rawValue)](\(card.id.rawValue).md) | \(card.family.rawValue) | \(card.summary) |\n"
    }
    return out + "\n" + RuleMatrix(cards).markdown
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    var text = self[...]
    while text.last?.isNewline == true { text = text.dropLast() }
    return text
  }
}
