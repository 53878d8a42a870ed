import Behaviour
import Languages
import Rules

/// Finds what a file shows of the unique keys and versions of its tables.
///
/// Models say it by the values of their fields (Django, SQLAlchemy, Exposed), by marks on fields and types (JPA, EF,
/// TypeORM) or by an object of options (Sequelize, Mongoose); migrations by calls on a table (Rails, Laravel, Knex), or
/// in SQL. A key under a condition rejects nothing in general, and is none here.
struct ModelReader {
  private var found: [String: ModelSummary] = [:]
  private let reading: Reading
  private var lines: LineWalk

  static func models(of reading: Reading) -> [ModelSummary] {
    var reader = ModelReader(reading)
    reader.read()
    return reader.found.values.sorted { $0.name < $1.name }
  }

  private init(_ reading: Reading) {
    self.reading = reading
    lines = LineWalk(reading.source.bytes)
  }

  private mutating func read() {
    for (index, unit) in reading.units.enumerated()
    where unit.kind != .test && speaksOfKeys(unit.tree) {
      let start = reading.outline.units[index].range.lowerBound
      var calls = ModelCalls(unit.tree)
      calls.read()
      for item in calls.found { add(item, at: start + item.offset, model: item.model) }
      for item in ModelFields.all(in: unit.tree) {
        guard let type = type(around: start + item.offset) else { continue }
        add(item, at: start + item.offset, model: type)
      }
    }
    for container in reading.outline.containers {
      guard let owner = container.owner else { continue }
      let name = ModelName.plain(owner.name)
      for mark in owner.notes {
        add(ModelMarks.read(mark, field: nil), at: container.head.lowerBound, model: name)
      }
      for field in owner.fields where !field.marks.isEmpty {
        for mark in field.marks {
          add(ModelMarks.read(mark, field: field.name), at: container.head.lowerBound, model: name)
        }
      }
    }
  }

  /// Most code says nothing of keys.
  private func speaksOfKeys(_ tree: BehaviourTree) -> Bool {
    tree.names.contains { name in
      guard name.utf8.count >= 6 else { return false }
      return ModelReader.words.contains { name.holds($0) }
    }
  }

  private static let words: [StaticString] = [
    "nique", "UNIQUE", "lock_version", "version_id_col", "OneToOneField", "primary_key",
  ]

  private mutating func add(_ statement: ModelStatement?, at offset: Int, model: String) {
    guard let statement, !model.isEmpty, found.count < 400 else { return }
    let line = UInt32(clamping: lines.line(at: offset))
    var summary = found[model] ?? ModelSummary(name: model)
    if statement.isVersion { summary.versionLine = line }
    if !statement.columns.isEmpty, summary.keys.count < 32 {
      summary.keys.append(ModelSummary.Key(columns: statement.columns, line: line))
    }
    found[model] = summary
  }

  /// The model whose body a place stands in; a `Meta` belongs to the type around it.
  private func type(around offset: Int) -> String? {
    var best: Int?
    for (index, container) in reading.outline.containers.enumerated()
    where container.owner != nil && container.body.contains(offset) {
      if let known = best, reading.outline.containers[known].body.count <= container.body.count {
        continue
      }
      best = index
    }
    guard var index = best else { return nil }
    if NameReading.last(reading.outline.containers[index].name) == "Meta",
      let parent = reading.outline.containers[index].parent,
      reading.outline.containers.indices.contains(parent)
    {
      index = parent
    }
    return ModelName.plain(reading.outline.containers[index].name)
  }
}

/// One thing that is said of a table.
struct ModelStatement {
  var columns: [String] = []
  var isVersion = false
  /// Bytes from the start of its unit.
  var offset = 0
  var model = ""
}
