import Behaviour
import Rules
import TestSupport
import Testing

@Suite("Values are followed through the names of a unit")
struct ValueFlowTests {
  /// What the last use of `x` may see: the texts of the values given to it.
  private func values(_ body: String, of name: String = "x") throws -> [String] {
    let source = "def f(a, b):\n" + body.split(separator: "\n").map { "    \($0)\n" }.joined()
    let context = try #require(unitContext(of: "f", in: source, language: "python"))
    let tree = context.tree
    let use = try #require(
      tree.nodes.indices.last {
        tree.nodes[$0].kind == .read && tree.nodes[$0].role != .target && tree.text(tree.nodes[$0].name) == name
      }
    )
    return context.flow.definitions(reaching: NodeIndex(use))
      .map { definition in definition.value.map { context.texts([$0], in: source)[0] } ?? "?" }
  }

  @Test func aLaterValueHidesAnEarlierOne() throws {
    #expect(try values("x = 1\nx = 2\nprint(x)") == ["2"])
  }

  @Test func bothArmsReachWhatFollows() throws {
    #expect(try values("x = 1\nif a:\n    x = 2\nprint(x)") == ["1", "2"])
    #expect(try values("if a:\n    x = 1\nelse:\n    x = 2\nprint(x)") == ["1", "2"])
  }

  @Test func anArmDoesNotReachTheOtherOne() throws {
    #expect(try values("x = 1\nif a:\n    x = 2\nelse:\n    print(x)") == ["1"])
  }

  @Test func anArmThatLeavesReachesNothingBehindIt() throws {
    #expect(try values("x = 1\nif a:\n    x = 2\n    return b\nprint(x)") == ["1"])
  }

  @Test func aLoopComesRoundAgain() throws {
    #expect(try values("x = 1\nwhile a:\n    y = x\n    x = 2").sorted() == ["1", "2"])
  }

  @Test func whatIsTakenApartHasNoSingleValue() throws {
    #expect(try values("x, y = a\nprint(x)") == ["?"])
    #expect(try values("for x in a:\n    print(x)") == ["?"])
  }

  @Test func anAttemptMayHaveFailedBeforeOrAfter() throws {
    #expect(try values("x = 1\ntry:\n    x = a()\nexcept E:\n    pass\nprint(x)") == ["1", "a()"])
  }

  @Test func aClosuresParameterIsAnotherPlace() throws {
    let source = """
      function f(xs, x) {
        x = 1;
        return xs.map((x) => g(x));
      }
      """
    let context = try #require(unitContext(of: "f", in: source, language: "javascript"))
    let call = try #require(context.call(named: "g"))
    let argument = try #require(context.positional(0, of: call.node).node)
    let reaching = context.flow.definitions(reaching: argument)
    #expect(reaching.count == 1)
    #expect(reaching.first.map { context.tree.kind($0.giver) } == .closure)
  }

  @Test func theOriginOfANameIsFoundThroughNames() throws {
    let source = "def f():\n    url = 'a'\n    address = url\n    get(address)\n"
    let context = try #require(unitContext(of: "f", in: source, language: "python"))
    let call = try #require(context.call(named: "get"))
    let argument = try #require(context.positional(0, of: call.node).node)
    let origin = try #require(context.flow.origin(of: argument))
    #expect(context.tree.name(origin) == "a")
  }

  @Test func aParameterHasNoOriginInTheUnit() throws {
    let context = try #require(unitContext(of: "f", in: "def f(url):\n    get(url)\n", language: "python"))
    let call = try #require(context.call(named: "get"))
    let argument = try #require(context.positional(0, of: call.node).node)
    #expect(context.flow.origin(of: argument) == nil)
  }
}

@Suite("The uses of a value are found")
struct ValueUseTests {
  private func uses(of call: String, _ source: String, language: String) throws -> [ValueUse] {
    let context = try #require(unitContext(of: "f", in: source, language: language))
    return context.uses(of: try #require(context.call(named: call)).node)
  }

  private func kinds(of call: String, _ source: String, language: String) throws -> [ValueUse.Kind] {
    try uses(of: call, source, language: language).map(\.kind)
  }

  @Test func membersOfTheNameThatTookIt() throws {
    let source = "def f():\n    r = get()\n    if r.ok:\n        return r.json()\n"
    #expect(try kinds(of: "get", source, language: "python") == [.member("ok"), .member("json")])
  }

  @Test func entriesByTheirKey() throws {
    let source = "def f():\n    r = send()\n    a = r['Failed']\n    b = r.get('Failed')\n    return a or b\n"
    #expect(try kinds(of: "send", source, language: "python") == [.member("Failed"), .member("Failed")])
  }

  @Test func nobodyTakesIt() throws {
    #expect(try kinds(of: "get", "def f():\n    get()\n", language: "python") == [.dropped])
    #expect(try kinds(of: "get", "def f():\n    r = get()\n", language: "python") == [])
  }

  @Test func aScopeGivesItAName() throws {
    let source = "def f():\n    with get() as r:\n        return r.status\n"
    #expect(try kinds(of: "get", source, language: "python") == [.held, .member("status")])
  }

  @Test func aCallbackOfThenGetsIt() throws {
    let source = "function f() { return get().then((r) => { if (!r.ok) throw new Error(); return r.json(); }); }"
    let uses = try uses(of: "get", source, language: "javascript")
    #expect(uses.map(\.kind) == [.member("then"), .member("ok"), .member("json")])
    #expect(uses.dropFirst().allSatisfy { $0.isAwaited })
  }

  @Test func whatIsGatheredAndTakenApartKeepsItsPlace() throws {
    let source = """
      async function f() {
        const [a, b] = await Promise.all([first(), second()]);
        return b.status;
      }
      """
    #expect(try kinds(of: "first", source, language: "javascript") == [])
    #expect(try kinds(of: "second", source, language: "javascript") == [.member("status")])
  }

  @Test func aPromiseThatIsAwaitedLater() throws {
    let source = "async function f() { const p = get(); other(); const r = await p; return r.status; }"
    let uses = try uses(of: "get", source, language: "javascript")
    #expect(uses.map(\.kind) == [.member("status")])
    #expect(uses.allSatisfy { $0.isAwaited })
  }

  @Test func itGoesToOthers() throws {
    let source = "def f(self):\n    self.r = get()\n"
    #expect(try kinds(of: "get", source, language: "python") == [.stored])
    #expect(try kinds(of: "get", "def f():\n    return get()\n", language: "python") == [.returned])
  }
}
