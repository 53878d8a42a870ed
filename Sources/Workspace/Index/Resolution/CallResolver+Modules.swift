import Behaviour
import Rules

/// Which files a module may stand for.
extension CallResolver {
  /// How well a file fits a module; nil where it does not. Without a module, by how near it is.
  func score(of other: Int32, module: ModuleName?) -> Int? {
    guard let candidate = index.file(other), candidate.group == file.group else { return nil }
    guard let module else {
      if other == number { return 1_000 }
      return (candidate.folder == file.folder ? 100 : 0) + ModulePath.nearness(file, candidate)
    }
    if module.isRelative { return score(of: candidate, relative: module) }
    if file.links.modulesAreFolders { return score(of: candidate, folderModule: module.text) }
    guard let last = module.numbers.last else {
      return other == number ? 1_000 : ModulePath.nearness(file, candidate)
    }
    guard candidate.modules.contains(last) else { return nil }
    let matches = ModulePath.matches(module.numbers, in: candidate.modules)
    guard matches * 2 >= module.numbers.count else { return nil }
    return matches * 10 + (matches == module.numbers.count ? 100 : 0)
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

  /// As that file, as the head of that folder, as a file in it that the head hands on.
  private func score(of candidate: IndexedFile, relative module: ModuleName) -> Int? {
    guard let place = module.place else { return nil }
    if candidate.stem == place || candidate.summary.path == place || module.stem == candidate.stem { return 1_000 }
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
