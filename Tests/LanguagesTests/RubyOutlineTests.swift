import Behaviour
import Languages
import Testing

@Suite struct RubyOutlineTests {
  private func units(_ text: String, path: String = "a.rb") throws -> [String] {
    try Reading(text, path: path).units.map { "\($0.kind.rawValue) \($0.qualifiedName)" }
  }

  @Test func methodsStandInTheirTypes() throws {
    let text = """
      module Shop
        class Order < Base
          def initialize; end
          def total; end
          def self.find(id); end
          class << self
            def all; end
          end
          private def secret; end
        end
        module_function
        def round(x); end
      end
      def helper; end
      """
    #expect(
      try units(text) == [
        "initializer Shop.Order.initialize", "method Shop.Order.total", "function Shop.Order.find",
        "function Shop.Order.all", "method Shop.Order.secret", "function Shop.round", "function helper",
      ]
    )
    let unit = try Reading(text, path: "a.rb").unit("Shop.Order.secret")
    #expect(!unit.traits.contains(.exported))
    #expect(unit.owner?.bases == ["Base"])
  }

  @Test func testsAreFoundInGroupsAndTestCases() throws {
    #expect(
      try units(
        "RSpec.describe Order do\n  let(:a) { 1 }\n  context 'b' do\n    it('c') { d }\n    xit { e }\n  end\nend"
      )
        == ["closure Order.let(a)", "test Order.b.c", "test Order.b.xit"]
    )
    #expect(
      try units("class OrderTest < Minitest::Test\n  def setup; end\n  def test_a; end\n  def help; end\nend") == [
        "method OrderTest.setup", "test OrderTest.test_a", "method OrderTest.help",
      ]
    )
    let skipped = try Reading("describe 'a' do\n  xit('b') { c }\n  it('d', skip: true) { e }\nend", path: "a_spec.rb")
    #expect(skipped.units.allSatisfy { $0.traits.contains(.skipped) })
  }

  @Test func blocksGivenAtTopLevelAreUnits() throws {
    let text = "get '/orders' do\n  Order.all\nend\nnamespace :db do\n  task :load do\n    run\n  end\nend\n"
    #expect(try units(text) == ["closure get(\"/orders\")", "closure db.task(:load)", "module <module>"])
  }

  @Test func whatOnlyDeclaresIsNoCodeAtTopLevel() throws {
    #expect(try units("require 'a'\nclass A < B\n  has_many :c\n  LIMIT = 3\n  private\n  attr_reader :d\nend\n") == [])
    #expect(try units("class A\n  foo.bar\nend\n") == ["module <module>"])
  }

  @Test func fieldsHaveTheTypesOfWhatTheyAreGiven() throws {
    let text = """
      class Client
        attr_reader :log
        def initialize(http: Faraday.new, redis: nil)
          @http = http
          @redis = redis || Redis.new
          @log = Logger.new($stdout)
        end
        def stripe = @stripe ||= Stripe::Client.new
        def connection; PG.connect(url); end
        def go
          http.get("/")
          @http.get("/")
          log.info("a")
          stripe.charge(3)
          connection.exec("select")
        end
      end
      """
    let tree = try Reading(text, path: "a.rb").tree("Client.go")
    #expect(tree.contains("self.http.get = Faraday.get by constructor"))
    #expect(tree.contains("self.log.info = Logger.info by constructor"))
    #expect(tree.contains("connection.exec = PG.connect().exec by constructor"))
  }

  @Test func documentationIsTheCommentBefore() throws {
    let text = "class A\n  # Pays.\n  # Twice.\n  def pay\n    1\n  end\nend\n"
    #expect(try Reading(text, path: "a.rb").unit("A.pay").documentation == "Pays.\nTwice.")
  }
}
