import Testing

@Suite struct PythonTryTests {
  @Test func handlersNameTheirTypesAndWhatIsBound() throws {
    let tree = try python(
      """
      try:
        gateway.charge(order)
      except (ValueError, requests.Timeout) as error:
        log.warning(error)
      except KeyError:
        raise
      except:
        pass
      else:
        done()
      finally:
        gateway.close()
      """,
      imports: "import requests"
    )
    #expect(
      tree == """
        attempt
          body: block
            call gateway.charge [discarded]
              argument: argument
                value: read order
          handler: handler error
            type: read ValueError = ValueError
            type: read static requests.Timeout = requests.Timeout
            body: block
              call log.warning [discarded]
                argument: argument
                  value: read local error
          handler: handler
            type: read KeyError = KeyError
            body: block
              propagate
          handler: handler [everything]
            body: block
          otherwise: block
            call done [discarded]
          finalizer: block
            call gateway.close [discarded]

        """
    )
  }

  @Test func raisingTheErrorInHandPropagatesIt() throws {
    let tree = try python(
      """
      try:
        work()
      except ValueError as error:
        raise error
      except KeyError as error:
        raise Failed("no") from error
      except OSError as error:
        raise Failed from None
      except TypeError as error:
        raise error from other
      except LookupError as error:
        raise error.with_traceback(None)
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call work [discarded]
          handler: handler error
            type: read ValueError = ValueError
            body: block
              propagate
                value: read local error
          handler: handler error
            type: read KeyError = KeyError
            body: block
              raise
                value: call Failed [constructs]
                  argument: argument
                    value: literal string "no"
                cause: read local error
          handler: handler error
            type: read OSError = OSError
            body: block
              raise [without cause]
                value: read Failed
          handler: handler error
            type: read TypeError = TypeError
            body: block
              raise
                value: read local error
                cause: read other
          handler: handler error
            type: read LookupError = LookupError
            body: block
              propagate
                value: call error.with_traceback = LookupError.with_traceback by declaredType
                  argument: argument
                    value: literal null

        """
    )
  }

  @Test func aCommentInAHandlerIsItsNote() throws {
    let tree = try python(
      """
      try:
        work()
      except KeyError:  # not there yet
        # the next run makes it
        pass
      except OSError:
        pass  # pragma: no cover
      except ValueError:
        log()
        # shown by the caller
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call work [discarded]
          handler: handler [commented]
            type: read KeyError = KeyError
            body: block [commented]
          handler: handler
            type: read OSError = OSError
            body: block
          handler: handler [commented]
            type: read ValueError = ValueError
            body: block
              call log [discarded]

        """
    )
  }

  @Test func theErrorsTypeGivesItsMembersAPath() throws {
    let tree = try python(
      """
      try:
        work()
      except requests.HTTPError as error:
        error.response.close()
      """,
      imports: "import requests"
    )
    #expect(
      tree == """
        attempt
          body: block
            call work [discarded]
          handler: handler error
            type: read static requests.HTTPError = requests.HTTPError
            body: block
              call error.response.close = requests.HTTPError.response.close by declaredType [discarded]

        """
    )
  }

  @Test func handlersOfPythonTwoAndOfGroupsAreRead() throws {
    let tree = try python(
      """
      try:
        work()
      except* OSError as group:
        log(group)
      try:
        work()
      except KeyError, error:
        log(error)
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call work [discarded]
          handler: handler group
            type: read OSError = OSError
            body: block
              call log [discarded]
                argument: argument
                  value: read local group
        attempt
          body: block
            call work [discarded]
          handler: handler error
            type: read KeyError = KeyError
            body: block
              call log [discarded]
                argument: argument
                  value: read local error

        """
    )
  }
}
