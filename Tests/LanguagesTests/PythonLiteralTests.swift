import Testing

@Suite struct PythonLiteralTests {
  @Test func aConstantKeepsItsText() throws {
    let tree = try python(
      """
      use(1, 1_000, 0xff, 1.5e3, 2j, True, False, None, ...)
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
            value: literal integer "0xff"
          argument: argument
            value: literal float "1.5e3"
          argument: argument
            value: literal integer "2j"
          argument: argument
            value: literal true
          argument: argument
            value: literal false
          argument: argument
            value: literal null
          argument: argument
            value: literal other "..."

        """
    )
  }

  @Test func aTextHasNeitherPrefixNorQuotes() throws {
    let tree = try python(
      """
      use("a", 'it', b"b", r"\\n", "", "say \\"no\\"", '''long
      text''')
      """
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: literal string "a"
          argument: argument
            value: literal string "it"
          argument: argument
            value: literal string "b"
          argument: argument
            value: literal string "\\n"
          argument: argument
            value: literal string
          argument: argument
            value: literal string "say \\"no\\""
          argument: argument
            value: literal string "long\\n  text"

        """
    )
  }

  @Test func textsSideBySideAreOne() throws {
    let tree = try python(
      """
      use("a" 'b'
          "c")
      """
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: literal string "abc"

        """
    )
  }

  @Test func aTextWithComputedPartsIsAnOperation() throws {
    let tree = try python(
      """
      use(f"total: {total(order):>{width}} of {{all}}", f"plain", "a" f"{b!r}")
      """,
      parameters: "order, b"
    )
    #expect(
      tree == """
        parameter: read parameter order
        parameter: read parameter b
        call use [discarded]
          argument: argument
            value: operation interpolation [interpolated]
              operand: literal string "total: "
              operand: call total
                argument: argument
                  value: read parameter order
              operand: read width
              operand: literal string " of {{all}}"
          argument: argument
            value: literal string "plain"
          argument: argument
            value: operation interpolation [interpolated]
              operand: literal string "a"
              operand: read parameter b

        """
    )
  }

  @Test func collectionsHoldElements() throws {
    let tree = try python(
      """
      use([1, *rest], (1,), (), {1, 2}, {})
      """,
      parameters: "rest"
    )
    #expect(
      tree == """
        parameter: read parameter rest
        call use [discarded]
          argument: argument
            value: collection list
              element: literal integer "1"
              element: argument [spread]
                value: read parameter rest
          argument: argument
            value: collection tuple
              element: literal integer "1"
          argument: argument
            value: collection tuple
          argument: argument
            value: collection set
              element: literal integer "1"
              element: literal integer "2"
          argument: argument
            value: collection keyed

        """
    )
  }

  @Test func aKeyThatIsConstantIsAName() throws {
    let tree = try python(
      """
      use({"id": 1, 2: x, key: y, **rest, f"{key}": z})
      """,
      parameters: "key, rest"
    )
    #expect(
      tree == """
        parameter: read parameter key
        parameter: read parameter rest
        call use [discarded]
          argument: argument
            value: collection keyed
              element: argument id
                value: literal integer "1"
              element: argument 2
                value: read x
              element: argument
                index: read parameter key
                value: read y
              element: argument [spread]
                value: read parameter rest
              element: argument
                index: operation interpolation [interpolated]
                  operand: read parameter key
                value: read z

        """
    )
  }
}
