import Glibc

/// Why there is no cache: words for a person. Never a reason not to work.
package struct CacheProblem: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  init(_ path: FilePath, _ why: some CustomStringConvertible) { self.init("`\(path)`: \(why)") }
}

/// The folder that the caches of all workspaces are kept in.
package struct CachePlace: Sendable, Hashable {
  /// Need not be there yet.
  package let folder: FilePath

  package init(_ folder: FilePath) { self.folder = folder }

  /// By the environment: `LACUNA_CACHE` names a folder, or says `off`; else where the system keeps caches of a user.
  /// Nil where it is off, or there is no such place.
  package init?(_ environment: ProcessEnvironment = .current) {
    if let chosen = environment.path("LACUNA_CACHE") {
      guard chosen != "off" else { return nil }
      self.init(chosen.appending("workspaces"))
      return
    }
    // A relative path there is to be ignored, says the standard.
    let own = environment.path("XDG_CACHE_HOME").flatMap { $0.isAbsolute ? $0 : nil }
    #if os(macOS)
    let usual = "Library/Caches"
    #else
    let usual = ".cache"
    #endif
    let home = environment.path("HOME").flatMap { $0.isAbsolute ? $0.appending(usual) : nil }
    guard let base = own ?? home else { return nil }
    self.init(base.appending("lacuna/workspaces"))
  }

  /// Makes the folder where it is missing, for nobody but this user, and gives its path without links.
  ///
  /// What is above the folder may be a link: people move their caches. What stands in its place may not, and must be
  /// this user's: else somebody else decides what is read from it.
  func prepared() throws(CacheProblem) -> FilePath {
    let place: FilePath
    var raw = stat()
    do throws(SystemError) {
      try CachePlace.make(folder.parent, depth: 0)
      place = try folder.parent.resolved().appending(folder.lastComponent)
      try CachePlace.make(place, depth: 0)
      _ = try uninterrupted { place.withCString { lstat($0, &raw) } }
    } catch {
      throw CacheProblem(folder, error)
    }
    guard raw.st_mode & S_IFMT == S_IFDIR else { throw CacheProblem(place, "is no folder") }
    guard raw.st_uid == geteuid() else { throw CacheProblem(place, "belongs to another user") }
    if raw.st_mode & 0o077 != 0 { _ = place.withCString { chmod($0, 0o700) } }
    CachePlace.hide(place)
    return place
  }

  private static func make(_ folder: FilePath, depth: Int) throws(SystemError) {
    if folder.withCString({ access($0, F_OK) }) == 0 { return }
    if depth < 64, folder.parent != folder { try make(folder.parent, depth: depth + 1) }
    do throws(SystemError) {
      _ = try uninterrupted { folder.withCString { mkdir($0, 0o700) } }
    } catch {
      // Another process may have been faster.
      guard error.code == EEXIST else { throw error }
    }
  }

  /// Who reviews a home folder does not want to read of this one. That it cannot be written is found out elsewhere.
  private static func hide(_ place: FilePath) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let number = place.appending(".gitignore").withCString { open($0, flags, 0o600) }
    guard number >= 0 else { return }
    _ = Descriptor(owning: number).write(Array("*\n".utf8))
  }

  /// The name of a workspace's file: for people its own name, for the program a number of its path.
  static func name(of root: FilePath) -> String {
    var hasher = CacheHasher(key: CacheDigest(low: 0, high: 0))
    hasher.combine(root.bytes)
    let number = String(hasher.finished().low, radix: 16)
    let letters = root.lastComponent.description.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_")
    }
    let name = String(String.UnicodeScalarView(letters.prefix(40)))
    return "\(name.isEmpty ? "workspace" : name)-\(String(repeating: "0", count: 16 - number.count))\(number)"
  }
}

extension Descriptor {
  /// Whether some few bytes could be written.
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) } == bytes.count
  }
}
