import Analysis
import Knowledge
import Rules
import Testing
import Workspace

@Suite struct KeptQuestionTests {
  @Test func everyQuestionIsAskedAgainAsItWas() throws {
    let files = [
      "shop/pay.py": "def pay(order):\n    return charge(order)\n", "shop/gate.py": "def charge(order): ...\n",
    ]
    let index = WorkspaceIndex(files.compactMap { Analyzer().summary(path: $0.key, bytes: Array($0.value.utf8)) })
    let facts = try #require(index.facts(forFile: "shop/pay.py"))
    let asked = FactMemory.Asked(try #require(facts.own("pay").first))
    let call = CallReference(form: .path, name: "charge", type: "Gate", module: "shop.gate", isConstruction: true)
    let practices: [CallPractice] = CallPractice.told + [.gives("timeout"), .asksFirst("authorize")]
    let questions: [FactMemory.Question] =
      [
        .callees(call, unit: "pay", owner: "Shop"), .callees(call, unit: "pay", owner: nil), .units, .own("pay"),
        .libraries(asked), .callers(asked), .reach(asked), .likes(asked, atLeast: 0.75), .mention("pay"),
        .wrapper("requests", .networkWrite), .tests(asked), .habit("charge"), .namesake("pay"), .extended("Gate"),
        .practices(asked), .trials(asked), .model("order"),
      ] + practices.map { .calledUnder($0, asked) }
    for question in questions {
      let kept = try #require(ByteCoder.value(KeptQuestion.self, from: ByteCoder.bytes(of: KeptQuestion(question))))
      #expect(kept.question(in: index) == question)
    }
  }

  @Test func nothingIsAskedOfAUnitThatIsGone() throws {
    let text = Array("def pay(order):\n    return 1\n".utf8)
    let index = WorkspaceIndex([try #require(Analyzer().summary(path: "pay.py", bytes: text))])
    let asked = FactMemory.Asked(try #require(index.facts(forFile: "pay.py")?.own("pay").first))
    #expect(KeptQuestion(.reach(asked)).question(in: WorkspaceIndex([])) == nil)
  }
}
