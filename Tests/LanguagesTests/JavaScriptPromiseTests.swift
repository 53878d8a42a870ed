import Testing

/// Failures that are dealt with by calls look like those that are dealt with by statements.
@Suite struct JavaScriptPromiseTests {
  @Test func catchIsAnAttempt() throws {
    let found = try javaScript(
      """
      const answer = await fetch(url).catch((err) => {
        // Nobody minds.
      });
      await answer.json();
      """,
      parameters: "url"
    )
    #expect(
      found == """
        assign [declares, constant]
          target: read local answer
          value: await
            value: attempt [awaited, by call]
              body: block
                call fetch = fetch by import
                  argument: argument
                    value: read parameter url
              handler: handler err [everything, commented]
                body: block [commented]
        await
          value: call answer.json = fetch().json by constructor [awaited, discarded]

        """
    )
  }

  @Test func thenWithTwoFunctionsIsAnAttempt() throws {
    let found = try javaScript(
      """
      load().then(show, console.error);
      """
    )
    #expect(
      found == """
        attempt [discarded, by call]
          body: block
            call .then
              receiver: call load
              argument: argument
                value: read show
          handler: handler error [everything]
            body: block
              return
                value: call console.error = console.error by import [returned]
                  argument: argument
                    value: read local error

        """
    )
  }

  @Test func chainsNest() throws {
    let found = try javaScript(
      """
      return load().then((x) => x.y).catch(() => null).finally(() => close());
      """
    )
    #expect(
      found == """
        return
          value: attempt [returned, by call]
            body: block
              attempt [by call]
                body: block
                  call .then
                    receiver: call load
                    argument: argument
                      value: closure
                        parameter: read parameter x
                        body: block
                          return
                            value: read parameter x.y
                handler: handler [everything]
                  body: block
                    return
                      value: literal null
            finalizer: block
              call close

        """
    )
  }

  @Test func handlersMayBeGivenByName() throws {
    let found = try javaScript(
      """
      job.catch(next);
      job.catch(handle(next));
      job.finally(this.close);
      """,
      parameters: "job, next"
    )
    #expect(
      found == """
        attempt [discarded, by call]
          body: block
            read parameter job
          handler: handler error [everything]
            body: block
              return
                value: call next [returned]
                  argument: argument
                    value: read local error
        attempt [discarded, by call]
          body: block
            read parameter job
          handler: handler error [everything]
            body: block
              return
                value: call [returned]
                  receiver: call handle
                    argument: argument
                      value: read parameter next
                  argument: argument
                    value: read local error
        attempt [discarded, by call]
          body: block
            read parameter job
          finalizer: block
            call this.close

        """
    )
  }

  @Test func handlersMayBeAsynchronous() throws {
    let found = try javaScript(
      """
      void job.catch(async function ({ code, ...rest }) { await report(code, rest) });
      """,
      parameters: "job"
    )
    #expect(
      found == """
        attempt [by call, voided]
          body: block
            read parameter job
          handler: handler [everything, async]
            target: read local code [destructured]
            target: read local rest [spread, destructured]
            body: block
              await
                value: call report [awaited, discarded]
                  argument: argument
                    value: read local code
                  argument: argument
                    value: read local rest

        """
    )
  }

  @Test func handlersMayThrowOn() throws {
    let found = try javaScript(
      """
      await pay(order).catch((error) => {
        if (error.code === 1) throw error;
        throw new PaymentError("no", { cause: error });
      });
      """,
      parameters: "order"
    )
    #expect(
      found == """
        await
          value: attempt [awaited, discarded, by call]
            body: block
              call pay
                argument: argument
                  value: read parameter order
            handler: handler error [everything]
              body: block
                branch [guard]
                  condition: condition ==
                    operand: read local error.code
                    operand: literal integer "1"
                  arm: block
                    propagate
                      value: read local error
                raise
                  value: call PaymentError [constructs]
                    argument: argument
                      value: literal string "no"
                  cause: read local error

        """
    )
  }

  @Test func handlersReturnWhatStandsInForTheValue() throws {
    let found = try javaScript(
      """
      return (await load().catch(() => ({ rows: [] }))).rows;
      """
    )
    #expect(
      found == """
        return
          value: read member .rows
            receiver: await
              value: attempt [awaited, by call]
                body: block
                  call load
                handler: handler [everything]
                  body: block
                    return
                      value: collection keyed
                        element: argument rows
                          value: collection list

        """
    )
  }

  @Test func whatIsNoHandlerMakesNoAttempt() throws {
    let found = try javaScript(
      """
      schema.string().catch("none");
      job.catch();
      job.then(show, null);
      job.then(show);
      job.finally();
      """,
      parameters: "job, schema, show"
    )
    #expect(
      found == """
        call .catch [discarded]
          receiver: call schema.string
          argument: argument
            value: literal string "none"
        call job.catch [discarded]
        call job.then [discarded]
          argument: argument
            value: read parameter show
          argument: argument
            value: literal null
        call job.then [discarded]
          argument: argument
            value: read parameter show
        call job.finally [discarded]

        """
    )
  }

  @Test func callbacksThatGetAnErrorStayFunctions() throws {
    let found = try javaScript(
      """
      fs.readFile(path, (err, data) => {
        if (err) return done(err);
        done(null, data);
      });
      """,
      before: """
        import fs from "fs";
        """,
      parameters: "path, done"
    )
    #expect(
      found == """
        call fs.readFile = fs.readFile by import [discarded]
          argument: argument
            value: read parameter path
          argument: argument
            value: closure
              parameter: read parameter err
              parameter: read parameter data
              body: block
                branch [guard]
                  condition: read parameter err
                  arm: block
                    return
                      value: call done [returned]
                        argument: argument
                          value: read parameter err
                call done [discarded]
                  argument: argument
                    value: literal null
                  argument: argument
                    value: read parameter data

        """
    )
  }

  @Test func promisesMadeByHandKeepTheirFunctions() throws {
    let found = try javaScript(
      """
      return new Promise((resolve, reject) => {
        socket.once("error", reject);
        setTimeout(() => reject(new Error("late")), 10);
      });
      """,
      parameters: "socket"
    )
    #expect(
      found == """
        return
          value: call Promise = Promise by import [returned, constructs]
            argument: argument
              value: closure
                parameter: read parameter resolve
                parameter: read parameter reject
                body: block
                  call socket.once [discarded]
                    argument: argument
                      value: literal string "error"
                    argument: argument
                      value: read parameter reject
                  call setTimeout = setTimeout by import [discarded]
                    argument: argument
                      value: closure
                        body: block
                          return
                            value: call reject [returned]
                              argument: argument
                                value: call Error = Error by import [constructs]
                                  argument: argument
                                    value: literal string "late"
                    argument: argument
                      value: literal integer "10"

        """
    )
  }
}
