import Glibc
import LanguageServerProtocol
import SourceText
import Workspace

/// Pages as files in the user's cache, for clients that can open nothing else. A page has the same file each time.
struct PageFolder {
  /// Nil where the environment names neither a cache nor a home.
  private let folder: FilePath?

  init(environment: ProcessEnvironment) {
    let cache = environment["XDG_CACHE_HOME"].map { FilePath($0) }.flatMap { $0.isAbsolute ? $0 : nil }
    let home = environment["HOME"].map { FilePath($0) }.flatMap { $0.isAbsolute ? $0 : nil }
    folder = (cache ?? home?.appending(".cache"))?.appending("lacuna/pages")
  }

  /// - Returns: where it is; nil where it could not be written.
  func write(_ markdown: String, for address: PageAddress) -> DocumentURI? {
    guard let folder, makeFolder(folder) else { return nil }
    let hash = ContentHash(address.uri.text).description.prefix(8)
    let path = folder.appending(FilePath("\(hash) \(address.name)"))
    let unfinished = folder.appending(FilePath(".\(hash).\(getpid())"))
    guard write(Array(markdown.utf8), to: unfinished) else { return nil }
    // In one step, so that nobody sees half a page.
    let isDone = unfinished.withCString { from in path.withCString { rename(from, $0) == 0 } }
    return isDone ? DocumentURI(pathBytes: path.bytes) : nil
  }

  /// For the user alone: a page says what is in the code.
  private func makeFolder(_ path: FilePath) -> Bool {
    if path.withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, path.parent != path, makeFolder(path.parent) else { return false }
    return path.withCString { mkdir($0, 0o700) } == 0 || errno == EEXIST
  }

  private func write(_ bytes: [UInt8], to path: FilePath) -> Bool {
    let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
