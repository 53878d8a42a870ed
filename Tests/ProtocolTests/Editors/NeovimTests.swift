import Foundation
import Testing

@Suite("Neovim")
struct NeovimTests {
  private static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/nvim") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  @Test(.enabled(if: NeovimTests.program != nil, "Neovim is not installed"))
  func aQuestionIsInsertedAndAnsweredWithThePluginThatIsShipped() throws {
    let folder = try TemporaryFolder()
    try folder.write("shop.py", "import requests\n")
    try Lacuna.git(["init", "-q"], in: folder)
    let record = folder.scratch("record")
    let seen = try drive(in: folder, recordingTo: record)

    #expect(seen["missed"] == nil, "Neovim waited in vain for \(seen["missed"]?.text ?? "")")
    #expect(seen["before"] == .array([]))
    #expect(seen["marked"] == .string(#"requests.get("https://warehouse/" + sku)"#))
    #expect(seen["lens"]?.string?.hasPrefix("1 gap") ?? false)
    #expect(seen["question"]?.string?.hasPrefix("    # - [ ] missing-timeout (") ?? false)
    #expect(seen["ledger"]?.string?.contains("missing-timeout") ?? false)
    #expect(seen["after"] == .bool(false))
    let saved = try String(contentsOf: folder.url.appendingPathComponent("shop.py"), encoding: .utf8)
    #expect(saved.contains("    # - [x] missing-timeout (") && saved.contains(" The pool kills a job after 30 s.\n"))

    guard Validator.isThere else { return }
    let validation = try Validator.run([record.path])
    #expect(validation.status == 0, "\(validation.output)")
    #expect(!validation.output.hasPrefix("0 messages"))
  }

  /// What the script says that it saw, by name.
  private func drive(in folder: TemporaryFolder, recordingTo record: URL) throws -> [String: JSON] {
    let program = try #require(Self.program)
    let root = Validator.root
    let proxy = root.appendingPathComponent("protocol-fixtures/record.py").path
    let command = ["python3", proxy, "--to", record.path, "--", Lacuna.binary.path, "lsp"].map(JSON.string)
    var environment = ProcessInfo.processInfo.environment
    environment["LACUNA_PLUGIN"] = root.appendingPathComponent("editors/neovim").path
    environment["LACUNA_COMMAND"] = JSON.array(command).text
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
      environment[name] = folder.url.deletingLastPathComponent().path
    }
    let script = root.appendingPathComponent("Tests/ProtocolTests/Editors/neovim.lua").path
    let output = try ChildProcess.pipe()
    let errors = try FileHandle(forWritingTo: folder.scratch("errors"))
    let editor = try ChildProcess(
      program,
      ["--headless", "-u", "NONE", "-n", "-i", "NONE", "-c", "luafile \(script)"],
      in: folder.url,
      environment: environment,
      descriptors: [FileHandle.nullDevice, output.writing, errors].map(\.fileDescriptor)
    )
    try output.writing.close()
    let said = String(decoding: try output.reading.readToEnd() ?? Data(), as: UTF8.self)
    _ = editor.wait()
    return said.split(separator: "\n").reduce(into: [:]) { seen, line in
      guard let equals = line.firstIndex(of: "=") else { return }
      seen[String(line[..<equals])] = try? JSON(parsing: Data(line[line.index(after: equals)...].utf8))
    }
  }
}
