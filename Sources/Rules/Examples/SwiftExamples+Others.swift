extension LanguageExamples {
  static let swiftOthers: [RuleID: [RuleExample]] = [
    .checkThenAct: [
      RuleExample(
        "swift",
        "A look, then a file",
        #"""
        import Foundation

        func install(_ data: Data, at url: URL) throws {
          if FileManager.default.fileExists(atPath: url.path) { throw InstallError.exists }
          try data.write(to: url)
              ^^^^^^^^^^^^^^^^^^^ flagged medium
        }
        """#
      ),
      RuleExample(
        "swift",
        "The write itself refuses what is there",
        #"""
        import Foundation

        func install(_ data: Data, at url: URL) throws {
          try data.write(to: url, options: .withoutOverwriting)
        }
        """#
      ),
    ],
    .retryWithoutIdempotency: [
      RuleExample(
        "swift",
        "A message is published again",
        #"""
        import SotoSNS

        func publish(_ sns: SNS, _ text: String) async throws {
          for attempt in 0..<3 {
            do {
              _ = try await sns.publish(message: text, topicArn: topic)
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return
            } catch {
              if attempt == 2 { throw error }
              try await Task.sleep(for: .seconds(1))
            }
          }
        }
        """#
      ),
      RuleExample(
        "swift",
        "With an identifier that stays the same",
        #"""
        import SotoSQS

        func publish(_ sqs: SQS, _ body: String, id: String) async throws {
          for attempt in 0..<3 {
            do {
              _ = try await sqs.sendMessage(messageBody: body, messageDeduplicationId: id, queueUrl: queue)
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              return
            } catch {
              if attempt == 2 { throw error }
              try await Task.sleep(for: .seconds(1))
            }
          }
        }
        """#
      ),
    ],
    .removedGuard: [
      RuleExample(
        "swift",
        "Who may do this is no longer asked",
        baseline: #"""
          func refund(_ payment: Payment, by user: User) throws {
            guard user.hasPermission("refund") else { throw AccessError.denied }
            gateway.refund(payment)
          }
          """#,
        #"""
        func refund(_ payment: Payment, by user: User) throws {
          gateway.refund(payment)
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
        """#
      ),
      RuleExample(
        "swift",
        "The same check, written another way",
        baseline: #"""
          func ship(_ order: Order) throws {
            guard order.address != nil else { throw ShippingError.noAddress }
            carrier.ship(order)
          }
          """#,
        #"""
        func ship(_ order: Order) throws {
             ^^^^ checked
          if order.address != nil {
            carrier.ship(order)
          } else {
            throw ShippingError.noAddress
          }
        }
        """#
      ),
    ],
    .weakenedHandler: [
      RuleExample(
        "swift",
        "A rethrow became a print",
        baseline: #"""
          import Foundation

          func save(_ order: Order, to url: URL) throws {
            do {
              try order.data.write(to: url)
            } catch {
              print("not saved", error)
              throw error
            }
          }
          """#,
        #"""
        import Foundation

        func save(_ order: Order, to url: URL) throws {
          do {
            try order.data.write(to: url)
          } catch {
            ^^^^^^^ flagged medium
            print("not saved", error)
          }
        }
        """#
      ),
      RuleExample(
        "swift",
        "`try?` in place of `try`",
        baseline: #"""
          import Foundation

          func save(_ order: Order, to url: URL) throws {
            try order.data.write(to: url)
          }
          """#,
        #"""
        import Foundation

        func save(_ order: Order, to url: URL) {
          try? order.data.write(to: url)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
        """#
      ),
      RuleExample(
        "swift",
        "Another message, the same fate",
        baseline: #"""
          import Foundation

          func save(_ order: Order, to url: URL) throws {
            do {
              try order.data.write(to: url)
            } catch {
              print("not saved", error)
              throw error
            }
          }
          """#,
        #"""
        import Foundation

        func save(_ order: Order, to url: URL) throws {
          do {
            try order.data.write(to: url)
          } catch {
            ^^^^^^^ checked
            print("order \(order.id) not saved", error)
            throw error
          }
        }
        """#
      ),
    ],
    .fabricatedResult: [
      RuleExample(
        "swift",
        "Invented rates for a service that is down",
        #"""
        import Foundation

        func exchangeRates(_ url: URL) async -> [String: Double] {
          do {
            let (data, response) = try await URLSession.shared.data(from: url)
            return try decode(data, response)
          } catch {
            ^^^^^^^ flagged high
            return ["EUR": 1.08, "GBP": 1.27, "JPY": 0.0067]
          }
        }
        """#
      ),
      RuleExample(
        "swift",
        "Nothing is made up",
        #"""
        import Foundation

        func exchangeRates(_ url: URL) async throws -> [Rate] {
          let (data, response) = try await URLSession.shared.data(from: url)
          return try decode(data, response)
        }
        """#
      ),
    ],
    .assertionFreeTest: [
      RuleExample(
        "swift",
        "It runs, and that is all",
        path: "Tests/OrderTests.swift",
        #"""
        import Testing

        @Test func totalsTheLines() {
                   ^^^^^^^^^^^^^^ flagged high
          let order = Order(lines: [1, 2])
          let total = order.total()
          print(total)
        }
        """#
      ),
      RuleExample(
        "swift",
        "It says what must come out",
        path: "Tests/OrderTests.swift",
        #"""
        import Testing

        @Test func totalsTheLines() {
                   ^^^^^^^^^^^^^^ checked
          #expect(Order(lines: [1, 2]).total() == 3)
        }
        """#
      ),
    ],
    .tautologicalTest: [
      RuleExample(
        "swift",
        "The expectation is what was computed",
        path: "Tests/OrderTests.swift",
        #"""
        import Testing

        @Test func totalsTheLines() {
          let order = Order(lines: [1, 2])
          #expect(order.total() == order.total())
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
        """#
      ),
      RuleExample(
        "swift",
        "The expectation stands by itself",
        path: "Tests/OrderTests.swift",
        #"""
        import XCTest

        final class OrderTests: XCTestCase {
          func testTotals() {
               ^^^^^^^^^^ checked
            XCTAssertEqual(Order(lines: [1, 2]).total(), 3)
          }
        }
        """#
      ),
    ],
    .ioInLoop: [
      RuleExample(
        "swift",
        "A request for every order",
        #"""
        import Foundation

        func names(_ ids: [Int], _ session: URLSession) async throws -> [String] {
          var names: [String] = []
          for id in ids {
            let (data, response) = try await session.data(from: address(of: id))
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            names.append(try name(data, response))
          }
          return names
        }
        """#
      ),
      RuleExample(
        "swift",
        "A query for every customer",
        #"""
        import SQLite

        func names(_ db: Connection, _ ids: [Int]) throws -> [String] {
          var names: [String] = []
          for id in ids {
            let name = try db.scalar("SELECT name FROM customers WHERE id = ?", id)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            names.append(text(name))
          }
          return names
        }
        """#
      ),
      RuleExample(
        "swift",
        "One request for all",
        #"""
        import Foundation

        func names(_ url: URL) async throws -> [String] {
          let (data, response) = try await URLSession.shared.data(from: url)
          return try names(data, response).map { $0.uppercased() }
        }
        """#
      ),
    ],
    .unparsedRegion: [
      RuleExample(
        "swift",
        "A line that does not parse",
        #"""
        func total(_ lines: [Line]) -> Int {
          var total = 0
          for line in in lines {
                         ^^^^^ unverified
            total += line.price
          }
          return total
        }
        """#
      ),
      RuleExample(
        "swift",
        "Everything is read",
        #"""
        func total(_ lines: [Line]) -> Int {
          lines.reduce(0) { $0 + $1.price }
        }
        """#
      ),
    ],
  ]
}
