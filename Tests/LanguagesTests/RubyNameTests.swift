import Behaviour
import Languages
import Testing

@Suite struct RubyNameTests {
  @Test func constantsStandForThemselves() throws {
    #expect(
      try ruby("Net::HTTP.get(uri)\nnil")
        == "call Net.HTTP.get = Net.HTTP.get by import [discarded]\n  argument: argument\n    value: read uri\n"
    )
    #expect(try ruby("Rails.logger.info(1)\nnil").hasPrefix("call Rails.logger.info = Rails.logger.info by import"))
    #expect(try ruby("Logger.add(1)\nnil", before: "class Logger; end").hasPrefix("call Logger.add [discarded]"))
  }

  @Test func madeValuesKeepTheirType() throws {
    let tree = try ruby("http = Net::HTTP.new(host)\nhttp.request(req)\norder = Order.find(1)\norder.save!\nnil")
    #expect(tree.contains("value: call Net.HTTP = Net.HTTP by import [constructs]"))
    #expect(tree.contains("call http.request = Net.HTTP.request by constructor"))
    #expect(tree.contains("call order.save! = Order.find().save! by constructor"))
  }

  @Test func aMemberIsReadUnlessItsNameSaysThatItIsCalled() throws {
    #expect(try ruby("order.total", parameters: "order").hasSuffix("return\n  value: read parameter order.total\n"))
    #expect(try ruby("order.paid?", parameters: "order").hasSuffix("return\n  value: call order.paid? [returned]\n"))
    #expect(try ruby("order.save", parameters: "order").hasSuffix("return\n  value: call order.save [returned]\n"))
    #expect(try ruby("order.close\nnil", parameters: "order").hasSuffix("\ncall order.close [discarded]\n"))
    #expect(try ruby("order&.close(1)", parameters: "order").contains("call order.close [returned, optional]"))
    #expect(try ruby("Time.now").contains("call Time.now = Time.now by import"))
  }

  @Test func bareWordsAreCallsOfTheFileOrPlaces() throws {
    #expect(try ruby("helper", before: "def helper; end") == "return\n  value: call helper [returned]\n")
    #expect(try ruby("params") == "return\n  value: read params\n")
    #expect(try ruby("x = 1\nx").hasSuffix("return\n  value: read local x\n"))
  }

  @Test func whatATypeInheritsIsKnown() throws {
    let text =
      "class Order < ApplicationRecord\n  def pay\n    update!(paid: true)\n    self.touch\n    nil\n  end\nend\n"
    let tree = try Reading(text, path: "a.rb").tree("Order.pay")
    #expect(tree.contains("call update! = ApplicationRecord.update! by declaredType"))
    #expect(tree.contains("call self.touch = ApplicationRecord.touch by declaredType"))
  }

  @Test func instanceVariablesAreMembersOfTheObject() throws {
    let text = "class A\n  def f\n    @x.y = @@z + $w\n  end\nend\n"
    let tree = try Reading(text, path: "a.rb").tree("A.f")
    #expect(tree.contains("target: read field self.x.y"))
    #expect(tree.contains("operand: read field self.z"))
    #expect(tree.contains("operand: read static w"))
  }
}
