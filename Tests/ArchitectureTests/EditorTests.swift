import Foundation
import Languages
import Testing

/// What editors are told of the languages.
@Suite struct EditorTests {
  @Test(arguments: Languages.all.map(\.id))
  func neovimStartsTheServerForEveryLanguage(_ id: LanguageID) throws {
    let plugin = packageRoot.appending(path: "editors/neovim/lua/lacuna/init.lua")
    let source = try String(contentsOf: plugin, encoding: .utf8)
    let names = try #require(Languages.language(id)).editorIDs
    #expect(names.contains { source.contains("\"\($0)\"") }, "\(names)")
  }
}
