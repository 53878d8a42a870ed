import Behaviour
import Languages
import Testing
import TreeSitter

/// Text that does not parse is said to be there, with what can be read in it.
@Suite struct PythonBrokenTests {
  @Test func whatDoesNotParseKeepsTheCallsInIt() throws {
    // Nobody knows whether the value of `g(b)` is dropped: it is not said to be.
    #expect(
      try python("a()\nx = f(a, g(b)") == """
        call a [discarded]
        unknown [broken]
          read x
          read static f
          read a
          call g
            argument: argument
              value: read b

        """
    )
  }

  @Test func statementsInTextThatDoesNotParseAreStatements() throws {
    #expect(
      try python("f(x=1,\nif a:\n  b()") == """
        read static f
        unknown [broken]
          argument x
            value: literal integer "1"
        branch
          condition: read a
          arm: block
            call b [discarded]

        """
    )
  }

  @Test func functionsAroundBrokenTextAreReadAsEver() throws {
    let reading = try Reading("import a\ndef f():\n  a()\n]\ndef g():\n  b()\n", path: "a.py")
    #expect(reading.outline.units.map(\.name) == ["f", "g", "<module>"])
    #expect(reading.outline.broken == [24..<25])
    #expect(reading.units.map { $0.tree.nodes.count { $0.has(.broken) } } == [0, 0, 1])
  }

  @Test func whatIsMissingStandsInTheStatementThatLacksIt() throws {
    #expect(
      try python("x = {'a': , 'b': load()}") == """
        assign [declares]
          target: read local x
          value: collection keyed
            element: argument a
            element: argument b
              value: call load
          unknown [broken]

        """
    )
    #expect(
      try python("with open(path) as:\n  work()") == """
        scoped resource
          resource: call open = open by import
            argument: argument
              value: read path
          body: block
            call work [discarded]
          unknown [broken]

        """
    )
  }

  @Test func theBlocksOfABrokenStatementAreReadAsEver() throws {
    #expect(
      try python("while step(queue:\n  work()") == """
        loop while
          condition: call step
            argument: argument
              value: read queue
          body: block
            call work [discarded]
          unknown [broken]

        """
    )
  }

  @Test func aBrokenHeadOfAFunctionStandsInItsUnit() throws {
    let reading = try Reading("def f(a, :\n  work()\ndef g(): pass\n", path: "a.py")
    #expect(reading.outline.units.map(\.name) == ["f", "g"])
    #expect(
      try reading.tree("f") == """
          block
            parameter: read parameter a
            call work [discarded]
            unknown [broken]

        """
    )
  }

  @Test func regionsThatDoNotParseAreListed() throws {
    let text = "def f():\n  foo(]\ndef g(): pass\nx = (1\n"
    let reading = try Reading(text, path: "a.py")
    #expect(!reading.outline.broken.isEmpty)
    #expect(
      zip(reading.outline.broken, reading.outline.broken.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    )
    #expect(reading.outline.broken.allSatisfy { $0.upperBound <= text.utf8.count })
    #expect(try Reading("def f(): pass\n", path: "a.py").outline.broken.isEmpty)
  }

  /// Nothing that does not parse may vanish: where the outline lists a region, some unit holds an `unknown` for it.
  @Test(arguments: pythonSamples)
  func everyBrokenTextShowsInSomeUnit(_ sample: String) throws {
    let whole = try Reading(sample, path: "a.py")
    for node in whole.source.syntax.nodes.indices.dropFirst() where node % 3 == 0 {
      let bytes = whole.source.syntax.nodes[node].bytes
      let reading = try Reading(bytes: Array(whole.source.bytes[..<bytes.upperBound]), path: "a.py")
      let isBroken = reading.units.contains { $0.tree.nodes.contains { $0.has(.broken) } }
      #expect(isBroken == !reading.outline.broken.isEmpty, "\(reading.source.text(0..<bytes.upperBound).suffix(60))")
    }
  }
}
