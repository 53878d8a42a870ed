import Testing

@testable import Workspace

@Suite("An ignore pattern")
struct IgnorePatternTests {
  /// What a pattern says of paths: files, or folders where they end in a slash.
  private func matched(_ pattern: String, _ paths: String...) -> [String] {
    guard let pattern = IgnorePattern(line: Array(pattern.utf8)[...]) else { return [] }
    return paths.filter { path in
      let isFolder = path.hasSuffix("/")
      return Array((isFolder ? String(path.dropLast()) : path).utf8).withUnsafeBufferPointer {
        pattern.matches($0, isFolder: isFolder)
      }
    }
  }

  @Test func withoutASlashHoldsAtAnyDepth() {
    #expect(
      matched("*.log", "a.log", "b/c/a.log", "a.log.txt", ".log", "x.log/") == ["a.log", "b/c/a.log", ".log", "x.log/"]
    )
    #expect(matched("a?c", "abc", "x/abc", "ac", "a/c") == ["abc", "x/abc"])
  }

  @Test func withASlashIsTiedToItsFolder() {
    #expect(matched("/a", "a", "b/a") == ["a"])
    #expect(matched("a/b", "a/b", "x/a/b") == ["a/b"])
    #expect(matched("a/*.c", "a/x.c", "a/b/x.c") == ["a/x.c"])
  }

  @Test func thatEndsInASlashIsAboutFolders() {
    #expect(matched("build/", "build/", "x/build/", "build") == ["build/", "x/build/"])
  }

  @Test func withTwoStarsReachesAnyDepth() {
    #expect(matched("**/a", "a", "b/a", "b/c/a", "ab") == ["a", "b/a", "b/c/a"])
    #expect(matched("a/**", "a/", "a/b", "a/b/c") == ["a/b", "a/b/c"])
    #expect(matched("a/**/z", "a/z", "a/b/z", "a/b/c/z", "az") == ["a/z", "a/b/z", "a/b/c/z"])
    #expect(matched("a/**/b/**/c", "a/b/c", "a/x/b/y/z/c", "a/c") == ["a/b/c", "a/x/b/y/z/c"])
    #expect(matched("a**b", "ab", "axxb", "ax/b") == ["ab", "axxb"])
  }

  @Test func withBracketsTakesOneOfThem() {
    #expect(matched("[a-c]x", "ax", "cx", "dx", "-x") == ["ax", "cx"])
    #expect(matched("[!a-c]x", "ax", "dx") == ["dx"])
    #expect(matched("[^a]x", "ax", "bx") == ["bx"])
    #expect(matched("[]-]x", "]x", "-x", "ax") == ["]x", "-x"])
    #expect(matched("[[:digit:]_]x", "1x", "_x", "dx", ":x") == ["1x", "_x"])
    #expect(matched("[a\\]]x", "]x", "ax", "\\x") == ["]x", "ax"])
    #expect(matched("a[/]b", "a/b") == [])
  }

  @Test func thatIsNotOneMatchesNothing() {
    #expect(IgnorePattern(line: Array("[a".utf8)[...]) == nil)
    #expect(IgnorePattern(line: Array("[[:nothing:]]".utf8)[...]) == nil)
    #expect(IgnorePattern(line: Array("a\\".utf8)[...]) == nil)
    for blank in ["", "   ", "#comment", "/", "!"] {
      #expect(matched(blank, "a", "#comment", " ", "!") == [], "\(blank)")
    }
  }

  @Test func isEscapedByABackslash() {
    #expect(matched("\\#a", "#a") == ["#a"])
    #expect(matched("\\!a", "!a") == ["!a"])
    #expect(matched("a\\*", "a*", "ab") == ["a*"])
    #expect(matched("a\\ ", "a ", "a") == ["a "])
    #expect(matched("a  ", "a", "a  ") == ["a"])
  }

  @Test func readsFilesOfEverySystem() {
    let patterns = IgnoreRules.patterns(in: Array("\u{FEFF}a\r\n\r\nb\n# c\n!d".utf8))
    #expect(patterns.map(\.isNegated) == [false, false, true])
    #expect(matched("a", "a") == ["a"])
  }

  @Test("with many stars takes no longer than it is long", .timeLimit(.minutes(1)))
  func manyStars() {
    let stars = String(repeating: "*a", count: 200) + "b"
    #expect(matched(stars, String(repeating: "a", count: 4_000)) == [])
    let deep = String(repeating: "**/a/", count: 200) + "b"
    #expect(matched(deep, String(repeating: "a/", count: 2_000) + "c") == [])
  }
}
