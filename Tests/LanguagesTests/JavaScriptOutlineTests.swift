import Testing

/// What stands where in a file.
@Suite struct JavaScriptOutlineTests {
  @Test func functionsByWhateverWordAreUnits() throws {
    let found = try javaScriptUnits(
      """
      function one() {}
      export async function two() {}
      export default function () { three() }
      function* four() {}
      const five = () => {}, six = async function named() {};
      export const seven = (a) => a * 2;
      var eight = <T,>(a: T) => ({ a });
      """
    )
    #expect(
      found == """
        function one: function one() {}
        function two: export async function two() {}
        function default: export default function () { three() }
        function four: function* four() {}
        function five: five = () => {}
        function six: six = async function named() {}
        function seven: export const seven = (a) => a * 2
        function eight: var eight = <T,>(a: T) => ({ a })

        """
    )
  }

  @Test func classesHoldTheirMethods() throws {
    let found = try javaScriptUnits(
      """
      @Injectable()
      export abstract class Service<T> extends Base {
        static create() { return new Service() }
        constructor(private readonly http: Http) { super() }
        abstract run(): void;
        find(id: string): T;
        find(id: any) { return id }
        @Get(":id") @Auth() async get() {}
        get size() { return 1 }
        set size(n) {}
        #secret = () => 1;
        "quoted name"() {}
        [Symbol.iterator]() {}
        count = 1;
      }
      const Local = class { run() {} };
      export default class { run() {} }
      """
    )
    #expect(
      found == """
        method Service.create: static create() { return new Service() }
        initializer Service.constructor: constructor(private readonly http: Http) { super() }
        method Service.find: find(id: any) { return id }
        method Service.get: @Get(":id") @Auth() async get() {}
        method Service.size: get size() { return 1 }
        method Service.size: set size(n) {}
        method Service.#secret: #secret = () => 1
        method Service.quoted name: "quoted name"() {}
        method Service.[Symbol.iterator]: [Symbol.iterator]() {}
        method Local.run: run() {}
        method default.run: run() {}

        """
    )
  }

  @Test func objectsHoldTheirFunctions() throws {
    let found = try javaScriptUnits(
      """
      export const api = { list() {}, get: async (id) => { load(id) }, nested: { deep: function () {} }, n: 1 };
      module.exports = { run() {}, stop: () => {} };
      export default { data() { return {} }, methods: { save() {} } };
      const store = defineStore("cart", { state: () => ({}), actions: { add(item) { this.items.push(item) } } });
      """
    )
    #expect(
      found == """
        method api.list: list() {}
        method api.get: get: async (id) => { load(id) }
        method api.nested.deep: deep: function () {}
        method run: run() {}
        method stop: stop: () => {}
        method default.data: data() { return {} }
        method default.methods.save: save() {}
        method store.state: state: () => ({})
        method store.actions.add: add(item) { this.items.push(item) }
        module <module>: export const api = { list() {}, get: async (id) => { load...

        """
    )
  }

  @Test func functionsMayBeAssigned() throws {
    let found = try javaScriptUnits(
      """
      exports.find = function (id) {};
      module.exports.save = exports.store = async () => {};
      Order.prototype.total = function total() {};
      app.handle = function () {};
      module.exports = function create() {};
      """,
      path: "src/file.js"
    )
    #expect(
      found == """
        function find: exports.find = function (id) {}
        function save: module.exports.save = exports.store = async () => {}
        function Order.total: Order.prototype.total = function total() {}
        function app.handle: app.handle = function () {}
        function create: module.exports = function create() {}

        """
    )
  }

  @Test func functionsGivenToCallsAreUnits() throws {
    let found = try javaScriptUnits(
      """
      app.get("/orders/:id", auth, async (req, res) => { res.json(1) });
      app.use(function (err, req, res, next) { next(err) });
      router.route("/a").get((req, res) => { res.end() });
      router.post("/b", rateLimit({ max: 1 }), wrap(async (req, res) => { await pay() }));
      router.put("/c", (req, res, next) => { next() }, (req, res) => { res.end() });
      export const handler = middy(async (event) => { await pay(event) });
      const Button = React.memo(React.forwardRef((props, ref) => { return use(ref) }));
      process.on("exit", () => stop());
      main().catch((error) => { console.error(error) });
      rows.forEach((row) => { use(row) });
      """
    )
    #expect(
      found == """
        closure app.get("/orders/:id"): app.get("/orders/:id", auth, async (req, res) => { res.js...
        closure app.use: app.use(function (err, req, res, next) { next(err) })
        closure router.route("/a").get: router.route("/a").get((req, res) => { res.end() })
        closure router.post("/b"): router.post("/b", rateLimit({ max: 1 }), wrap(async (req,...
        closure router.put("/c"): (req, res, next) => { next() }
        closure router.put("/c"): (req, res) => { res.end() }
        function handler: export const handler = middy(async (event) => { await pay...
        function Button: const Button = React.memo(React.forwardRef((props, ref) =...
        module <module>: app.get("/orders/:id", auth, async (req, res) => { res.js...

        """
    )
  }

  @Test func blocksThatRunAtOnceHideNothing() throws {
    let found = try javaScriptUnits(
      """
      (function ($) { var a = 1; function save() { post(a) } })(jQuery);
      const Shop = (() => { function open() { run() } return { open } })();
      !function () { function bang() { go() } }();
      (async () => { const help = async () => { await go() }; await help() })().catch(console.error);
      define(["a"], function (a) { function amd() { a() } return amd });
      (function (factory) { factory(jQuery) }(function ($) { function umd() { $() } }));
      """,
      path: "src/file.js"
    )
    #expect(
      found == """
        function save: function save() { post(a) }
        function Shop.open: function open() { run() }
        function bang: function bang() { go() }
        function help: const help = async () => { await go() }
        function amd: function amd() { a() }
        function umd: function umd() { $() }
        module <module>: (function ($) { var a = 1; function save() { post(a) } })...

        """
    )
  }

  @Test func namespacesHoldWhatStandsInThem() throws {
    let found = try javaScriptUnits(
      """
      export namespace Shop.Orders { export function find() {} class Order { pay() {} } }
      declare module "untyped" { function find(): void; }
      """
    )
    #expect(
      found == """
        function Shop.Orders.find: export function find() {}
        method Shop.Orders.Order.pay: pay() {}

        """
    )
  }

  @Test func testsAreUnitsInTheirGroups() throws {
    let found = try javaScriptUnits(
      """
      describe("orders", () => {
        beforeEach(async () => { await start() });
        const make = () => new Order();
        function helper() {}
        it("pays", async () => { expect(make()).toBeDefined() });
        it.only(`pays ${n}`, function () {});
        test.each([[1], [2]])("n %i", (n) => {});
        it.todo("refunds");
        context("closed", () => { specify("fails", (done) => done()) });
      });
      test.describe("page", () => { test.beforeAll(async () => {}); test("opens", async ({ page }) => {}) });
      for (const n of [1, 2]) { it("loops " + n, () => {}) }
      rows.forEach((row) => { it(row, () => {}) });
      """,
      path: "src/orders.test.ts"
    )
    #expect(
      found == """
        closure orders.beforeEach: beforeEach(async () => { await start() })
        function orders.make: const make = () => new Order()
        function orders.helper: function helper() {}
        test orders.pays: it("pays", async () => { expect(make()).toBeDefined() })
        test orders.pays ${n}: it.only(`pays ${n}`, function () {})
        test orders.n %i: test.each([[1], [2]])("n %i", (n) => {})
        test orders.closed.fails: specify("fails", (done) => done())
        closure page.test.beforeAll: test.beforeAll(async () => {})
        test page.opens: test("opens", async ({ page }) => {})
        test "loops " + n: it("loops " + n, () => {})
        test row: it(row, () => {})
        module <module>: describe("orders", () => { beforeEach(async () => { await...

        """
    )
  }

  @Test func aFunctionCalledTestMakesNoTest() throws {
    let found = try javaScriptUnits(
      """
      function test(name, run) { run() }
      test("x", () => { go() });
      """
    )
    #expect(
      found == """
        function test: function test(name, run) { run() }
        closure test("x"): test("x", () => { go() })

        """
    )
  }

  @Test func codeAtTopLevelThatDoesNothingIsNoUnit() throws {
    let found = try javaScriptUnits(
      """
      "use strict";
      import a from "a";
      const b = require("b"), c = 1, d = { e: [f] };
      type G = string;
      enum H { I = 1 }
      class J { k = 1; l = "m"; @Input() n; o() { call() } }
      export { a, b };
      module.exports = { J };
      """
    )
    #expect(
      found == """
        method J.o: o() { call() }

        """
    )
  }
}
