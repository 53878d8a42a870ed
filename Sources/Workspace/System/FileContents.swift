import SourceText

/// What reading a file came to. There is no other way for it to end, and no file that it waits for.
package enum FileContents: Sendable, Equatable {
  case bytes([UInt8])
  /// Longer than allowed; nothing of it was kept.
  case tooLarge
  /// Not text (`SourceText.isProbablyBinary`).
  case binary
  /// The system's words for why, or what it is instead of a file.
  case unreadable(String)

  /// The largest file that is read unless told otherwise, in bytes.
  package static let defaultLimit = 5 * 1_024 * 1_024

  /// Reads a file of at most `limit` bytes. Links are followed. Pipes, sockets and devices are not read from.
  package init(of path: FilePath, limit: Int = FileContents.defaultLimit, followingLinks: Bool = true) {
    do throws(SystemError) {
      let file = try Descriptor(reading: path, following: followingLinks)
      let status = try file.status()
      switch status.kind {
      case .file: self = try Self.read(file, size: status.size, limit: max(0, limit))
      case .folder: self = .unreadable("Is a folder")
      case .symbolicLink, .special: self = .unreadable("Is not a regular file")
      }
    } catch {
      self = .unreadable(error.description)
    }
  }

  /// The size is only where to begin: a file may grow while it is read, and some do not know theirs.
  private static func read(_ file: Descriptor, size: Int, limit: Int) throws(SystemError) -> FileContents {
    guard size <= limit else { return .tooLarge }
    var outcome = Result<Bool, SystemError>.success(false)
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      outcome = file.fill(UnsafeMutableRawBufferPointer(buffer), count: &count)
    }
    var isAtEnd = try outcome.get()
    var chunk: [UInt8] = []
    while !isAtEnd, bytes.count <= limit {
      if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: 65_536) }
      var count = 0
      isAtEnd = try chunk.withUnsafeMutableBytes { file.fill($0, count: &count) }.get()
      bytes += chunk[..<count]
    }
    guard bytes.count <= limit else { return .tooLarge }
    return SourceText.isProbablyBinary(bytes) ? .binary : .bytes(bytes)
  }
}

extension Descriptor {
  /// Reads until the buffer is full or the file ends, and says whether it ended.
  fileprivate func fill(_ buffer: UnsafeMutableRawBufferPointer, count: inout Int) -> Result<Bool, SystemError> {
    do throws(SystemError) {
      while count < buffer.count {
        let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
        if read == 0 { return .success(true) }
        count += read
      }
      return .success(false)
    } catch {
      return .failure(error)
    }
  }
}
