import Behaviour
import Languages
import Testing

/// Conditions, and how tight operators bind.
@Suite struct SwiftConditionTests {
  @Test func bindingsAreAssignmentsAndNullTests() throws {
    let reading = try Reading(
      #"""
      func f() {
        guard let order = find(id), !order.held, case .open = order.state else { return }
        if let name = order.name { greet(name) }
        while let next = rows.next() { use(next) }
        guard a == nil || b > 3 else { throw Invalid() }
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        function f()
          block
            assign [declares, constant]
              target: read local order
              value: call find
                argument: argument
                  value: read id
            branch [guard]
              condition: condition or
                operand: condition is null
                  operand: read local order
                operand: read local order.held
                operand: condition not
                  operand: condition is type
                    operand: read local order.state
                    operand: read static .open
              arm: block
                return
            assign [declares, constant]
              target: read local name
              value: read local order.name
            branch
              condition: condition is not null
                operand: read local name
              arm: block
                call greet [discarded]
                  argument: argument
                    value: read local name
            loop while
              condition: condition is not null
                operand: assign [declares, constant]
                  target: read local next
                  value: call rows.next
              body: block
                call use [discarded]
                  argument: argument
                    value: read local next
            branch [guard]
              condition: condition not
                operand: condition or
                  operand: condition is null
                    operand: read a
                  operand: condition >
                    operand: read b
                    operand: literal integer "3"
              arm: block
                raise
                  value: call Invalid [constructs]

        """#
    )
  }

  @Test func operatorsBindAsTheLanguageSays() throws {
    let reading = try Reading(
      #"""
      func f() {
        let a = b || c && d < e + f * g
        let h = !i.j(k) && l - m(n) > 0
        flags |= 3
        let o = p ?? q ?? r
        let s = Box<Int>.make(t)
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
              value: condition or
                operand: read b
                operand: condition and
                  operand: read c
                  operand: condition <
                    operand: read d
                    operand: operation +
                      operand: read e
                      operand: operation *
                        operand: read static f
                        operand: read g
            assign [declares, constant]
              target: read local h
              value: condition and
                operand: condition not
                  operand: call i.j
                    argument: argument
                      value: read k
                operand: condition >
                  operand: operation -
                    operand: read l
                    operand: call m
                      argument: argument
                        value: read n
                  operand: literal integer "0"
            assign |=
              target: read flags
              value: literal integer "3"
            assign [declares, constant]
              target: read local o
              value: operation ??
                operand: read p
                operand: operation ??
                  operand: read q
                  operand: read r
            assign [declares, constant]
              target: read local s
              value: call Box.make
                argument: argument
                  value: read t

        """#
    )
  }
}
