import Behaviour
import Languages
import Testing

/// What statements of PHP do.
@Suite struct PHPStatementTests {
  @Test func whatIsSilencedIsSwallowed() throws {
    #expect(
      try php("@rename('x', 'y');") == """
        attempt [by call]
          body: block
            call rename = rename by import [discarded]
              argument: argument
                value: literal string "x"
              argument: argument
                value: literal string "y"
          handler: handler
            type: read static Warning
            body: block

        """
    )
  }

  @Test func aStateThatIsWantedIsNoFailure() throws {
    #expect(try !php("@mkdir('x'); @unlink('y');").contains("attempt"))
  }

  /// What is silenced and asked for is no failure that nobody hears of.
  @Test func whatIsSilencedAndUsedIsPlain() throws {
    #expect(
      try php("$h = @fopen($p);", parameters: "$p") == """
        parameter: read parameter p
        assign [declares]
          target: read local h
          value: call fopen = fopen by import
            argument: argument
              value: read parameter p

        """
    )
  }

  @Test func orElseDies() throws {
    #expect(
      try php("open() or die('no');") == """
        branch [guard]
          condition: condition not
            operand: call open = open by import
          arm: block
            call die = die by import [discarded]
              argument: argument
                value: literal string "no"

        """
    )
  }

  @Test func aMatchGivesItsArms() throws {
    #expect(
      try php("return match ($a) { 1, 2 => b(), default => throw new E() };", parameters: "$a") == """
        parameter: read parameter a
        return
          value: branch [guard, expression, match]
            condition: read parameter a
            arm: block
              pattern: literal integer "1"
              pattern: literal integer "2"
              value: call b = b by import [returned]
            otherwise: block
              raise
                value: call E = E by import [constructs]

        """
    )
  }

  @Test func alternativeSyntaxReadsAsBraces() throws {
    let colons = "if ($a): b(); elseif ($c): d(); else: e(); endif; foreach ($a as $x): g($x); endforeach;"
    let braces = "if ($a) { b(); } elseif ($c) { d(); } else { e(); } foreach ($a as $x) { g($x); }"
    #expect(try php(colons) == php(braces))
  }

  @Test func textBetweenTagsDoesNothing() throws {
    #expect(
      try php("?> <b>text</b> <?php a(); ?>\n<?= b() ?><?php", parameters: "") == """
        call a = a by import [discarded]
        call echo = echo by import [discarded]
          argument: argument
            value: call b = b by import

        """
    )
  }

  @Test func aCauseIsTheThirdArgumentOrNamed() throws {
    for call in ["new Failed('x', 0, $e)", "new Failed('x', 0, previous: $e)"] {
      #expect(
        try php("try { a(); } catch (B | \\C\\D $e) { throw \(call); }") == """
          attempt
            body: block
              call a = a by import [discarded]
            handler: handler e
              type: read static B = B
              type: read static C.D = C.D
              body: block
                raise
                  value: call Failed = Failed by import [constructs]
                    argument: argument
                      value: literal string "x"
                    argument: argument
                      value: literal integer "0"
                  cause: read local e

          """
      )
    }
  }

  @Test func theErrorAtHandGoesOn() throws {
    #expect(try php("try { a(); } catch (E $e) { throw $e; }").contains("propagate"))
    #expect(try !php("try { a(); } catch (E $e) { throw $f; }").contains("propagate"))
  }

  @Test func loopsAndJumps() throws {
    #expect(
      try php("for (;;) { break; } while (true) { continue 2; } do { a(); } while ($b);") == """
        loop endless
          body: block
            jump break
        loop endless
          body: block
            jump continue 2
        loop while
          body: block
            call a = a by import [discarded]
          condition: read b

        """
    )
  }

  @Test func aSwitchWithoutASubject() throws {
    #expect(
      try php("switch (true) { case $a > 1: b(); break; default: }") == """
        branch [match]
          arm: block
            pattern: condition >
              operand: read a
              operand: literal integer "1"
            call b = b by import [discarded]
          otherwise: block

        """
    )
  }
}
