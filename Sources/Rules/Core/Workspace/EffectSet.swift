package import Knowledge

/// The effects that code has, as a set.
package struct EffectSet: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(_ effect: Effect) {
    self.init(rawValue: effect == .none ? 0 : 1 << UInt32(EffectSet.places[effect] ?? 0))
  }

  private static let places = Dictionary(uniqueKeysWithValues: zip(Effect.allCases, 0...))

  package func contains(_ effect: Effect) -> Bool { effect != .none && isSuperset(of: EffectSet(effect)) }

  /// In the order of `Effect`.
  package var effects: [Effect] { Effect.allCases.filter { contains($0) } }

  /// Whether something outside is different afterwards.
  package var writes: Bool { !isDisjoint(with: EffectSet.writing) }
  /// Whether it leaves the process.
  package var leavesProcess: Bool { !isDisjoint(with: EffectSet.leaving) }

  private static let writing = Effect.allCases.filter(\.writes).reduce(into: EffectSet()) { $0.insert(EffectSet($1)) }
  private static let leaving = Effect.allCases.filter(\.leavesProcess).reduce(into: EffectSet()) {
    $0.insert(EffectSet($1))
  }
}
