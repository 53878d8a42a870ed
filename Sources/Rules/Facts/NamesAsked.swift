import Behaviour

extension UnitContext {
  /// The dotted names that some expressions read, as they count when two units are compared.
  ///
  /// - Parameter ownOnly: whether names that the unit does not itself give to values are left out.
  /// - Parameter throughValues: whether what a name stands for is read, too: asking about what was made of a value is
  ///   asking about the value. Then only plain names are told.
  func names(
    in expressions: [NodeIndex],
    naming: Naming,
    ownOnly: Bool = true,
    throughValues: Bool = false
  ) -> Set<String> {
    var names: Set<String> = []
    func add(_ read: NodeIndex) {
      let name = tree.name(read)
      let known = throughValues ? name : String(NameReading.root(name))
      let isMember = throughValues && name.contains(".") && localNames.contains(String(NameReading.root(name)))
      if ownOnly || throughValues, !localNames.contains(known), !isMember { return }
      names.insert(FormWriter.name(name, in: self, naming: naming))
    }
    for expression in expressions {
      for index in tree.subtree(expression) where tree.kind(index) == .read {
        add(index)
        guard throughValues, flow.isWholeName(index), let value = flow.origin(of: index), value != index else {
          continue
        }
        for inner in tree.subtree(value) where tree.kind(inner) == .read { add(inner) }
      }
    }
    return names
  }
}
