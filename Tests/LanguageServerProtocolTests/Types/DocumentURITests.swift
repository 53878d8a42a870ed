import JSONText
import LanguageServerProtocol
import Testing

struct DocumentURITests {
  @Test(arguments: [
    ("file:///home/a/b.py", "/home/a/b.py"),
    ("file:///a%20b/c%23%3F%25.py", "/a b/c#?%.py"),
    ("file:///a b/é.py", "/a b/é.py"),
    ("file:///a/%C3%A9%F0%9D%92%B3.py", "/a/é𝒳.py"),
    ("file:///a/%c3%a9.py", "/a/é.py"),
    ("file://localhost/a.py", "/a.py"),
    ("FILE://LocalHost/a.py", "/a.py"),
    ("file:/a.py", "/a.py"),
    ("file:///a.py#L3", "/a.py"),
    ("file:///a.py?x=1", "/a.py"),
    ("file:///100%", "/100%"),
    ("file:///a%2", "/a%2"),
    ("file:///a%zz", "/a%zz"),
    ("file:///", "/"),
  ])
  func paths(_ text: String, _ path: String) {
    let uri = DocumentURI(text)
    #expect(uri.path == path)
    #expect(uri.pathBytes == Array(path.utf8))
    #expect(uri.text == text)
    #expect(uri == DocumentURI(path: path))
    #expect(uri.hashValue == DocumentURI(path: path).hashValue)
    #expect(uri.scheme == "file")
  }

  @Test(arguments: [
    "untitled:Untitled-1", "file://server/share/a.py", "file:a.py", "file:", "file://", "file:///a%00b", "",
    "a/b.py", "git:/a/b.py?{\"ref\":\"HEAD\"}", "lacuna-ledger:/a.py", "ü:x",
  ])
  func whatIsNoFileHere(_ text: String) throws {
    let uri = DocumentURI(text)
    #expect(uri.pathBytes == nil)
    #expect(uri.path == nil)
    #expect(uri == DocumentURI(text))
    #expect(uri != DocumentURI(text + "x"))
    #expect(try rewritten(written(text), as: DocumentURI.self) == written(text))
  }

  @Test func schemes() {
    #expect(DocumentURI("Untitled:1").scheme == "untitled")
    #expect(DocumentURI("no scheme").scheme == nil)
    #expect(DocumentURI(":x").scheme == nil)
  }

  @Test(arguments: [[0x2F, 0xFF, 0x2E, 0x70, 0x79], [0x2F, 0xC3, 0x28], [0x2F, 0xED, 0xA0, 0x80]] as [[UInt8]])
  func pathsThatAreNoUTF8(_ bytes: [UInt8]) throws {
    let uri = DocumentURI(pathBytes: bytes)
    #expect(uri.path == nil)
    #expect(uri.pathBytes == bytes)
    let read = DocumentURI(uri.text)
    #expect(read.pathBytes == bytes)
    #expect(read == uri)
  }

  @Test func everyByteSurvives() {
    for byte in UInt8(1)...255 {
      let path: [UInt8] = [UInt8(ascii: "/"), byte, UInt8(ascii: "x")]
      #expect(DocumentURI(DocumentURI(pathBytes: path).text).pathBytes == path)
    }
    #expect(DocumentURI(path: "/a b/é+(1)~.py").text == "file:///a%20b/%C3%A9%2B%281%29~.py")
  }

  @Test func whatLooksTheSameNeedNotBe() {
    #expect(DocumentURI(path: "/\u{E9}") != DocumentURI(path: "/e\u{301}"))
    #expect(DocumentURI("untitled:\u{E9}") != DocumentURI("untitled:e\u{301}"))
    #expect(DocumentURI("untitled:%C3%A9") != DocumentURI("untitled:%c3%a9"))
    #expect(DocumentURI(path: "/a") != DocumentURI(path: "/A"))
    #expect(DocumentURI(path: "/a") < DocumentURI(path: "/b"))
  }
}
