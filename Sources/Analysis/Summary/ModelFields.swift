import Behaviour
import Rules

/// What the body of a type says of its table by the values that it gives to names.
enum ModelFields {
  static func all(in tree: BehaviourTree) -> [ModelStatement] {
    var found: [ModelStatement] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let assign = NodeIndex(index)
      guard let target = tree.child(assign, .target), let value = tree.child(assign, .value) else {
        continue
      }
      let name = String(NameReading.last(tree.name(target)))
      found += statements(name, value, tree)
    }
    return found
  }

  private static func statements(
    _ name: String,
    _ value: NodeIndex,
    _ tree: BehaviourTree
  )
    -> [ModelStatement]
  {
    let offset = tree[value].bytes.lowerBound
    if name == "unique_together" { return together(value, tree, offset) }
    if name == "__mapper_args__" {
      let holdsVersion = tree.subtree(value).contains { tree.name($0) == "version_id_col" }
      return holdsVersion ? [ModelStatement(isVersion: true, offset: offset)] : []
    }
    var found: [ModelStatement] = []
    for node in tree.subtree(value) where tree.kind(node) == .call {
      let last = NameReading.last(tree.name(node))
      if last == "UniqueConstraint" || last == "Index" && isUnique(node, tree) {
        if let columns = columns(ofConstraint: node, tree) {
          found.append(ModelStatement(columns: columns, offset: offset))
        }
      } else if node == value {
        // The field itself.
        if isUnique(node, tree) || last == "OneToOneField"
          || last == "uniqueIndex" && tree.child(node, .receiver) != nil
        {
          found.append(ModelStatement(columns: [name], offset: offset))
        }
      }
    }
    return found
  }

  /// `unique=True`, also of what a chain of calls begins with.
  static func isUnique(_ call: NodeIndex, _ tree: BehaviourTree) -> Bool {
    tree.children(call, .argument).contains { argument in
      guard ["unique", "primary_key"].contains(tree.name(argument)),
        let value = tree.child(argument, .value)
      else {
        return false
      }
      return tree[value].literalKind == .true && tree.kind(value) == .literal
    }
  }

  /// Nil where it holds under a condition only.
  private static func columns(ofConstraint call: NodeIndex, _ tree: BehaviourTree) -> [String]? {
    var columns: [String] = []
    for argument in tree.children(call, .argument) {
      guard let value = tree.child(argument, .value) else { continue }
      switch tree.name(argument) {
      case "condition", "where", "postgresql_where", "sqlite_where": return nil
      case "fields": columns += texts(in: value, tree)
      case "": if tree.kind(value) == .literal { columns.append(tree.name(value)) }
      default: continue
      }
    }
    // The first text of an index is its name.
    if NameReading.last(tree.name(call)) == "Index" { columns = Array(columns.dropFirst()) }
    return columns.isEmpty ? nil : columns
  }

  private static func together(
    _ value: NodeIndex,
    _ tree: BehaviourTree,
    _ offset: Int
  )
    -> [ModelStatement]
  {
    let inner = tree.children(value, .element).filter { tree.kind($0) == .collection }
    let groups = inner.isEmpty ? [value] : inner
    return groups.compactMap { group in
      let columns = texts(in: group, tree)
      return columns.isEmpty ? nil : ModelStatement(columns: columns, offset: offset)
    }
  }

  static func texts(in node: NodeIndex, _ tree: BehaviourTree) -> [String] {
    tree.subtree(node).compactMap {
      tree.kind($0) == .literal && tree[$0].literalKind == .string && !tree.name($0).isEmpty
        ? tree.name($0) : nil
    }
  }
}
