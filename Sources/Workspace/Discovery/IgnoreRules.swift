/// The patterns that hold in a folder: those of its own ignore file, then those of the folders above it.
///
/// Paths are relative to where the outermost rules hold, the root of the repository as a rule.
final class IgnoreRules: Sendable {
  /// So that matching stays bounded. No file written by hand comes near it.
  private static let patternLimit = 10_000

  private let outer: IgnoreRules?
  private let patterns: [IgnorePattern]
  /// The length of the folder's own path, with its closing slash: patterns see what follows.
  private let prefix: Int

  private init(_ patterns: [IgnorePattern], prefix: Int, inside outer: IgnoreRules?) {
    self.outer = outer
    self.patterns = patterns
    self.prefix = prefix
  }

  /// The rules with those of one more file. A file that cannot be read, or is a link when it stands in the tree, has
  /// none: then more is reviewed, not less.
  static func adding(
    _ file: FilePath,
    inFolderOfLength prefix: Int,
    followingLinks: Bool,
    to outer: IgnoreRules?
  ) -> IgnoreRules? {
    guard case .bytes(let bytes) = FileContents(of: file, followingLinks: followingLinks) else { return outer }
    let patterns = Self.patterns(in: bytes)
    return patterns.isEmpty ? outer : IgnoreRules(patterns, prefix: prefix, inside: outer)
  }

  static func patterns(in bytes: [UInt8]) -> [IgnorePattern] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var patterns: [IgnorePattern] = []
    for line in text.split(separator: UInt8(ascii: "\n")) where patterns.count < patternLimit {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if let pattern = IgnorePattern(line: line) { patterns.append(pattern) }
    }
    return patterns
  }

  /// Whether a path is to be left out. The innermost file that speaks of it decides, and in it the last line.
  func ignores(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    path.withUnsafeBufferPointer { path in
      var rules: IgnoreRules? = self
      while let current = rules {
        let below = UnsafeBufferPointer(rebasing: path[min(current.prefix, path.count)...])
        if let last = current.patterns.last(where: { $0.matches(below, isFolder: isFolder) }) {
          return !last.isNegated
        }
        rules = current.outer
      }
      return false
    }
  }
}
