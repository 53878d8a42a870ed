import Glibc

/// Which build this is: what one build found out, no other believes. Told from the program itself, so that nobody has to
/// remember to count up a number.
package struct EngineID: Hashable, Sendable {
  let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Of the running program; nil where that cannot be told.
  package static let current: EngineID? = EngineID(ofProgram: "/proc/self/exe")

  /// By the build ID that the linker made of all that it linked; without one, by the whole file.
  init?(ofProgram path: FilePath) {
    guard let file = try? Descriptor(reading: path) else { return nil }
    if let id = ELFFile(file)?.buildID {
      self.init(id)
      return
    }
    var hasher = CacheHasher(key: CacheDigest(low: 0, high: 0))
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      guard let count = try? chunk.withUnsafeMutableBytes({ buffer throws(SystemError) in try file.read(into: buffer) })
      else { return nil }
      if count == 0 { break }
      hasher.combine(raw: Array(chunk[..<count]))
    }
    self.init(hasher.finished().bytes)
  }
}

/// As much of a program file of 64 bits as it takes to find its build ID.
private struct ELFFile {
  private let file: Descriptor
  private let header: [UInt8]

  init?(_ file: Descriptor) {
    guard let header = ELFFile.read(64, at: 0, of: file),
      header.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    else { return nil }
    self.file = file
    self.header = header
  }

  var buildID: [UInt8]? {
    guard let start = number(8, at: 32, of: header), let size = number(2, at: 54, of: header),
      let count = number(2, at: 56, of: header), size >= 56, count <= 256
    else { return nil }
    for index in 0..<count {
      guard let segment = ELFFile.read(56, at: start &+ index &* size, of: file), number(4, at: 0, of: segment) == 4,
        let place = number(8, at: 8, of: segment), let length = number(8, at: 32, of: segment), length <= 65_536,
        let notes = ELFFile.read(Int(length), at: place, of: file)
      else { continue }
      if let id = buildID(in: notes) { return id }
    }
    return nil
  }

  private func buildID(in notes: [UInt8]) -> [UInt8]? {
    var at = 0
    while let nameLength = number(4, at: at, of: notes), let length = number(4, at: at + 4, of: notes),
      let type = number(4, at: at + 8, of: notes), nameLength <= 65_536, length <= 65_536
    {
      let name = at + 12
      let body = name + (Int(nameLength) + 3) / 4 * 4
      guard body + Int(length) <= notes.count else { return nil }
      // NT_GNU_BUILD_ID, of the owner `GNU`.
      if type == 3, length >= 8, notes[name...].starts(with: [0x47, 0x4E, 0x55, 0]) {
        return Array(notes[body..<(body + Int(length))])
      }
      at = body + (Int(length) + 3) / 4 * 4
    }
    return nil
  }

  private func number(_ size: Int, at place: Int, of bytes: [UInt8]) -> UInt64? {
    guard place >= 0, place + size <= bytes.count else { return nil }
    return (0..<size).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64($1 * 8) }
  }

  private static func read(_ count: Int, at place: UInt64, of file: Descriptor) -> [UInt8]? {
    guard let place = off_t(exactly: place) else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    guard let found = try? uninterrupted({ pread(file.number, &bytes, count, place) }), found == count else {
      return nil
    }
    return bytes
  }
}
