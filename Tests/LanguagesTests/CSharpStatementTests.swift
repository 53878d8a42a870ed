import Behaviour
import Testing

@Suite struct CSharpStatementTests {
  @Test func handlersNameTypesAndFilters() throws {
    #expect(
      try csharp(
        """
        try { Load(); }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound) { throw; }
        catch (IOException e) { throw e; }
        catch (Exception e) { throw new LoadFailed("order", e); }
        catch { /* fine */ }
        finally { Close(); }
        """
      ) == """
        attempt
          body: block
            call Load [discarded]
          handler: handler e
            type: read HttpRequestException = System.Net.Http.HttpRequestException
            condition: condition ==
              operand: read local e.StatusCode = System.Net.Http.HttpRequestException.StatusCode
              operand: read HttpStatusCode.NotFound
            body: block
              propagate
          handler: handler e
            type: read IOException = System.IO.IOException
            body: block
              propagate
                value: read local e
          handler: handler e
            type: read Exception = System.Exception
            body: block
              raise
                value: call LoadFailed = LoadFailed by nameOnly [constructs]
                  argument: argument
                    value: literal string "order"
                cause: read local e
          handler: handler [everything, commented]
            body: block [commented]
          finalizer: block
            call Close [discarded]

        """
    )
  }

  @Test func aFailureInPlaceOfNothingIsAGuard() throws {
    #expect(
      try csharp("_store = store ?? throw new Missing(nameof(store)); var x = Find() ?? throw new Missing();") == """
        branch [guard]
          condition: condition is null
            operand: read store
          arm: block
            raise
              value: call Missing = Missing by nameOnly [constructs]
                argument: argument
                  value: literal string "store"
        assign
          target: read _store
          value: read store
        assign [declares]
          target: read local x
          value: call Find
        branch [guard]
          condition: condition is null
            operand: read local x
          arm: block
            raise
              value: call Missing = Missing by nameOnly [constructs]

        """
    )
  }

  @Test func finishedTasksAreTheirValues() throws {
    #expect(try csharp("return Task.FromResult(3);") == "return\n  value: literal integer \"3\"\n")
    #expect(try csharp("return Task.CompletedTask;") == "return\n")
    #expect(try csharp("return Task.FromException(e);") == "raise\n  value: read e\n")
  }

  @Test func whatIsUsedHoldsToTheEndOfItsBlock() throws {
    #expect(
      try csharp("using var a = Open(); await using var b = Open(); Copy(a, b); if (c) { using (Lock()) Write(); }")
        == """
        scoped resource
          resource: call Open
          target: read local a
          body: block
            scoped resource [async]
              resource: call Open
              target: read local b
              body: block
                call Copy [discarded]
                  argument: argument
                    value: read local a
                  argument: argument
                    value: read local b
                branch
                  condition: read c
                  arm: block
                    scoped resource
                      resource: call Lock
                      body: block
                        call Write [discarded]

        """
    )
  }

  @Test func locksHoldForABody() throws {
    #expect(
      try csharp("lock (gate) { count++; }", members: "object gate; int count;") == """
        scoped lock
          resource: read field this.gate
          body: block
            assign +=
              target: read field this.count
              value: literal integer "1"

        """
    )
  }

  @Test func sectionsOfASwitchAreArms() throws {
    #expect(
      try csharp(
        """
        switch (value)
        {
          case 1: case 2: return;
          case Order { Paid: true } order when order.Total > 3: Ship(order); break;
          case null: break;
          default: throw new Unknown();
        }
        """
      ) == """
        branch [guard, match]
          condition: read value
          arm: block
            pattern: literal integer "1"
            pattern: literal integer "2"
            return
          arm: block
            pattern: condition is type
              operand: read Order = Order
              operand: argument Paid
                value: literal true
              target: read local order
            condition: condition >
              operand: read local order.Total = Order.Total
              operand: literal integer "3"
            call Ship [discarded]
              argument: argument
                value: read local order
          arm: block
            pattern: literal null
          otherwise: block
            raise
              value: call Unknown = Unknown by nameOnly [constructs]

        """
    )
  }

  @Test func aSwitchMayBeAValue() throws {
    #expect(
      try csharp("var x = kind switch { Kind.A or Kind.B => 1, > 3 => Two(), _ => throw new Unknown() };") == """
        assign [declares]
          target: read local x
          value: branch [expression, match]
            condition: read kind
            arm: block
              pattern: read Kind.A
              pattern: read Kind.B
              value: literal integer "1"
            arm: block
              pattern: condition >
                operand: literal integer "3"
              value: call Two
            otherwise: block
              raise
                value: call Unknown = Unknown by nameOnly [constructs]

        """
    )
  }

  @Test func loopsOfEveryKind() throws {
    #expect(
      try csharp(
        """
        for (int i = 0; i < 3; i++) { F(i); }
        for (;;) { break; }
        do { continue; } while (a);
        await foreach (var (k, v) in rows.WithCancellation(ct)) { }
        """
      ) == """
        loop counted
          value: assign [declares]
            target: read local i
            value: literal integer "0"
          condition: condition <
            operand: read local i
            operand: literal integer "3"
          operand: assign +=
            target: read local i
            value: literal integer "1"
          body: block
            call F [discarded]
              argument: argument
                value: read local i
        loop endless
          body: block
            jump break
        loop while
          body: block
            jump continue
          condition: read a
        loop forEach [async]
          iterable: read rows
          target: read local k [destructured]
          target: read local v [destructured]
          body: block

        """
    )
  }

  @Test func queriesAreComprehensions() throws {
    #expect(
      try csharp("var q = from o in orders where o.Open from l in o.Lines select new { o.Id, Name = l.Text };") == """
        assign [declares]
          target: read local q
          value: loop comprehension
            iterable: read orders
            target: read local o
            condition: read local o.Open
            value: loop comprehension
              iterable: read local o.Lines
              target: read local l
              value: collection keyed
                element: argument Id
                  value: read local o.Id
                element: argument Name
                  value: read local l.Text

        """
    )
  }

  @Test func whatIsCompiledSomethingOutsideDecides() throws {
    #expect(
      try csharp("\n#if DEBUG\nTrace();\n#else\nSend();\n#endif\n#region a\nRun();\n#endregion\n") == """
        branch
          condition: literal other "DEBUG"
          arm: block
            call Trace [discarded]
          otherwise: block
            call Send [discarded]
        call Run [discarded]

        """
    )
  }

  @Test func discardsAndEvents() throws {
    #expect(
      try csharp("_ = Send(); Changed += OnChanged; (a, var b) = Pair(); x ??= 1;") == """
        assign
          target: read _
          value: call Send [voided]
        assign +=
          target: read Changed
          value: read OnChanged
        assign
          target: read a [destructured]
          target: read local b [destructured]
          value: call Pair
        assign ??=
          target: read x
          value: literal integer "1"

        """
    )
  }

  @Test func objectsAndCollections() throws {
    #expect(
      try csharp(
        """
        var a = new Order(1) { Paid = true, Lines = { new Line() } };
        var b = new List<int>(); List<int> c = new(); int[] d = [1, .. b]; var e = new[] { 1 };
        var f = new Dictionary<string, int> { ["x"] = 1, { "y", 2 } };
        var g = a with { Paid = false };
        var h = Array.Empty<int>(); var i = string.Empty; var j = default(int);
        """
      ) == """
        assign [declares]
          target: read local a
          value: call Order = Order by nameOnly [constructs]
            argument: argument
              value: literal integer "1"
            argument: argument Paid
              value: literal true
            argument: argument Lines
              value: collection list
                element: call Line = Line by nameOnly [constructs]
        assign [declares]
          target: read local b
          value: collection list
        assign [declares]
          target: read local c
          value: collection list
        assign [declares]
          target: read local d
          value: collection list
            element: literal integer "1"
            element: argument [spread]
              value: read local b
        assign [declares]
          target: read local e
          value: collection list
            element: literal integer "1"
        assign [declares]
          target: read local f
          value: collection keyed
            element: argument x
              value: literal integer "1"
            element: argument y
              value: literal integer "2"
        assign [declares]
          target: read local g
          value: collection keyed
            element: argument [spread]
              value: read local a
            element: argument Paid
              value: literal false
        assign [declares]
          target: read local h
          value: collection list
        assign [declares]
          target: read local i
          value: literal string
        assign [declares]
          target: read local j
          value: literal null

        """
    )
  }
}
