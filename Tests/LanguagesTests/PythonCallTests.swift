import Testing

@Suite struct PythonCallTests {
  @Test func aCallSaysWhatBecomesOfItsValue() throws {
    let tree = try python(
      """
      save(order)
      x = load(order)
      _ = load(order)
      await send(order)
      y = await send(order)
      (send(order))
      return await send(order)
      """,
      parameters: "order"
    )
    #expect(
      tree == """
        parameter: read parameter order
        call save [discarded]
          argument: argument
            value: read parameter order
        assign [declares]
          target: read local x
          value: call load
            argument: argument
              value: read parameter order
        assign [declares]
          target: read local _
          value: call load [voided]
            argument: argument
              value: read parameter order
        await
          value: call send [awaited, discarded]
            argument: argument
              value: read parameter order
        assign [declares]
          target: read local y
          value: await
            value: call send [awaited]
              argument: argument
                value: read parameter order
        call send [discarded]
          argument: argument
            value: read parameter order
        return
          value: await
            value: call send [awaited, returned]
              argument: argument
                value: read parameter order

        """
    )
  }

  @Test func argumentsHaveLabelsAndMayBeSpread() throws {
    let tree = try python(
      """
      send(order, retries=3, *rest, **options)
      total(x for x in rest)
      """,
      parameters: "order, rest, options"
    )
    #expect(
      tree == """
        parameter: read parameter order
        parameter: read parameter rest
        parameter: read parameter options
        call send [discarded]
          argument: argument
            value: read parameter order
          argument: argument retries
            value: literal integer "3"
          argument: argument [spread]
            value: read parameter rest
          argument: argument [spread]
            value: read parameter options
        call total [discarded]
          argument: argument
            value: loop comprehension
              iterable: read parameter rest
              target: read local x
              value: read local x

        """
    )
  }

  @Test func aChainIsReceiverAndMethod() throws {
    let tree = try python(
      """
      requests.get(url).json()["id"]
      Query().where(x).limit(1)
      handlers[name](event)
      (await fetch(url)).close()
      ", ".join(names)
      make()()
      super().save(order)
      """,
      parameters: "url",
      imports: "import requests"
    )
    #expect(
      tree == """
        parameter: read parameter url
        read member
          receiver: call .json = requests.get().json by import
            receiver: call requests.get = requests.get by import
              argument: argument
                value: read parameter url
          index: literal string "id"
        call .limit [discarded]
          receiver: call .where
            receiver: call Query [constructs]
            argument: argument
              value: read x
          argument: argument
            value: literal integer "1"
        call [discarded]
          receiver: read element handlers
            index: read name
          argument: argument
            value: read event
        call .close [discarded]
          receiver: await
            value: call fetch [awaited]
              argument: argument
                value: read parameter url
        call .join [discarded]
          receiver: literal string ", "
          argument: argument
            value: read names
        call [discarded]
          receiver: call make
        call .save = super().save by import [discarded]
          receiver: call super = super by import
          argument: argument
            value: read order

        """
    )
  }

  @Test func aLambdaIsCalledWhereItStands() throws {
    let tree = try python(
      """
      run(lambda order, *rest, retries=3: save(order))
      """
    )
    #expect(
      tree == """
        call run [discarded]
          argument: argument
            value: closure
              parameter: read parameter order
              parameter: read parameter rest [spread]
              parameter: read parameter retries
                default: literal integer "3"
              body: block
                return
                  value: call save [returned]
                    argument: argument
                      value: read parameter order

        """
    )
  }

  @Test func printOfPythonTwoIsACall() throws {
    let tree = try python(
      """
      print "failed", error
      print >>log, error
      """,
      parameters: "log"
    )
    #expect(
      tree == """
        parameter: read parameter log
        call print = print by import [discarded]
          argument: argument
            value: literal string "failed"
          argument: argument
            value: read error
        call print = print by import [discarded]
          argument: argument
            value: read parameter log
          argument: argument
            value: read error

        """
    )
  }
}
