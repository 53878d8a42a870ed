import Behaviour
import Rules

/// What calls say of tables: those of migrations, and those that make a model of an object.
struct ModelCalls {
  private(set) var found: [ModelStatement] = []
  private let tree: BehaviourTree

  init(_ tree: BehaviourTree) { self.tree = tree }

  mutating func read() {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.kind(node) {
      case .call: read(call: node)
      case .literal where tree[node].literalKind == .string: read(sql: node)
      default: continue
      }
    }
  }

  private mutating func read(call: NodeIndex) {
    let last = String(NameReading.last(tree.name(call)))
    switch last {
    case "create_table", "change_table", "createTable", "alterTable", "table", "create",
      "createTableIfNotExists":
      guard let table = text(ofArgument: 0, call), let closure = closure(of: call) else { return }
      for inner in tree.subtree(closure) where tree.kind(inner) == .call {
        read(column: inner, of: table)
      }
    case "add_index":
      guard let table = text(ofArgument: 0, call), isUnique(call), !isPartial(call) else { return }
      add(texts(ofArgument: 1, call), call, table)
    case "add_column":
      if let table = text(ofArgument: 0, call), text(ofArgument: 1, call) == "lock_version" {
        addVersion(call, table)
      }
    case "define", "model": readObject(call)
    default: break
    }
  }

  /// A call on the table of a migration: `t.string("code", index: …)`, `$table->string('code')->unique()`.
  private mutating func read(column call: NodeIndex, of table: String) {
    let last = NameReading.last(tree.name(call))
    if last == "unique" {
      let own = texts(ofArgument: 0, call)
      if !own.isEmpty { return add(own, call, table) }
      // What the chain begins with names the column.
      var base = tree.child(call, .receiver)
      for _ in 0..<8 {
        guard let at = base, tree.kind(at) == .call else { return }
        guard let next = tree.child(at, .receiver) else {
          if let column = text(ofArgument: 0, at) { add([column], call, table) }
          return
        }
        base = next
      }
      return
    }
    guard !isPartial(call) else { return }
    if last == "index", isUnique(call) { return add(texts(ofArgument: 0, call), call, table) }
    guard let column = text(ofArgument: 0, call) else { return }
    if column == "lock_version" { addVersion(call, table) }
    let isIndexed = tree.children(call, .argument).contains { argument in
      guard tree.name(argument) == "index", let value = tree.child(argument, .value) else {
        return false
      }
      return saysUnique(in: value)
    }
    if isIndexed { add([column], call, table) }
  }

  /// `sequelize.define("Coupon", { code: { unique: true } })`, `mongoose.model("Coupon", schema)`
  private mutating func readObject(_ call: NodeIndex) {
    guard let name = text(ofArgument: 0, call) else { return }
    let arguments = tree.children(call, .argument)
    guard arguments.count >= 2, var object = tree.child(arguments[1], .value) else { return }
    var schema: String?
    if tree.kind(object) == .read {
      let variable = tree.name(object)
      guard let made = value(ofName: variable) else { return }
      schema = variable
      object = made
    }
    if tree.kind(object) == .call, let argument = tree.child(object, .argument),
      let inner = tree.child(argument, .value)
    {
      object = inner
    }
    guard tree.kind(object) == .collection else { return }
    for entry in tree.children(object, .element) where tree.kind(entry) == .argument {
      guard let value = tree.child(entry, .value), tree.kind(value) == .collection,
        saysUnique(in: value)
      else { continue }
      add([tree.name(entry)], entry, name)
    }
    guard let schema else { return }
    // `schema.index({ code: 1, user: 1 }, { unique: true })`
    for index in tree.nodes.indices where tree.nodes[index].kind == .call {
      let other = NodeIndex(index)
      guard tree.name(other) == schema + ".index" else { continue }
      let given = tree.children(other, .argument)
      guard given.count >= 2, let keys = tree.child(given[0], .value),
        let options = tree.child(given[1], .value),
        saysUnique(in: options),
        !tree.subtree(options).contains(where: { tree.name($0) == "partialFilterExpression" })
      else { continue }
      add(tree.children(keys, .element).map { tree.name($0) }.filter { !$0.isEmpty }, other, name)
    }
  }

  /// `CREATE UNIQUE INDEX … ON coupons (code, user_id)`
  private mutating func read(sql node: NodeIndex) {
    let text = tree.name(node)
    guard text.utf8.count > 24, text.utf8.count < 600 else { return }
    let low = text.lowercased()
    guard let start = low.firstRange(of: "unique index"), !low.contains(" where ") else { return }
    guard let on = low[start.upperBound...].firstRange(of: " on ") else { return }
    let rest = low[on.upperBound...]
    guard let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") else {
      return
    }
    let table = rest[..<open].split(separator: " ").first ?? ""
    let columns = rest[rest.index(after: open)..<close].split(separator: ",").map {
      $0.filter { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    add(
      columns,
      node,
      table.filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    )
  }

  // MARK: - Parts

  private mutating func add(_ columns: [String], _ node: NodeIndex, _ table: String) {
    guard !columns.isEmpty, columns.count <= 8 else { return }
    found.append(
      ModelStatement(
        columns: columns,
        offset: tree[node].bytes.lowerBound,
        model: ModelName.plain(table)
      )
    )
  }

  private mutating func addVersion(_ node: NodeIndex, _ table: String) {
    found.append(
      ModelStatement(
        isVersion: true,
        offset: tree[node].bytes.lowerBound,
        model: ModelName.plain(table)
      )
    )
  }

  private func text(ofArgument place: Int, _ call: NodeIndex) -> String? {
    let texts = texts(ofArgument: place, call)
    return texts.count == 1 ? texts[0] : nil
  }

  private func texts(ofArgument place: Int, _ call: NodeIndex) -> [String] {
    let arguments = tree.children(call, .argument)
    guard arguments.count > place, tree.name(arguments[place]).isEmpty,
      let value = tree.child(arguments[place], .value),
      tree.kind(value) == .literal || tree.kind(value) == .collection
    else { return [] }
    return ModelFields.texts(in: value, tree)
  }

  private func closure(of call: NodeIndex) -> NodeIndex? {
    tree.children(call, .argument).lazy.compactMap { tree.child($0, .value) }.first {
      tree.kind($0) == .closure
    }
  }

  private func isUnique(_ call: NodeIndex) -> Bool {
    ModelFields.isUnique(call, tree)
      || tree.children(call, .argument).dropFirst().contains { argument in
        tree.child(argument, .value).map { tree.kind($0) == .collection && saysUnique(in: $0) }
          ?? false
      }
  }

  private func isPartial(_ call: NodeIndex) -> Bool {
    tree.children(call, .argument).contains { tree.name($0) == "where" }
  }

  private func saysUnique(in node: NodeIndex) -> Bool {
    tree.subtree(node).contains { at in
      guard tree.kind(at) == .argument, tree.name(at) == "unique",
        let value = tree.child(at, .value)
      else { return false }
      return tree.kind(value) == .literal && tree[value].literalKind == .true
    }
  }

  private func value(ofName name: String) -> NodeIndex? {
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let assign = NodeIndex(index)
      if let target = tree.child(assign, .target), tree.name(target) == name {
        return tree.child(assign, .value)
      }
    }
    return nil
  }
}
