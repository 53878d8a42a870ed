import Behaviour
import Languages
import Testing

/// The statements of a function with this body, as its tree prints, without the block around them.
func go(
  _ body: String,
  result: String = "",
  parameters: String = "",
  imports: String = "",
  path: String = "a.go"
) throws -> String {
  let text = "package p\n\(imports)\nfunc f(\(parameters)) \(result) {\n\(body)\n}\n"
  let tree = try Reading(text, path: path).tree("f")
  return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
}

/// Failures are values in Go; what is done with them reads as it would where they are raised.
@Suite struct GoFailureTests {
  @Test func aFailureThatIsLetThroughIsAPlainCall() throws {
    let tree = """
      assign [declares]
        target: read local x
        value: call load [propagated]
      return
        value: read local x

      """
    #expect(
      try go("x, err := load()\nif err != nil {\nreturn nil, err\n}\nuse(x)", result: "(*X, error)") == """
        assign [declares]
          target: read local x
          value: call load [propagated]
        call use [discarded, error ignored]
          argument: argument
            value: read local x

        """
    )
    #expect(try go("x, err := load()\nreturn x, err", result: "(*X, error)") == tree)
  }

  @Test func aLookAtAFailureIsAnAttempt() throws {
    #expect(
      try go("x, err := load()\nif err != nil {\nlog(err)\n} else {\nuse(x)\n}\nafter()") == """
        attempt
          body: block
            assign [declares]
              target: read local x
              value: call load
          handler: handler err [everything]
            body: block
              call log [discarded, error ignored]
                argument: argument
                  value: read local err
          otherwise: block
            call use [discarded, error ignored]
              argument: argument
                value: read local x
        call after [discarded, error ignored]

        """
    )
  }

  @Test func failuresThatAreNamedHaveHandlersOfTheirOwn() throws {
    let body = """
      row, err := load()
      if errors.Is(err, sql.ErrNoRows) || os.IsNotExist(err) {
        return nil, nil
      }
      if err != nil {
        return nil, fmt.Errorf("load: %w", err)
      }
      use(row)
      """
    let tree = try go(body, result: "(*Row, error)", imports: "import (\"database/sql\"; \"os\"; \"fmt\")")
    #expect(
      tree.hasPrefix(
        """
        attempt
          body: block
            assign [declares]
              target: read local row
              value: call load
          handler: handler
            type: read static sql.ErrNoRows = database/sql.ErrNoRows
            type: read static os.IsNotExist = os.IsNotExist
            body: block
              return
                value: literal null
          handler: handler err [everything]
            body: block
              raise
                value: call fmt.Errorf = fmt.Errorf by import
                  argument: argument
                    value: literal string "load: %w"
                  argument: argument
                    value: read local err
                cause: read local err

        """
      )
    )
  }

  /// A look that takes a part of the failures, with one more behind it, deals with none of them.
  @Test(arguments: [
    "x, err := load()\nif err == nil && x.fresh {\nkeep(x)\n}\nreturn x, err",
    "x, err := load()\nif err != nil && again {\nretry()\n}\nreturn x, err",
  ])
  func aLookThatTakesAPartDealsWithNone(_ body: String) throws {
    let tree = try go(body, result: "(*X, error)")
    #expect(tree.contains("branch"))
    #expect(!tree.contains("attempt"))
    #expect(tree.contains("read local err"))
  }

  @Test func aFailureThatIsPutAsideIsMarked() throws {
    #expect(try go("x, _ := load()").contains("call load [error ignored]"))
    #expect(try go("_ = load()").contains("call load [voided, error ignored]"))
    #expect(try go("load()").contains("call load [discarded, error ignored]"))
    #expect(try go("err := a()\nerr = b()\nuse(err)").contains("call a [error ignored]"))
  }

  @Test func errorsThatAreReturnedLeaveAsFailures() throws {
    #expect(try go("return nil, ErrGone", result: "(*X, error)").hasPrefix("raise\n"))
    #expect(try go("return nil, errors.New(\"a\")", result: "(*X, error)").hasPrefix("raise\n"))
    #expect(try go("return &Gone{}", result: "error").hasPrefix("raise\n"))
    #expect(try go("return load()", result: "error") == "return\n  value: call load [returned, propagated]\n")
    #expect(try go("if a {\nreturn nil\n}\nb()", result: "error").contains("arm: block\n    return\n"))
    #expect(try go("panic(\"a\")") == "raise\n  value: literal string \"a\"\n")
    #expect(
      try go("return nil, ErrGone")
        == """
        return
          value: collection tuple
            element: literal null [returned]
            element: read ErrGone

        """.replacing(" [returned]", with: "")
    )
  }

  @Test func anotherConditionThatFailsJoinsTheHandler() throws {
    #expect(
      try go("r, err := get()\nif err != nil || r.Status != 200 {\nreturn 0\n}\nreturn 1", result: "int") == """
        attempt
          body: block
            assign [declares]
              target: read local r
              value: call get
            branch [guard]
              condition: condition !=
                operand: read local r.Status
                operand: literal integer "200"
              arm: block
                raise
          handler: handler [everything]
            body: block
              return
                value: literal integer "0"
        return
          value: literal integer "1"

        """
    )
  }

  @Test func whatIsDeferredIsDoneInAnyCase() throws {
    #expect(
      try go("f := open()\ndefer f.Close()\nuse(f)") == """
        assign [declares]
          target: read local f
          value: call open
        attempt
          body: block
            call use [discarded, error ignored]
              argument: argument
                value: read local f
          finalizer: block
            call f.Close [discarded]

        """
    )
    #expect(
      try go("mu.Lock()\ndefer mu.Unlock()\nn++") == """
        scoped lock
          resource: call mu.Lock
          body: block
            assign +=
              target: read n
              value: literal integer "1"

        """
    )
  }

  @Test func recoveryIsAHandler() throws {
    #expect(
      try go("defer func() {\nif r := recover(); r != nil {\nlog(r)\n}\n}()\nwork()") == """
        attempt
          body: block
            call work [discarded, error ignored]
          handler: handler r [everything]
            body: block
              call log [discarded, error ignored]
                argument: argument
                  value: read local r

        """
    )
  }

  @Test func aTestThatFailsOnAComparisonDemandsTheOpposite() throws {
    let text = """
      package p
      import "testing"
      func TestTotal(t *testing.T) {
        got, err := total(1)
        if err != nil {
          t.Fatal(err)
        }
        if want := 3; got != want {
          t.Errorf("got %d, want %d", got, want)
        }
        if !reflect.DeepEqual(got, 3) || got < 2 {
          t.FailNow()
        }
      }
      """
    let tree = try Reading(text, path: "a_test.go").tree("TestTotal")
    #expect(
      tree.split(separator: "\n").filter { $0.contains("assertion") }.map { $0.drop { $0 == " " } } == [
        "assertion null [discarded]", "assertion equal [discarded]", "assertion equal [discarded]",
        "assertion at least [discarded]",
      ]
    )
  }
}
