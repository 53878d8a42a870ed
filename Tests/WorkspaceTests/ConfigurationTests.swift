import JSONText
import Rules
import Testing

@testable import Workspace

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> ConfigurationFile { ConfigurationFile(Array(text.utf8)) }

  @Test func everySettingIsTaken() {
    let file = read(
      """
      {
        // Comments and trailing commas are fine.
        "$schema": "lacuna.schema.json",
        "baseline": "merge-base:main",
        "rules": { "missing-timeout": "off", "io-in-loop": "on" },
        "diagnostics": { "unverified": true },
        "codeLens": { "enable": false },
        "review": { "onSave": false },
        "maxFileSize": 1000,
        "cache": { "enable": false, "maxMegabytes": 8 },
        "questionsPerUnit": 3,
        "docs": { "base": "https://example.com/rules" },
        "log": { "level": "debug" },
      }
      """
    )
    #expect(file.messages == [])
    let configuration = file.configuration()
    #expect(configuration.baseline == "merge-base:main")
    #expect(configuration.rules == [.missingTimeout: false, .ioInLoop: true])
    #expect(!configuration.enabledRules.contains(.missingTimeout))
    #expect(configuration.enabledRules.contains(.ioInLoop))
    #expect(configuration.showsUnverified)
    #expect(!configuration.showsLenses)
    #expect(!configuration.reviewsOnSave)
    #expect(configuration.maximumFileSize == 1_000)
    #expect(!configuration.usesCache)
    #expect(configuration.cacheMegabytes == 8)
    #expect(configuration.questionsPerUnit == 3)
    #expect(configuration.documentationBase == "https://example.com/rules")
    #expect(configuration.logLevel == .debug)
  }

  @Test func eachMistakeIsNamedWithItsPlaceAndCostsNothingElse() {
    let file = read(
      """
      {
        "baselin": "main",
        "codeLens": { "enable": "no" },
        "rules": { "missing-timeout": false, "no-such-rule": "off", "io-in-loop": "off" },
        "questionsPerUnit": 0,
        "log": { "level": "loud" },
        "docs": "https://example.com",
        "diagnostics.unverified": true,
        "review": { "onSave": false, "onLoad": true }
      }
      """
    )
    #expect(
      file.messages == [
        ".lacuna.json:2:3: baselin: there is no such setting; there are \"baseline\", \"rules\", \"diagnostics\", "
          + "\"codeLens\", \"review\", \"maxFileSize\", \"index\", \"cache\", \"questionsPerUnit\", \"docs\", "
          + "\"log\"",
        ".lacuna.json:3:17: codeLens.enable: expected a boolean, found a string",
        ".lacuna.json:4:14: rules[\"missing-timeout\"]: must be \"on\" or \"off\", not false",
        ".lacuna.json:4:40: rules[\"no-such-rule\"]: there is no such rule; `lacuna rules` lists them",
        ".lacuna.json:5:3: questionsPerUnit: must be from 1 to 50, not 0",
        ".lacuna.json:6:12: log.level: must be one of \"error\", \"warning\", \"info\", \"debug\", not \"loud\"",
        ".lacuna.json:7:3: docs: expected an object, found a string",
        ".lacuna.json:8:3: [\"diagnostics.unverified\"]: there is no such setting; write the parts of the name as "
          + "objects inside each other",
        ".lacuna.json:9:32: review.onLoad: there is no such setting; there are \"onSave\", \"maxLines\", "
          + "\"maxMinutes\", \"linesPerHour\", \"ownerLines\"",
      ]
    )
    #expect(file.configuration().rules == [.ioInLoop: false])
    #expect(!file.configuration().reviewsOnSave)
    #expect(file.configuration().questionsPerUnit == Configuration().questionsPerUnit)
  }

  @Test func brokenTextIsOneMessage() {
    #expect(read("{\n  \"baseline\" \"main\"\n}").messages == [".lacuna.json:2:14: expected ':' after the member name"])
    #expect(read("[]").messages == [".lacuna.json:1:1: expected an object, found an array"])
    #expect(read("{ \"baseline\" 1").configuration() == Configuration())
  }

  @Test func theEditorHasTheLastWord() {
    let file = read(#"{ "questionsPerUnit": 3, "codeLens": { "enable": false }, "rules": { "io-in-loop": "off" } }"#)
    let configuration = file.configuration(
      overriddenBy: ["codeLens": ["enable": true], "rules": ["missing-timeout": "off"]]
    )
    #expect(configuration.showsLenses)
    #expect(configuration.questionsPerUnit == 3)
    #expect(configuration.rules == [.ioInLoop: false, .missingTimeout: false])
  }

  @Test func aFolderWithoutTheFileIsConfiguredAsUsual() throws {
    let folder = try TestFolder()
    #expect(ConfigurationFile(in: folder.path).configuration() == Configuration())
    #expect(ConfigurationFile(in: folder.path).messages == [])
    try folder.write(#"{ "questionsPerUnit": 9 }"#, to: ".lacuna.json")
    #expect(ConfigurationFile(in: folder.path).configuration().questionsPerUnit == 9)
    try folder.write([0, 1, 2], to: ".lacuna.json")
    #expect(ConfigurationFile(in: folder.path).messages == [".lacuna.json: it is no text"])
  }

  @Test func aPathIsGovernedByTheClosestFileInItsRepository() throws {
    let folder = try TestFolder()
    try folder.write(#"{ "questionsPerUnit": 1 }"#, to: ".lacuna.json")
    try folder.write("", to: "repo/src/deep/a.py")
    func limit(_ path: String) -> Int {
      ConfigurationFile(governing: folder.path.appending(path)).configuration().questionsPerUnit
    }
    #expect(limit("repo/src") == Configuration().questionsPerUnit, "no repository: only the folder itself")
    #expect(limit("repo/..") == 1)
    try folder.shell("git init -q repo")
    #expect(
      limit("repo/src/deep/a.py") == Configuration().questionsPerUnit,
      "what is above the repository is another's"
    )
    try folder.write(#"{ "questionsPerUnit": 2 }"#, to: "repo/.lacuna.json")
    #expect(limit("repo/src/deep/a.py") == 2)
    #expect(limit("repo/src/gone/b.py") == Configuration().questionsPerUnit)
    try folder.write(#"{ "questionsPerUnit": 3 }"#, to: "repo/src/.lacuna.json")
    #expect(limit("repo/src/deep") == 3)
  }
}
