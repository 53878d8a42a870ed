import Testing

@testable import Workspace

@Suite("The name of contents")
struct BlobDigestTests {
  @Test func isTheOneThatGitGives() throws {
    let repository = try TestRepository()
    // Lengths around the ends of blocks, with the header of seven bytes and more before them.
    let lengths = [0, 1, 40, 46, 47, 48, 49, 55, 56, 57, 63, 64, 65, 111, 112, 120, 1_000, 12_345]
    for length in lengths {
      try repository.write((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }, to: FilePath("f\(length)"))
    }
    for length in lengths {
      let name = try repository.git("hash-object", "--no-filters", "--", "f\(length)").dropLast()
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      #expect(ObjectID(ofBlob: bytes)?.description == String(name), "\(length)")
    }
  }
}
