import Behaviour
import Languages
import Testing

/// What tests of PHPUnit and Pest demand.
@Suite struct PHPTestUnitTests {
  private func demands(_ statement: String) throws -> String {
    let text = "<?php\nclass ATest extends TestCase { function testA() {\n\(statement)\n} }\n"
    let tree = try Reading(text, path: "tests/ATest.php").tree("ATest.testA")
    return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
  }

  @Test func thatWhichIsExpectedComesFirst() throws {
    #expect(
      try demands("$this->assertSame(3, total(), 'sum'); self::assertNotNull($a); static::assertCount(2, $xs);") == """
        assertion equal [discarded]
          actual: call total = total by import
          expected: literal integer "3"
          argument: argument
            value: literal string "sum"
        assertion not null [discarded]
          actual: read a
        assertion equal [discarded]
          actual: read xs
          expected: literal integer "2"

        """
    )
  }

  @Test func whatFollowsMustRaise() throws {
    #expect(
      try demands("$a = b(); $this->expectException(E::class); c($a);") == """
        assign [declares]
          target: read local a
          value: call b = b by import
        assertion raises [discarded]
          expected: read static E = E
          body: block
            call c = c by import [discarded]
              argument: argument
                value: read local a

        """
    )
  }

  @Test func answersAndFakesAreAsked() throws {
    #expect(
      try demands(
        "$this->get('/x')->assertOk()->assertSee('y'); Mail::assertSent(M::class); $this->assertDatabaseHas('t');"
      )
        == """
        assertion contains [discarded]
          actual: assertion other
            actual: call this.get = TestCase.get by declaredType
              argument: argument
                value: literal string "/x"
          expected: literal string "y"
        assertion called [discarded]
          actual: read static Mail = Mail
          expected: read static M = M
        assertion other [discarded]
          actual: literal string "t"

        """
    )
  }

  @Test func expectationsAreDemandsOneByOne() throws {
    #expect(
      try demands(
        "expect($a)->not->toBeNull()->and(b())->toBe(1); expect(fn () => c())->toThrow(E::class); expect($d);"
      )
        == """
        assertion not null [discarded]
          actual: read a
        assertion equal [discarded]
          actual: call b = b by import
          expected: literal integer "1"
        assertion raises [discarded]
          expected: read static E = E
          body: block
            call c = c by import [discarded]
        assertion other [discarded, incomplete]
          actual: read d

        """
    )
  }

  @Test func doublesAreAsked() throws {
    #expect(
      try demands("$g->expects($this->never())->method('pay')->with(3); $g->shouldReceive('a')->once()->andReturn(1);")
        == """
        assertion called [discarded, negated]
          actual: read g.pay
          expected: literal integer "3"
        assertion called [discarded]
          actual: read g.a
          argument: argument
            value: literal integer "1"

        """
    )
  }

  @Test func aTestOfPestMayHaveToRaise() throws {
    let tree = try Reading("<?php\nit('a', function () { b(); })->throws(E::class);\n", path: "tests/a.php").tree("a")
    #expect(
      tree == """
          block
            assertion raises [discarded]
              expected: read static E = E
              body: block
                call b = b by import [discarded]

        """
    )
  }

  @Test func elsewhereTheseWordsAreCalls() throws {
    #expect(try php("expect($a)->toBe(1); $this->assertSame(1, 2); $x->assertOk();").contains("assertion") == false)
  }
}
