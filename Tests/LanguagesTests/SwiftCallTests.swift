import Behaviour
import Languages
import Testing

/// Calls, with closures behind them.
@Suite struct SwiftCallTests {
  @Test func closuresAndLocksStandWhereTheyAre() throws {
    let reading = try Reading(
      #"""
      func f() {
        lock.withLock { count += 1 }
        let total = lock.withLock { count }
        Task { [weak self] in
          try await self?.sync()
        }
        DispatchQueue.main.async { self.reload() }
        async let a = load()
        session.dataTask(with: url) { data, response, error in
          handle(data)
        }.resume()
        animate(1) { show() } completion: { done in hide(done) }
        precondition(count > 0, "empty")
        fatalError("never")
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        function f()
          block
            scoped lock
              resource: read lock
              body: block
                assign +=
                  target: read count
                  value: literal integer "1"
            assign [declares, constant]
              target: read local total
              value: call lock.withLock
                argument: argument
                  value: closure
                    body: block
                      return
                        value: read count
            call Task = Task by import [discarded, constructs]
              argument: argument
                value: closure
                  body: block
                    return
                      value: await
                        value: call self.sync [awaited, returned, optional, propagated]
            call DispatchQueue.main.async [discarded]
              argument: argument
                value: closure
                  body: block
                    return
                      value: call self.reload [returned]
            assign [declares, constant]
              target: read local a
              value: spawn
                value: call load
            call .resume [discarded]
              receiver: call session.dataTask
                argument: argument with
                  value: read url
                argument: argument
                  value: closure
                    parameter: read parameter data
                    parameter: read parameter response
                    parameter: read parameter error
                    body: block
                      return
                        value: call handle [returned]
                          argument: argument
                            value: read parameter data
            call animate [discarded]
              argument: argument
                value: literal integer "1"
              argument: argument
                value: closure
                  body: block
                    return
                      value: call show [returned]
              argument: argument completion
                value: closure
                  parameter: read parameter done
                  body: block
                    return
                      value: call hide [returned]
                        argument: argument
                          value: read parameter done
            branch [guard]
              condition: condition not
                operand: condition >
                  operand: read count
                  operand: literal integer "0"
              arm: block
                raise
                  value: literal string "empty"
            call fatalError = fatalError by import [discarded]
              argument: argument
                value: literal string "never"

        """#
    )
  }
}
