/// The name of an object in a repository: 40 or 64 lower-case hexadecimal digits.
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Nil for anything else, also for the row of zeros that Git writes where there is no object.
  package init?(_ text: some Sequence<UInt8>) {
    let digits = Array(text)
    guard digits.count == 40 || digits.count == 64 else { return nil }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
    guard digits.contains(where: { $0 != UInt8(ascii: "0") }) else { return nil }
    description = String(decoding: digits, as: UTF8.self)
  }

  /// From the bytes that a tree holds: 20 or 32.
  init?(raw bytes: ArraySlice<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    self.init(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
