import Behaviour
import Rules

/// A module as a file names it, taken apart once: it is compared with many files.
struct ModuleName {
  let text: String
  /// The parts that a path may have, as `ModulePath.folded`.
  let parts: [String]
  /// The numbers of those; 0 for what stands in no path.
  let numbers: [UInt32]
  /// For one that is named from where the file is: where that leads, and the same without an ending.
  let place: String?
  let stem: String

  /// - Returns: nil for no module.
  init?(_ text: String?, from file: IndexedFile, in index: WorkspaceIndex) {
    guard let text, !text.isEmpty else { return nil }
    self.text = text
    parts = ModulePath.segments(ofModule: text).map { ModulePath.folded($0) }
    numbers = parts.map { index.names.known($0) }
    place = text.utf8.first == UInt8(ascii: ".") ? ModuleName.place(text, from: file) : nil
    stem = place.map { ModulePath.stem(of: $0) } ?? ""
  }

  var isRelative: Bool { text.utf8.first == UInt8(ascii: ".") }

  private static func place(_ module: String, from file: IndexedFile) -> String? {
    guard file.links.dots == .ofPackages else { return ModulePath.join(file.folder, module[...]) }
    let dots = module.prefix { $0 == "." }.count
    var folder = file.folder
    for _ in 1..<max(1, dots) { folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? "" }
    let rest = module.dropFirst(dots).replacing(".", with: "/")
    return folder.isEmpty ? String(rest) : rest.isEmpty ? String(folder) : folder + "/" + rest
  }
}
