import Testing

/// What TypeScript adds.
@Suite struct JavaScriptTypeTests {
  @Test func typesDoNothing() throws {
    let found = try javaScript(
      """
      type Local<T> = { a: T };
      interface Other extends Local<string> { b(): void }
      let declared: Local<number>;
      const a = value as unknown as Local<string>, b = value!, c = value satisfies Other, d = <const>["x"];
      declare const e: string;
      f2<string>(a!, g<number>);
      """,
      parameters: "value"
    )
    #expect(
      found == """
        assign [declares, constant]
          target: read local a
          value: read parameter value
        assign [declares, constant]
          target: read local b
          value: read parameter value
        assign [declares, constant]
          target: read local c
          value: read parameter value
        assign [declares, constant]
          target: read local d
          value: collection list
            element: literal string "x"
        call f2 [discarded]
          argument: argument
            value: read local a
          argument: argument
            value: read g

        """
    )
  }

  @Test func operatorsStandAroundWhatTheyApplyTo() throws {
    let found = try javaScript(
      """
      const page = await client.get<Page>("/").rows;
      if (!known<Page>(page)) return -size<Page>(page) + 2 * rest<Page>(page);
      void later<Page>(page);
      await !(await first<Page>(page));
      """,
      parameters: "client"
    )
    #expect(
      found == """
        assign [declares, constant]
          target: read local page
          value: await
            value: read member .rows
              receiver: call client.get
                argument: argument
                  value: literal string "/"
        branch [guard]
          condition: condition not
            operand: call known
              argument: argument
                value: read local page
          arm: block
            return
              value: operation +
                operand: operation -
                  operand: call size
                    argument: argument
                      value: read local page
                operand: operation *
                  operand: literal integer "2"
                  operand: call rest
                    argument: argument
                      value: read local page
        call later [voided]
          argument: argument
            value: read local page
        await
          value: condition not
            operand: await
              value: call first [awaited]
                argument: argument
                  value: read local page

        """
    )
  }

  @Test func castsDoNotHideNames() throws {
    let found = try javaScript(
      """
      log((error as Failure).code, (<any>error).stack, (error)!.name);
      (error as Failure).retry();
      (this.client as any)?.close();
      """,
      before: """
        import { Failure } from "client";
        """,
      parameters: "error"
    )
    #expect(
      found == """
        call log [discarded]
          argument: argument
            value: read parameter error.code = client.Failure.code
          argument: argument
            value: read parameter error.stack
          argument: argument
            value: read parameter error.name
        call error.retry = client.Failure.retry by declaredType [discarded]
        call this.client.close [discarded, optional]

        """
    )
  }

  @Test func parametersOfAConstructorMayBeFields() throws {
    let found = try javaScriptUnit(
      "Service.constructor",
      in: """
        import { Http } from "client";
        import { Inject } from "@nestjs/common";
        class Service { constructor(@Inject("HTTP") private readonly http: Http, protected retries = 3) { super() } }
        """
    )
    #expect(
      found == """
        initializer Service.constructor(http, retries)
          block
            parameter: read parameter http = client.Http
              decorator: call Inject = @nestjs/common.Inject by import
                argument: argument
                  value: literal string "HTTP"
            parameter: read parameter retries
              default: literal integer "3"
            call super [discarded]

        """
    )
  }

  @Test func decoratorsAreCallsOfTheUnit() throws {
    let found = try javaScriptUnit(
      "Orders.pay",
      in: """
        import { Controller, Post, Body } from "@nestjs/common";
        @Controller("orders")
        export class Orders {
          @Post(":id/pay")
          @Guarded
          @auth.Roles("admin")
          async pay(@Body() order: Order): Promise<void> { await charge(order) }
        }
        """
    )
    #expect(
      found == """
        method Orders.pay(order) async
          block
            decorator: call Post = @nestjs/common.Post by import
              argument: argument
                value: literal string ":id/pay"
            decorator: call Guarded
            decorator: call auth.Roles
              argument: argument
                value: literal string "admin"
            parameter: read parameter order
              decorator: call Body = @nestjs/common.Body by import
            await
              value: call charge [awaited, discarded]
                argument: argument
                  value: read parameter order

        """
    )
  }

  @Test func enumsAndNamespacesComputeWhatTheyHold() throws {
    let found = try javaScriptUnit(
      "<module>",
      in: """
        enum Color { Red = 1, Blue = hash("blue") }
        namespace Shop { export const client = connect(); export function find() {} }
        export = start();
        """
    )
    #expect(
      found == """
        module <module>()
          block
            call hash
              argument: argument
                value: literal string "blue"
            assign [declares, constant]
              target: read static client
              value: call connect
            call start

        """
    )
  }
}
