import TreeSitter

/// How the test frameworks of Ruby know a test, and what prepares for one.
enum RubyTests {
  /// Whether a method's name makes it a test in a test case: `test_charge`.
  static func isTest(_ name: String) -> Bool { name.hasPrefix("test_") }

  /// Whether a base type makes a type a test case: `Minitest::Test`, `ActiveSupport::TestCase`.
  static func isTestCase(base: String) -> Bool {
    base.hasSuffix("TestCase") || base == "Minitest.Test" || base == "MiniTest.Test"
      || base.hasSuffix(".IntegrationTest")
      || base == "Minitest.Spec" || base.hasSuffix("Minitest.Unit.TestCase") || base.hasSuffix("SystemTest")
  }

  static func isFixture(_ name: String) -> Bool {
    switch name {
    case "setup", "teardown", "before_setup", "after_setup", "before_teardown", "after_teardown": true
    default: false
    }
  }

  /// Libraries whose loading makes a file one of tests.
  static func isTesting(library: String) -> Bool {
    let first = library.split(separator: "/").first.map(String.init) ?? library
    switch first {
    case "minitest", "rspec", "test_helper", "spec_helper", "rails_helper", "mocha", "webmock", "capybara": return true
    default: return library == "test/unit" || library.hasSuffix("test_helper") || library.hasSuffix("spec_helper")
    }
  }

  /// Functions that the test frameworks add.
  static let functions: Set<String> = [
    "double", "instance_double", "class_double", "object_double", "spy", "instance_spy", "class_spy", "allow",
    "allow_any_instance_of", "stub_request", "stub_const", "build_stubbed", "mock", "stub", "receive",
    "receive_messages", "a_request", "travel_to", "freeze_time", "create_list", "attributes_for",
    "accept_alert", "accept_confirm", "accept_prompt", "dismiss_confirm", "dismiss_prompt", "find_field",
    "find_button", "find_link", "find_by_id",
  ]
}

/// A call that declares a test, a group of tests, or what prepares and cleans up for them: RSpec, Minitest's
/// specifications, the tests of Rails.
struct RubyTestCall {
  enum Role {
    case test, group, fixture
  }

  let role: Role
  let call: Int32
  let block: Int32
  /// What names it; nil where nothing does.
  let title: Int32?
  /// Declared as one that does not run.
  let isSkipped: Bool

  init?(_ call: Int32, in rb: RubySyntax) {
    guard rb.kind(call) == .call, let block = rb.child(call, rb.fields.block), let name = rb.methodName(call) else {
      return nil
    }
    if let receiver = rb.child(call, rb.fields.receiver) {
      guard rb.isText(receiver, "RSpec") || rb.isText(receiver, "Minitest") else { return nil }
    }
    let range = rb.range(name)
    let given = rb.givenArguments(call)
    if RubyTestCall.groups.contains(range, in: rb.source) {
      guard !given.isEmpty else { return nil }
      role = .group
    } else if RubyTestCall.tests.contains(range, in: rb.source) {
      role = .test
    } else if RubyTestCall.fixtures.contains(range, in: rb.source) {
      role = .fixture
    } else {
      return nil
    }
    self.call = call
    self.block = block
    title = given.first
    let word = rb.source.slice(range)
    isSkipped =
      word.first == UInt8(ascii: "x") || rb.isText(name, "pending") || rb.isText(name, "skip")
      || given.dropFirst().contains { RubyTestCall.isSwitchOff($0, rb) }
  }

  /// `skip: true`, `:skip`, `pending: "…"`.
  private static func isSwitchOff(_ argument: Int32, _ rb: RubySyntax) -> Bool {
    if rb.kind(argument) == .simpleSymbol { return rb.isText(argument, ":skip") || rb.isText(argument, ":pending") }
    guard rb.kind(argument) == .pair, let key = rb.child(argument, rb.fields.key),
      rb.isText(key, "skip") || rb.isText(key, "pending"), let value = rb.child(argument, rb.fields.value)
    else { return false }
    return rb.kind(value) != .false && rb.kind(value) != .null
  }

  private static let groups = WordTable([
    "describe", "context", "feature", "example_group", "shared_examples", "shared_examples_for", "shared_context",
    "xdescribe", "xcontext", "fdescribe", "fcontext", "xfeature",
  ])
  private static let tests = WordTable([
    "it", "specify", "example", "scenario", "test", "xit", "fit", "xspecify", "fspecify", "xscenario", "fscenario",
    "pending", "skip", "focus", "its",
  ])
  private static let fixtures = WordTable([
    "before", "after", "around", "let", "let!", "subject", "subject!", "setup", "teardown", "background", "given",
    "given!", "prepend_before", "append_before", "prepend_after", "append_after",
  ])
}
