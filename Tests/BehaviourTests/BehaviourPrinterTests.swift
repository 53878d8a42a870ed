import Behaviour
import Testing

/// How trees are written down.
@Suite struct BehaviourPrinterTests {
  private func handler(of type: String?, named name: String = "anError") -> BehaviourTree {
    var builder = BehaviourBuilder(origin: 0)
    builder.open(.handler, .handler, 0..<9, name: builder.name(name), flags: type == nil ? [.catchesAll] : [])
    if let type { builder.leaf(.read, .type, 0..<2, name: builder.name(type), path: builder.name("a." + type)) }
    builder.leaf(.block, .body, 3..<9)
    return builder.finish()
  }

  @Test func aNodeShowsAllThatItCarries() {
    var builder = BehaviourBuilder(origin: 0)
    let path = builder.name("requests.get")
    let certainty = Certainty.declaredType.rawValue
    let flags: NodeFlags = [.awaited, .discarded]
    builder.open(.call, .statement, 0..<9, name: builder.name("s.get"), path: path, detail: certainty, flags: flags)
    builder.leaf(.literal, .argument, 4..<8, name: builder.name("a\nb"), detail: LiteralKind.string.rawValue)
    builder.leaf(.read, .argument, 4..<8, name: builder.name("x"), detail: PlaceKind.captured.rawValue)
    let tree = builder.finish()
    #expect(
      BehaviourPrinter().print(tree) == """
          call s.get = requests.get by declaredType [awaited, discarded]
            argument: literal string "a\\nb"
            argument: read captured x

        """
    )
    #expect(
      BehaviourPrinter(isNeutral: true).print(tree) == """
          call s.get [awaited, discarded]
            argument: literal string "a\\nb"
            argument: read x

        """
    )
    #expect(BehaviourPrinter(showsRanges: true).print(tree).contains("x @4..<8"))
  }

  @Test(arguments: [
    ("chargeCustomer", "charge_customer"), ("charge_customer", "charge_customer"), ("OrderService", "order_service"),
    ("this", "self"), ("this.lastOrder", "self.last_order"), ("thistle", "thistle"), ("page2Rows", "page2_rows"),
    ("URL", "url"),
  ])
  func neutralNamesHaveOneStyle(_ name: String, _ neutral: String) {
    var builder = BehaviourBuilder(origin: 0)
    builder.leaf(.read, .statement, 0..<1, name: builder.name(name))
    #expect(BehaviourPrinter(isNeutral: true).print(builder.finish()) == "  read \(neutral)\n")
  }

  @Test func aHandlerOfTheTypeOfAllErrorsTakesEverything() {
    let printer = BehaviourPrinter(isNeutral: true)
    #expect(printer.print(handler(of: "Exception")) == printer.print(handler(of: nil)))
    #expect(printer.print(handler(of: nil)).hasPrefix("  handler: handler an_error [everything]\n"))
    #expect(printer.print(handler(of: "KeyError")) != printer.print(handler(of: nil)))
    #expect(BehaviourPrinter().print(handler(of: "Exception")).contains("type: read Exception = a.Exception"))
  }

  @Test func placesThatCannotBeWrittenAgainAreNoDifference() {
    var builder = BehaviourBuilder(origin: 0)
    builder.leaf(.assign, .statement, 0..<1, flags: [.declares, .constant])
    let tree = builder.finish()
    #expect(BehaviourPrinter().print(tree) == "  assign [declares, constant]\n")
    #expect(BehaviourPrinter(isNeutral: true).print(tree) == "  assign [declares]\n")
  }

  @Test func aUnitStartsWithWhatItIs() {
    var unit = Unit(name: "chargeAll", qualifiedName: "Orders.chargeAll", kind: .method, traits: [.async], length: 9)
    unit.parameters = [Parameter(name: "order"), Parameter(name: "theRest", isVariadic: true)]
    #expect(BehaviourPrinter().print(unit) == "method Orders.chargeAll(order, theRest...) async\n")
    #expect(BehaviourPrinter(isNeutral: true).print(unit) == "method charge_all(order, the_rest...) async\n")
    unit.kind = .initializer
    #expect(BehaviourPrinter(isNeutral: true).print(unit) == "initializer(order, the_rest...) async\n")
  }

  @Test func testsAreNamedByWhatTheySay() {
    let named = Unit(name: "test_adds_lines", qualifiedName: "test_adds_lines", kind: .test, length: 1)
    let said = Unit(name: "adds lines", qualifiedName: "orders adds lines", kind: .test, length: 1)
    let printer = BehaviourPrinter(isNeutral: true)
    #expect(printer.print(named) == "test adds_lines()\n")
    #expect(printer.print(said) == printer.print(named))
  }
}
