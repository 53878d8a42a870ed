import JSONText
import Testing

@testable import Knowledge

/// What is known of the libraries of Kotlin, and of those of Java that it calls.
@Suite struct KotlinKnowledgeTests {
  private let kotlin = KnowledgeBase.standard(for: "kotlin")

  @Test(arguments: [
    ("java.io.File.readText", Effect.fileRead), ("java.io.File.writeText", .fileWrite),
    ("java.net.URL.readText", .networkRead), ("io.ktor.client.HttpClient.get", .networkRead),
    ("io.ktor.client.request.post", .networkWrite), ("org.jetbrains.exposed.sql.insert", .databaseWrite),
    ("org.springframework.web.reactive.function.client.WebClient.get().uri().retrieve().awaitBody", .networkRead),
    ("shop.RatesGrpcKt.RatesCoroutineStub.today", .networkByVerb),
    ("io.lettuce.core.api.coroutines.RedisCoroutinesCommands.get", .cacheRead),
    ("aws.sdk.kotlin.services.s3.S3Client.getObject", .networkRead),
  ])
  func callsTouchWhatTheyTouch(_ path: String, _ effect: Effect) {
    #expect(kotlin.call(path)?.effect == effect)
  }

  @Test(arguments: [
    ("println", Part.log), ("mu.KotlinLogging.logger().error", .log), ("timber.log.Timber.e", .log),
    ("android.util.Log.w", .log), ("kotlinx.coroutines.withTimeout", .timeout),
    ("kotlinx.coroutines.GlobalScope.launch", .spawn), ("androidx.lifecycle.viewModelScope.launch", .spawn),
    ("kotlinx.coroutines.delay", .sleep), ("io.ktor.server.response.respond", .respond),
    ("io.ktor.server.routing.get", .routes), ("io.mockk.every", .mock), ("kotlin.system.exitProcess", .exit),
    ("org.jetbrains.exposed.sql.transactions.transaction", .transaction),
    ("io.github.resilience4j.kotlin.retry.executeSuspendFunction", .retry),
    ("io.kotest.matchers.collections.shouldContain", .asserts),
  ])
  func callsAreWhatTheyAreToTheRules(_ path: String, _ part: Part) {
    #expect(kotlin.call(path)?.part == part)
  }

  /// A suspending function has done its work when it returns; only `async` gives something to wait for.
  @Test func onlyAsyncGivesATask() {
    #expect(kotlin.call("kotlinx.coroutines.async")?.isAsync == true)
    #expect(kotlin.call("kotlinx.coroutines.withContext")?.isAsync == false)
    #expect(kotlin.call("io.ktor.client.HttpClient.get")?.isAsync == false)
  }

  @Test func whatIsKnownOfJavaIsKnownInKotlin() throws {
    for text in KnowledgeBase.embedded("java") {
      let library = try KnowledgeLibrary(json: JSONValue(parsing: text))
      #expect(library.family == "java")
      for name in library.calls.flatMap(\.names) where !name.contains("*") && !name.contains("{") {
        #expect(kotlin.call(name) != nil, "\(library.name): \(name)")
      }
    }
  }

  @Test(.enabled(if: KnowledgeLibrary.families.contains("java")))
  func aWorkspacesLibraryOfJavaIsKnownInKotlinOnly() throws {
    let text = #"{"library": "shop", "language": "java", "calls": [{"names": ["shop.Pay.now"], "effect": "payment"}]}"#
    let own = try KnowledgeLibrary(KnowledgeFile(name: "shop.json", bytes: Array(text.utf8)))
    #expect(KnowledgeBase(kotlin, adding: [own]).call("shop.Pay.now")?.effect == .payment)
    #expect(KnowledgeBase(kotlin, adding: [own]).version != kotlin.version)
    #expect(KnowledgeBase(KnowledgeBase.standard(for: "python"), adding: [own]).call("shop.Pay.now") == nil)
  }
}
