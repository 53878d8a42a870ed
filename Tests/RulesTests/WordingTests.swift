import Rules
import TestSupport
import Testing

/// Messages quote code as its author wrote it.
@Suite struct WordingTests {
  @Test func aReceiverKeepsItsName() throws {
    let source = """
      package ocsp

      import "net/http"

      type Fetcher struct {
        client *http.Client
      }

      func (f *Fetcher) fetch(req *http.Request) {
        f.client.Do(req)
      }
      """
    let context = try #require(unitContext(of: "Fetcher.fetch", in: source, language: "go"))
    let call = try #require(context.calls.first)
    #expect(context.display(call.node) == "f.client.Do")
    #expect(context.wording(of: call.node) == "f.client.Do(req)")
  }
}
