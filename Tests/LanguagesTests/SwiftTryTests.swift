import Behaviour
import Languages
import Testing

/// What fails, and what becomes of it.
@Suite struct SwiftTryTests {
  @Test func handlersNameWhatTheyTake() throws {
    let reading = try Reading(
      #"""
      import Foundation
      func f() {
        do {
          try gateway.charge(order)
        } catch let error as URLError where error.code == .timedOut {
          log.warning(error)
        } catch PayError.declined(let reason) {
          throw PayError.failed(reason, underlying: error)
        } catch is CancellationError {
          // the caller asked for it
        } catch {
          throw error
        }
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        function f()
          block
            attempt
              body: block
                call gateway.charge [discarded, propagated]
                  argument: argument
                    value: read order
              handler: handler error
                type: read static URLError = Foundation.URLError
                condition: condition ==
                  operand: read local error.code = Foundation.URLError.code
                  operand: read static .timedOut
                body: block
                  call log.warning [discarded]
                    argument: argument
                      value: read local error
              handler: handler
                type: read static PayError.declined
                body: block
                  raise
                    value: call PayError.failed
                      argument: argument
                        value: read local reason
                    cause: read local error
              handler: handler [commented]
                type: read CancellationError = CancellationError
                body: block [commented]
              handler: handler error [everything]
                body: block
                  propagate
                    value: read local error

        """#
    )
  }

  @Test func anOptionalTryIsAnAttempt() throws {
    let reading = try Reading(
      #"""
      func f() {
        let a = try? load(1)
        let b = (try? load(2)) ?? 0
        let c = try? load(3) ?? 0
        try? save(a)
        _ = try? save(b)
        let d = try! load(4)
        return try load(5) + load(6)
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        function f()
          block
            assign [declares, constant]
              target: read local a
              value: attempt [by call]
                body: block
                  call load [propagated]
                    argument: argument
                      value: literal integer "1"
                handler: handler [everything]
                  body: block
                    return
                      value: literal null
            assign [declares, constant]
              target: read local b
              value: attempt [by call]
                body: block
                  call load [propagated]
                    argument: argument
                      value: literal integer "2"
                handler: handler [everything]
                  body: block
                    return
                      value: literal integer "0"
            assign [declares, constant]
              target: read local c
              value: attempt [by call]
                body: block
                  call load [propagated]
                    argument: argument
                      value: literal integer "3"
                handler: handler [everything]
                  body: block
                    return
                      value: literal integer "0"
            attempt [by call]
              body: block
                call save [discarded, propagated]
                  argument: argument
                    value: read local a
              handler: handler [everything]
                body: block
            attempt [by call]
              body: block
                call save [voided, propagated]
                  argument: argument
                    value: read local b
              handler: handler [everything]
                body: block
            assign [declares, constant]
              target: read local d
              value: call load [propagated, forced]
                argument: argument
                  value: literal integer "4"
            return
              value: operation +
                operand: call load [propagated]
                  argument: argument
                    value: literal integer "5"
                operand: call load [propagated]
                  argument: argument
                    value: literal integer "6"

        """#
    )
  }

  @Test func whatIsDeferredIsAFinalizer() throws {
    let reading = try Reading(
      #"""
      func f() {
        let file = open(path)
        defer { file.close() }
        let lock = take()
        defer { lock.free() }
        write(file)
        use(lock)
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        function f()
          block
            assign [declares, constant]
              target: read local file
              value: call open
                argument: argument
                  value: read path
            attempt
              body: block
                assign [declares, constant]
                  target: read local lock
                  value: call take
                attempt
                  body: block
                    call write [discarded]
                      argument: argument
                        value: read local file
                    call use [discarded]
                      argument: argument
                        value: read local lock
                  finalizer: block
                    call lock.free [discarded]
              finalizer: block
                call file.close [discarded]

        """#
    )
  }
}

/// Every unit of a file as its tree prints.
func printed(_ reading: Reading) -> String {
  reading.units.map { BehaviourPrinter().print($0) }.joined(separator: "\n")
}
