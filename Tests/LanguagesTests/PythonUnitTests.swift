import Behaviour
import Testing

/// What a unit says of itself.
@Suite struct PythonUnitTests {
  @Test func aFunctionCarriesItsSignature() throws {
    let unit = try Reading(
      """
      @route("/orders")
      async def charge(order: Order, *lines: Line, retries: int = 3, key=None, **options) -> Receipt:
        '''Charges an order.'''
        return order
      """,
      path: "orders.py"
    ).unit("charge")
    #expect(unit.kind == .function)
    #expect(unit.traits == [.async, .exported])
    #expect(
      unit.parameters == [
        Parameter(name: "order", type: "Order"),
        Parameter(name: "lines", type: "Line", isVariadic: true),
        Parameter(name: "retries", type: "int", hasDefault: true),
        Parameter(name: "key", hasDefault: true),
        Parameter(name: "options", isVariadic: true),
      ]
    )
    #expect(unit.returnType == "Receipt")
    #expect(unit.documentation == "Charges an order.")
    #expect(unit.nameRange == 28..<34)
    #expect(unit.owner == nil)
  }

  @Test func itsTreeStartsWithDecoratorsAndParameters() throws {
    let tree = try Reading(
      """
      import flask
      @app.route("/orders", methods=["POST"])
      @traced
      @handlers[0]
      def charge(order: flask.Request, key: str = make_key()):
        "Charges."
        pass
      """,
      path: "orders.py"
    ).tree("charge")
    #expect(
      tree == """
          block
            decorator: call app.route
              argument: argument
                value: literal string "/orders"
              argument: argument methods
                value: collection list
                  element: literal string "POST"
            decorator: call traced
            decorator: call
              receiver: read element handlers
                index: literal integer "0"
            parameter: read parameter order = flask.Request
            parameter: read parameter key = str
              default: call make_key

        """
    )
  }

  @Test func methodsDoNotCountTheObjectAsAParameter() throws {
    let reading = try Reading(
      """
      class Orders:
        def add(self, order): return self.rows
        @classmethod
        def make(cls, key): return cls(key)
        @staticmethod
        def parse(text): return text
        def __init__(this, rows): this.rows = rows
      """,
      path: "orders.py"
    )
    #expect(reading.units.map(\.qualifiedName) == ["Orders.add", "Orders.make", "Orders.parse", "Orders.__init__"])
    #expect(reading.units.map { $0.parameters.map(\.name) } == [["order"], ["key"], ["text"], ["rows"]])
    #expect(reading.units.map(\.kind) == [.method, .method, .method, .initializer])
    #expect(reading.units.map { $0.traits.contains(.static) } == [false, true, true, false])
    #expect(
      try reading.tree("Orders.__init__") == """
          block
            parameter: read parameter rows
            assign
              target: read field this.rows
              value: read parameter rows

        """
    )
  }

  @Test func decoratorsSayWhatAMethodIs() throws {
    let units = try Reading(
      """
      class Orders(abc.ABC):
        @property
        def total(self): pass
        @total.setter
        def total(self, value): pass
        @abc.abstractmethod
        async def pay(self): ...
        @override
        def rows(self): yield 1
        def _hidden(self): pass
        def __len__(self): pass
      """,
      path: "orders.py"
    ).units
    #expect(
      units.map(\.traits) == [
        [.accessor, .exported], [.accessor, .exported], [.abstract, .async, .exported],
        [.override, .generator, .exported], [], [.exported],
      ]
    )
  }

  @Test func aUnitKnowsTheTypeAroundIt() throws {
    let owner = try Reading(
      """
      import requests
      class Base: pass
      class Orders(Base, requests.Session, Generic[T], metaclass=Meta):
        client: requests.Session
        made = requests.Session()
        limit = 3
        def __init__(self, gateway: requests.Session, name, other: "requests.Session | None" = None):
          self.gateway = gateway
          self.name = name
          self.late = self.changed = requests.Session()
          self.changed = 3
          self.declared: requests.Response = other
        async def open(self):
          self.opened = await requests.get(self.name)
      """,
      path: "orders.py"
    ).unit("Orders.open").owner
    #expect(owner?.name == "Orders")
    #expect(owner?.bases == ["Base", "requests.Session", "Generic"])
    #expect(
      owner?.fields == [
        Owner.Field(name: "client", type: "requests.Session", certainty: .declaredType),
        Owner.Field(name: "made", type: "requests.Session", certainty: .constructor),
        Owner.Field(name: "limit", type: nil, certainty: .nameOnly),
        Owner.Field(name: "gateway", type: "requests.Session", certainty: .declaredType),
        Owner.Field(name: "name", type: nil, certainty: .nameOnly),
        Owner.Field(name: "late", type: "requests.Session", certainty: .constructor),
        Owner.Field(name: "changed", type: nil, certainty: .nameOnly),
        Owner.Field(name: "declared", type: "requests.Response", certainty: .declaredType),
        Owner.Field(name: "opened", type: "requests.get()", certainty: .constructor),
      ]
    )
  }

  @Test func fieldsGiveCallsOnThemAPath() throws {
    let tree = try Reading(
      """
      import requests
      class Orders:
        def __init__(self, client: requests.Session):
          self.client = client
        def send(self):
          def later():
            self.client.put(1)
          self.client.get(2)
          self.send(3)
      """,
      path: "orders.py"
    ).tree("Orders.send")
    #expect(
      tree == """
          block
            closure later
              body: block
                call self.client.put = requests.Session.put by declaredType [discarded]
                  argument: argument
                    value: literal integer "1"
            call self.client.get = requests.Session.get by declaredType [discarded]
              argument: argument
                value: literal integer "2"
            call self.send [discarded]
              argument: argument
                value: literal integer "3"

        """
    )
  }

  @Test func fieldsTakeTheTypeOfAValueOfTheFile() throws {
    let owner = try Reading(
      """
      import requests
      session = requests.Session()
      class Orders:
        kind = requests.Session
        def __init__(self):
          self.session = session
          self.api = requests
      """,
      path: "orders.py"
    ).unit("Orders.__init__").owner
    #expect(
      owner?.fields == [
        Owner.Field(name: "kind", type: nil, certainty: .nameOnly),
        Owner.Field(name: "session", type: "requests.Session", certainty: .constructor),
        Owner.Field(name: "api", type: "requests", certainty: .constructor),
      ]
    )
  }

  @Test func theBaseTypeAnswersForSuper() throws {
    let text = """
      from requests import Session
      class Own: pass
      class A(Session):
        def get(self, url): return super().get(url)
      class B(Own):
        def get(self, url): return super().get(url)
      """
    let units = try Reading(text, path: "a.py").units
    let paths = units.map { unit in unit.tree.nodes.indices.map { unit.tree.path(NodeIndex($0)) }.filter { !$0.isEmpty }
    }
    #expect(paths == [["requests.Session.get", "super"], ["super().get", "super"]])
  }

  @Test func rangesAreRelativeToTheUnit() throws {
    let body = "def charge(order):\n  send(order)\n"
    let alone = try Reading(body, path: "a.py").unit("charge")
    let moved = try Reading("import os\n\n\n" + body, path: "a.py").unit("charge")
    #expect(alone == moved)
    let call = try #require(alone.tree.nodes.first { $0.kind == .call })
    #expect(call.bytes == 21..<32)
  }

  @Test func theCommentOfAHandlerIsItsNote() throws {
    let tree = try Reading(
      """
      def f():
        try:
          work()
        except KeyError:  # not there yet
          #  the next run makes it
          pass
      """,
      path: "a.py"
    ).unit("f").tree
    let handler = try #require(tree.nodes.first { $0.kind == .handler })
    #expect(tree.text(handler.path) == "not there yet the next run makes it")
  }
}
