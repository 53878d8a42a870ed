import Glibc

/// What a folder holds, in the order in which Git sorts paths.
struct FolderListing {
  struct Entry {
    /// With a slash at the end for a folder, which puts it where its contents belong.
    let name: [UInt8]
    let kind: FileStatus.Kind
  }

  let entries: [Entry]

  /// Links to folders are followed only where the path was given by a person.
  init(of path: FilePath, followingLinks: Bool) throws(SystemError) {
    let flags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW)
    let number = try uninterrupted { path.withCString { open($0, flags) } }
    guard let folder = fdopendir(number) else {
      let error = SystemError.last
      close(number)
      throw error
    }
    defer { closedir(folder) }

    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        let error = SystemError.last
        guard error.code == 0 else { throw error }
        break
      }
      let name = Self.name(of: entry)
      guard name != [UInt8(ascii: ".")], name != [UInt8(ascii: "."), UInt8(ascii: ".")] else { continue }
      guard let kind = Self.kind(of: entry, in: number) else { continue }
      entries.append(Entry(name: kind == .folder ? name + [UInt8(ascii: "/")] : name, kind: kind))
    }
    self.entries = entries.sorted { precedes($0.name, $1.name) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // Not `pointee.d_name`: that would copy the whole field, and a name may be longer than the field.
    let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 19)
    return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
  }

  /// Nil for what is gone by now.
  private static func kind(of entry: UnsafeMutablePointer<dirent>, in folder: Int32) -> FileStatus.Kind? {
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .symbolicLink
    case Int(DT_UNKNOWN):
      // Some file systems do not say.
      var status = stat()
      let name = FilePath(name(of: entry))
      guard name.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { return nil }
      return FileStatus(status).kind
    default: return .special
    }
  }
}
