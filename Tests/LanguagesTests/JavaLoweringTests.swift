import Behaviour
import Languages
import Testing

/// What methods of Java are written as.
@Suite struct JavaLoweringTests {
  /// The statements of a method with this body.
  private func java(_ body: String, path: String = "A.java") throws -> String {
    let text = "import java.util.*;\nclass A {\n  void f() throws Exception {\n\(body)\n  }\n}\n"
    let tree = try Reading(text, path: path).tree("A.f")
    return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
  }

  @Test func tryAndItsHandlers() throws {
    #expect(
      try java(
        """
        try (var in = open(path); Reader reader = wrap(in)) {
          read(reader);
        } catch (IOException | Refused error) {
          // tried again later
        } finally {
          close();
        }
        """
      ) == """
        attempt
          body: block
            scoped resource
              resource: call open
                argument: argument
                  value: read path
              target: read local in
              body: block
                scoped resource
                  resource: call wrap
                    argument: argument
                      value: read local in
                  target: read local reader
                  body: block
                    call read [discarded]
                      argument: argument
                        value: read local reader
          handler: handler error [commented]
            type: read IOException
            type: read Refused
            body: block [commented]
          finalizer: block
            call close [discarded]

        """
    )
  }

  @Test func aCauseIsNoArgument() throws {
    #expect(
      try java(
        """
        try {
          send();
        } catch (IOException error) {
          if (error.fatal) throw error;
          throw new Failed("send", error);
        }
        """
      ) == """
        attempt
          body: block
            call send [discarded]
          handler: handler error
            type: read IOException
            body: block
              branch [guard]
                condition: read local error.fatal
                arm: block
                  propagate
                    value: read local error
              raise
                value: call Failed [constructs]
                  argument: argument
                    value: literal string "send"
                cause: read local error

        """
    )
  }

  @Test func equalityIsOneComparison() throws {
    #expect(
      try java(
        """
        if (a.equals(b) && !"x".equals(c)) one();
        if (Objects.isNull(a) || Objects.nonNull(b) || !Objects.equals(a, b)) two();
        if (a != null && null == b) three();
        """
      ) == """
        branch
          condition: condition and
            operand: condition ==
              operand: read a
              operand: read b
            operand: condition !=
              operand: literal string "x"
              operand: read c
          arm: block
            call one [discarded]
        branch
          condition: condition or
            operand: condition is null
              operand: read a
            operand: condition is not null
              operand: read b
            operand: condition !=
              operand: read a
              operand: read b
          arm: block
            call two [discarded]
        branch
          condition: condition and
            operand: condition is not null
              operand: read a
            operand: condition is null
              operand: read b
          arm: block
            call three [discarded]

        """
    )
  }

  @Test func loopsCount() throws {
    #expect(
      try java(
        """
        for (int i = 0; i < n; i++) visit(i);
        for (;;) { if (done) break; }
        do { step(); } while (busy);
        for (var row : rows) { continue; }
        """
      ) == """
        loop counted
          value: assign [declares]
            target: read local i
            value: literal integer "0"
          condition: condition <
            operand: read local i
            operand: read n
          operand: assign +=
            target: read local i
            value: literal integer "1"
          body: block
            call visit [discarded]
              argument: argument
                value: read local i
        loop endless
          body: block
            branch [guard]
              condition: read done
              arm: block
                jump break
        loop while
          body: block
            call step [discarded]
          condition: read busy
        loop forEach
          iterable: read rows
          target: read local row
          body: block
            jump continue

        """
    )
  }

  @Test func locksHoldForABody() throws {
    #expect(
      try java(
        """
        synchronized (lock) {
          count++;
        }
        """
      ) == """
        scoped lock
          resource: read lock
          body: block
            assign +=
              target: read count
              value: literal integer "1"

        """
    )
  }

  @Test func collectionsAreWrittenDown() throws {
    #expect(
      try java(
        """
        var a = List.of(1, 2);
        Map<String, Object> b = Map.of("k", a, key, 2);
        var c = new java.util.ArrayList<String>();
        Object d = Optional.empty();
        int[] e = {1}, f = new int[3], g = new int[0];
        """
      ) == """
        assign [declares]
          target: read local a
          value: collection list
            element: literal integer "1"
            element: literal integer "2"
        assign [declares]
          target: read local b
          value: collection keyed
            element: argument k
              value: read local a
            element: argument
              index: read key
              value: literal integer "2"
        assign [declares]
          target: read local c
          value: collection list
        assign [declares]
          target: read local d
          value: literal null
        assign [declares]
          target: read local e
          value: collection list
            element: literal integer "1"
        assign [declares]
          target: read local f
          value: operation new[]
            operand: literal integer "3"
        assign [declares]
          target: read local g
          value: collection list

        """
    )
  }

  @Test func futuresDealWithFailures() throws {
    #expect(
      try java(
        """
        load().thenApply(x -> x.total).exceptionally(error -> {
          log.warn("no total", error);
          return 0;
        });
        client.get().onErrorReturn(0);
        client.get().onErrorMap(error -> new Failed(error));
        """
      ) == """
        attempt [discarded, by call]
          body: block
            call .thenApply
              receiver: call load
              argument: argument
                value: closure
                  parameter: read parameter x
                  body: block
                    return
                      value: read parameter x.total
          handler: handler error [everything]
            body: block
              call log.warn [discarded]
                argument: argument
                  value: literal string "no total"
                argument: argument
                  value: read local error
              return
                value: literal integer "0"
        attempt [discarded, by call]
          body: block
            call client.get
          handler: handler error [everything]
            body: block
              return
                value: literal integer "0"
        attempt [discarded, by call]
          body: block
            call client.get
          handler: handler error [everything]
            body: block
              raise
                value: call Failed [constructs]
                cause: read local error

        """
    )
  }

  @Test func functionsAreClosures() throws {
    #expect(
      try java(
        """
        run(() -> send(order));
        run(this::send, Order::new, order.lines()::size);
        run(new Runnable() {
          @Override public void run() { send(order); }
        });
        """
      ) == """
        call run [discarded]
          argument: argument
            value: closure
              body: block
                return
                  value: call send [returned]
                    argument: argument
                      value: read order
        call run [discarded]
          argument: argument
            value: read field this.send
          argument: argument
            value: read Order
          argument: argument
            value: read member .size
              receiver: call order.lines
        call run [discarded]
          argument: argument
            value: closure
              body: block
                call send [discarded]
                  argument: argument
                    value: read order

        """
    )
  }

  @Test func castsSayATypeAndNoMore() throws {
    #expect(
      try java(
        """
        var connection = (java.net.HttpURLConnection) url.openConnection();
        connection.getResponseCode();
        """
      ) == """
        assign [declares]
          target: read local connection
          value: call url.openConnection
        call connection.getResponseCode = java.net.HttpURLConnection.getResponseCode by declaredType [discarded]

        """
    )
  }

  @Test func testsOfTypesBindNames() throws {
    #expect(
      try java(
        """
        if (value instanceof Order order && order.paid) ship(order);
        if (value instanceof Point(int x, var y)) draw(x, y);
        """
      ) == """
        branch
          condition: condition and
            operand: condition is type
              operand: read value
              operand: read Order
              target: read local order
            operand: read local order.paid
          arm: block
            call ship [discarded]
              argument: argument
                value: read local order
        branch
          condition: condition is type
            operand: read value
            operand: condition is type
              operand: read Point
              operand: condition is type
                operand: read static int
                target: read local x
              operand: condition is type
                operand: read static var
                target: read local y
          arm: block
            call draw [discarded]
              argument: argument
                value: read local x
              argument: argument
                value: read local y

        """
    )
  }

  @Test func switchesHaveArms() throws {
    #expect(
      try java(
        """
        switch (state) {
          case NEW:
          case PAID:
            ship();
            break;
          default:
            throw new Unknown(state);
        }
        int size = switch (kind) {
          case "small", "tiny" -> 1;
          case Closed closed when closed.late > 2 -> closed.size;
          default -> { log(kind); yield 2; }
        };
        """
      ) == """
        branch [guard, match]
          condition: read state
          arm: block
            pattern: read static NEW
            pattern: read static PAID
            call ship [discarded]
          otherwise: block
            raise
              value: call Unknown [constructs]
                argument: argument
                  value: read state
        assign [declares]
          target: read local size
          value: branch [expression, match]
            condition: read kind
            arm: block
              pattern: literal string "small"
              pattern: literal string "tiny"
              value: literal integer "1"
            arm: block
              pattern: condition is type
                operand: read Closed
                target: read local closed
              condition: condition >
                operand: read local closed.late
                operand: literal integer "2"
              value: read local closed.size
            otherwise: block
              call log [discarded]
                argument: argument
                  value: read kind
              value: literal integer "2"

        """
    )
  }

  @Test func junitPutsWhatIsExpectedFirst() throws {
    #expect(
      try java(
        """
        assertEquals(3, total());
        assertEquals("no total", 3, total());
        assertTrue(order.paid, "paid");
        assertNotNull("no order", order);
        fail("never");
        """,
        path: "src/test/java/A.java"
      ) == """
        assertion equal [discarded]
          actual: call total
          expected: literal integer "3"
        assertion equal [discarded]
          actual: call total
          expected: literal integer "3"
          argument: argument
            value: literal string "no total"
        assertion true [discarded]
          actual: read order.paid
          argument: argument
            value: literal string "paid"
        assertion not null [discarded]
          actual: read order
          argument: argument
            value: literal string "no order"
        assertion fail [discarded]
          argument: argument
            value: literal string "never"

        """
    )
  }

  @Test func raisesHoldWhatMustRaise() throws {
    #expect(
      try java(
        """
        assertThrows(Refused.class, () -> charge(order));
        assertThatThrownBy(() -> charge(order)).isInstanceOf(Refused.class).hasMessage("no");
        assertThatExceptionOfType(Refused.class).isThrownBy(this::charge);
        assertDoesNotThrow(() -> { charge(order); });
        """,
        path: "src/test/java/A.java"
      ) == """
        assertion raises [discarded]
          expected: read Refused
          body: block
            call charge [discarded]
              argument: argument
                value: read order
        assertion raises [discarded]
          expected: read Refused
          body: block
            call charge [discarded]
              argument: argument
                value: read order
          argument: argument
            value: literal string "no"
        assertion raises [discarded]
          expected: read Refused
          body: block
            call this.charge [discarded]
        assertion raises [discarded, negated]
          body: block
            call charge [discarded]
              argument: argument
                value: read order

        """
    )
  }

  @Test func chainsAreOneAssertion() throws {
    #expect(
      try java(
        """
        assertThat(order).isNotNull().extracting("id").isEqualTo(3);
        assertThat(total(), is(not(nullValue())));
        assertThat(total(), greaterThan(2));
        assertThat(order);
        """,
        path: "src/test/java/A.java"
      ) == """
        assertion equal [discarded]
          actual: read order
          expected: literal integer "3"
          argument: argument
            value: literal string "id"
        assertion not null [discarded]
          actual: call total
        assertion greater [discarded]
          actual: call total
          expected: literal integer "2"
        assertion other [discarded, incomplete]
          actual: read order

        """
    )
  }

  @Test func doublesAreAsserted() throws {
    #expect(
      try java(
        """
        verify(gateway).charge(order);
        verify(gateway, times(0)).refund();
        verifyNoInteractions(mailer);
        then(gateway).should().charge(order);
        """,
        path: "src/test/java/A.java"
      ) == """
        assertion called [discarded]
          actual: read gateway.charge
          expected: read order
        assertion called [discarded, negated]
          actual: read gateway.refund
        assertion called [discarded, negated]
          actual: read mailer
        assertion called [discarded]
          actual: read gateway.charge
          expected: read order

        """
    )
  }

  @Test func allAssertionsRun() throws {
    #expect(
      try java(
        """
        assertAll(() -> assertNull(a), () -> { assertSame(a, b); });
        assert total() > 2 : "none";
        """,
        path: "src/test/java/A.java"
      ) == """
        block
          assertion null [discarded]
            actual: read a
          assertion same [discarded]
            actual: read b
            expected: read a
        assertion true [discarded]
          actual: condition >
            operand: call total
            operand: literal integer "2"
          argument: argument
            value: literal string "none"

        """
    )
  }

  @Test func fieldsAreOfTheObjectWithoutAWordForIt() throws {
    let reading = try Reading(
      """
      import java.net.http.HttpClient;

      class Rates {
        private static final HttpClient SHARED = HttpClient.newHttpClient();
        private final HttpClient client;
        private int count;

        Rates(HttpClient client) {
          this.client = client;
          count = 0;
        }

        synchronized void load(HttpRequest request) {
          client.send(request);
          this.client.send(request);
          SHARED.send(request);
          var other = client;
          other.send(request);
          int count = 1;
          log(count, this.count, Rates.this.count);
          run(() -> client.send(request));
        }

        static void reset(HttpClient client) {
          client.send(count);
        }
      }
      """,
      path: "Rates.java"
    )
    #expect(
      try reading.tree("Rates.Rates") == """
          block
            parameter: read parameter client = java.net.http.HttpClient
            assign
              target: read field this.client
              value: read parameter client
            assign
              target: read field this.count
              value: literal integer "0"

        """
    )
    #expect(
      try reading.tree("Rates.load") == """
          block
            parameter: read parameter request
            scoped lock
              resource: read this
              body: block
                call this.client.send = java.net.http.HttpClient.send by declaredType [discarded]
                  argument: argument
                    value: read parameter request
                call this.client.send = java.net.http.HttpClient.send by declaredType [discarded]
                  argument: argument
                    value: read parameter request
                call SHARED.send = java.net.http.HttpClient.send by declaredType [discarded]
                  argument: argument
                    value: read parameter request
                assign [declares]
                  target: read local other
                  value: read field this.client
                call other.send = java.net.http.HttpClient.send by declaredType [discarded]
                  argument: argument
                    value: read parameter request
                assign [declares]
                  target: read local count
                  value: literal integer "1"
                call log [discarded]
                  argument: argument
                    value: read local count
                  argument: argument
                    value: read field this.count
                  argument: argument
                    value: read field this.count
                call run [discarded]
                  argument: argument
                    value: closure
                      body: block
                        return
                          value: call this.client.send = java.net.http.HttpClient.send by declaredType [returned]
                            argument: argument
                              value: read captured request

        """
    )
    #expect(
      try reading.tree("Rates.reset") == """
          block
            parameter: read parameter client = java.net.http.HttpClient
            call client.send = java.net.http.HttpClient.send by declaredType [discarded]
              argument: argument
                value: read count

        """
    )
  }
}
