import Testing
import Workspace

@Suite("Digests of the cache")
struct CacheDigestTests {
  /// The digest of the bytes 0, 1, 2, … as OpenSSL 3 makes it (`openssl mac -macopt size:16 SIPHASH`) with the key
  /// 00 01 … 0f.
  static let known: [(count: Int, digest: String)] = [
    (0, "a3817f04ba25a8e66df67214c7550293"),
    (1, "da87c1d86b99af44347659119b22fc45"),
    (7, "a1f1ebbed8dbc153c0b84aa61ff08239"),
    (8, "3b62a9ba6258f5610f83e264f31497b4"),
    (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
    (16, "6ee2a4ca67b054bbfd3315bf85230577"),
    (63, "5150d1772f50834a503e069a973fbd7c"),
  ]

  private static let key = CacheDigest(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)

  private func text(_ digest: CacheDigest) -> String {
    [digest.low, digest.high].map { word in
      (0..<8).map { index in
        let byte = String((word >> UInt64(index * 8)) & 0xff, radix: 16)
        return byte.count == 1 ? "0\(byte)" : byte
      }.joined()
    }.joined()
  }

  @Test(arguments: known) func isSipHash(count: Int, digest: String) {
    var hasher = CacheHasher(key: Self.key)
    hasher.combine(raw: (0..<count).map { UInt8($0) })
    #expect(text(hasher.finished()) == digest)
  }

  @Test func isTheSameInAnyPieces() {
    let bytes = (0..<200).map { UInt8($0) }
    var whole = CacheHasher(key: Self.key)
    whole.combine(raw: bytes)
    for step in [1, 3, 7, 8, 9, 64] {
      var pieces = CacheHasher(key: Self.key)
      for start in stride(from: 0, to: bytes.count, by: step) {
        pieces.combine(raw: Array(bytes[start..<min(start + step, bytes.count)]))
      }
      #expect(pieces.finished() == whole.finished())
    }
  }

  @Test func tellsApartWhatIsDividedOtherwise() {
    func digest(_ texts: [String?]) -> CacheDigest {
      var hasher = CacheHasher(key: Self.key)
      for text in texts { hasher.combine(text) }
      return hasher.finished()
    }
    let all = [["ab", "c"], ["a", "bc"], ["abc", ""], ["abc", nil], [nil, "abc"]].map(digest)
    #expect(Set(all).count == all.count)
  }
}
