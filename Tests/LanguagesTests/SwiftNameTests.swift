import Behaviour
import Languages
import Testing

/// What names stand for: imported whole modules, declared types, fields and static members.
@Suite struct SwiftNameTests {
  @Test func membersResolveByTypesAndModules() throws {
    let reading = try Reading(
      #"""
      import Foundation
      import Vapor
      final class Orders {
        private let session: URLSession
        static let shared = FileManager.default
        let decoder = JSONDecoder()
        init(session: URLSession) { self.session = session }
        func load(_ url: URL, on request: Request) async throws -> Data {
          let (data, response) = try await session.data(for: make(url))
          _ = try await URLSession.shared.data(from: url)
          try Orders.shared.removeItem(at: url)
          try Self.shared.removeItem(at: url)
          let text = try String(contentsOf: url)
          let order = try decoder.decode(Order.self, from: data)
          let answer = try await request.client.get("https://x")
          let local = FileManager.default
          return try local.contents(url) + Data(contentsOf: url)
        }
      }
      """#,
      path: "Orders.swift"
    )
    #expect(
      printed(reading) == #"""
        initializer Orders.init(session)
          block
            parameter: read parameter session = Foundation.URLSession
            assign
              target: read field self.session
              value: read parameter session

        method Orders.load(url, request) async
          block
            parameter: read parameter url = Foundation.URL
            parameter: read parameter request = Vapor.Request
            assign [declares, constant]
              target: read local data [destructured]
              target: read local response [destructured]
              value: await
                value: call self.session.data = Foundation.URLSession.data by declaredType [awaited, propagated]
                  argument: argument for
                    value: call make [propagated]
                      argument: argument
                        value: read parameter url
            assign
              target: read _
              value: await
                value: call URLSession.shared.data = Foundation.URLSession.shared.data.from by import [awaited, voided, propagated]
                  argument: argument from
                    value: read parameter url
            call Orders.shared.removeItem = Foundation.FileManager.default.removeItem by constructor [discarded, propagated]
              argument: argument at
                value: read parameter url
            call Self.shared.removeItem = Foundation.FileManager.default.removeItem by constructor [discarded, propagated]
              argument: argument at
                value: read parameter url
            assign [declares, constant]
              target: read local text
              value: call String = String.contentsOf by import [constructs, propagated]
                argument: argument contentsOf
                  value: read parameter url
            assign [declares, constant]
              target: read local order
              value: call self.decoder.decode = Foundation.JSONDecoder.decode by constructor [propagated]
                argument: argument
                  value: read Order
                argument: argument from
                  value: read local data
            assign [declares, constant]
              target: read local answer
              value: await
                value: call request.client.get = Vapor.Request.client.get by declaredType [awaited, propagated]
                  argument: argument
                    value: literal string "https://x"
            assign [declares, constant]
              target: read local local
              value: read static FileManager.default = Foundation.FileManager.default
            return
              value: operation +
                operand: call local.contents = Foundation.FileManager.default.contents by import [propagated]
                  argument: argument
                    value: read parameter url
                operand: call Data = Foundation.Data.contentsOf by import [constructs, propagated]
                  argument: argument contentsOf
                    value: read parameter url

        """#
    )
  }
}
