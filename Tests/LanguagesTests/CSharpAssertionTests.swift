import Behaviour
import Foundation
import Testing

@Suite struct CSharpAssertionTests {
  private func first(_ statement: String) throws -> String {
    try csharp(statement, path: "tests/ShopTests.cs").split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    .joined(separator: "; ")
  }

  @Test(arguments: [
    ("Assert.Equal(3, total);", "assertion equal [discarded]; actual: read total; expected: literal integer \"3\""),
    (
      "Assert.AreEqual(3, total, \"why\");",
      "assertion equal [discarded]; actual: read total; expected: literal integer \"3\"; argument: argument; "
        + "value: literal string \"why\""
    ),
    ("Assert.IsType<Order>(x);", "assertion type [discarded]; actual: read x; expected: read Order = Order"),
    ("Assert.DoesNotContain(x, xs);", "assertion contains [discarded, negated]; actual: read xs; expected: read x"),
    (
      "Assert.That(total, Is.Not.EqualTo(3));",
      "assertion equal [discarded, negated]; actual: read total; expected: literal integer \"3\""
    ),
    ("Assert.That(x, Is.Not.Null);", "assertion not null [discarded]; actual: read x"),
    ("Assert.That(x.Ok);", "assertion true [discarded]; actual: read x.Ok"),
    (
      "Assert.That(() => Pay(), Throws.TypeOf<Error>());",
      "assertion raises [discarded]; expected: read Error = Error; body: block; call Pay [discarded]"
    ),
    (
      "Assert.Throws(typeof(Error), () => Pay());",
      "assertion raises [discarded]; expected: read Error = Error; body: block; call Pay [discarded]"
    ),
    ("CollectionAssert.Contains(xs, x);", "assertion contains [discarded]; actual: read xs; expected: read x"),
    ("total.Should().Be(3);", "assertion equal [discarded]; actual: read total; expected: literal integer \"3\""),
    ("x.Should().NotBeNull();", "assertion not null [discarded]; actual: read x"),
    ("x.Should().NotContain(y);", "assertion contains [discarded, negated]; actual: read x; expected: read y"),
    ("x.Should().BeOfType<Order>();", "assertion type [discarded]; actual: read x; expected: read Order = Order"),
    (
      "act.Should().Throw<Error>().WithMessage(\"no\");",
      "assertion raises [discarded]; expected: read Error = Error; body: block; call act [discarded]; "
        + "argument: argument; value: literal string \"no\""
    ),
    ("total.ShouldBe(3);", "assertion equal [discarded]; actual: read total; expected: literal integer \"3\""),
    (
      "Should.Throw<Error>(() => Pay());",
      "assertion raises [discarded]; expected: read Error = Error; body: block; call Pay [discarded]"
    ),
    (
      "mock.Verify(m => m.Pay(3), Times.Never());",
      "assertion called [discarded, negated]; actual: read mock.Pay; expected: literal integer \"3\""
    ),
    ("mock.VerifyAll();", "assertion called [discarded]; actual: read mock"),
    (
      "await bank.Received(1).Pay(3);",
      "await; value: assertion called [awaited, discarded]; actual: read bank.Pay; expected: literal integer \"3\"; "
        + "argument: argument; value: literal integer \"1\""
    ),
    (
      "A.CallTo(() => bank.Pay(3)).MustHaveHappened();",
      "assertion called [discarded]; actual: read bank.Pay; expected: literal integer \"3\""
    ),
    (
      "await Assert.ThrowsAsync<Error>(async () => await Pay());",
      "await; value: assertion raises [awaited, discarded, async]; expected: read Error = Error; body: block; await; "
        + "value: call Pay [awaited, discarded]"
    ),
    ("validator.Verify(token);", "call validator.Verify [discarded]; argument: argument; value: read token"),
  ])
  func frameworksAgree(_ statement: String, _ tree: String) throws {
    #expect(try first(statement) == tree)
  }
}
