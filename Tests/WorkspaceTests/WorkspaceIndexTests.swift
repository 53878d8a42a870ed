import Analysis
import Rules
import Testing
import Workspace

@Suite("Calls are followed from file to file")
struct WorkspaceIndexTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// By path; the first caller is `pay`.
    var files: [String: String]
    /// What the calls of `pay` run, as `path qualifiedName`, those that nothing was found for left out.
    var found: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "Python",
      files: [
        "app/orders.py": """
        from app.services import charge
        from .client import Gateway
        from . import util

        class Orders:
            def __init__(self, gateway: Gateway):
                self.gateway = gateway
            def pay(self, order):
                charge(order)
                self.gateway.capture(order)
                util.clean(order)
                self.check(order)
            def check(self, order):
                return order
        """,
        "app/services.py": "def charge(order):\n    return order\n",
        "app/client.py": "class Gateway:\n    def capture(self, order):\n        return order\n",
        "app/util.py": "def clean(order):\n    return order\n",
        "other/util.py": "def clean(order):\n    return order\n",
      ],
      found: [
        "app/services.py charge", "app/client.py Gateway.capture", "app/util.py clean", "app/orders.py Orders.check",
      ]
    ),
    Case(
      testDescription: "TypeScript",
      files: [
        "src/orders/orders.ts": """
        import { charge } from '../services/charge'
        import Gateway from './gateway'
        import { Store } from '@shop/store'

        export class Orders {
          constructor(private store: Store, private gateway: Gateway) {}
          async pay(order) {
            await charge(order)
            this.gateway.capture(order)
            this.store.put(order)
          }
        }
        """,
        "src/services/charge.ts": "export async function charge(order) { return order }",
        "src/orders/gateway.ts": "export default class Gateway { capture(order) { return order } }",
        "packages/store/src/index.ts": "export class Store { put(order) { return order } }",
      ],
      found: [
        "src/services/charge.ts charge", "src/orders/gateway.ts Gateway.capture",
        "packages/store/src/index.ts Store.put",
      ]
    ),
    Case(
      testDescription: "Go",
      files: [
        "orders/orders.go": """
        package orders
        import "example.com/shop/store"
        type Service struct { store *store.Store; gateway Gateway }
        func (s *Service) pay(o *Order) {
          s.store.Put(o)
          s.gateway.Capture(o)
          store.Load(1)
          helper(o)
          g := NewGateway()
          g.Capture(o)
        }
        """,
        "orders/gateway.go": """
        package orders
        type Gateway struct{}
        func NewGateway() *Gateway { return nil }
        func (g *Gateway) Capture(o *Order) {}
        func helper(o *Order) {}
        """,
        "store/store.go": "package store\ntype Store struct{}\nfunc (s *Store) Put(o any) {}\nfunc Load(i int) {}\n",
        "cache/store.go": "package cache\ntype Store struct{}\nfunc (s *Store) Put(o any) {}\nfunc Load(i int) {}\n",
      ],
      found: [
        "store/store.go Store.Put", "orders/gateway.go Gateway.Capture", "store/store.go Load",
        "orders/gateway.go helper",
        "orders/gateway.go NewGateway", "orders/gateway.go Gateway.Capture",
      ]
    ),
    Case(
      testDescription: "Java, behind an interface",
      files: [
        "com/acme/orders/Orders.java": """
        package com.acme.orders;
        import com.acme.store.Store;
        class Orders {
          private final Store store;
          Orders(Store store) { this.store = store; }
          void pay(Order order) { store.put(order); Prices.of(order); }
        }
        """,
        "com/acme/store/Store.java": "package com.acme.store; public interface Store { void put(Order o); }",
        "com/acme/store/SqlStore.java":
          "package com.acme.store; public class SqlStore implements Store { public void put(Order o) { o.mark(); } }",
        "com/acme/orders/Prices.java": "package com.acme.orders; class Prices { static int of(Order o) { return 1; } }",
      ],
      found: ["com/acme/store/SqlStore.java SqlStore.put", "com/acme/orders/Prices.java Prices.of"]
    ),
    Case(
      testDescription: "Swift",
      files: [
        "Sources/Shop/Orders.swift": """
        final class Orders {
          let gateway: Gateway
          init(gateway: Gateway) { self.gateway = gateway }
          func pay(_ order: Order) async throws {
            try await gateway.capture(order)
            helper(order)
          }
        }
        """,
        "Sources/Shop/Gateway.swift":
          "final class Gateway { func capture(_ o: Order) async throws {} }\nfunc helper(_ o: Order) {}\n",
        "Sources/Shop/Camera.swift": "final class Camera { func capture(_ o: Order) async throws {} }\n",
      ],
      found: ["Sources/Shop/Gateway.swift Gateway.capture", "Sources/Shop/Gateway.swift helper"]
    ),
    Case(
      testDescription: "Rust",
      files: [
        "src/orders.rs": """
        use super::gateway::Gateway;
        use crate::store;
        pub struct Orders { gateway: Gateway }
        impl Orders {
          pub async fn pay(&self, order: Order) -> Result<(), Error> {
            self.gateway.capture(&order).await?;
            store::load(1)?;
            Ok(())
          }
        }
        """,
        "src/gateway.rs": "pub struct Gateway;\nimpl Gateway { pub async fn capture(&self, o: &Order) -> R { r() } }\n",
        "src/store.rs": "pub fn load(i: i32) -> R { r() }\n",
      ],
      found: ["src/gateway.rs Gateway.capture", "src/store.rs load"]
    ),
    Case(
      testDescription: "Ruby",
      files: [
        "app/orders.rb": """
        class Orders
          def pay(order)
            Billing::Gateway.charge(order)
            Stock.new.take(order)
          end
        end
        """,
        "app/gateway.rb": "module Billing\n  class Gateway\n    def self.charge(o)\n      o\n    end\n  end\nend\n",
        "app/stock.rb": "class Stock\n  def take(o)\n    o\n  end\nend\n",
      ],
      found: ["app/gateway.rb Billing.Gateway.charge", "app/stock.rb Stock.take"]
    ),
  ]

  static func index(_ files: [String: String]) -> WorkspaceIndex {
    WorkspaceIndex(files.compactMap { Analyzer().summary(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  @Test(arguments: cases)
  func followsCalls(_ item: Case) throws {
    let index = Self.index(item.files)
    let path = try #require(item.files.first { $0.value.contains("pay(") }?.key)
    let facts = try #require(index.facts(forFile: path))
    let summary = try #require(index.summary(ofFile: path))
    let unit = try #require(summary.units.first { $0.name == "pay" })
    var found: [String] = []
    for position in unit.calls {
      let reference = summary.reference(summary.calls[Int(position)])
      let callees = facts.callees(of: reference, from: unit.qualifiedName, owner: unit.owner)
      if callees.certainty >= .several, let first = callees.units.first {
        found.append("\(first.path) \(first.summary.qualifiedName)")
      }
    }
    #expect(found == item.found)
  }

  @Test func knowsCallersAndTests() throws {
    let index = Self.index([
      "a.py": "def save(x):\n    return x\n",
      "b.py": "from a import save\n\ndef keep(x):\n    save(x)\n    save(x)\n",
      "tests/test_b.py": "from b import keep\n\ndef test_keep():\n    assert keep(1) is None\n",
    ])
    let facts = try #require(index.facts(forFile: "a.py"))
    let save = try #require(facts.own("save").first)
    #expect(facts.callers(of: save).map(\.line) == [4, 5])
    #expect(facts.tests(of: save)?.map(\.test.summary.name) == ["test_keep"])
  }

  /// Each of many types of one name derives from the others, as components of a library do: every name is looked at
  /// once, or this does not end.
  @Test func typesOfOneNameDeriveFromEachOther() throws {
    var files: [String: String] = [:]
    let names = (0..<8).map { "Component\($0)" }
    for file in 0..<8 {
      files["admin/part\(file).py"] = names.map { name in
        "class \(name)(\(names.filter { $0 != name }.joined(separator: ", "))):\n    def show\(file)(self):\n        return 1\n"
      }.joined()
    }
    files["app.py"] = "from admin.part0 import Component0\n\ndef pay(x: Component0):\n    x.missing()\n"
    let index = Self.index(files)
    let facts = try #require(index.facts(forFile: "app.py"))
    let reference = CallReference(form: .path, name: "missing", type: "Component0", module: "")
    #expect(facts.callees(of: reference, from: "pay", owner: nil).certainty < .several)
  }

  @Test func sumsUpEffectsThroughFiles() throws {
    let index = Self.index([
      "a.py": "from b import store\n\ndef run(x):\n    store(x)\n",
      "b.py": "import sqlite3\n\ndef store(x):\n    sqlite3.connect('x').execute('INSERT INTO t VALUES (1)')\n",
    ])
    let facts = try #require(index.facts(forFile: "a.py"))
    let run = try #require(facts.own("run").first)
    #expect(run.summary.effects.isEmpty)
    #expect(facts.reach(of: run).effects.writes)
  }
}
