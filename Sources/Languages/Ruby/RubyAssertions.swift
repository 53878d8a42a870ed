import Behaviour

/// How a call of a test framework reads as an assertion.
struct RubyAssertion {
  enum Shape {
    /// The first argument is what is asserted on; the rest says what about it.
    case one
    /// What is asserted on, then what it must be.
    case two
    /// The other way round: `assert_equal expected, actual`.
    case twoSwapped
    /// The failures that must come, and a block.
    case raising
    /// Nothing is asserted on.
    case plain
  }

  let kind: String
  let shape: Shape
  let isNegated: Bool

  init(_ kind: String, _ shape: Shape, negated: Bool = false) {
    self.kind = kind
    self.shape = shape
    isNegated = negated
  }
}

/// What the test frameworks of Ruby call their assertions.
enum RubyAssertions {
  /// What `assert_…` and `refute_…` of Minitest, Test::Unit and Rails demand, by the word behind them.
  static func form(of name: String) -> RubyAssertion? {
    if name == "assert" { return RubyAssertion(AssertionKind.truthy, .one) }
    if name == "refute" || name == "assert_not" { return RubyAssertion(AssertionKind.falsy, .one) }
    if name == "flunk" { return RubyAssertion(AssertionKind.fail, .plain) }
    if name.hasPrefix("assert_not_"), let form = forms[String(name.dropFirst(11))] { return opposite(form) }
    if name.hasPrefix("assert_no_"), let form = forms[String(name.dropFirst(10))] { return opposite(form) }
    if name.hasPrefix("assert_") { return forms[String(name.dropFirst(7))] }
    if name.hasPrefix("refute_"), let form = forms[String(name.dropFirst(7))] { return opposite(form) }
    return nil
  }

  private static func opposite(_ form: RubyAssertion) -> RubyAssertion {
    if form.kind == AssertionKind.null { return RubyAssertion(AssertionKind.notNull, form.shape) }
    return RubyAssertion(form.kind, form.shape, negated: !form.isNegated)
  }

  private static let forms: [String: RubyAssertion] = [
    "equal": RubyAssertion(AssertionKind.equal, .twoSwapped),
    "same": RubyAssertion(AssertionKind.same, .twoSwapped),
    "nil": RubyAssertion(AssertionKind.null, .one),
    "true": RubyAssertion(AssertionKind.truthy, .one),
    "false": RubyAssertion(AssertionKind.falsy, .one),
    "empty": RubyAssertion(AssertionKind.other, .one),
    "includes": RubyAssertion(AssertionKind.contains, .two),
    "include": RubyAssertion(AssertionKind.contains, .two),
    "in_delta": RubyAssertion(AssertionKind.equal, .twoSwapped),
    "in_epsilon": RubyAssertion(AssertionKind.equal, .twoSwapped),
    "match": RubyAssertion(AssertionKind.matches, .twoSwapped),
    "instance_of": RubyAssertion(AssertionKind.type, .twoSwapped),
    "kind_of": RubyAssertion(AssertionKind.type, .twoSwapped),
    "operator": RubyAssertion(AssertionKind.other, .one),
    "predicate": RubyAssertion(AssertionKind.truthy, .one),
    "respond_to": RubyAssertion(AssertionKind.other, .two),
    "raises": RubyAssertion(AssertionKind.raises, .raising),
    "raise": RubyAssertion(AssertionKind.raises, .raising),
    "throws": RubyAssertion(AssertionKind.raises, .raising),
    "nothing_raised": RubyAssertion(AssertionKind.raises, .raising, negated: true),
    "output": RubyAssertion(AssertionKind.other, .raising),
    "silent": RubyAssertion(AssertionKind.other, .raising),
    "difference": RubyAssertion(AssertionKind.other, .raising),
    "changes": RubyAssertion(AssertionKind.other, .raising),
    "enqueued_with": RubyAssertion(AssertionKind.called, .raising),
    "performed_with": RubyAssertion(AssertionKind.called, .raising),
    "enqueued_jobs": RubyAssertion(AssertionKind.called, .raising),
    "performed_jobs": RubyAssertion(AssertionKind.called, .raising),
    "emails": RubyAssertion(AssertionKind.called, .raising),
    "enqueued_emails": RubyAssertion(AssertionKind.called, .raising),
    "queries_count": RubyAssertion(AssertionKind.other, .raising),
    "response": RubyAssertion(AssertionKind.equal, .plain),
    "redirected_to": RubyAssertion(AssertionKind.equal, .plain),
    "template": RubyAssertion(AssertionKind.other, .plain),
    "select": RubyAssertion(AssertionKind.other, .plain),
    "text": RubyAssertion(AssertionKind.other, .plain),
    "selector": RubyAssertion(AssertionKind.other, .plain),
    "mock": RubyAssertion(AssertionKind.called, .one),
    "pattern": RubyAssertion(AssertionKind.matches, .raising),
    "requested": RubyAssertion(AssertionKind.called, .plain),
    "path_exists": RubyAssertion(AssertionKind.other, .one),
    "valid": RubyAssertion(AssertionKind.truthy, .one),
  ]

