extension LanguageExamples {
  static let swiftErrors: [RuleID: [RuleExample]] = [
    .swallowedError: [
      RuleExample(
        "swift",
        "A `try?` drops the failure of a write",
        #"""
        import Foundation

        func saveDraft(_ draft: Data, to url: URL) {
          try? draft.write(to: url)
          ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
        """#
      ),
      RuleExample(
        "swift",
        "Printed, and gone on with nothing",
        #"""
        import Foundation

        func loadRates(_ url: URL) async -> [Rate] {
          do {
            let (data, response) = try await URLSession.shared.data(from: url)
            return try decode(data, response)
          } catch {
            ^^^^^^^ flagged high
            print(error)
            return []
          }
        }
        """#
      ),
      RuleExample(
        "swift",
        "The caller learns of it",
        #"""
        import Foundation
        import os

        func save(_ order: Order, to url: URL) throws {
          do {
            try encode(order).write(to: url)
          } catch {
            ^^^^^^^ checked
            logger.error("order not saved: \(error)")
            throw StorageError.failed(underlying: error)
          }
        }
        """#
      ),
    ],
    .broadCatch: [
      RuleExample(
        "swift",
        "One handler for a payment and a row",
        #"""
        import GRDB
        import StoreKit

        func buy(_ product: Product, _ queue: DatabaseQueue) async {
          do {
            let result = try await product.purchase()
            try await queue.write { db in try Receipt(result).insert(db) }
          } catch {
            ^^^^^^^ flagged medium
            show("not bought")
          }
        }
        """#
      ),
      RuleExample(
        "swift",
        "What is meant is picked out",
        #"""
        import GRDB
        import StoreKit

        func buy(_ product: Product, _ queue: DatabaseQueue) async throws {
          do {
            let result = try await product.purchase()
            try await queue.write { db in try Receipt(result).insert(db) }
          } catch {
            ^^^^^^^ checked
            guard error is StoreKitError else { throw error }
            show("not bought")
          }
        }
        """#
      ),
    ],
    .missingTimeout: [
      RuleExample(
        "swift",
        "A client without a limit",
        #"""
        import AsyncHTTPClient

        final class Inventory {
          private let client = HTTPClient()

          func reserve(_ request: HTTPClientRequest) async throws -> Int {
            let response = try await client.execute(request, deadline: nil)
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            return Int(response.status.code)
          }
        }
        """#
      ),
      RuleExample(
        "swift",
        "A semaphore that may never be signalled",
        #"""
        import Dispatch

        func waitForResult(_ work: Work) -> Int {
          let done = DispatchSemaphore(value: 0)
          work.start { done.signal() }
          done.wait()
          ^^^^^^^^^^^ unverified
          return work.result
        }
        """#
      ),
      RuleExample(
        "swift",
        "The request says how long it may take",
        #"""
        import AsyncHTTPClient

        func load(_ client: HTTPClient, _ request: HTTPClientRequest) async throws -> HTTPClientResponse {
          let response = try await client.execute(request, timeout: .seconds(10))
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          guard response.status == .ok else { throw LoadError.status(response.status) }
          return response
        }
        """#
      ),
      RuleExample(
        "swift",
        "A session ends by itself",
        #"""
        import Foundation

        func load(_ url: URL) async throws -> Data {
          let (data, response) = try await URLSession.shared.data(from: url)
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw LoadError.status }
          return data
        }
        """#
      ),
    ],
    .uncheckedResult: [
      RuleExample(
        "swift",
        "The status is left out",
        #"""
        import Foundation

        func load(_ url: URL) async throws -> Order {
          let (data, _) = try await URLSession.shared.data(from: url)
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return try JSONDecoder().decode(Order.self, from: data)
        }
        """#
      ),
      RuleExample(
        "swift",
        "The status is looked at",
        #"""
        import Foundation

        func load(_ url: URL) async throws -> Order {
          let (data, response) = try await URLSession.shared.data(from: url)
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          guard let http = response as? HTTPURLResponse, http.statusCode == 200 else { throw LoadError.status }
          return try JSONDecoder().decode(Order.self, from: data)
        }
        """#
      ),
    ],
    .unawaitedTask: [
      RuleExample(
        "swift",
        "A task that fails unheard",
        #"""
        func place(_ order: Order) async throws -> Int {
          Task { try await sendReceipt(order) }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return order.id
        }
        """#
      ),
      RuleExample(
        "swift",
        "A task that deals with its failures",
        #"""
        func place(_ order: Order) async throws -> Int {
          Task {
          ^^^^^^ checked
            do { try await sendReceipt(order) } catch { report(error) }
          }
          return order.id
        }
        """#
      ),
      RuleExample(
        "swift",
        "A task whose value is waited for",
        #"""
        func total(_ orders: [Order]) async throws -> Int {
          let task = Task { try await sum(orders) }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          log("summing")
          return try await task.value
        }
        """#
      ),
    ],
  ]
}
