import Behaviour
import Rules

/// Which files a module may stand for.
extension CallResolver {
  /// How well a file fits a module; nil where it does not. Without a module, by how near it is.
  func score(of other: Int32, module: String?) -> Int? {
    guard let candidate = index.file(other), candidate.group == file.group else { return nil }
    guard let module, !module.isEmpty else {
      if other == number { return 1_000 }
      return (candidate.folder == file.folder ? 100 : 0) + ModulePath.nearness(file, candidate)
    }
    if module.hasPrefix(".") { return score(of: candidate, other, relative: module) }
    if file.links.modulesAreFolders { return score(of: candidate, folderModule: module) }
    let parts = ModulePath.segments(ofModule: module)
    guard let last = parts.last else { return other == number ? 1_000 : ModulePath.nearness(file, candidate) }
    let matches = ModulePath.matches(parts, in: candidate.segments)
    guard candidate.segments.contains(where: { ModulePath.isSame($0, last) }), matches * 2 >= parts.count else {
      return nil
    }
    return matches * 10 + (matches == parts.count ? 100 : 0)
  }

  /// A package is a folder, named from the root of its module; without one that is known, from as far as it agrees.
  private func score(of candidate: IndexedFile, folderModule module: String) -> Int? {
    let roots = index.moduleRoots
    if roots.isEmpty {
      return module.hasSuffix("/" + candidate.folder) || module == candidate.folder ? 100 : nil
    }
    for root in roots where module.hasPrefix(root) {
      let rest = module.dropFirst(root.count)
      if rest.isEmpty ? candidate.folder.isEmpty : rest.first == "/" && rest.dropFirst() == candidate.folder {
        return 200
      }
    }
    return nil
  }

  private func score(of candidate: IndexedFile, _ other: Int32, relative module: String) -> Int? {
    if file.links.dots == .ofPackages {
      let dots = module.prefix { $0 == "." }.count
      var folder = file.folder
      for _ in 1..<max(1, dots) { folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? "" }
      let rest = module.dropFirst(dots).replacing(".", with: "/")
      return score(
        of: candidate,
        at: folder.isEmpty ? String(rest) : rest.isEmpty ? String(folder) : folder + "/" + rest
      )
    }
    guard let place = ModulePath.join(file.folder, module[...]) else { return nil }
    return score(of: candidate, at: place)
  }

  /// How well a file fits a place: as that file, as the head of that folder, as a file in it that the head hands on.
  private func score(of candidate: IndexedFile, at place: String) -> Int? {
    if candidate.stem == place || candidate.summary.path == place || ModulePath.stem(of: place) == candidate.stem {
      return 1_000
    }
    guard candidate.stem.hasPrefix(place), candidate.stem.dropFirst(place.count).first == "/" || place.isEmpty else {
      return nil
    }
    let rest = candidate.stem.dropFirst(place.count + 1)
    return candidate.links.folderHeads.contains(String(rest)) ? 900 : 200
  }

  func files(ofModule module: String) -> [ID]? {
    guard let place = ModulePath.join(file.folder, module[...]) else { return nil }
    if let found = index.stems[place] { return found }
    for head in file.links.folderHeads.sorted() {
      if let found = index.stems[place + "/" + head] { return found }
    }
    return index.stems[ModulePath.stem(of: place)]
  }
}
