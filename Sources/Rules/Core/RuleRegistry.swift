extension RuleID {
  /// The rule of an id.
  package var rule: (any Rule.Type)? {
    switch self {
    case .unparsedRegion: UnparsedRegion.self
    default: nil
    }
  }
}
