import TreeSitter

/// What names of Java mean without being declared in a file.
enum JavaNames {
  /// Under this the environment holds the package of a file in which a type's name without import can only be of the
  /// same package. No name in a program is spelled so.
  static let packageKey = "package"
  /// Behind a method's name where the environment holds it: methods and fields have names of their own.
  static let callMark = "()"

  static func types(ofPackage package: String) -> [String] { packages[package] ?? [] }
  static func members(ofType type: String) -> [String] { statics[type] ?? [] }

  /// The type of the field `log` that an annotation of Lombok's adds to a type; nil where none does.
  static func logger(of syntax: JavaSyntax, _ type: Int32) -> String? {
    for annotation in syntax.annotations(type) {
      if let logger = loggers[syntax.annotationName(annotation)] { return logger }
    }
    return nil
  }

  private static let loggers = [
    "Slf4j": "org.slf4j.Logger", "XSlf4j": "org.slf4j.ext.XLogger", "Log4j": "org.apache.log4j.Logger",
    "Log4j2": "org.apache.logging.log4j.Logger", "CommonsLog": "org.apache.commons.logging.Log",
    "Log": "java.util.logging.Logger", "JBossLog": "org.jboss.logging.Logger",
    "Flogger": "com.google.common.flogger.FluentLogger",
  ]

  /// Where fully written names start.
  static let roots: Set<String> = ["java", "javax", "jakarta", "org", "com", "io", "net", "kotlin", "reactor"]

  /// What `java.lang` holds.
  static let globals: Set<String> = [
    "Boolean", "Byte", "Character", "CharSequence", "Class", "ClassLoader", "Cloneable", "Comparable", "Double",
    "Enum", "Float", "Integer", "Iterable", "Long", "Math", "Module", "Number", "Object", "Package", "Process",
    "ProcessBuilder", "ProcessHandle", "Record", "Runnable", "Runtime", "Short", "StackWalker", "StrictMath", "String",
    "StringBuffer", "StringBuilder", "System", "Thread", "ThreadGroup", "ThreadLocal", "InheritableThreadLocal",
    "AutoCloseable", "Appendable", "Readable", "Void", "StackTraceElement", "ScopedValue",
    "Throwable", "Exception", "Error", "ArithmeticException", "ArrayIndexOutOfBoundsException", "ArrayStoreException",
    "ClassCastException", "ClassNotFoundException", "CloneNotSupportedException", "EnumConstantNotPresentException",
    "IllegalAccessException", "IllegalArgumentException", "IllegalCallerException", "IllegalMonitorStateException",
    "IllegalStateException", "IllegalThreadStateException", "IndexOutOfBoundsException", "InstantiationException",
    "InterruptedException", "LayerInstantiationException", "MatchException", "NegativeArraySizeException",
    "NoSuchFieldException", "NoSuchMethodException", "NullPointerException", "NumberFormatException",
    "ReflectiveOperationException", "RuntimeException", "SecurityException", "StringIndexOutOfBoundsException",
    "TypeNotPresentException", "UnsupportedOperationException", "AbstractMethodError", "AssertionError",
    "BootstrapMethodError", "ClassCircularityError", "ClassFormatError", "ExceptionInInitializerError",
    "IncompatibleClassChangeError", "InstantiationError", "InternalError", "LinkageError", "NoClassDefFoundError",
    "NoSuchFieldError", "NoSuchMethodError", "OutOfMemoryError", "StackOverflowError", "ThreadDeath", "UnknownError",
    "UnsatisfiedLinkError", "UnsupportedClassVersionError", "VerifyError", "VirtualMachineError",
  ]

