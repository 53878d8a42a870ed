import Behaviour

extension SwiftOutline {
  /// What a file is, by its path, its first line and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let parts = source.path.split(separator: "/")
    let stem = (parts.last ?? "").prefix { $0 != "." }
    if stem.hasSuffix("Tests") || stem.hasSuffix("Test") || stem.hasSuffix("Spec") || stem.hasSuffix("TestCase") {
      traits.insert(.test)
    }
    // `Tests/OrdersTests/Support.swift`, `OrdersTests/Support.swift`.
    if parts.dropLast().contains(where: { $0.hasSuffix("Tests") || $0.hasSuffix("UITests") }) { traits.insert(.test) }
    if parts.contains("Pods") || parts.contains("Carthage") || parts.contains(".build") || parts.contains("checkouts") {
      traits.insert(.vendored)
    }
    if stem.hasPrefix("Package") { traits.insert(.oneOff) }
    if source.path.hasSuffix(".pb.swift") || source.path.hasSuffix(".grpc.swift")
      || source.path.hasSuffix(".generated.swift")
      || FileTraits.areGenerated(source.bytes)
    {
      traits.insert(.generated)
    }
    if source.bytes.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) || stem == "main" { traits.insert(.script) }
    return traits
  }
}