  /// What `must_…` and `wont_…` of Minitest's specifications demand.
  static func expectation(_ name: String) -> RubyAssertion? {
    let isNegated = name.hasPrefix("wont_")
    guard isNegated || name.hasPrefix("must_") else { return nil }
    var word = String(name.dropFirst(5))
    if word.hasPrefix("be_") { word = String(word.dropFirst(3)) }
    let known: [String: String] = [
      "equal": AssertionKind.equal, "same_as": AssertionKind.same, "nil": AssertionKind.null,
      "include": AssertionKind.contains, "match": AssertionKind.matches, "raise": AssertionKind.raises,
      "kind_of": AssertionKind.type, "instance_of": AssertionKind.type, "close_to": AssertionKind.equal,
    ]
    let kind = known[word] ?? AssertionKind.other
    if kind == AssertionKind.null, isNegated { return RubyAssertion(AssertionKind.notNull, .two) }
    return RubyAssertion(kind, .two, negated: isNegated)
  }

  /// What a matcher of RSpec demands.
  static func matcher(_ name: String) -> String {
    if let known = matchers[name] { return known }
    // `be_paid` asks `paid?`.
    return name.hasPrefix("be_") ? AssertionKind.truthy : AssertionKind.other
  }

  private static let matchers: [String: String] = [
    "eq": AssertionKind.equal, "eql": AssertionKind.equal, "eq_": AssertionKind.equal, "be_within": AssertionKind.equal,
    "match_array": AssertionKind.equal, "contain_exactly": AssertionKind.equal, "have_attributes": AssertionKind.equal,
    "equal": AssertionKind.same, "be": AssertionKind.same,
    "be_nil": AssertionKind.null, "be_truthy": AssertionKind.truthy, "be_falsey": AssertionKind.falsy,
    "be_falsy": AssertionKind.falsy, "be_true": AssertionKind.truthy, "be_false": AssertionKind.falsy,
    "include": AssertionKind.contains, "start_with": AssertionKind.matches, "end_with": AssertionKind.matches,
    "match": AssertionKind.matches, "be_a": AssertionKind.type, "be_an": AssertionKind.type,
    "be_kind_of": AssertionKind.type, "be_a_kind_of": AssertionKind.type, "be_an_instance_of": AssertionKind.type,
    "be_instance_of": AssertionKind.type, "raise_error": AssertionKind.raises, "raise_exception": AssertionKind.raises,
    "throw_symbol": AssertionKind.raises, "have_received": AssertionKind.called, "receive": AssertionKind.called,
    "receive_messages": AssertionKind.called, "receive_message_chain": AssertionKind.called,
    "have_enqueued_job": AssertionKind.called, "have_enqueued_sidekiq_job": AssertionKind.called,
    "have_enqueued_mail": AssertionKind.called, "have_been_made": AssertionKind.called,
    "have_been_requested": AssertionKind.called, "match_snapshot": AssertionKind.snapshot,
    "be_empty": AssertionKind.other, "be_between": AssertionKind.other, "be_present": AssertionKind.truthy,
    "be_blank": AssertionKind.falsy,
  ]
}
