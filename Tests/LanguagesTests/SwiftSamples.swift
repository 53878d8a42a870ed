/// Programs that use all that Swift has.
enum SwiftSamples {
  static let all: [(path: String, text: String)] = [
    (
      "Orders.swift",
      ##"""
      #!/usr/bin/swift
      import Foundation
      import struct Dispatch.DispatchTime
      @testable import Shop

      /// Orders.
      @MainActor public final class OrderService<T: Base>: Base, Codable where T: Sendable {
        private let gateway: Gateway, limit = 3
        lazy var client: URLSession = { URLSession(configuration: .default) }()
        @Published private(set) var count: Int = 0 { didSet { print(oldValue) } willSet { note() } }
        static let shared = OrderService(gateway: .init(), limit: 3)
        var total: Int { orders.reduce(0) { $0 + $1.total } }
        var other: Int {
          get async throws { return try await load() }
          set { self.x = newValue }
        }
        init?(gateway: Gateway, _ limit: Int = 3, rows: Row...) throws {
          self.gateway = gateway
          super.init()
        }
        deinit { close() }
        subscript(index: Int) -> Order { get { orders[index] } set { orders[index] = newValue } }
        static func make<U>(_ a: U, with b: inout Int, c: @escaping (Int) -> Void = { _ in }) async throws -> Self
        where U: Base {
          let x = try await self.gateway.charge(order.total, key: "k")
          guard let y = x?.value, y > 3, case .some(let z) = y else { return nil }
          if let x { foo() } else if case let .failed(e) = r { bar(e) } else { baz() }
          do { try f() } catch let error as NetError where error.code == 3 { throw error } catch NetError.timeout {
            // nothing
          } catch { throw PayError.failed(error) }
          defer { file.close() }
          let a = try? f(), b = try! g()
          for try await (i, x) in rows where x > 1 { continue }
          for case let row? in rows { use(row) }
          outer: while true { break outer }
          repeat { n += 1 } while n < 3
          switch state {
          case .new, .open: return 1
          case .paid(let id) where id > 3: fallthrough
          case let x as Foo: break
          case is Bar, nil: a()
          case (.x, let y): b(y)
          case 1...3: break
          @unknown default: throw X()
          }
          UIView.animate(withDuration: 1) { a() } completion: { _ in b() }
          xs.map { $0.id }.filter(\.isOpen).forEach(print)
          let s = "a \(x) b \(y, format: .z)", r = #"raw \#(x)"#
          let m = """
            text \(x)
            """
          let t = a > b ? c : d, q = x as? Foo, w = x as! Bar, p = x is Baz
          let d: [String: Int] = ["a": 1, "b": 2], e = [:], tup = (1, name: 2), nothing = ()
          let opt = x!.y?.z()?[3]
          (h, j) = (j, h)
          async let k = load()
          let cl: (Int) throws -> Int = { (a: Int, b) async throws -> Int in return a }
          func inner<V>(_ a: V) -> V { a }
          struct Local { var a: Int; func f() { g() } }
          #if DEBUG
          debug()
          #else
          other()
          #endif
          let v = if a { 1 } else { 2 }, u = [Int](repeating: 0, count: 3), box = Box<Int>(x: 1)
          if #available(iOS 15, *) { a() }
          lock.withLock { state in state.count += 1 }
          return await withTaskGroup(of: Int.self) { group in group.addTask { await f() } }
        }
      }
      extension Foo.Bar: Baz { func q() {} }
      enum E: String, Error { case a = "x"; indirect case c; func f() {} }
      protocol P: AnyObject { var x: Int { get }; func f(_ a: Int) throws; associatedtype T }
      actor Store { nonisolated func f() async {} }
      typealias X = Y
      func + (a: Int, b: Int) -> Int { a - -b }
      let top = URLSession(configuration: .default)
      main()
      """##
    ),
    (
      "Tests/OrderTests.swift",
      """
      import Quick
      import Testing
      import XCTest

      @Test("does it", .disabled("x"), arguments: [1, 2]) func doesIt(_ n: Int) async throws {
        #expect(n > 1 && !held)
        try #require(throws: Never.self) { try charge() }
      }

      final class OrderTests: XCTestCase {
        override func setUp() { super.setUp() }
        func testCharges() async throws {
          XCTAssertEqual(try await total(), -3, "text")
          await fulfillment(of: [done], timeout: 1)
        }
      }

      class OrderSpec: QuickSpec {
        override class func spec() {
          describe("an order") {
            beforeEach { order = Order() }
            it("ships") { expect(order.shipped).toEventually(beTrue()) }
          }
        }
      }
      """
    ),
  ]
}
