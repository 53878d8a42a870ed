import Testing

/// Elements are calls of their components.
@Suite struct JavaScriptMarkupTests {
  @Test func anElementIsACallOfItsComponent() throws {
    let found = try javaScript(
      """
      return <Table rows={rows} title="all" wide empty={null} {...rest} render={(row) => <ui.Row key={row.id} />}>text {rows.length}</Table>;
      """,
      before: """
        import { Table } from "./table"; import * as ui from "ui";
        """,
      parameters: "rows, rest",
      path: "src/file.tsx"
    )
    #expect(
      found == """
        return
          value: call Table = ./table.Table by import
            argument: argument rows
              value: read parameter rows
            argument: argument [spread]
              value: read parameter rest
            argument: argument render
              value: closure
                parameter: read parameter row
                body: block
                  return
                    value: call ui.Row = ui.Row by import
                      argument: argument key
                        value: read parameter row.id
            argument: argument
              value: read parameter rows.length

        """
    )
  }

  @Test func markupThatDoesNothingIsNotThere() throws {
    let found = try javaScript(
      """
      return (
        <>
          <br />
          <p className="wide" style={{ width: 1 }}>text &amp; more {/* nothing */}</p>
          <p onClick={() => pay()}>{open && <b>{name}</b>}</p>
          <svg:rect data-id={id} />
          <Empty />
        </>
      );
      """,
      parameters: "open, name, id",
      path: "src/file.jsx"
    )
    #expect(
      found == """
        return
          value: call Fragment
            argument: argument
              value: call p
                argument: argument onClick
                  value: closure
                    body: block
                      return
                        value: call pay [returned]
                argument: argument
                  value: condition and
                    operand: read parameter open
                    operand: call b
                      argument: argument
                        value: read parameter name
            argument: argument
              value: call svg:rect
                argument: argument data-id
                  value: read parameter id
            argument: argument
              value: call Empty

        """
    )
  }
}
