/// An `import` as it stands in a Swift file.
struct ImportLine: Equatable {
  var module: String
  /// One-based.
  var line: Int
}

/// The imports of a Swift source text. What only looks like one, in a comment or in a multi-line string (rules carry
/// examples in other languages), is passed over.
func imports(in source: String) -> [ImportLine] {
  var found: [ImportLine] = []
  var closing: String?  // the delimiter that ends the multi-line string we are in
  for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if closing == nil, let module = importedModule(line) {
      found.append(ImportLine(module: module, line: index + 1))
    }
    closing = delimiterOpen(after: line, within: closing)
  }
  return found
}

private func importedModule(_ line: Substring) -> String? {
  var words = line.split(separator: " ")[...]
  while let word = words.first, word.hasPrefix("@") || accessLevels.contains(String(word)) {
    words = words.dropFirst()
  }
  guard words.popFirst() == "import" else { return nil }
  if words.count > 1, let kind = words.first, declarationKinds.contains(String(kind)) {
    words = words.dropFirst()
  }
  return words.first?.split(separator: ".").first.map(String.init)
}

/// The delimiter of the multi-line string that is open at the end of a line, if one is.
private func delimiterOpen(after line: Substring, within closing: String?) -> String? {
  var closing = closing
  var rest = line[...]
  while !rest.isEmpty {
    if let delimiter = closing {
      guard let end = rest.firstRange(of: delimiter) else { return delimiter }
      rest = rest[end.upperBound...]
      closing = nil
    } else {
      guard let start = rest.firstRange(of: "\"\"\"") else { return nil }
      if let comment = rest.firstRange(of: "//"), comment.lowerBound < start.lowerBound { return nil }
      let pounds = rest[..<start.lowerBound].reversed().prefix { $0 == "#" }.count
      closing = "\"\"\"" + String(repeating: "#", count: pounds)
      rest = rest[start.upperBound...]
    }
  }
  return closing
}

private let accessLevels: Set<String> = ["fileprivate", "internal", "package", "private", "public"]
private let declarationKinds: Set<String> = ["class", "enum", "func", "let", "protocol", "struct", "typealias", "var"]
