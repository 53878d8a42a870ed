package import Behaviour

extension Language {
  /// The unit at a span of an outline; one that does nothing with the comment that a person left in it.
  package func unit(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var unit = lower(span, of: source, in: outline)
    guard span.kind == .function || span.kind == .method, unit.tree.isIdle, !unit.tree[unit.tree.root].has(.commented)
    else { return unit }
    let text = BodyComment.text(in: span, of: source, outline.comments)
    if !text.isEmpty { unit.tree.setComment(text) }
    return unit
  }
}

extension BehaviourTree {
  /// Whether nothing happens in it: no statement, or a return of nothing.
  fileprivate var isIdle: Bool {
    guard count <= 40 else { return false }
    var isFirst = true
    for child in children(root) where self[child].role == .statement {
      guard isFirst, kind(child) == .return else { return false }
      isFirst = false
      guard let value = self.child(child, .value) else { continue }
      guard kind(value) == .literal, self[value].literalKind == .null else { return false }
    }
    return true
  }
}

/// What a person wrote in a body.
private enum BodyComment {
  static func text(in span: UnitSpan, of source: Source, _ comments: [Range<Int>]) -> String {
    let start = max(span.range.lowerBound, span.nameRange.upperBound)
    var lines: [Substring] = []
    for comment in comments where comment.lowerBound >= start {
      if comment.lowerBound >= span.range.upperBound {
        // `pass  # later` ends before its comment.
        let between = source.slice(span.range.upperBound..<comment.lowerBound)
        guard between.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { break }
      }
      let text = source.text(comment.lowerBound..<min(comment.upperBound, comment.lowerBound &+ 400))
      for line in text.split(whereSeparator: \.isNewline) {
        var words = line.drop { "/*#-!<> \t".contains($0) }
        while let last = words.last, last == " " || last == "*" || last == "/" { words.removeLast() }
        if !words.isEmpty, !isForTools(words) { lines.append(words) }
      }
      if comment.lowerBound >= span.range.upperBound { break }
    }
    return String(lines.joined(separator: " ").prefix(LoweringCore.noteLimit))
  }

  private static func isForTools(_ text: Substring) -> Bool {
    tools.contains { text.hasPrefix($0) }
  }

  private static let tools = [
    "noqa", "pylint:", "type:", "pragma", "eslint", "@ts-", "tslint", "swiftlint:", "NOLINT", "nolint", "noinspection",
    "NOSONAR", "rubocop:", "phpcs:", "@phpstan", "@psalm", "lacuna:", "istanbul", "c8 ", "region", "endregion", "fmt:",
    "mypy:", "pyright:", "biome-", "prettier-", "clippy", "ReSharper", "@formatter", "sourcery:", "deno-",
  ]
}
