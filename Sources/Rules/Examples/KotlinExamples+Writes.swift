extension LanguageExamples {
  static let kotlinWrites: [RuleID: [RuleExample]] = [
    .checkThenAct: [
      RuleExample(
        "kotlin",
        "A look, then a file",
        """
        import java.nio.file.Path
        import kotlin.io.path.exists
        import kotlin.io.path.writeText

        fun claim(lock: Path, job: String) {
          if (!lock.exists()) {
            lock.writeText(job)
            ^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "A look, then a file that is only made where there is none",
        """
        import java.nio.file.Path
        import kotlin.io.path.createFile
        import kotlin.io.path.exists

        fun claim(lock: Path) {
          if (!lock.exists()) {
            lock.createFile()
            ^^^^^^^^^^^^^^^^^ checked
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "One at a time",
        """
        import java.nio.file.Path
        import kotlin.io.path.exists
        import kotlin.io.path.writeText

        class Jobs(private val guard: Any) {
          fun claim(lock: Path, job: String) = synchronized(guard) {
            if (!lock.exists()) {
              lock.writeText(job)
              ^^^^^^^^^^^^^^^^^^^ checked
            }
          }
        }
        """
      ),
    ],
    .retryWithoutIdempotency: [
      RuleExample(
        "kotlin",
        "A charge that may happen twice",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.request.post
        import kotlinx.coroutines.delay
        import java.io.IOException

        suspend fun charge(client: HttpClient, order: Order) {
          var attempt = 0
          while (attempt < 3) {
            attempt++
            try {
              client.post("https://pay.internal/charges/${order.id}")
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return
            } catch (e: IOException) {
              delay(1_000)
            }
          }
          throw IllegalStateException("gave up")
        }
        """
      ),
      RuleExample(
        "kotlin",
        "Reading again does no harm",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.request.get
        import io.ktor.client.statement.bodyAsText
        import kotlinx.coroutines.delay
        import java.io.IOException

        suspend fun rates(client: HttpClient): String {
          var attempt = 0
          while (true) {
            try {
              return client.get("https://rates.internal/today").bodyAsText()
            } catch (e: IOException) {
              attempt++
              if (attempt == 3) throw e
              delay(1_000)
            }
          }
        }
        """
      ),
    ],
    .ioInLoop: [
      RuleExample(
        "kotlin",
        "A request for each order",
        """
        import io.ktor.client.HttpClient
        import io.ktor.client.call.body
        import io.ktor.client.request.get

        suspend fun prices(client: HttpClient, orders: List<Order>): List<Price> {
          val found = mutableListOf<Price>()
          for (order in orders) {
            found += client.get("https://prices.internal/${order.sku}").body<Price>()
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
          return found
        }
        """
      ),
      RuleExample(
        "kotlin",
        "An insert for each row",
        """
        import org.jetbrains.exposed.sql.insert
        import org.jetbrains.exposed.sql.transactions.transaction

        fun store(rows: List<Row>) = transaction {
          for (row in rows) {
            Prices.insert { it[Prices.sku] = row.sku }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        }
        """
      ),
      RuleExample(
        "kotlin",
        "One insert for all of them",
        """
        import org.jetbrains.exposed.sql.batchInsert
        import org.jetbrains.exposed.sql.transactions.transaction

        fun store(rows: List<Row>) = transaction {
          Prices.batchInsert(rows) { row -> this[Prices.sku] = row.sku }
        }
        """
      ),
    ],
    .unparsedRegion: [
      RuleExample(
        "kotlin",
        "A line that is not finished yet",
        """
        fun total(order: Order): Int {
          val lines = order. ?
                             ^ unverified
          return sum(order.lines)
        }
        """
      ),
      RuleExample(
        "kotlin",
        "Code that parses has no such entry",
        """
        fun total(order: Order): Int {
          return sum(order.lines)
        }
        """
      ),
    ],
  ]
}
