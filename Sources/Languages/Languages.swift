/// Temporary
package enum Languages {
  package static func language(forPath path: String, firstLine: ArraySlice<UInt8>) -> (any Language)? { nil }
  package static func language(_ id: LanguageID) -> (any Language)? { nil }
}
