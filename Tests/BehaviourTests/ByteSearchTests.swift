import Behaviour
import Testing

@Suite struct ByteSearchTests {
  @Test(arguments: ["", "u", "unique", "not unique", "uniqu", "uuniquee", "ünique", "UNIQUE"])
  func findsWhatIsThere(_ text: String) {
    #expect(text.holds("unique") == text.contains("unique"))
    #expect(text.dropFirst().holds("nique") == text.dropFirst().contains("nique"))
  }

  @Test func holdsTheEmptyText() { #expect("".holds("")) }
}
