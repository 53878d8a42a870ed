/// Programs that use all that Kotlin has, as far as the grammar reads it.
enum KotlinSamples {
  static let all: [(path: String, text: String)] = [
    ("src/main/kotlin/Orders.kt", orders), ("src/main/kotlin/Expressions.kt", expressions),
    ("src/test/kotlin/OrdersTest.kt", tests), ("src/test/kotlin/OrdersSpec.kt", spec), ("build.gradle.kts", script),
  ]

  private static let orders = #"""
    @file:JvmName("Orders")
    package shop.orders

    import io.ktor.client.HttpClient
    import io.ktor.client.request.get as fetch
    import kotlinx.coroutines.*
    import org.slf4j.LoggerFactory

    const val LIMIT = 3
    private val log = LoggerFactory.getLogger("orders")
    val shared: HttpClient by lazy { HttpClient() }
    typealias Orders = List<Order>

    fun interface Handler {
      fun handle(order: Order): String
    }

    /** An order. */
    data class Order(val id: Int, private var name: String? = null, vararg rest: Int) : Base(id), Comparable<Order> {
      var total: Int = 0
        get() = field + 1
        set(value) {
          field = value
        }
      val size: Int get() { return rest.size }
      lateinit var client: HttpClient

      init {
        require(id > 0) { "no id" }
      }

      constructor(text: String) : this(text.toInt()) {
        log.info("made")
      }

      @Deprecated("old", level = DeprecationLevel.ERROR)
      override suspend fun <T> run(rows: List<T>, block: (Int) -> Unit = {}): Int where T : Any {
        this.total = 1
        total += 2
        name ?: return 0
        return client.fetch("https://x").status
      }

      companion object Factory : Handler {
        private const val WORD = "x"

        @JvmStatic
        fun make(): Order = Order(1, name = WORD)
        override fun handle(order: Order) = order.name ?: throw IllegalStateException("no name")
      }

      enum class Kind(val code: Int) {
        NEW(1) {
          override fun label() = "new"
        },
        OLD(2);

        open fun label(): String = name
      }

      inner class Line<T>(val price: Int)

      object Registry {
        val known = mutableMapOf<Int, Order>()
        fun add(order: Order) {
          known[order.id] = order
        }
      }
    }

    class Logged(private val inner: Handler) : Handler by inner {
      fun twice(order: Order): String {
        return inner.handle(order) + inner.handle(order)
      }
    }

    sealed interface State
    abstract class Service {
      protected abstract fun send(order: Order)
      open fun sendAll(orders: Orders) = orders.forEach(::send)
    }

    fun Order.label(): String = "$id: ${name ?: "none"}"
    suspend fun load(ids: List<Int>) = coroutineScope {
      ids.map { id -> async { shared.fetch("/$id") } }.awaitAll()
    }
    """#

  private static let expressions = #"""
    fun f(a: A, vararg xs: Int): Int {
      try {
        g()
      } catch (e: IOException) {
        // gone already
      } catch (@Suppress("x") e: Exception) {
        throw Failed("no", e)
      } finally {
        h()
      }
      val r = runCatching { load() }.onFailure { log(it) }.getOrElse { e -> null }
      val (x, _) = pair
      val y = a?.b?.c() ?: return 1
      var z = a!!.b
      z = find(y) ?: throw Missing("no $y and ${a.b} \n")
      when (val s = state) {
        is A, !is B -> 1
        4, 5 -> return 2
        else -> throw X()
      }
      when {
        a > b -> c()
        d, e -> f(a)
        else -> g()
      }
      val w = when (x) {
        1 -> "one"
        else -> { log(x); "more" }
      }
      if (a) b else if (c) { d() } else e()
      val q = if (a is B && b !in c || !d || -e < 3) 1 else { log(q); 2 }
      for ((k, v) in m) {
        if (k) continue
      }
      outer@ for (i in 0 until 3) {
        for (j in 1..i step 2) break@outer
      }
      while (true) { break }
      do { x() } while (y)
      foo.bar<String>(1, name = 2, *xs) { it + 1 }
      list.map { (a, b), c -> a }.filter(::isOk).forEach(this::go)
      val o = object : Runnable {
        private val n = make()
        override fun run() { x() }
      }
      val l = fun(x: Int): Int { return x }
      synchronized(lock) { x() }
      mutex.withLock { counter++ }
      File("x").bufferedReader().use { reader -> reader.readText() }
      x as String
      val t = x as? Int
      val u = listOf(1, 2) + mapOf("a" to 1, b to 2).keys
      val m = x shl 2 or 1
      super.foo(1)
      this@Foo.bar()
      rows[1][2].count += 1
      a.b().c = arrayOf(1)[0]
      check(ready)
      class Local(val x: Int) {
        fun go() = x
      }
      fun inner(n: Int): Int = if (n == 0) 0 else inner(n - 1)
      flow.catch { e -> emit(1) }.collect { value -> show(value) }
      return a[1, 2] + -x * 1.5f - 0x1F + 10L + 'c'.code + """raw $a""".length
    }

    fun empty() {
      // nothing yet
    }
    fun text() = "a" + "b$c"
    fun numbers() = sequence {
      yield(1)
      yieldAll(rest)
    }
    """#

  private static let tests = #"""
    package shop.orders

    import io.mockk.every
    import io.mockk.mockk
    import io.mockk.verify
    import kotlin.test.*
    import kotlinx.coroutines.test.runTest
    import org.assertj.core.api.Assertions.assertThat

    class OrdersTest {
      private val gateway = mockk<Gateway>()

      @BeforeTest
      fun setUp() {
        every { gateway.charge(any()) } returns 3
      }

      @Test
      fun `charges once`() = runTest {
        charge(gateway)
        verify(exactly = 1) { gateway.charge(3) }
        assertThat(gateway.total()).describedAs("total").isEqualTo(3)
      }

      @Ignore
      @Test
      fun refuses() {
        assertFailsWith<IllegalArgumentException>("no") { charge(null) }
        assertThrows(IllegalStateException::class.java) { charge(gateway) }
        assertEquals(3, total(), "total")
        assert(total() > 2 && ready)
        total() shouldBe 3
        fail("never")
      }
    }
    """#

  private static let spec = #"""
    package shop.orders

    import io.kotest.core.spec.style.DescribeSpec
    import io.kotest.core.spec.style.StringSpec
    import io.kotest.matchers.shouldBe

    class OrdersSpec : DescribeSpec({
      beforeTest { reset() }

      describe("orders") {
        it("has a total") {
          total() shouldBe 3
        }

        xit("is slow") {
          wait()
        }
      }
    })

    class Words : StringSpec() {
      init {
        "a word" {
          word() shouldBe "x"
        }
        "another".config(enabled = true) {
          word().shouldNotBeNull()
        }
      }
    }
    """#

  private static let script = #"""
    plugins {
      kotlin("jvm") version "2.0.0"
    }

    val target by extra("1.8")

    dependencies {
      implementation("io.ktor:ktor-client-core:3.0.0")
      testImplementation(kotlin("test"))
    }

    tasks.withType<Test> {
      useJUnitPlatform()
    }

    fun greet(name: String) = "hello $name"
    """#
}
