import SourceText
import Testing

@Suite("A content hash")
struct ContentHashTests {
  @Test(
    "never changes: keys and fingerprints are stored",
    arguments: [
      ("", "1536dac1c92839d7"),
      ("a", "40d107003c0d5b53"),
      ("exactly sixteen.", "4ebf0d39770bb536"),
      ("Unicode: naïve 😀, and more than one block of it", "dd5cdc0c95d8a97f"),
    ]
  )
  func pinned(text: String, digits: String) {
    #expect(ContentHash(text).description == digits)
  }

  @Test func tellsTextsApart() {
    // Every length around the block size, and every single-bit change of each.
    var seen = Set<ContentHash>()
    var texts = 0
    for length in 0..<50 {
      let text = [UInt8](repeating: 0, count: length)
      seen.insert(ContentHash(text))
      texts += 1
      for bit in 0..<length * 8 {
        var changed = text
        changed[bit / 8] ^= 1 << (bit % 8)
        seen.insert(ContentHash(changed))
        texts += 1
      }
    }
    #expect(seen.count == texts)
  }

  @Test func ofAStringIsThatOfItsBytes() {
    #expect(ContentHash("naïve") == ContentHash(Array("naïve".utf8)))
  }

  @Test func ofARangeIsThatOfItsBytes() {
    let text = SourceText("one two three")
    #expect(text.contentHash(of: 4..<7) == ContentHash("two"))
    #expect(text.contentHash(of: 8..<99) == ContentHash("three"))
    #expect(text.contentHash == ContentHash("one two three"))
  }

  @Test func ofPartsMindsTheirOrderAndTheirEnds() {
    func hash(_ parts: String...) -> ContentHash {
      var hash = ContentHash("")
      for part in parts { hash.combine(ContentHash(part)) }
      return hash
    }
    #expect(Set([hash("ab", "c"), hash("a", "bc"), hash("c", "ab"), hash("abc"), hash("abc", "")]).count == 5)
    var numbered = hash("a")
    numbered.combine(1)
    #expect(numbered != hash("a"))
  }

  @Test func withAnotherSeedIsAnotherFunction() {
    let hashes = (0..<100).map { seed in
      Array("key".utf8).withUnsafeBytes { ContentHash($0, seed: UInt64(seed)) }
    }
    #expect(Set(hashes).count == 100)
  }
}
