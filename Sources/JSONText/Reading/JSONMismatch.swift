/// A JSON value is well-formed, but not what was expected at its place.
package struct JSONMismatch: Error, Hashable {
  /// From the value that was read first.
  package private(set) var path: JSONPath
  /// "expected an integer, found a string", "is missing".
  package let problem: String

  package init(_ problem: String, at path: JSONPath = []) {
    self.problem = problem
    self.path = path
  }

  /// `expectation` with its article: "an integer".
  package static func expected(_ expectation: String, found value: JSONValue) -> JSONMismatch {
    JSONMismatch("expected \(expectation), found \(value.kindName)")
  }

  /// The same mismatch, seen from the value that holds `step`.
  package func inside(_ step: JSONPath.Step) -> JSONMismatch {
    var outer = self
    outer.path = path.inside(step)
    return outer
  }
}

extension JSONMismatch: CustomStringConvertible {
  /// One line: "params.position.line: expected an integer, found a string".
  package var description: String { path.steps.isEmpty ? problem : "\(path): \(problem)" }
}
