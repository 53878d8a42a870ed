package import Rules

extension WorkspaceCache {
  /// What other files may know of a text; nil where that was not found out before.
  ///
  /// - Parameter name: the path by which it is read, which decides its language and whether it is test code.
  /// - Parameter place: where it stands in the workspace.
  package func summary(of bytes: [UInt8], readAs name: String, at place: String) -> FileSummary? {
    guard let entry = entry(summaryKey(digest(of: bytes), readAs: name)) else { return nil }
    return WorkspaceCache.summary(entry.body, at: place)
  }

  /// Keeps a summary for who reads the same text next time.
  package func keep(_ summary: FileSummary, of bytes: [UInt8], readAs name: String) {
    keep(ByteCoder.bytes(of: summary), .summary, under: summaryKey(digest(of: bytes), readAs: name))
  }

  /// - Parameter content: the digest of the text.
  package func summaryKey(_ content: CacheDigest, readAs name: String) -> CacheDigest {
    key(.summary) { hasher in
      hasher.combine(content)
      hasher.combine(name)
    }
  }

  package static func summary(_ body: [UInt8], at place: String) -> FileSummary? {
    guard var summary = ByteCoder.value(FileSummary.self, from: body) else { return nil }
    summary.path = place
    return summary
  }
}
