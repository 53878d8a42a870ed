import JSONText
import Testing

@testable import Knowledge

/// How paths and patterns of paths find each other.
@Suite struct KnowledgeLookupTests {
  @Test func aPathFindsItsRow() throws {
    let base = try base(#"{"names": ["requests.get"], "effect": "network-read"}"#)
    #expect(base.call("requests.get")?.effect == .networkRead)
    for unknown in [
      "requests", "requests.gets", "requests.ge", "requests.get.x", "requests.get()", "get", "", ".", "…",
    ] {
      #expect(base.call(unknown) == nil, "\(unknown)")
    }
  }

  @Test func bracesStandForEachAlternative() throws {
    let base = try base(#"{"names": ["redis.{Redis,asyncio.Redis}.{get,mget}"], "effect": "cache-read"}"#)
    for path in ["redis.Redis.get", "redis.Redis.mget", "redis.asyncio.Redis.get", "redis.asyncio.Redis.mget"] {
      #expect(base.call(path)?.effect == .cacheRead, "\(path)")
    }
    #expect(base.call("redis.asyncio.get") == nil)
  }

  @Test func aStarStandsForOneName() throws {
    let base = try base(#"{"names": ["a.*.run", "b.*", "c.*()", "d.get_*_now"], "effect": "process"}"#)
    for path in ["a.x.run", "b.anything", "c.call()", "d.get_it_now", "d.get__now"] {
      #expect(base.call(path) != nil, "\(path)")
    }
    for path in ["a.x.y.run", "a.run", "a.x().run", "b", "b.x.y", "b.call()", "c.x", "c.()", "d.get_now"] {
      #expect(base.call(path) == nil, "\(path)")
    }
  }

  @Test func starsStandForPartsOfAModulesPath() throws {
    let base = try base(
      #"{"names": ["**.*/models/*.find", "**.*/db.*.find", "**.[A-Z]*.make"], "effect": "database-read"}"#
    )
    for path in [
      "./models/order.find", "../../src/models/order.find", "@/models/order.find", "@app/db.orders.find",
      "./db.orders.find", "./src/Order.make", "Order.make",
    ] {
      #expect(base.call(path) != nil, "\(path)")
    }
    for path in ["./models.find", "models/order.find", "./mod/els/order.find", "db.orders.find", "./Src/order.make"] {
      #expect(base.call(path) == nil, "\(path)")
    }
  }

  @Test func twoStarsStandForAnyNumberOfSegments() throws {
    let base = try base(
      #"{"names": ["cloud.**"], "effect": "cloud"}, {"names": ["**.[A-Z]*.objects.get"], "effect": "database-read"}"#
    )
    for path in ["cloud", "cloud.a", "cloud.a().b.c"] { #expect(base.call(path)?.effect == .cloud, "\(path)") }
    for path in ["shop.models.Order.objects.get", "Order.objects.get", ".models.Order.objects.get"] {
      #expect(base.call(path)?.effect == .databaseRead, "\(path)")
    }
    for path in ["bpy.data.objects.get", "shop.models.Order.objects", "shop.models.Order().objects.get"] {
      #expect(base.call(path) == nil, "\(path)")
    }
  }

  @Test func aTypeGoesByItsOtherNames() throws {
    let base = try base(
      #"{"names": ["db.Connection.cursor", "db.Cursor.execute"], "effect": "database-by-sql"}"#,
      types: #"""
        {"names": ["db.connect()", "db.pool().*()"], "is": "db.Connection"},
        {"names": ["db.Connection.cursor()"], "is": "db.Cursor"}
        """#
    )
    for path in ["db.connect().cursor", "db.connect().cursor().execute", "db.pool().take().cursor().execute"] {
      #expect(base.call(path)?.effect == .databaseBySQL, "\(path)")
    }
    #expect(base.call("db.connect().execute") == nil)
    #expect(base.call("db.connect.cursor") == nil)
  }

  @Test func writtenOutGoesBeforeAnotherName() throws {
    let base = try base(
      #"""
      {"names": ["s.Session.close"], "effect": "network-write"}, {"names": ["s.new().close"], "effect": "cloud"},
      {"names": ["s.*.close"], "effect": "mail"}, {"names": ["s.re*.close"], "effect": "wait"}
      """#,
      types: #"{"names": ["s.new()", "s.old"], "is": "s.Session"}"#
    )
    #expect(base.call("s.new().close")?.effect == .cloud)
    #expect(base.call("s.old.close")?.effect == .networkWrite)
    #expect(base.call("s.other.close")?.effect == .mail)
    #expect(base.call("s.real.close")?.effect == .wait)
  }

  @Test func aClientIsFoundByItsConstructionOrItsValue() throws {
    let base = try KnowledgeBase(
      family: "python",
      version: 1,
      libraries: [
        library(
          #"""
          "types": [{"names": ["http.session()"], "is": "http.Session"}],
          "clients": [
            {"names": ["http.Session"], "deadline": {"default": 5, "set": ["timeout"]}},
            {"names": ["http.create()"], "deadline": {"default": "none"}}
          ]
          """#
        )
      ]
    )
    for path in ["http.Session", "http.session", "http.session()"] {
      #expect(base.client(path) == Deadline(.finite(seconds: 5), setBy: ["timeout"]), "\(path)")
    }
    for path in ["http.create", "http.create()"] { #expect(base.client(path) == Deadline(.none), "\(path)") }
    #expect(base.client("http") == nil)
    #expect(base.call("http.Session") == nil)
  }

  @Test func namesThatGoInCirclesEnd() throws {
    let base = try base(
      #"{"names": ["c.run"], "effect": "process"}, {"names": ["**.**.x.**.y.**.z"]}"#,
      types: #"{"names": ["a"], "is": "b"}, {"names": ["b", "c"], "is": "a"}, {"names": ["c.d"], "is": "c"}"#
    )
    #expect(base.call("a.run") == nil)
    #expect(base.call("c.run") != nil)
    #expect(base.call("c.d.d.d.run") != nil)
    #expect(base.call(String(repeating: "x.y.", count: 20) + "q") == nil)
    #expect(base.call(String(repeating: "x.", count: 100_000)) == nil)
  }
}

private func library(_ members: String) throws -> KnowledgeLibrary {
  try KnowledgeLibrary(
    KnowledgeFile(name: "test.json", bytes: Array(#"{"library": "test", "language": "python", \#(members)}"#.utf8))
  )
}

private func base(_ calls: String, types: String = "") throws -> KnowledgeBase {
  try KnowledgeBase(
    family: "python",
    version: 1,
    libraries: [library(#""types": [\#(types)], "calls": [\#(calls)]"#)]
  )
}
