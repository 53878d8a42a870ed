import Behaviour

extension JavaOutline {
  /// What a file is, by its path, its name and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let parts = source.path.split(separator: "/")
    let stem = String((parts.last ?? "").prefix { $0 != "." })
    if isTestName(stem) || parts.dropLast().contains(where: { testFolders.contains(String($0)) }) {
      traits.insert(.test)
    }
    if FileTraits.areGenerated(source.bytes) || hasGeneratedMark(source) { traits.insert(.generated) }
    if parts.dropLast().contains(where: { $0.hasPrefix("generated") }) { traits.insert(.generated) }
    if stem.hasSuffix("Benchmark") || parts.dropLast().contains("jmh") { traits.insert(.oneOff) }
    if source.bytes.starts(with: "#!".utf8) { traits.insert(.script) }
    return traits
  }

  private static func isTestName(_ stem: String) -> Bool {
    ["Test", "Tests", "TestCase", "IT", "ITCase", "Spec", "Specs"].contains { stem.hasSuffix($0) && stem != $0 }
      || stem.hasPrefix("Test") && stem.dropFirst(4).first?.isUppercase == true
  }

  private static let testFolders: Set<String> = [
    "androidTest", "integrationTest", "integration-test", "testFixtures", "functionalTest", "it", "intTest",
  ]

  /// `@Generated` on a type, and what the compilers of protocols and grammars write at the head of a file.
  private static func hasGeneratedMark(_ source: Source) -> Bool {
    let head = source.bytes.prefix(6_000)
    var start = head.startIndex
    while start < head.endIndex {
      let line = head[start...]
      if generatedMarks.contains(where: { line.starts(with: $0.utf8) }) { return true }
      start = (line.firstIndex(of: UInt8(ascii: "\n")) ?? head.endIndex - 1) + 1
    }
    return false
  }

  private static let generatedMarks = [
    "@Generated(", "@javax.annotation.Generated(", "@jakarta.annotation.Generated(",
    "@javax.annotation.processing.Generated(", "// Generated ", "/* Generated ", "/* The following code was generated",
  ]
}
