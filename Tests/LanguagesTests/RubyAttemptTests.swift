import Behaviour
import Languages
import Testing

@Suite struct RubyAttemptTests {
  @Test func aMethodMayDealWithItsFailures() throws {
    let tree = try ruby("g\nrescue A, B::C => e\n  # so be it\nelse\n  1\nensure\n  h")
    #expect(
      tree == """
        attempt
          body: block
            call g [discarded]
          handler: handler e [commented]
            type: read A = A
            type: read B.C = B.C
            body: block [commented]
          otherwise: block
            return
              value: literal integer "1"
          finalizer: block
            call h [discarded]

        """
    )
  }

  @Test func retryBeginsTheBodyAnewInALoop() throws {
    let tree = try ruby("begin\n  g(1)\nrescue A\n  retry if (n += 1) < 3\nend\nnil")
    #expect(
      tree == """
        loop endless
          body: block
            attempt
              body: block
                call g [discarded]
                  argument: argument
                    value: literal integer "1"
                jump break
              handler: handler
                type: read A = A
                body: block
                  branch [guard]
                    condition: condition <
                      operand: assign += [declares]
                        target: read local n
                        value: literal integer "1"
                      operand: literal integer "3"
                    arm: block
                      jump continue
                  jump break

        """
    )
  }

  @Test func theRescueModifierIsAnAttempt() throws {
    #expect(
      try ruby("x = g(1) rescue 0\nx").hasPrefix(
        """
        assign [declares]
          target: read local x
          value: attempt [by call]
            body: block
              call g
                argument: argument
                  value: literal integer "1"
            handler: handler [everything]
              body: block
                return
                  value: literal integer "0"

        """
      )
    )
  }

  @Test func raisingMakesTheFailure() throws {
    #expect(
      try ruby("raise A, 'b'")
        == "raise\n  value: call A = A by import [constructs]\n    argument: argument\n      value: literal string \"b\"\n"
    )
    #expect(try ruby("raise 'b'").contains("call RuntimeError = RuntimeError by import [constructs]"))
    #expect(try ruby("g\nrescue => e\nraise").contains("propagate"))
    #expect(try ruby("g\nrescue => e\nraise e").contains("propagate\n"))
    #expect(try ruby("x = a || raise(B)\nx").contains("operand: raise"))
    #expect(try ruby("a or raise B\nnil").hasPrefix("branch [guard]\n  condition: condition not"))
  }

  @Test func blocksThatHoldSomethingAreScopes() throws {
    #expect(
      try ruby("File.open(p) do |f|\n  f.write(1)\nend\nnil").hasPrefix("scoped resource\n  resource: call File.open")
    )
    #expect(try ruby("@lock.synchronize { @a += 1 }\nnil").hasPrefix("scoped lock"))
    #expect(try ruby("Order.transaction do\n  a.save!\nend\nnil").hasPrefix("scoped transaction"))
    #expect(try ruby("Timeout.timeout(3) { g(1) }").hasPrefix("scoped timeout"))
    #expect(try ruby("suppress(A) { g(1) }\nnil").hasPrefix("attempt [by call]"))
  }

  @Test func blocksThatRepeatAreLoops() throws {
    #expect(try ruby("xs.each do |x|\n  next if x\n  break\nend\nnil").hasPrefix("loop forEach\n  iterable: read xs"))
    #expect(try ruby("3.times { g(1) }\nnil").hasPrefix("loop counted"))
    #expect(try ruby("loop { g(1) }\nnil").hasPrefix("loop endless"))
    #expect(try ruby("Order.find_each { |o| o.pay }\nnil").hasPrefix("loop forEach\n  iterable: call Order.find_each"))
    #expect(try ruby("until a\n  g(1)\nend\nnil").hasPrefix("loop while\n  condition: condition not"))
  }

  @Test func valuesThatAreChosenAreAssignedInTheArms() throws {
    let tree = try ruby("x = case a\nwhen 1 then b\nelse c\nend\nx")
    #expect(
      tree.hasPrefix(
        "branch [match]\n  condition: read a\n  arm: block\n    pattern: literal integer \"1\"\n    assign [declares]"
      )
    )
    #expect(try ruby("x = if a then b else c end\nx").contains("value: branch [expression]"))
  }

  @Test func theTextOfAHereDocumentStandsWhereItIsUsed() throws {
    #expect(try ruby("g(<<~A, <<~B)\n  a\nA\n  b \\#{c}\nB\nnil").contains("value: literal string \"a\""))
  }
}
