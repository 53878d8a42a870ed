import Behaviour

extension PythonOutline {
  /// What a file is, by its path, its first line and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let name = source.path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    if stem.hasPrefix("test_") || stem.hasSuffix("_test") || stem.hasSuffix("_tests") || stem == "tests"
      || stem == "test"
    {
      traits.insert(.test)
    }
    if name.hasSuffix(".pyi") { traits.insert(.stub) }
    if FileTraits.areGenerated(source.bytes) { traits.insert(.generated) }
    if source.bytes.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) || stem == "__main__" {
      traits.insert(.script)
    }
    return traits
  }
}
