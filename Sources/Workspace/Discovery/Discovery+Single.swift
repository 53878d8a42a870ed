extension Discovery {
  /// Why nothing can be found in a folder; nil where something can be.
  func whyUnreadable(_ folder: FilePath) -> String? {
    do throws(SystemError) {
      _ = try FolderListing(of: folder, followingLinks: true)
      return nil
    } catch {
      return error.description
    }
  }

  /// Whether a walk through a folder would leave a file out. What lies outside of the folder is left out.
  package func leavesOut(_ file: FilePath, below root: FilePath) -> Bool {
    guard let way = file.tidied.relative(to: root.tidied), way != .currentFolder, let start = try? root.resolved()
    else {
      return true
    }
    let components = way.bytes.split(separator: UInt8(ascii: "/"))
    var scope = rules.start(of: start)
    var folder = root
    for (index, component) in components.enumerated() {
      if component.elementsEqual(".git".utf8) || component.elementsEqual("..".utf8) { return true }
      if index > 0 { scope = rules.nestedRepository(at: folder, scope) ?? scope }
      scope = rules.entering(folder, scope)
      let location = scope.location + component
      if scope.rules?.ignores(location[...], isFolder: index < components.count - 1) == true { return true }
      scope.location = location + [UInt8(ascii: "/")]
      folder = folder.appending(FilePath(Array(component)))
    }
    return false
  }
}
