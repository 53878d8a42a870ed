import Testing

/// What is written where.
@Suite struct JavaScriptAssignmentTests {
  @Test func declarationsSayWhatTheyDeclare() throws {
    let tree = try javaScript(
      """
      const a = 1;
      let b = a, c;
      var d = () => c;
      """
    )
    #expect(
      tree == """
        assign [declares, constant]
          target: read local a
          value: literal integer "1"
        assign [declares]
          target: read local b
          value: read local a
        assign [declares]
          target: read local d
          value: closure
            body: block
              return
                value: read captured c

        """
    )
  }

  @Test func patternsTakeValuesApart() throws {
    let tree = try javaScript(
      """
      const { a, b: { c = 1, ...rest }, [key]: d } = load();
      const [first, , [second], ...others] = rest;
      [a.x, b[0]] = others;
      ({ a, b: c.d } = first);
      """
    )
    #expect(
      tree == """
        assign [declares, constant]
          target: read local a [destructured]
          target: read local c [destructured]
            default: literal integer "1"
          target: read local rest [spread, destructured]
          target: read local d [destructured]
          value: call load
        assign [declares, constant]
          target: read local first [destructured]
          target: read local second [destructured]
          target: read local others [spread, destructured]
          value: read local rest
        assign
          target: read local a.x [destructured]
          target: read element b [destructured]
            index: literal integer "0"
          value: read local others
        assign
          target: read local a [destructured]
          target: read local c.d [destructured]
          value: read local first

        """
    )
  }

  @Test func aChainOfAssignmentsHasSeveralTargets() throws {
    let tree = try javaScript(
      """
      a = b.c = this.d = load();
      """
    )
    #expect(
      tree == """
        assign
          target: read a
          target: read b.c
          target: read field this.d
          value: call load

        """
    )
  }

  @Test func compoundOperatorsAreNamed() throws {
    let tree = try javaScript(
      """
      a += 1;
      a ??= load();
      b.c--;
      ++b[0];
      const d = a++;
      """
    )
    #expect(
      tree == """
        assign +=
          target: read a
          value: literal integer "1"
        assign ??=
          target: read a
          value: call load
        assign -=
          target: read b.c
          value: literal integer "1"
        assign +=
          target: read element b
            index: literal integer "0"
          value: literal integer "1"
        assign [declares, constant]
          target: read local d
          value: assign +=
            target: read a
            value: literal integer "1"

        """
    )
  }

  @Test func assignmentsAreValuesToo() throws {
    let tree = try javaScript(
      """
      while ((m = next()) !== null) use(m);
      return (cache = load());
      """
    )
    #expect(
      tree == """
        loop while
          condition: condition is not null
            operand: assign
              target: read m
              value: call next
          body: block
            call use [discarded]
              argument: argument
                value: read m
        return
          value: assign
            target: read cache
            value: call load

        """
    )
  }

  @Test func requiringIsImporting() throws {
    let tree = try javaScript(
      """
      const fs = require("node:fs");
      const { get, post: send } = require("axios");
      fs.readFile(get(send()));
      const x = require(name);
      """
    )
    #expect(
      tree == """
        call fs.readFile = fs.readFile by import [discarded]
          argument: argument
            value: call get = axios.get by import
              argument: argument
                value: call send = axios.post by import
        assign [declares, constant]
          target: read local x
          value: call require = require by import
            argument: argument
              value: read name

        """
    )
  }
}
