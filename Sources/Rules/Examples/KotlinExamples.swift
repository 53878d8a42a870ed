extension LanguageExamples {
  static let kotlin = LanguageExamples(
    "kotlin",
    examples: kotlinFailures.merging(kotlinWrites) { $1 }.merging(kotlinChanges) { $1 },
    absent: [
      .unawaitedTask: """
      a coroutine belongs to a scope, which waits for it and hears of its failure; where the scope is nobody's \
      (`GlobalScope`), it is `unverified`
      """
    ]
  )
}

extension LanguageExamples {
  static let kotlinFailures: [RuleID: [RuleExample]] = [
    .swallowedError: [
      RuleExample(
        "kotlin",
        "A warning and an empty list in place of the answer",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.call.body
        import io.ktor.client.request.get
        import org.slf4j.LoggerFactory

        class Orders(private val client: HttpClient) {
          private val log = LoggerFactory.getLogger(Orders::class.java)

          suspend fun open(customer: String): List<Order> {
            return try {
              client.get("https://orders.internal/$customer").body()
            } catch (e: Exception) {
              ^^^^^^^^^^^^^^^^^^^^^^ flagged high
              log.warn("orders of {}: {}", customer, e.message)
              emptyList()
            }
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "`runCatching` passes over what failed",
        """
        import java.io.File

        fun remember(path: String, token: String) {
          runCatching { File(path).writeText(token) }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
        """
      ),
      RuleExample(
        "kotlin",
        "The failure goes on with its cause",
        """
        import java.io.File

        class SettingsMissing(message: String, cause: Throwable) : Exception(message, cause)

        fun settings(path: String): String {
          try {
            return File(path).readText()
          } catch (e: Exception) {
            ^^^^^^^^^^^^^^^^^^^^^^ checked
            throw SettingsMissing("settings at $path", e)
          }
        }
        """
      ),
    ],
    .broadCatch: [
      RuleExample(
        "kotlin",
        "One handler for two requests and a bug in between",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.request.get
        import io.ktor.client.request.post

        suspend fun sync(client: HttpClient, order: Order) {
          try {
            val known = client.get("https://orders.internal/${order.id}")
            if (known.status.value == 404) client.post("https://orders.internal/${order.id}")
          } catch (e: Throwable) {
            ^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            order.markStale()
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "Only what a missing file raises",
        """
        import java.io.File
        import java.io.FileNotFoundException

        fun token(path: String): String? =
          try {
            File(path).readText()
          } catch (e: FileNotFoundException) {
            null
          }
        """
      ),
    ],
    .missingTimeout: [
      RuleExample(
        "kotlin",
        "A page without a limit",
        """
        import java.net.URL

        fun rates(): String = URL("https://rates.internal/today").readText()
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        """
      ),
      RuleExample(
        "kotlin",
        "The whole body has five seconds",
        """
        import kotlinx.coroutines.withTimeout
        import shop.rates.RatesGrpcKt.RatesCoroutineStub

        suspend fun rates(stub: RatesCoroutineStub): Rates =
          withTimeout(5_000) {
            stub.today(request)
            ^^^^^^^^^^^^^^^^^^^ checked
          }
        """
      ),
      RuleExample(
        "kotlin",
        "A client that somebody else made",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.request.post

        class Payments(private val client: HttpClient) {
          suspend fun pay(order: Order) = client.post("https://pay.internal/charges/${order.id}")
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
        """
      ),
    ],
    .uncheckedResult: [
      RuleExample(
        "kotlin",
        "The status of an answer is never looked at",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.request.post
        import io.ktor.client.request.setBody

        suspend fun publish(client: HttpClient, order: Order) {
          client.post("https://bus.internal/orders") { setBody(order) }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
        """
      ),
      RuleExample(
        "kotlin",
        "The status decides",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.request.post
        import io.ktor.http.isSuccess

        suspend fun publish(client: HttpClient, order: Order) {
          val answer = client.post("https://bus.internal/orders/${order.id}")
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          if (!answer.status.isSuccess()) throw IllegalStateException("publish: ${answer.status}")
        }
        """
      ),
    ],
    .unawaitedTask: [
      RuleExample(
        "kotlin",
        "A result that nobody asks for",
        """
        import kotlinx.coroutines.GlobalScope
        import kotlinx.coroutines.async

        fun warm(cache: Cache) {
          GlobalScope.async { cache.load() }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
        """
      ),
      RuleExample(
        "kotlin",
        "Both results are awaited",
        """
        import kotlinx.coroutines.async
        import kotlinx.coroutines.coroutineScope

        suspend fun page(shop: Shop, id: String): Page = coroutineScope {
          val order = async { shop.order(id) }
                      ^^^^^^^^^^^^^^^^^^^^^^^^ checked
          val customer = async { shop.customer(id) }
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          Page(order.await(), customer.await())
        }
        """
      ),
      RuleExample(
        "kotlin",
        "A suspending function is done when it returns",
        """
        suspend fun place(order: Order) {
          reserve(order)
          save(order)
        }

        suspend fun reserve(order: Order) = stock.reserve(order.lines)

        suspend fun save(order: Order) {
          store.write(order)
        }
        """
      ),
    ],
  ]
}
