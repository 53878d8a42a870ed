/// What Git LFS commits in place of a file: where the file is, not what is in it.
package struct LFSPointer: Sendable, Equatable {
  /// `sha256:` and 64 digits, as written.
  package let object: String
  /// Of the file, in bytes.
  package let size: Int

  /// Nil for bytes that are no pointer.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count < 1_024, bytes.starts(with: "version https://git-lfs.github.com/spec/v1\n".utf8) else {
      return nil
    }
    var values: [Substring: Substring] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    guard let object = values["oid"], let size = values["size"].flatMap({ Int($0) }), size >= 0 else { return nil }
    self.object = String(object)
    self.size = size
  }
}
