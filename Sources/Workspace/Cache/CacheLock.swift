import Glibc

/// Says who uses a workspace's database: everybody who has it open shares the lock; who takes the file away, or puts
/// another in its place, must have the lock alone. SQLite's own locks do not cover that: a process that still has a
/// file open which is gone by its name would harm the one that came after it. The system gives the lock back when a
/// process ends, however it ends.
final class CacheLock {
  enum Mode: Int32 {
    case shared
    case alone

    fileprivate var operation: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
  }

  private let file: Descriptor

  private init(_ file: Descriptor) { self.file = file }

  /// Takes the lock of a file; nil where another process has it for longer than the patience, in milliseconds.
  ///
  /// - Parameter isUse: whether the workspace is used with it, and not only looked after.
  static func take(
    _ path: FilePath,
    _ mode: Mode,
    patience: Int,
    isUse: Bool = true
  ) throws(SystemError) -> CacheLock? {
    let deadline = Deadline(after: .milliseconds(patience))
    while true {
      let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let file = Descriptor(owning: try uninterrupted { path.withCString { open($0, flags, 0o600) } })
      var own = stat()
      _ = try uninterrupted { fstat(file.number, &own) }
      guard own.st_mode & S_IFMT == S_IFREG, own.st_uid == geteuid() else { throw SystemError(code: EPERM) }
      if flock(file.number, mode.operation | LOCK_NB) == 0 {
        // Who cleared the cache may have removed the file between opening and locking: then this locks nothing.
        var there = stat()
        if path.withCString({ lstat($0, &there) }) == 0, there.st_ino == own.st_ino, there.st_dev == own.st_dev {
          // When it was taken last tells when the workspace was used last.
          if isUse { futimens(file.number, nil) }
          return CacheLock(file)
        }
      } else {
        let error = SystemError.last
        guard error.code == EWOULDBLOCK || error.code == EINTR else { throw error }
        usleep(2_000)
      }
      if deadline.isPast { return nil }
    }
  }
}
