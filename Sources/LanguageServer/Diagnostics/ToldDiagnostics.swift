/// The diagnostics of a document that the client was last told.
struct ToldDiagnostics {
  /// Nil when it was told nothing yet.
  private(set) var findings: [Finding]?
  /// Counts the sets.
  private(set) var number = 0
  /// The version that it was told them for. They hold for every version since.
  private(set) var version: Int?

  mutating func take(_ findings: [Finding], version: Int?) {
    self.findings = findings
    self.version = version
    number += 1
  }
}
