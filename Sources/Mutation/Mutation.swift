package import Rules

/// One protection taken out of a real unit, or weakened.
package struct Mutation: Sendable {
  package var operation: MutationOperator
  /// Index of the unit among those of its file.
  package var unit: Int
  /// What the lost protection protected. Bytes in the file.
  package var site: Range<Int>
  /// From the end of the file to its start, so that each may be applied as it stands.
  package var edits: [Edit]
  /// Rules of which one must say something about the site.
  package var rules: Set<RuleID>
  /// The rule whose evidence was taken.
  package var origin: RuleID?

  package struct Edit: Sendable, Hashable {
    /// Bytes in the file.
    package var range: Range<Int>
    package var replacement: String
  }

  init(_ operation: MutationOperator, unit: Int, site: Range<Int>, edits: [Edit], rules: Set<RuleID>) {
    self.operation = operation
    self.unit = unit
    self.site = site
    self.edits = edits.sorted { $0.range.lowerBound > $1.range.lowerBound }
    self.rules = rules
  }

  /// The file with the protection gone.
  package func applied(to bytes: [UInt8]) -> [UInt8] { Mutation.apply(edits, to: bytes) }

  /// Applies edits that stand in order from the end of the file to its start.
  static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for edit in edits {
      result.replaceSubrange(edit.range.clamped(to: 0..<result.count), with: Array(edit.replacement.utf8))
    }
    return result
  }

  /// Where a byte of the file stands afterwards; what stood in a replaced range is where its replacement starts.
  package func moved(_ offset: Int) -> Int {
    var result = offset
    for edit in edits where edit.range.lowerBound < offset {
      result +=
        offset >= edit.range.upperBound
        ? edit.replacement.utf8.count - edit.range.count : edit.range.lowerBound - offset
    }
    return result
  }

  /// The site, afterwards.
  package var movedSite: Range<Int> {
    let start = moved(site.lowerBound)
    return start..<max(start, moved(site.upperBound))
  }
}
