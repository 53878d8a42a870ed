/// What stands in the packages that are mostly imported whole. Only names that say by themselves where they are from:
/// of a `get` behind `import a.*` nobody knows whose it is.
enum KotlinPackages {
  static func names(in package: String) -> [String] { packages[package] ?? [] }

  /// Functions with everybody's names, which are meant where they are called on nothing: `get("/orders") { … }`.
  static func bareFunctions(in package: String) -> [String] { bare[package] ?? [] }

  /// Behind such a function's name where the environment holds it, so that no member is taken for it.
  static let bareMark = "()"

  private static let routes = ["delete", "get", "head", "options", "patch", "post", "put", "webSocket"]
  private static let bare: [String: [String]] = [
    "io.ktor.server.routing": routes, "io.ktor.server.resources": routes, "io.ktor.server.websocket": ["webSocket"],
  ]

  private static let packages: [String: [String]] = [
    "java.io": [
      "BufferedInputStream", "BufferedOutputStream", "BufferedReader", "BufferedWriter", "ByteArrayInputStream",
      "ByteArrayOutputStream", "Closeable", "DataInputStream", "DataOutputStream", "EOFException", "File",
      "FileInputStream", "FileNotFoundException", "FileOutputStream", "FileReader", "FileWriter", "IOException",
      "InputStream", "InputStreamReader", "ObjectInputStream", "ObjectOutputStream", "OutputStream",
      "OutputStreamWriter", "PrintStream", "PrintWriter", "RandomAccessFile", "Reader", "Serializable", "StringReader",
      "StringWriter", "UncheckedIOException", "Writer",
    ],
    "java.net": [
      "ConnectException", "DatagramPacket", "DatagramSocket", "HttpURLConnection", "InetAddress", "InetSocketAddress",
      "ServerSocket", "Socket", "SocketException", "SocketTimeoutException", "URI", "URL", "URLConnection",
      "URLDecoder", "URLEncoder", "UnknownHostException",
    ],
    "java.net.http": ["HttpClient", "HttpRequest", "HttpResponse", "HttpTimeoutException"],
    "java.nio.file": [
      "FileAlreadyExistsException", "Files", "NoSuchFileException", "Path", "Paths", "StandardCopyOption",
      "StandardOpenOption",
    ],
    "java.sql": [
      "Connection", "DriverManager", "PreparedStatement", "ResultSet", "SQLException", "Statement", "Timestamp",
    ],
    "javax.sql": ["DataSource"],
    "java.time": ["Clock", "Duration", "Instant", "LocalDate", "LocalDateTime", "LocalTime", "ZonedDateTime"],
    "java.util": [
      "ArrayDeque", "Calendar", "Collections", "Date", "LinkedList", "Locale", "Objects", "Optional", "Properties",
      "Random", "Scanner", "Timer", "TimerTask", "TreeMap", "UUID",
    ],
    "java.util.concurrent": [
      "ArrayBlockingQueue", "BlockingQueue", "Callable", "CompletableFuture", "ConcurrentHashMap",
      "ConcurrentLinkedQueue", "CopyOnWriteArrayList", "CountDownLatch", "CyclicBarrier", "ExecutionException",
      "ExecutorService", "Executors", "Future", "LinkedBlockingQueue", "ScheduledExecutorService", "Semaphore",
      "ThreadLocalRandom", "ThreadPoolExecutor", "TimeUnit", "TimeoutException",
    ],
    "java.util.concurrent.atomic": ["AtomicBoolean", "AtomicInteger", "AtomicLong", "AtomicReference"],
    "java.util.concurrent.locks": ["Condition", "Lock", "ReentrantLock", "ReentrantReadWriteLock", "ReadWriteLock"],
    "kotlin.concurrent": ["thread", "withLock", "timer", "fixedRateTimer"],
    "kotlin.system": ["exitProcess", "measureTimeMillis", "measureNanoTime", "getTimeMillis"],
    "kotlin.random": ["Random"],
    "kotlin.io.path": ["Path", "createTempFile", "createTempDirectory"],
    "kotlinx.coroutines": [
      "CancellationException", "CompletableDeferred", "CoroutineDispatcher", "CoroutineExceptionHandler",
      "CoroutineName", "CoroutineScope", "CoroutineStart", "Deferred", "Dispatchers", "GlobalScope", "Job", "MainScope",
      "NonCancellable", "SupervisorJob", "TimeoutCancellationException", "async", "awaitAll", "awaitCancellation",
      "cancelAndJoin", "cancelChildren", "coroutineScope", "delay", "ensureActive", "joinAll", "launch",
      "runBlocking", "runInterruptible", "supervisorScope", "suspendCancellableCoroutine", "withContext", "withTimeout",
      "withTimeoutOrNull", "yield",
    ],
    "kotlinx.coroutines.flow": [
      "Flow", "MutableSharedFlow", "MutableStateFlow", "SharedFlow", "StateFlow", "asFlow", "callbackFlow",
      "channelFlow", "collect", "collectLatest", "emitAll", "flow", "flowOf", "launchIn", "retryWhen",
      "stateIn", "shareIn",
    ],
    "kotlinx.coroutines.channels": ["Channel", "ReceiveChannel", "SendChannel", "produce", "consumeEach"],
    "kotlinx.coroutines.sync": ["Mutex", "Semaphore", "withLock", "withPermit"],
    "kotlinx.coroutines.test": ["TestScope", "runTest", "advanceUntilIdle", "advanceTimeBy", "runBlockingTest"],
    "kotlinx.serialization": ["Serializable", "SerializationException", "decodeFromString", "encodeToString"],
    "kotlinx.serialization.json": ["Json", "JsonElement", "JsonObject", "decodeFromStream", "encodeToStream"],
    "io.ktor.client": ["HttpClient"],
    "io.ktor.client.plugins": [
      "ClientRequestException", "HttpRequestRetry", "HttpRequestTimeoutException", "HttpTimeout",
      "RedirectResponseException", "ResponseException", "ServerResponseException",
    ],
    "io.ktor.client.request": [
      "HttpRequestBuilder", "preparePost", "prepareGet", "prepareRequest", "setBody", "bearerAuth", "basicAuth",
    ],
    "io.ktor.client.request.forms": ["submitForm", "submitFormWithBinaryData", "formData"],
    "io.ktor.client.statement": ["HttpResponse", "HttpStatement", "bodyAsText", "bodyAsChannel"],
    "io.ktor.http": ["ContentType", "HttpHeaders", "HttpMethod", "HttpStatusCode", "Url", "isSuccess"],
    "io.ktor.server.application": ["Application", "ApplicationCall", "install", "call"],
    "io.ktor.server.engine": ["embeddedServer"],
    "io.ktor.server.routing": ["Route", "Routing", "routing", "route"],
    "io.ktor.server.request": ["receive", "receiveText", "receiveNullable", "receiveParameters", "receiveMultipart"],
    "io.ktor.server.response": [
      "respond", "respondText", "respondRedirect", "respondBytes", "respondFile", "respondOutputStream",
      "respondNullable",
    ],
    "io.ktor.server.testing": ["testApplication", "withTestApplication"],
    "org.jetbrains.exposed.sql": [
      "Database", "Query", "ResultRow", "SchemaUtils", "Table", "deleteAll", "deleteWhere", "insert", "insertAndGetId",
      "insertIgnore", "batchInsert", "select", "selectAll", "update", "upsert",
    ],
    "org.jetbrains.exposed.sql.transactions": ["transaction", "TransactionManager"],
    "org.jetbrains.exposed.v1.jdbc": [
      "Database", "Query", "SchemaUtils", "deleteAll", "deleteWhere", "insert", "insertAndGetId", "insertIgnore",
      "batchInsert", "select", "selectAll", "update", "upsert",
    ],
    "org.jetbrains.exposed.v1.jdbc.transactions": ["transaction"],
    "org.jetbrains.exposed.dao": ["Entity", "EntityClass", "IntEntity", "IntEntityClass", "UUIDEntity"],
    "androidx.room": [
      "Dao", "Database", "Delete", "Insert", "Query", "Room", "RoomDatabase", "Transaction", "Update", "Upsert",
      "withTransaction",
    ],
    "okhttp3": [
      "Call", "Callback", "Interceptor", "MediaType", "OkHttpClient", "Request", "RequestBody", "Response",
      "WebSocket",
    ],
    "retrofit2": ["Call", "Callback", "HttpException", "Response", "Retrofit"],
    "retrofit2.http": ["Body", "DELETE", "GET", "PATCH", "POST", "PUT", "Path"],
    "arrow.core": ["Either", "Option", "NonEmptyList", "either"],
    "io.mockk": [
      "coEvery", "coVerify", "confirmVerified", "coVerifyOrder", "coVerifySequence", "every", "justRun", "mockk",
      "mockkObject", "mockkStatic", "slot", "spyk", "unmockkAll", "verify", "verifyAll", "verifyOrder",
      "verifySequence",
    ],
    "org.mockito.kotlin": [
      "argumentCaptor", "atLeastOnce", "doReturn", "doThrow", "mock", "never", "spy", "stub", "times", "verify",
      "verifyNoInteractions", "verifyNoMoreInteractions", "whenever",
    ],
    "org.mockito.Mockito": [
      "atLeastOnce", "doReturn", "doThrow", "mock", "never", "spy", "times", "verify", "verifyNoInteractions",
      "verifyNoMoreInteractions",
    ],
    "kotlin.test": KotlinAssertions.functions + ["Test", "BeforeTest", "AfterTest", "Ignore"],
    "org.junit.jupiter.api": KotlinAssertions.functions + [
      "AfterAll", "AfterEach", "Assertions", "BeforeAll", "BeforeEach", "Disabled", "DisplayName", "Nested",
      "RepeatedTest", "Test", "TestFactory", "TestInstance",
    ],
    "org.junit.jupiter.api.Assertions": KotlinAssertions.functions,
    "org.junit": ["After", "AfterClass", "Assert", "Before", "BeforeClass", "Ignore", "Rule", "Test"],
    "org.junit.Assert": KotlinAssertions.functions,
    "org.assertj.core.api.Assertions": [
      "assertThat", "assertThatThrownBy", "assertThatExceptionOfType", "catchThrowable",
    ],
    "org.hamcrest.MatcherAssert": ["assertThat"],
    "io.kotest.matchers": ["shouldBe", "shouldNotBe"],
    "io.kotest.assertions.throwables": ["shouldThrow", "shouldThrowAny", "shouldThrowExactly", "shouldNotThrowAny"],
    "assertk": ["assertThat", "assertFailure", "assertAll"],
    "strikt.api": ["expectThat", "expectThrows", "expectCatching", "expect"],
    "org.springframework.web.client": [
      "HttpClientErrorException", "HttpServerErrorException", "ResourceAccessException", "RestClient", "RestTemplate",
      "RestClientException",
    ],
    "org.springframework.web.reactive.function.client": [
      "WebClient", "awaitBody", "awaitBodyOrNull", "awaitExchange", "awaitEntity", "awaitBodilessEntity", "bodyToMono",
      "bodyToFlow",
    ],
    "org.springframework.web.bind.annotation": [
      "DeleteMapping", "ExceptionHandler", "GetMapping", "PatchMapping", "PostMapping", "PutMapping", "RequestMapping",
      "RestController",
    ],
    "org.springframework.stereotype": ["Component", "Controller", "Repository", "Service"],
    "org.springframework.boot": ["SpringApplication", "runApplication"],
    "org.koin.core.component": ["KoinComponent", "inject"],
    "org.koin.dsl": ["module", "koinApplication"],
    "org.slf4j": ["Logger", "LoggerFactory", "MDC"],
    "mu": ["KLogger", "KLogging", "KotlinLogging"],
    "io.github.oshai.kotlinlogging": ["KLogger", "KotlinLogging"],
    "android.util": ["Log"],
    "timber.log": ["Timber"],
    "com.github.kittinunf.fuel": ["Fuel", "httpDelete", "httpGet", "httpPost", "httpPut"],
    "app.cash.turbine": ["test", "turbineScope"],
    "androidx.compose.ui.test": [
      "assertCountEquals", "assertHasClickAction", "assertIsDisplayed", "assertIsEnabled", "assertIsNotDisplayed",
      "assertIsNotEnabled", "assertIsOff", "assertIsOn", "assertIsSelected", "assertTextContains", "assertTextEquals",
    ],
  ]
}
