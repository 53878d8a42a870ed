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
}
