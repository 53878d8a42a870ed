import JSONText
import LanguageServerProtocol

/// A page that the server makes: the ledger of one unit, or the review of a file or of a workspace folder.
struct PageAddress: Hashable {
  static let scheme = "lacuna"

  var document: DocumentURI
  /// The qualified name of the unit; nil for the review of the whole file.
  var unit: String?

  init(document: DocumentURI, unit: String? = nil) {
    self.document = document
    self.unit = unit
  }

  init?(_ uri: DocumentURI) {
    guard uri.scheme == Self.scheme, let mark = uri.text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let query = PercentEncoding.decoded(uri.text.utf8[mark...].dropFirst())
    guard let words = try? JSONValue(parsing: query), case .string(let document)? = words[0] else { return nil }
    self.init(document: DocumentURI(document))
    if case .string(let name)? = words[1] { unit = name }
  }

  /// `lacuna:/charge.md?["file:///pay.py","charge"]`, with escapes: an editor shows the path as the page's name.
  var uri: DocumentURI {
    let words: [JSONValue] = [.string(document.text)] + (unit.map { [.string($0)] } ?? [])
    let query = PercentEncoding.path(Array(JSONValue.array(words).description.utf8))
    return DocumentURI("\(Self.scheme):/\(PercentEncoding.path(Array(name.utf8)))?\(query)")
  }

  /// A name for people, that a file can have.
  var name: String {
    let file = document.text.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }).last
    let fileName = String(decoding: PercentEncoding.decoded(file ?? "untitled".utf8[...]), as: UTF8.self)
    let title = unit ?? "review of \(fileName)"
    let plain = title.map { $0.isLetter || $0.isNumber || "._- ".contains($0) ? $0 : "-" }
    return String(plain.prefix(60)) + ".md"
  }
}
