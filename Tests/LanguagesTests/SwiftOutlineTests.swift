import Behaviour
import Languages
import Testing

/// What the units of a file are.
@Suite struct SwiftOutlineTests {
  @Test func membersAreUnits() throws {
    let reading = try Reading(
      #"""
      struct Orders: Store {
        var total: Int { rows.count }
        var limit: Int {
          get { store.limit }
          set { store.limit = newValue }
        }
        var state = 0 { didSet { changed(oldValue) } }
        subscript(index: Int) -> Order { rows[index] }
        init() {}
        deinit { close() }
        static func make() -> Orders { Orders() }
        /// Adds an order.
        private func add(_ order: Order) async throws {}
        enum Kind { case a; func name() -> String { "a" } }
      }
      extension Orders.Kind { func other() {} }
      func top(a: Int = 1, _ b: String..., c d: inout Int) {}
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        method Orders.total()
          block
            return
              value: read rows.count

        method Orders.limit()
          block
            return
              value: read store.limit

        method Orders.limit(newValue)
          block
            parameter: read parameter newValue
            assign
              target: read store.limit
              value: read parameter newValue

        method Orders.state(oldValue)
          block
            parameter: read parameter oldValue
            call changed [discarded]
              argument: argument
                value: read parameter oldValue

        method Orders.subscript(index)
          block
            parameter: read parameter index = Int
            return
              value: read element rows
                index: read parameter index

        initializer Orders.init()
          block

        method Orders.deinit()
          block
            call close [discarded]

        function Orders.make()
          block
            return
              value: call Orders [returned, constructs]

        method Orders.add(order) async
          block
            parameter: read parameter order

        method Orders.Kind.name()
          block
            return
              value: literal string "a"

        method Orders.Kind.other()
          block

        function top(a, b..., d)
          block
            parameter: read parameter a = Int
              default: literal integer "1"
            parameter: read parameter b = String [spread]
            parameter: read parameter d = Int

        """#
    )
  }

  @Test func typesHoldUnits() throws {
    let reading = try Reading(
      """
      @testable import Orders
      import XCTest
      /// Charges.
      class ChargeTests: XCTestCase {
        let gateway: Gateway
        override func setUp() async throws {}
        func testCharges() throws { try charge() }
        func helper() {}
        static func make() {}
        private func test(_ n: Int) {}
      }
      extension ChargeTests { func testMore() {} }
      @Suite struct Others { @Test(.disabled("slow")) func refunds() {} }
      """,
      path: "a.swift"
    )
    #expect(
      reading.outline.units.map { "\($0.kind) \($0.qualifiedName)" } == [
        "method ChargeTests.setUp", "test ChargeTests.testCharges", "method ChargeTests.helper",
        "function ChargeTests.make", "method ChargeTests.test", "test ChargeTests.testMore", "test Others.refunds",
      ]
    )
    #expect(reading.outline.traits.contains(.test))
    #expect(try reading.unit("ChargeTests.setUp").traits.isSuperset(of: [.fixture, .override, .async, .throws]))
    #expect(try reading.unit("Others.refunds").traits.contains(.skipped))
    #expect(try reading.unit("ChargeTests.testMore").owner?.fields.map(\.name) == ["gateway"])
    #expect(try !reading.unit("ChargeTests.test").traits.contains(.exported))
  }

  @Test func specificationsHoldTests() throws {
    let reading = try Reading(
      """
      import Quick
      final class OrderSpec: QuickSpec {
        override class func spec() {
          beforeEach { prepare() }
          describe("an order") {
            context("when paid") {
              it("ships") { ship() }
            }
            xit("waits") { wait() }
          }
        }
      }
      """,
      path: "a.swift"
    )
    #expect(
      reading.outline.units.map { "\($0.kind) \($0.qualifiedName)" } == [
        "closure OrderSpec.beforeEach", "test OrderSpec.an order.when paid.ships", "test OrderSpec.an order.waits",
      ]
    )
    #expect(flaws(in: reading) == [])
  }

  @Test func initialValuesThatActAreTopLevelCode() throws {
    func names(_ text: String) throws -> [String] { try Reading(text, path: "a.swift").outline.units.map(\.name) }
    #expect(try names("struct A { let lock = NSLock(), b = [1: 2], c = A.shared }").isEmpty)
    #expect(try names("struct A { let now = load() }") == ["<module>"])
    #expect(try names("run()") == ["<module>"])
    #expect(try names("#Preview { A() }").isEmpty)
  }

  @Test func documentationStandsBeforeAUnit() throws {
    let reading = try Reading(
      "/// Adds.\n/// Twice.\n@inlinable\npublic func add() {}\n\n/**\n * Removes.\n */\nfunc remove() {}\n",
      path: "a.swift"
    )
    #expect(try reading.unit("add").documentation == "Adds.\nTwice.")
    #expect(try reading.unit("remove").documentation == "Removes.")
  }
}
