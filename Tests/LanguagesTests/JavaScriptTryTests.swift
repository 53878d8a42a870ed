import Testing

/// Failures, and what becomes of them.
@Suite struct JavaScriptTryTests {
  @Test func aTryHasABodyAHandlerAndAFinalizer() throws {
    let tree = try javaScript(
      """
      try {
        await pay(order);
      } catch (error) {
        log.warn(error);
      } finally {
        close();
      }
      """,
      parameters: "order"
    )
    #expect(
      tree == """
        attempt
          body: block
            await
              value: call pay [awaited, discarded]
                argument: argument
                  value: read parameter order
          handler: handler error [everything]
            body: block
              call log.warn [discarded]
                argument: argument
                  value: read local error
          finalizer: block
            call close [discarded]

        """
    )
  }

  @Test func aHandlerKeepsTheCommentInIt() throws {
    let tree = try javaScript(
      """
      try { pay() } catch {
        /*
         * Paid before: nothing to do.
         */
      }
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call pay [discarded]
          handler: handler [everything, commented]
            body: block [commented]

        """
    )
  }

  @Test func whatIsSaidToToolsIsNoComment() throws {
    let tree = try javaScript(
      """
      try { pay() } catch {
        // eslint-disable-next-line no-empty
      }
      try { pay() } catch { /* istanbul ignore next */ /* Paid before. */ }
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call pay [discarded]
          handler: handler [everything]
            body: block
        attempt
          body: block
            call pay [discarded]
          handler: handler [everything, commented]
            body: block [commented]

        """
    )
  }

  @Test func aHandlerMayTakeTheErrorApart() throws {
    let tree = try javaScript(
      """
      try { pay() } catch ({ code, message: text }) { log(code, text) }
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call pay [discarded]
          handler: handler [everything]
            target: read local code [destructured]
            target: read local text [destructured]
            body: block
              call log [discarded]
                argument: argument
                  value: read local code
                argument: argument
                  value: read local text

        """
    )
  }

  @Test func theSameErrorGoesOn() throws {
    let tree = try javaScript(
      """
      try { pay() } catch (error) {
        if (error instanceof Declined) throw error;
        rows.forEach(() => { throw error; });
        throw other;
      }
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call pay [discarded]
          handler: handler error [everything]
            body: block
              branch [guard]
                condition: condition is type
                  operand: read local error
                  operand: read Declined
                arm: block
                  propagate
                    value: read local error
              call rows.forEach [discarded]
                argument: argument
                  value: closure
                    body: block
                      raise
                        value: read captured error
              raise
                value: read other

        """
    )
  }

  @Test func aNewErrorMayNameItsCause() throws {
    let tree = try javaScript(
      """
      try { pay() } catch (error) {
        throw new PaymentError("declined", { cause: error });
      }
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call pay [discarded]
          handler: handler error [everything]
            body: block
              raise
                value: call PaymentError [constructs]
                  argument: argument
                    value: literal string "declined"
                cause: read local error

        """
    )
  }

  @Test func aRejectionIsAFailure() throws {
    let tree = try javaScript(
      """
      if (a) return Promise.reject(new Error("no"));
      return Promise.reject();
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        branch [guard]
          condition: read parameter a
          arm: block
            raise reject
              value: call Error = Error by import [constructs]
                argument: argument
                  value: literal string "no"
        raise reject

        """
    )
  }
}
