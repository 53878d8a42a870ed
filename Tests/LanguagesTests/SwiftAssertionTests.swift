import Behaviour
import Languages
import Testing

/// XCTest, Swift Testing, Nimble.
@Suite struct SwiftAssertionTests {
  @Test func everyFrameworkAsserts() throws {
    let reading = try Reading(
      #"""
      import Nimble
      import Testing
      import XCTest
      func f() throws {
        XCTAssertEqual(total, 3, "text")
        XCTAssertThrowsError(try charge(1)) { error in check(error) }
        let order = try XCTUnwrap(found)
        XCTFail("no")
        #expect(order.tags.contains("x"))
        #expect(!order.held)
        #expect(try total(order) >= 3)
        #expect(order is Paid)
        let id = try #require(order.id)
        #expect(throws: Declined.self) { try charge(2) }
        expect(order.total).to(equal(3))
        expect(order.id).toNot(beNil())
        expect { try charge(3) }.to(throwError())
        Issue.record("no")
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        function f()
          block
            assertion equal [discarded]
              actual: read total
              expected: literal integer "3"
              argument: argument
                value: literal string "text"
            assertion raises [discarded]
              body: block
                call charge [discarded, propagated]
                  argument: argument
                    value: literal integer "1"
              argument: argument
                value: closure
                  parameter: read parameter error
                  body: block
                    return
                      value: call check [returned]
                        argument: argument
                          value: read parameter error
            assign [declares, constant]
              target: read local order
              value: assertion not null
                actual: read found
            assertion fail [discarded]
              argument: argument
                value: literal string "no"
            assertion contains [discarded]
              actual: read local order.tags
              expected: literal string "x"
            assertion false [discarded]
              actual: read local order.held
            assertion at least [discarded]
              actual: call total [propagated]
                argument: argument
                  value: read local order
              expected: literal integer "3"
            assertion type [discarded]
              actual: read local order
              expected: read Paid
            assign [declares, constant]
              target: read local id
              value: assertion not null
                actual: read local order.id
            assertion raises [discarded]
              expected: read Declined
              body: block
                call charge [discarded, propagated]
                  argument: argument
                    value: literal integer "2"
            assertion equal [discarded]
              actual: read local order.total
              expected: literal integer "3"
            assertion null [discarded, negated]
              actual: read local order.id
            assertion raises [discarded]
              body: block
                call charge [discarded, propagated]
                  argument: argument
                    value: literal integer "3"
            assertion fail [discarded]
              argument: argument
                value: literal string "no"

        """#
    )
  }
}
