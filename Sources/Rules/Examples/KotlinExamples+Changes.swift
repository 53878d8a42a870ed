extension LanguageExamples {
  static let kotlinChanges: [RuleID: [RuleExample]] = [
    .removedGuard: [
      RuleExample(
        "kotlin",
        "Who may do this is no longer asked",
        baseline: """
          fun refund(user: User, payment: Payment) {
            require(user.may("refund")) { "not allowed" }
            gateway.refund(payment)
          }
          """,
        """
        fun refund(user: User, payment: Payment) {
          gateway.refund(payment)
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
        """
      ),
      RuleExample(
        "kotlin",
        "The same check, written another way",
        baseline: """
          fun ship(order: Order) {
            if (order.address == null) throw IllegalArgumentException("no address")
            carrier.ship(order)
          }
          """,
        """
        fun ship(order: Order) {
            ^^^^ checked
          val address = order.address ?: throw IllegalArgumentException("no address")
          carrier.ship(order)
        }
        """
      ),
    ],
    .weakenedHandler: [
      RuleExample(
        "kotlin",
        "A failure that was raised is now null",
        baseline: """
          import java.io.File

          fun settings(path: String): String? {
            try {
              return File(path).readText()
            } catch (e: java.io.IOException) {
              throw IllegalStateException("settings at $path", e)
            }
          }
          """,
        """
        import java.io.File

        fun settings(path: String): String? = runCatching { File(path).readText() }.getOrNull()
                                                                                    ^^^^^^^^^^^ flagged high
        """
      ),
      RuleExample(
        "kotlin",
        "`runCatching` in the place of `try`, and still raised",
        baseline: """
          import java.io.File

          fun settings(path: String): String? {
            try {
              return File(path).readText()
            } catch (e: Exception) {
              throw IllegalStateException("settings at $path", e)
            }
          }
          """,
        """
        import java.io.File

        fun settings(path: String): String? =
          runCatching { File(path).readText() }.getOrElse { e -> throw IllegalStateException("settings at $path", e) }
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        """
      ),
    ],
    .fabricatedResult: [
      RuleExample(
        "kotlin",
        "A customer that nobody stored",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.call.body
        import io.ktor.client.request.get
        import java.io.IOException

        suspend fun customer(client: HttpClient, id: String): Map<String, String> =
          try {
            client.get("https://crm.internal/$id").body()
          } catch (e: IOException) {
            ^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            mapOf("id" to id, "name" to "John Doe", "email" to "john@shop.test", "tier" to "gold")
          }
        """
      ),
      RuleExample(
        "kotlin",
        "Nothing is known, and nothing is said",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.call.body
        import io.ktor.client.request.get
        import java.io.IOException

        suspend fun customer(client: HttpClient, id: String): Customer? =
          try {
            client.get("https://crm.internal/$id").body()
          } catch (e: IOException) {
            null
          }
        """
      ),
    ],
    .assertionFreeTest: [
      RuleExample(
        "kotlin",
        "Nothing is demanded of what is tested",
        path: "src/test/kotlin/RefundTest.kt",
        """
        import org.junit.jupiter.api.Test

        class RefundTest {
          @Test
          fun `refunds an order`() {
              ^^^^^^^^^^^^^^^^^^ flagged medium
            val order = paidOrder()
            refund(order)
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "Kotest's words, and MockK's",
        path: "src/test/kotlin/RefundSpec.kt",
        """
        import io.kotest.core.spec.style.FunSpec
        import io.kotest.matchers.shouldBe
        import io.mockk.verify

        class RefundSpec : FunSpec({
          test("gives the money back") {
                ^^^^^^^^^^^^^^^^^^^^ checked
            refund(order).total shouldBe 3
          }

          test("tells the gateway") {
                ^^^^^^^^^^^^^^^^^ checked
            refund(order)
            verify { gateway.refund(order.id) }
          }
        })
        """
      ),
    ],
    .tautologicalTest: [
      RuleExample(
        "kotlin",
        "What is expected is calculated by the call that is tested",
        path: "src/test/kotlin/PriceTest.kt",
        """
        import kotlin.test.Test
        import kotlin.test.assertEquals

        class PriceTest {
          @Test
          fun discount() {
            assertEquals(price(100, discount = 10), price(100, discount = 10))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "What is expected is written down",
        path: "src/test/kotlin/PriceTest.kt",
        """
        import kotlin.test.Test
        import kotlin.test.assertEquals

        class PriceTest {
          @Test
          fun discount() {
              ^^^^^^^^ checked
            assertEquals(90, price(100, discount = 10))
          }
        }
        """
      ),
    ],
  ]
}
