import Behaviour
import Rules

/// What all files show of tables.
struct KnownModels: Sendable {
  /// By `ModelName.plain`.
  var facts: [String: ModelFact] = [:]
  /// The plain names of all types.
  var names: Set<String> = []
}

extension WorkspaceIndex {
  /// What is known of a table; a type without keys is a model that shows none.
  func model(_ name: String) -> ModelFact? {
    let plain = ModelName.plain(name)
    guard !plain.isEmpty else { return nil }
    let models = answer({ $0.models }, { $0.models = $1 }) { findModels() }
    return models.facts[plain] ?? (models.names.contains(plain) ? ModelFact() : nil)
  }

  /// Migrations are read as if each stood for ever: one that takes a key away is not.
  private func findModels() -> KnownModels {
    var models = KnownModels()
    for number in places.sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let file = file(number), file.summary.traits.isDisjoint(with: [.test, .generated, .vendored]) else {
        continue
      }
      for model in file.summary.models { models.add(model, of: file.summary.path) }
      for type in file.summary.types { models.names.insert(ModelName.plain(type.name)) }
    }
    return models
  }
}

extension KnownModels {
  private static let mostKeys = 64

  fileprivate mutating func add(_ model: ModelSummary, of path: String) {
    var fact = facts[model.name] ?? ModelFact()
    for key in model.keys where fact.keys.count < KnownModels.mostKeys {
      fact.keys.append(ModelFact.Key(columns: key.columns, place: "\(path):\(key.line)"))
    }
    if model.versionLine > 0, fact.version == nil { fact.version = "\(path):\(model.versionLine)" }
    facts[model.name] = fact
  }
}
