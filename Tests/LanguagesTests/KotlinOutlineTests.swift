import Behaviour
import Languages
import Testing

/// What stands where in a file of Kotlin.
@Suite struct KotlinOutlineTests {
  private func units(_ text: String, path: String = "Orders.kt") throws -> [String] {
    try Reading(text, path: path).outline.units.map { "\($0.kind) \($0.qualifiedName)" }
  }

  @Test func unitsAreFunctionsMethodsConstructorsAndProperties() throws {
    let found = try units(
      """
      fun total(): Int = 1
      fun Order.label() = name
      class Order(val id: Int) {
        val size: Int
          get() = id
        var open: Boolean = false
          set(value) {
            field = value
          }
        init {
          check(id > 0)
        }
        constructor(text: String) : this(text.toInt()) {
          log(text)
        }
        fun pay() {
        }
        class Line {
          fun price() = 1
        }
        companion object {
          fun parse(text: String) = Order(1)
        }
      }
      object Registry {
        fun add() = Unit
      }
      interface Store {
        fun save()
        fun flush() {
        }
      }
      """
    )
    #expect(
      found == [
        "function total", "function label", "method Order.size", "method Order.open", "initializer Order.init",
        "initializer Order.constructor", "method Order.pay", "method Order.Line.price", "function Order.parse",
        "method Registry.add", "method Store.flush",
      ]
    )
  }

  @Test func testsAreMarkedByAnnotationsOrGivenToSpecs() throws {
    let found = try units(
      """
      class OrderTest {
        @Test
        fun `adds lines`() {
        }
        @ParameterizedTest
        fun many() {
        }
        fun helper() {
        }
      }
      class OrderSpec : FunSpec({
        beforeTest { reset() }
        context("orders") {
          test("has a total") {
            total()
          }
        }
      })
      class Words : StringSpec() {
        init {
          "a word" {
            word()
          }
        }
      }
      """,
      path: "src/test/kotlin/OrderTest.kt"
    )
    #expect(
      found.filter { !$0.hasPrefix("module") } == [
        "test OrderTest.adds lines", "test OrderTest.many", "method OrderTest.helper", "closure OrderSpec.beforeTest",
        "test OrderSpec.orders.has a total", "test Words.a word",
      ]
    )
  }

  @Test func traitsAreThoseOfTheUnit() throws {
    let reading = try Reading(
      """
      class Orders {
        /** Pays. */
        override suspend fun pay() {
        }
        private fun hidden() {
        }
        @BeforeEach
        fun setUp() {
        }
        companion object {
          fun make() = Orders()
        }
      }
      fun pages() = sequence { yield(1) }
      """,
      path: "Orders.kt"
    )
    let pay = try reading.unit("Orders.pay")
    #expect(pay.traits == [.async, .override, .exported])
    #expect(pay.documentation == "Pays.")
    #expect(pay.owner?.name == "Orders")
    #expect(try !reading.unit("Orders.hidden").traits.contains(.exported))
    #expect(try reading.unit("Orders.setUp").traits.contains(.fixture))
    #expect(try reading.unit("Orders.make").traits.contains(.static))
    #expect(try reading.unit("pages").traits.contains(.generator))
  }

  @Test func fieldsHaveTheTypesThatTheyAreDeclaredOrMadeWith() throws {
    let outline = try Reading(
      """
      import io.ktor.client.HttpClient
      import org.slf4j.LoggerFactory
      import java.io.*

      class Orders(private val client: HttpClient?, name: String) {
        val other = HttpClient()
        private val file by lazy { File("x") }
        private val own: Own = make()
        companion object {
          private val log = LoggerFactory.getLogger("x")
        }
      }
      """,
      path: "Orders.kt"
    ).outline
    let fields = try #require(outline.containers.first?.owner?.fields)
    #expect(
      fields.map { "\($0.name): \($0.type ?? "-") \($0.certainty)" } == [
        "client: io.ktor.client.HttpClient declaredType", "other: io.ktor.client.HttpClient constructor",
        "file: java.io.File constructor", "own: - nameOnly", "log: org.slf4j.LoggerFactory.getLogger() constructor",
      ]
    )
  }

  @Test func importsNameWhatTheyBringIn() throws {
    let names = try Reading(
      """
      import a.b.C
      import a.b.run as go
      import kotlinx.coroutines.*
      import io.ktor.server.routing.*

      fun launch() = 1
      val x = go()
      """,
      path: "Orders.kt"
    ).outline.environment.names
    #expect(names["C"] == .imported("a.b.C"))
    #expect(names["go"] == .imported("a.b.run"))
    #expect(names["withContext"] == .imported("kotlinx.coroutines.withContext"))
    // What the file defines itself goes before what a package may hold.
    #expect(names["launch"] == .function(isAsync: false))
    #expect(names["get"] == nil)
    #expect(names["x"] == .value(type: "a.b.run()", certainty: .constructor))
  }

  /// The grammar takes the braces of a type behind `by` for a function.
  @Test func aTypeThatDelegatesHasItsMembers() throws {
    let found = try units("class Logged(val inner: Handler) : Handler by inner {\n  fun twice() = inner.go()\n}\n")
    #expect(found == ["method Logged.twice"])
  }

  @Test func aFileOfTestsIsKnownByItsPlaceAndName() throws {
    for path in ["src/commonTest/kotlin/A.kt", "src/test/kotlin/A.kt", "OrderTest.kt", "OrderSpec.kt"] {
      #expect(try Reading("fun f() = 1\n", path: path).outline.traits.contains(.test), "\(path)")
    }
    #expect(try !Reading("fun f() = 1\n", path: "src/main/kotlin/Test.kt").outline.traits.contains(.test))
    #expect(try Reading("f()\n", path: "build.gradle.kts").outline.traits.contains(.script))
  }

  @Test func whatDoesNotParseIsSaid() throws {
    let outline = try Reading("fun a() {\n  b(\n}\n\nfun c() = 1\n", path: "A.kt").outline
    #expect(!outline.broken.isEmpty)
    #expect(try Reading("fun c() = 1\n", path: "A.kt").outline.broken.isEmpty)
  }
}
