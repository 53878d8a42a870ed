package import Rules

/// A rule's page: for `lacuna explain`, the docs, and the editor's link.
package struct RulePage {
  package let markdown: String

  package init(_ card: RuleCard) {
    var out = "# \(card.id.rawValue)\n\n\(card.summary)\n\n"
    out += "Family: \(card.family.rawValue)."
    if !card.sources.isEmpty { out += " Sources: \(card.sources.joined(separator: "; "))." }
    out += "\n\n## Why\n\n\(card.rationale)\n\n## Examples\n"
    for example in card.examples {
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
}

extension String {
  fileprivate var trimmedEnd: Substring {
    var text = self[...]
    while text.last?.isNewline == true { text = text.dropLast() }
    return text
  }
}
