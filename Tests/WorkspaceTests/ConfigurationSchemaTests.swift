import Foundation
import JSONText
import Testing

@testable import Workspace

/// `editors/lacuna.schema.json` is written from the settings themselves.
@Suite struct ConfigurationSchemaTests {
  private let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../editors/lacuna.schema.json"
  ).standardized

  @Test func theShippedSchemaSaysWhatTheReaderTakes() throws {
    let written = JSONWriter.text(of: schema, .pretty) + "\n"
    if ProcessInfo.processInfo.environment["LACUNA_UPDATE"] != nil {
      try written.write(to: file, atomically: true, encoding: .utf8)
    }
    let shipped = try String(contentsOf: file, encoding: .utf8)
    #expect(shipped == written, "run LACUNA_UPDATE=1 swift test --filter ConfigurationSchemaTests")
  }

  @Test(arguments: Setting.all.map(\.path))
  func standardsAreWhatTheReaderTakes(path: [String]) throws {
    let setting = try #require(Setting.all.first { $0.path == path })
    var configuration = Configuration()
    if let standard = setting.standard { #expect(setting.take(standard, &configuration) == []) }
    #expect(configuration == Configuration())
  }

  private var schema: JSONValue {
    var root = object(below: [])
    root["$schema"] = "http://json-schema.org/draft-07/schema#"
    root["title"] = "Lacuna"
    root["description"] =
      "Settings of Lacuna: the contents of .lacuna.json, and of an editor's settings below `lacuna`."
    return .object(root)
  }

  private func object(below path: [String]) -> JSONObject {
    var properties = JSONObject()
    if path.isEmpty { properties["$schema"] = ["type": "string"] }
    for setting in Setting.all where setting.path.starts(with: path) && setting.path.count > path.count {
      let name = setting.path[path.count]
      if setting.path.count == path.count + 1 {
        properties[name] = .object(leaf(setting))
      } else if properties[name] == nil {
        properties[name] = .object(object(below: path + [name]))
      }
    }
    return ["type": "object", "properties": .object(properties), "additionalProperties": false]
  }

  private func leaf(_ setting: Setting) -> JSONObject {
    var leaf: JSONObject = ["description": .string(setting.summary)]
    switch setting.form {
    case .flag: leaf["type"] = "boolean"
    case .text: leaf["type"] = "string"
    case .count(let range):
      leaf["type"] = "integer"
      leaf["minimum"] = .integer(Int64(range.lowerBound))
      leaf["maximum"] = .integer(Int64(range.upperBound))
    case .choice(let names):
      leaf["enum"] = .array(names.map { .string($0) })
    case .switches(let names):
      leaf["type"] = "object"
      leaf["properties"] = .object(JSONObject(names.map { ($0, ["enum": ["on", "off"]]) }))
      leaf["additionalProperties"] = false
    }
    if let standard = setting.standard { leaf["default"] = standard }
    return leaf
  }
}
