import Behaviour
import Languages
import Testing

@Suite struct RubyAssertionTests {
  private func test(_ body: String) throws -> String {
    let text = "RSpec.describe A do\n  it 'b' do\n" + body + "\n  end\nend\n"
    let tree = try Reading(text, path: "spec/a_spec.rb").tree("A.b")
    return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
  }

  @Test(arguments: [
    ("expect(a).to eq(1)", "assertion equal [discarded]"),
    ("expect(a).not_to eq(1)", "assertion equal [discarded, negated]"),
    ("expect(a).to be_nil", "assertion null [discarded]"),
    ("expect(a).not_to be_nil", "assertion not null [discarded]"),
    ("expect(a).to be(nil)", "assertion null [discarded]"), ("expect(a).to be true", "assertion true [discarded]"),
    ("expect(a).to be > 3", "assertion greater [discarded]"), ("expect(a).to be_paid", "assertion true [discarded]"),
    ("expect(a).to include(1)", "assertion contains [discarded]"),
    ("expect(a).to be_a(B)", "assertion type [discarded]"),
    ("expect { a }.to raise_error(B)", "assertion raises [discarded]"),
    ("is_expected.to be_valid", "assertion true [discarded]"),
    ("expect(a)", "assertion other [discarded, incomplete]"), ("a.should eq(1)", "assertion equal [discarded]"),
    ("expect(a).to have_received(:b)", "assertion called [discarded]"),
    ("assert_equal 1, a", "assertion equal [discarded]"), ("refute_equal 1, a", "assertion equal [discarded, negated]"),
    ("refute_nil a", "assertion not null [discarded]"), ("assert_raises(B) { a }", "assertion raises [discarded]"),
    ("assert_operator a, :>=, 1", "assertion at least [discarded]"),
    ("_(a).must_equal 1", "assertion equal [discarded]"),
    ("a.expects(:b).with(1).never", "assertion called [discarded, negated]"),
    ("expect_each.to yield_with_args(1)", "assertion other [discarded]"), ("fail 'a'", "assertion fail [discarded]"),
    ("flunk 'a'", "assertion fail [discarded]"),
    ("assert_no_difference('a') { b }", "assertion other [discarded, negated]"),
  ])
  func assertionsAreRead(_ text: String, _ expected: String) throws {
    let tree = try test(text)
    #expect(tree.hasPrefix(expected + "\n"), "\(tree)")
  }

  @Test func whatIsExpectedStandsBehindWhatIsThere() throws {
    #expect(
      try test("assert_equal 1, a")
        == "assertion equal [discarded]\n  actual: read a\n  expected: literal integer \"1\"\n"
    )
    #expect(
      try test("expect(gateway).to have_received(:charge).with(3)")
        == "assertion called [discarded]\n  actual: read gateway.charge\n  expected: literal integer \"3\"\n"
    )
  }

  @Test func aHelperOfTheSameNameIsNoAssertion() throws {
    #expect(try ruby("assert_equal 1, 2\nnil").hasPrefix("call assert_equal"))
  }
}
