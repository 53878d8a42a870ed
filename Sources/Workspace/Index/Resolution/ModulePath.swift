/// How names of modules and paths of files are compared.
enum ModulePath {
  /// A path without the ending of its last part.
  static func stem(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), dot > start else { return path }
    return String(path[..<dot])
  }

  /// The parts of a file's path that may be named by a module.
  static func segments(ofFile stem: String) -> [Substring] { stem.split(separator: "/").filter { !isSilent($0) } }

  /// The parts of a module's name.
  static func segments(ofModule module: some StringProtocol) -> [Substring] {
    Substring(module).split { $0 == "." || $0 == "/" || $0 == "\\" || $0 == ":" }.filter { !isSilent($0) }
  }

  /// Parts of paths that modules do not name.
  private static func isSilent(_ part: Substring) -> Bool {
    switch part {
    case "src", "lib", "main", "mod", "index", "__init__", "crate", "super", "self", "java", "kotlin", "Sources", "app",
      "App", "@", "~", "#":
      true
    default: false
    }
  }

  /// What is the same for two parts that name the same: `acme-util` and `acme_util`, `Services` and `services`.
  static func folded(_ part: Substring) -> String { String(decoding: part.utf8.lazy.map(fold), as: UTF8.self) }

  private static func fold(_ byte: UInt8) -> UInt8 {
    if byte == UInt8(ascii: "-") { return UInt8(ascii: "_") }
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// How many parts of a module, in order, stand in the path of a file.
  static func matches<Part: Equatable>(_ module: [Part], in file: [Part]) -> Int {
    var found = 0
    var at = file.startIndex
    for part in module {
      guard let place = file[at...].firstIndex(of: part) else { continue }
      found += 1
      at = place + 1
    }
    return found
  }

  /// A path that starts from a folder: `../x` in `a/b` is `a/x`. Nil where it leads out of the workspace.
  static func join(_ folder: Substring, _ relative: Substring) -> String? {
    var parts = folder.split(separator: "/")
    for part in relative.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// How many folders two files share from the root on.
  static func nearness(_ a: IndexedFile, _ b: IndexedFile) -> Int {
    let most = max(0, min(a.places.count, b.places.count) - 1)
    var shared = 0
    while shared < most, a.places[shared] == b.places[shared] { shared += 1 }
    return shared
  }
}
