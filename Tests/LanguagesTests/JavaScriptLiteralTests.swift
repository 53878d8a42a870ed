import Testing

/// Constants, and what holds values.
@Suite struct JavaScriptLiteralTests {
  @Test func aConstantKeepsItsText() throws {
    let tree = try javaScript(
      """
      use(1, 1_000, 0xfe, 1.5e3, .5, 10n, true, false, null, undefined, void 0, /a+/g);
      """
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: literal integer "1"
          argument: argument
            value: literal integer "1_000"
          argument: argument
            value: literal integer "0xfe"
          argument: argument
            value: literal float "1.5e3"
          argument: argument
            value: literal float ".5"
          argument: argument
            value: literal integer "10n"
          argument: argument
            value: literal true
          argument: argument
            value: literal false
          argument: argument
            value: literal null
          argument: argument
            value: literal null
          argument: argument
            value: literal null
          argument: argument
            value: literal other "/a+/g"

        """
    )
  }

  @Test func aTextHasNoQuotes() throws {
    let tree = try javaScript(
      #"""
      use("a", 'it', `b`, "", "say \"no\"", `two
      lines`);
      """#
    )
    #expect(
      tree == #"""
        call use [discarded]
          argument: argument
            value: literal string "a"
          argument: argument
            value: literal string "it"
          argument: argument
            value: literal string "b"
          argument: argument
            value: literal string
          argument: argument
            value: literal string "say \"no\""
          argument: argument
            value: literal string "two\nlines"

        """#
    )
  }

  @Test func aTextWithComputedPartsIsAnOperation() throws {
    let tree = try javaScript(
      """
      use(`total: ${total(order)} of ${all}`, `${a}`);
      """,
      parameters: "order, all"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: operation interpolation [interpolated]
              operand: literal string "total: "
              operand: call total
                argument: argument
                  value: read parameter order
              operand: literal string " of "
              operand: read parameter all
          argument: argument
            value: operation interpolation [interpolated]
              operand: read a

        """
    )
  }

  @Test func collectionsHoldElements() throws {
    let tree = try javaScript(
      """
      use([1, ...rest, , [2]], {}, []);
      """,
      parameters: "rest"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: collection list
              element: literal integer "1"
              element: argument [spread]
                value: read parameter rest
              element: collection list
                element: literal integer "2"
          argument: argument
            value: collection keyed
          argument: argument
            value: collection list

        """
    )
  }

  @Test func aKeyThatIsConstantIsAName() throws {
    let tree = try javaScript(
      """
      use({ id: 1, "two words": x, 3: y, [key]: z, key, ...rest, run() { go() }, get size() { return 1 } });
      """,
      parameters: "key, rest"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: collection keyed
              element: argument id
                value: literal integer "1"
              element: argument two words
                value: read x
              element: argument 3
                value: read y
              element: argument
                index: read parameter key
                value: read z
              element: argument key
                value: read parameter key
              element: argument [spread]
                value: read parameter rest
              element: argument run
                value: closure run
                  body: block
                    call go [discarded]
              element: argument size
                value: closure size
                  body: block
                    return
                      value: literal integer "1"

        """
    )
  }
}
