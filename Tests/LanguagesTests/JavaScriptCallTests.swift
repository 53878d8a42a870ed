import Testing

/// What is called, with what, and what becomes of its value.
@Suite struct JavaScriptCallTests {
  @Test func theCalleeIsNamedAsWritten() throws {
    let tree = try javaScript(
      """
      pay(1);
      gateway . client
        .charge(order);
      this.gateway?.charge();
      gateway!.charge?.();
      #secret in this.#check();
      """,
      parameters: "order"
    )
    #expect(
      tree == """
        call pay [discarded]
          argument: argument
            value: literal integer "1"
        call gateway.client.charge [discarded]
          argument: argument
            value: read parameter order
        call this.gateway.charge [discarded, optional]
        call gateway.charge [discarded, optional]
        condition in
          operand: read #secret
          operand: call this.#check

        """
    )
  }

  @Test func aMemberOfSomethingElseHasAReceiver() throws {
    let tree = try javaScript(
      """
      make().send(1);
      rows[0].pay();
      (await load()).json();
      "a".trim();
      handlers[name](1);
      f(1)(2);
      (() => { run() })();
      """
    )
    #expect(
      tree == """
        call .send [discarded]
          receiver: call make
          argument: argument
            value: literal integer "1"
        call .pay [discarded]
          receiver: read element rows
            index: literal integer "0"
        call .json [discarded]
          receiver: await
            value: call load [awaited]
        call .trim [discarded]
          receiver: literal string "a"
        call [discarded]
          receiver: read element handlers
            index: read name
          argument: argument
            value: literal integer "1"
        call [discarded]
          receiver: call f
            argument: argument
              value: literal integer "1"
          argument: argument
            value: literal integer "2"
        call [discarded]
          receiver: closure
            body: block
              call run [discarded]

        """
    )
  }

  @Test func flagsSayWhatBecomesOfTheValue() throws {
    let tree = try javaScript(
      """
      load();
      await load();
      void load();
      const a = await load();
      const b = load();
      use(load());
      (load());
      one(), await two();
      return await load();
      """
    )
    #expect(
      tree == """
        call load [discarded]
        await
          value: call load [awaited, discarded]
        call load [voided]
        assign [declares, constant]
          target: read local a
          value: await
            value: call load [awaited]
        assign [declares, constant]
          target: read local b
          value: call load
        call use [discarded]
          argument: argument
            value: call load
        call load [discarded]
        call one [discarded]
        await
          value: call two [awaited, discarded]
        return
          value: await
            value: call load [awaited, returned]

        """
    )
  }

  @Test func whatAnArrowGivesIsReturned() throws {
    let tree = try javaScript(
      """
      rows.map((row) => load(row));
      rows.map(async (row) => await load(row));
      rows.map((row) => ({ row }));
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        call rows.map [discarded]
          argument: argument
            value: closure
              parameter: read parameter row
              body: block
                return
                  value: call load [returned]
                    argument: argument
                      value: read parameter row
        call rows.map [discarded]
          argument: argument
            value: closure [async]
              parameter: read parameter row
              body: block
                return
                  value: await
                    value: call load [awaited, returned]
                      argument: argument
                        value: read parameter row
        call rows.map [discarded]
          argument: argument
            value: closure
              parameter: read parameter row
              body: block
                return
                  value: collection keyed
                    element: argument row
                      value: read parameter row

        """
    )
  }

  @Test func newConstructs() throws {
    let tree = try javaScript(
      """
      const a = new Client({ retries: 3 });
      new a.Order;
      throw new (pick())("x");
      """
    )
    #expect(
      tree == """
        assign [declares, constant]
          target: read local a
          value: call Client [constructs]
            argument: argument
              value: collection keyed
                element: argument retries
                  value: literal integer "3"
        call a.Order [discarded, constructs]
        raise
          value: call [constructs]
            receiver: call pick
            argument: argument
              value: literal string "x"

        """
    )
  }

  @Test func argumentsMayBeSpread() throws {
    let tree = try javaScript(
      """
      pay(order, ...rest, /* how */ { now: true }, function named() {});
      """,
      parameters: "order, ...rest"
    )
    #expect(
      tree == """
        call pay [discarded]
          argument: argument
            value: read parameter order
          argument: argument [spread]
            value: read parameter rest
          argument: argument
            value: collection keyed
              element: argument now
                value: literal true
          argument: argument
            value: closure named
              body: block

        """
    )
  }

  @Test func tagsAreCalls() throws {
    let tree = try javaScript(
      """
      const query = sql`select ${id}`;
      styled(Button)`width: 1px`;
      """,
      parameters: "id"
    )
    #expect(
      tree == """
        assign [declares, constant]
          target: read local query
          value: call sql
            argument: argument
              value: operation interpolation [interpolated]
                operand: literal string "select "
                operand: read parameter id
        call [discarded]
          receiver: call styled
            argument: argument
              value: read Button
          argument: argument
            value: literal string "width: 1px"

        """
    )
  }

  @Test func importsAreCallsThatMayFail() throws {
    let tree = try javaScript(
      """
      const { load } = await import("./lazy");
      load();
      import(name);
      """
    )
    #expect(
      tree == """
        assign [declares, constant]
          target: read local load [destructured]
          value: await
            value: call import [awaited]
              argument: argument
                value: literal string "./lazy"
        call load = ./lazy.load by import [discarded]
        call import [discarded]
          argument: argument
            value: read name

        """
    )
  }
}
