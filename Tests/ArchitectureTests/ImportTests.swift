import Foundation
import Testing

@Suite struct ImportTests {
  @Test func everyFileImportsOnlyWhatItsLayerMay() throws {
    let files = try swiftFiles(below: "Sources")
    #expect(files.contains { $0.path == "Sources/lacuna/main.swift" }, "the sources were not found")
    for violation in files.flatMap(violations) {
      Issue.record("\(violation)")
    }
  }

  @Test func everyRowOfTheTableLooksUpOnly() {
    var above: Set<String> = []
    for layer in layerTable {
      for name in layer.mayImport {
        #expect(above.contains(name), "\(layer.name) may import \(name), which does not stand above it")
      }
      #expect(above.insert(layer.name).inserted, "\(layer.name) stands in the table twice")
    }
  }

  @Test func anImportOfAHigherOrUnlistedModuleIsFoundWithItsPlace() {
    let file = SwiftFile(
      path: "Sources/Rules/Example.swift",
      text: "import Behaviour\n\nimport TreeSitter\nimport Vapor\n"
    )
    #expect(
      violations(file) == [
        "Sources/Rules/Example.swift:3: Rules may not import TreeSitter",
        "Sources/Rules/Example.swift:4: Rules may not import Vapor",
      ]
    )
  }

  @Test func fullFoundationIsImportedOnlyWhereEssentialsDoNotExist() {
    let plain = SwiftFile(path: "Sources/Rules/Example.swift", text: "import Foundation\n")
    #expect(violations(plain).count == 1)
    let fallback = """
      #if canImport(FoundationEssentials)
      import FoundationEssentials
      #else
      import Foundation
      #endif
      """
    #expect(violations(SwiftFile(path: "Sources/Rules/Example.swift", text: fallback)).isEmpty)
  }

  @Test func everyFormOfImportIsRead() {
    let source = """
      import Behaviour
      package import Rules
      @preconcurrency internal import struct Knowledge.Effect
        import class Analysis.Analyzer
      """
    #expect(imports(in: source).map(\.module) == ["Behaviour", "Rules", "Knowledge", "Analysis"])
  }

  @Test func importsInStringsAndCommentsAreNotRead() {
    let source = ##"""
      // import Review: not this one
      let python = """
        import requests
        """
      let raw = #"""
        def f():
            """
            import httpx
            """
        """#  // """
      import Behaviour
      """##
    #expect(imports(in: source) == [ImportLine(module: "Behaviour", line: 11)])
  }
}

struct SwiftFile {
  /// From the root of the package.
  var path: String
  var text: String
}

/// What a file below `Sources/` imports against the layer table, as `path:line: message`.
private func violations(_ file: SwiftFile) -> [String] {
  let module = String(file.path.split(separator: "/")[1])
  guard let layer = layerTable.first(where: { $0.name == module }) else {
    return ["\(file.path):1: \(module) is not in the layer table"]
  }
  return imports(in: file.text).compactMap { imported in
    let place = "\(file.path):\(imported.line)"
    if imported.module == "Foundation", !file.text.contains("#if canImport(FoundationEssentials)") {
      return "\(place): FoundationEssentials starts faster; Foundation only where that does not exist"
    }
    if layer.mayImport.contains(imported.module) || platformModules.contains(imported.module) { return nil }
    return "\(place): \(module) may not import \(imported.module)"
  }
}

private func swiftFiles(below folder: String) throws -> [SwiftFile] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: packageRoot.appending(path: folder).path)
  return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
    let file = packageRoot.appending(path: folder).appending(path: path)
    return SwiftFile(path: "\(folder)/\(path)", text: try String(contentsOf: file, encoding: .utf8))
  }
}
