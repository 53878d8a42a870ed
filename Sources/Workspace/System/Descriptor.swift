import Glibc

/// An open file, pipe or socket, closed when the last reference to it goes. Children do not inherit it.
final class Descriptor: Sendable {
  let number: Int32

  init(owning number: Int32) {
    self.number = number
  }

  deinit { Glibc.close(number) }

  /// Opens for reading, without waiting: a named pipe nobody writes to opens too.
  convenience init(reading path: FilePath, following links: Bool = true) throws(SystemError) {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (links ? 0 : O_NOFOLLOW)
    self.init(owning: try uninterrupted { path.withCString { Glibc.open($0, flags) } })
  }

  /// Reads up to `buffer.count` bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try uninterrupted { Glibc.read(number, buffer.baseAddress, buffer.count) }
  }

  func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    _ = try uninterrupted { fstat(number, &raw) }
    return FileStatus(raw)
  }
}

/// What the system says of a file without reading it.
struct FileStatus {
  enum Kind {
    case file
    case folder
    case symbolicLink
    /// A pipe, a socket, a device.
    case special
  }

  let kind: Kind
  let size: Int

  init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .special
    }
    size = Int(raw.st_size)
  }

  /// Of what stands at a path: the link itself, or what it leads to.
  init(of path: FilePath, following links: Bool) throws(SystemError) {
    var raw = stat()
    let flags = links ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try uninterrupted { path.withCString { fstatat(AT_FDCWD, $0, &raw, flags) } }
    self.init(raw)
  }
}

extension FilePath {
  /// Absolute and free of links, if there is such a file.
  package func resolved() throws(SystemError) -> FilePath {
    guard let name = withCString({ realpath($0, nil) }) else { throw .last }
    defer { free(name) }
    return FilePath(cString: name)
  }

  init(cString: UnsafePointer<CChar>) {
    self.init(Array(UnsafeRawBufferPointer(start: cString, count: strlen(cString))))
  }
}
