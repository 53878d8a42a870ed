/// What the program calls itself.
package enum Tool {
  package static let name = "lacuna"
  package static let version = "0.1.0"
}