  /// The types of packages that are imported whole: those that knowledge speaks of.
  private static let packages: [String: [String]] = [
    "java.util": [
      "ArrayDeque", "ArrayList", "Arrays", "Base64", "BitSet", "Calendar", "Collection", "Collections", "Comparator",
      "ConcurrentModificationException", "Currency", "Date", "Deque", "EnumMap", "EnumSet", "Enumeration", "HashMap",
      "HashSet", "Hashtable", "IdentityHashMap", "InputMismatchException", "Iterator", "LinkedHashMap",
      "LinkedHashSet", "LinkedList", "List", "ListIterator", "Locale", "Map", "MissingResourceException",
      "NoSuchElementException", "Objects", "Optional", "OptionalDouble", "OptionalInt", "OptionalLong",
      "PriorityQueue", "Properties", "Queue", "Random", "ResourceBundle", "Scanner", "ServiceLoader", "Set",
      "SortedMap", "Stack", "StringJoiner", "StringTokenizer", "TimeZone", "Timer", "TimerTask", "TreeMap", "TreeSet",
      "UUID", "Vector", "WeakHashMap",
    ],
    "java.util.concurrent": [
      "ArrayBlockingQueue", "BlockingDeque", "BlockingQueue", "BrokenBarrierException", "Callable",
      "CancellationException", "CompletableFuture", "CompletionException", "CompletionService", "CompletionStage",
      "ConcurrentHashMap", "ConcurrentLinkedDeque", "ConcurrentLinkedQueue", "ConcurrentMap", "ConcurrentSkipListMap",
      "ConcurrentSkipListSet", "CopyOnWriteArrayList", "CopyOnWriteArraySet", "CountDownLatch", "CyclicBarrier",
      "DelayQueue", "Exchanger", "ExecutionException", "Executor", "ExecutorCompletionService", "ExecutorService",
      "Executors", "ForkJoinPool", "ForkJoinTask", "Future", "FutureTask", "LinkedBlockingDeque",
      "LinkedBlockingQueue", "Phaser", "PriorityBlockingQueue", "RejectedExecutionException",
      "ScheduledExecutorService",
      "ScheduledFuture", "ScheduledThreadPoolExecutor", "Semaphore", "SynchronousQueue", "ThreadFactory",
      "ThreadLocalRandom", "ThreadPoolExecutor", "TimeUnit", "TimeoutException", "TransferQueue",
    ],
    "java.util.concurrent.atomic": [
      "AtomicBoolean", "AtomicInteger", "AtomicIntegerArray", "AtomicLong", "AtomicLongArray", "AtomicReference",
      "DoubleAdder", "LongAdder",
    ],
    "java.util.concurrent.locks": [
      "Condition", "Lock", "LockSupport", "ReadWriteLock", "ReentrantLock",
      "ReentrantReadWriteLock", "StampedLock",
    ],
    "java.util.function": [
      "BiConsumer", "BiFunction", "BinaryOperator", "BooleanSupplier", "Consumer", "Function", "Predicate", "Supplier",
      "UnaryOperator",
    ],
    "java.util.logging": ["Handler", "Level", "Logger"],
    "java.util.stream": ["Collectors", "IntStream", "LongStream", "Stream", "StreamSupport"],
    "java.io": [
      "BufferedInputStream", "BufferedOutputStream", "BufferedReader", "BufferedWriter", "ByteArrayInputStream",
      "ByteArrayOutputStream", "Closeable", "DataInputStream", "DataOutputStream", "EOFException", "File",
      "FileInputStream", "FileNotFoundException", "FileOutputStream", "FileReader", "FileWriter", "IOException",
      "InputStream", "InputStreamReader", "InterruptedIOException", "ObjectInputStream", "ObjectOutputStream",
      "OutputStream", "OutputStreamWriter", "PrintStream", "PrintWriter", "RandomAccessFile", "Reader", "Serializable",
      "StringReader", "StringWriter", "UncheckedIOException", "UnsupportedEncodingException", "Writer",
    ],
    "java.net": [
      "ConnectException", "DatagramPacket", "DatagramSocket", "HttpURLConnection", "InetAddress", "InetSocketAddress",
      "MalformedURLException", "NetworkInterface", "Proxy", "ServerSocket", "Socket", "SocketException",
      "SocketTimeoutException", "URI", "URISyntaxException", "URL", "URLConnection", "URLDecoder", "URLEncoder",
      "UnknownHostException",
    ],
    "java.net.http": ["HttpClient", "HttpHeaders", "HttpRequest", "HttpResponse", "HttpTimeoutException", "WebSocket"],
    "java.nio.file": [
      "DirectoryNotEmptyException", "DirectoryStream", "FileAlreadyExistsException", "FileSystem", "FileSystems",
      "Files", "NoSuchFileException", "Path", "Paths", "StandardCopyOption", "StandardOpenOption", "WatchService",
    ],
    "java.sql": [
      "BatchUpdateException", "CallableStatement", "Connection", "DatabaseMetaData", "Date", "DriverManager",
      "PreparedStatement", "ResultSet", "ResultSetMetaData", "SQLException", "SQLIntegrityConstraintViolationException",
      "Statement", "Timestamp", "Types",
    ],
    "javax.sql": ["DataSource"],
    "java.time": [
      "Clock", "DateTimeException", "Duration", "Instant", "LocalDate", "LocalDateTime", "LocalTime", "OffsetDateTime",
      "Period", "ZoneId", "ZoneOffset", "ZonedDateTime",
    ],
    "jakarta.persistence": persistence, "javax.persistence": persistence,
    "org.springframework.web.bind.annotation": [
      "DeleteMapping", "ExceptionHandler", "GetMapping", "PatchMapping", "PathVariable", "PostMapping", "PutMapping",
      "RequestBody", "RequestMapping", "RequestParam", "ResponseStatus", "RestController",
    ],
    "org.springframework.http": [
      "HttpEntity", "HttpHeaders", "HttpMethod", "HttpStatus", "MediaType", "ResponseEntity",
    ],
    "org.slf4j": ["Logger", "LoggerFactory", "MDC"],
    "okhttp3": ["Call", "Callback", "OkHttpClient", "Request", "RequestBody", "Response"],
    "redis.clients.jedis": ["Jedis", "JedisCluster", "JedisPool", "JedisPoolConfig", "JedisPooled", "Pipeline"],
    "org.apache.kafka.clients.consumer": ["ConsumerRecord", "ConsumerRecords", "KafkaConsumer"],
    "org.apache.kafka.clients.producer": ["KafkaProducer", "Producer", "ProducerRecord", "RecordMetadata"],
    "org.junit": ["After", "AfterClass", "Assert", "Before", "BeforeClass", "Ignore", "Rule", "Test"],
    "org.junit.jupiter.api": [
      "AfterAll", "AfterEach", "Assertions", "BeforeAll", "BeforeEach", "Disabled", "DisplayName", "Nested", "Test",
    ],
    "org.mockito": ["ArgumentCaptor", "ArgumentMatchers", "InOrder", "Mock", "Mockito", "Spy"],
  ]

  private static let persistence = [
    "Column", "Entity", "EntityManager", "EntityManagerFactory", "EntityNotFoundException", "EntityTransaction",
    "NoResultException", "OptimisticLockException", "PersistenceContext", "PersistenceException", "Query",
    "TypedQuery", "Version",
  ]

  /// The static members of types that are imported whole, where they are no assertions: those are known by name.
  private static let statics: [String: [String]] = [
    "org.mockito.Mockito": [
      "doAnswer", "doNothing", "doReturn", "doThrow", "mock", "mockStatic", "never", "reset", "spy", "times", "verify",
      "when",
    ],
    "java.util.stream.Collectors": ["groupingBy", "joining", "toList", "toMap", "toSet"],
    "java.util.Objects": ["isNull", "nonNull", "requireNonNull"],
    "java.util.concurrent.TimeUnit": ["DAYS", "HOURS", "MILLISECONDS", "MINUTES", "NANOSECONDS", "SECONDS"],
    "org.awaitility.Awaitility": ["await", "given", "with"],
  ]
}
