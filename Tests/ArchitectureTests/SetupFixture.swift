import Foundation

/// A clone in miniature, with small archives of its own, to set up without the network.
final class SetupFixture {
  private let folder: TemporaryFolder
  var root: URL { folder.url.appending(path: "clone") }
  var vendor: URL { root.appending(path: "Vendor") }
  /// Where pip looks for archives, in place of an index.
  var index: URL { folder.url.appending(path: "index") }
  var archive: URL { index.appending(path: "toy_pack-1.0.tar.gz") }
  var cachedArchive: URL { cache.appending(path: "lacuna/archives/toy_pack-1.0.tar.gz") }
  private var cache: URL { folder.url.appending(path: "cache") }

  init() async throws {
    folder = try TemporaryFolder()
    try await makeArchive(at: archive)
    try await writePins(to: root)
  }

  /// What `python3 scripts/setup build` says, with pip knowing only `index`, and with `changes` to the environment.
  func setUp(
    root: URL? = nil,
    python: String = "python3",
    changes: [String: String] = [:]
  ) async throws -> CommandResult {
    let script = packageRoot.appending(path: "scripts/setup").path
    let environment = [
      "XDG_CACHE_HOME": cache.path,
      "PIP_NO_INDEX": "1",
      "PIP_FIND_LINKS": index.path,
      "PIP_CONFIG_FILE": "/dev/null",
    ]
    return try await run(
      [python, script, "build", "--root", (root ?? self.root).path],
      changes: environment.merging(changes) { _, new in new }
    )
  }

  func goOffline() throws {
    try FileManager.default.removeItem(at: index)
    try FileManager.default.createDirectory(at: index, withIntermediateDirectories: true)
  }

  func secondClone() async throws -> URL {
    let other = folder.url.appending(path: "second")
    try await writePins(to: other)
    return other
  }

  /// A folder that holds only Python and the named scripts, to stand as the whole PATH.
  func path(holding scripts: [String: String]) async throws -> String {
    let bin = folder.url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let python = try await run(["python3", "-c", "import sys; print(sys.executable, end='')"]).output
    try FileManager.default.createSymbolicLink(
      at: bin.appending(path: "python3"),
      withDestinationURL: URL(filePath: python)
    )
    for (name, text) in scripts {
      let script = bin.appending(path: name)
      try Data(text.utf8).write(to: script)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    }
    return bin.path
  }

  /// What stands in the clone but should not, after a set-up that failed or was cleaned up after.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0 != "scripts" && $0 != "Vendor" }
  }

  func writePins(to root: URL, grammarFolder: String = "parsers/toy") async throws {
    let hash = try await run(["python3", "-c", sha256, archive.path]).output
    let pins = """
      {
        "archives": {
          "pack": { "name": "toy-pack", "version": "1.0", "file": "toy_pack-1.0.tar.gz", "sha256": "\(hash)" }
        },
        "core": { "archive": "pack", "folder": "lib" },
        "grammars": {
          "Toy": {
            "archive": "pack",
            "folder": "\(grammarFolder)",
            "symbol": "tree_sitter_toy",
            "headers": { "archive": "pack", "folder": "parsers/other/src/tree_sitter" }
          }
        }
      }
      """
    try write(pins, to: root.appending(path: "scripts/setup/pins.json"))
  }

  private let sha256 =
    "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest(), end='')"

  private func makeArchive(at file: URL) async throws {
    let top = folder.url.appending(path: "toy_pack-1.0")
    for (path, text) in [
      "LICENSE": "Do as you like.\n",
      "pyproject.toml": "[build-system]\nbuild-backend = \"setuptools.build_meta\"\nrequires = [\"no-such-package\"]\n",
      "lib/src/lib.c": "int core;\n",
      "lib/include/tree_sitter/api.h": "extern int core;\n",
      "parsers/toy/src/parser.c": "int toy;\n",
      "parsers/toy/src/grammar.json": "{}\n",
      "parsers/other/src/parser.c": "int other;\n",
      "parsers/other/src/tree_sitter/parser.h": "extern int other;\n",
    ] {
      try write(text, to: top.appending(path: path))
    }
    try FileManager.default.createDirectory(at: index, withIntermediateDirectories: true)
    _ = try await run(["tar", "-czf", file.path, "-C", folder.url.path, "toy_pack-1.0"])
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
