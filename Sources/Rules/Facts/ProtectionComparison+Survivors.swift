import Behaviour

extension ProtectionComparison {
  struct Survivor {
    let old: Deed
    let new: [Deed]
  }

  /// What the old unit did in a region and the new one does, too.
  ///
  /// What it also did elsewhere stands for that first: of two queries of which one is left, the one behind the check is
  /// the one that went.
  func survivors(in region: Range<NodeIndex>) -> [Survivor] {
    let inside = old.deeds(in: region, naming: naming)
    let counts = Dictionary(inside.map { ($0.key, 1) }, uniquingKeysWith: +)
    return inside.compactMap { deed in
      guard let found = deeds[deed.key], found.count > count(of: deed.key) - (counts[deed.key] ?? 0) else {
        return nil
      }
      return Survivor(old: deed, new: found)
    }
  }

  /// The one that tells most, where it stands now.
  func best(_ survivors: [Survivor]) -> NodeIndex? {
    let best = survivors.max { ($0.old.weight, -$0.old.node) < ($1.old.weight, -$1.old.node) }
    return best?.new.first?.node
  }

  /// A new function of the file that does now what the region did.
  func survivorsInHelpers(of region: Range<NodeIndex>) -> Helper? {
    let wanted = Set(old.deeds(in: region, naming: .anonymous).filter { $0.weight > .slight }.map(\.key))
    guard !wanted.isEmpty else { return nil }
    return helpers.first { helper in
      guard helper.isNew else { return false }
      let whole = helper.context.tree.subtree(helper.context.tree.root)
      return helper.context.deeds(in: whole, naming: .anonymous).contains { wanted.contains($0.key) }
    }
  }
}
