/// The diagnostics of a document that the client was last told.
struct ToldDiagnostics {
  /// Nil when it was told nothing yet.
  var findings: [Finding]?
  /// Counts the sets.
  var number = 0
  /// The version that it was told them for. They hold for every version since.
  var version: Int?
}
