import Testing

/// The code at top level, without the units in it.
@Suite struct JavaScriptModuleTests {
  @Test func unitsInItAreLeavesWithTheirName() throws {
    let found = try javaScriptUnit(
      "<module>",
      in: """
        import express from "express";
        const app = express();
        app.get("/orders", auth, async (req, res) => { res.json([]) });
        function start() { app.listen(1) }
        const stop = () => app.close();
        export const handler = wrap(async () => { await run() });
        const api = { list() {}, get: () => {} };
        exports.find = function () {};
        if (require.main === module) { start() }
        """
    )
    #expect(
      found == """
        module <module>()
          block
            assign [declares, constant]
              target: read static app
              value: call express = express by import
            call app.get = express().get by constructor [discarded]
              argument: argument
                value: literal string "/orders"
              argument: argument
                value: read auth
              argument: argument
                value: closure app.get("/orders")
            assign [declares, constant]
              target: read static handler
              value: call wrap
                argument: argument
                  value: closure handler
            assign [declares, constant]
              target: read static api
              value: collection keyed
                element: argument list
                  value: closure list
                element: argument get
                  value: closure get
            assign
              target: read exports.find
              value: closure find
            branch
              condition: condition ==
                operand: read require.main = require.main
                operand: read module
              arm: block
                call start [discarded]

        """
    )
  }

  @Test func classesGiveTheirFieldsAndDecorators() throws {
    let found = try javaScriptUnit(
      "<module>",
      in: """
        @Injectable({ scope: 1 })
        export class Service {
          private client = new Client();
          handler = async () => { go() };
          @Input() name = load();
          static { Service.init(); }
          run() {}
        }
        """
    )
    #expect(
      found == """
        module <module>()
          block
            decorator: call Injectable
              argument: argument
                value: collection keyed
                  element: argument scope
                    value: literal integer "1"
            assign [declares]
              target: read field this.client
              value: call Client [constructs]
            decorator: call Input
            assign [declares]
              target: read field this.name
              value: call load
            call Service.init [discarded]

        """
    )
  }

  @Test func failuresAreHandledWhereTheyStand() throws {
    let found = try javaScriptUnit(
      "<module>",
      in: """
        main().catch((error) => {
          console.error(error);
          process.exit(1);
        });
        """
    )
    #expect(
      found == """
        module <module>()
          block
            attempt [discarded, by call]
              body: block
                call main
              handler: handler error [everything]
                body: block
                  call console.error = console.error by import [discarded]
                    argument: argument
                      value: read local error
                  call process.exit = process.exit by import [discarded]
                    argument: argument
                      value: literal integer "1"

        """
    )
  }
}
