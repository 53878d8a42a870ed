import TreeSitter

/// What modules provide: an import brings in all of a module's names, without naming one.
enum SwiftModules {
  /// By the name of a type or function: the modules that have one of that name.
  static let byName: [String: [String]] = {
    var found: [String: [String]] = [:]
    for (module, names) in modules {
      for name in names.split(separator: " ") { found[String(name), default: []].append(module) }
    }
    return found
  }()

  /// Modules that hand on what another provides.
  static func handsOn(_ module: String) -> [String] { handedOn[module] ?? [] }

  private static let handedOn: [String: [String]] = {
    var found: [String: [String]] = [
      "Foundation": ["Dispatch"], "FoundationNetworking": ["Foundation", "Dispatch"],
      "FoundationEssentials": ["Foundation"], "OSLog": ["os"], "os.log": ["os"],
      "FirebaseFirestoreSwift": ["FirebaseFirestore"],
      "Firebase": [
        "FirebaseFirestore", "FirebaseAuth", "FirebaseDatabase", "FirebaseStorage", "FirebaseAnalytics",
        "FirebaseCrashlytics", "FirebaseMessaging", "FirebaseFunctions", "FirebaseRemoteConfig", "Foundation",
      ],
      "NIO": ["NIOCore", "NIOPosix"],
      "Vapor": ["Foundation", "Dispatch", "Logging", "NIOCore", "AsyncHTTPClient", "Fluent"],
      "Fluent": ["FluentKit", "Vapor", "Foundation", "Logging", "NIOCore"], "CoreMetrics": ["Metrics"],
      "Stripe": ["StripePaymentSheet", "StripePayments", "Foundation"], "RealmSwift": ["Foundation"],
      "CoreData": ["Foundation", "Dispatch"], "GRDB": ["Foundation", "Dispatch"], "RxSwift": ["Foundation"],
    ]
    for module in [
      "UIKit", "AppKit", "SwiftUI", "WatchKit", "XCTest", "Testing", "Cocoa", "StoreKit", "CloudKit", "MapKit",
      "CoreLocation", "AVFoundation", "UserNotifications", "Combine", "SwiftData", "WidgetKit", "Quick", "Nimble",
      "Alamofire", "Moya", "Kingfisher", "Hummingbird", "SotoCore", "PostgresNIO", "MongoKitten", "Intents", "Photos",
      "HealthKit", "ARKit", "WebKit", "AuthenticationServices", "ComposableArchitecture",
    ] {
      found[module, default: []] += ["Foundation", "Dispatch"]
    }
    return found
  }()

  /// Labels of a first argument that make another initializer of a type: `Data(contentsOf:)` reads, `Data(count:)` not.
  static func tells(_ sw: SwiftSyntax, _ label: Int32) -> Bool { tellingLabels.contains { sw.isText(label, $0) } }

  private static let tellingLabels: [StaticString] = [
    "contentsOf", "contentsOfFile", "contentsOfURL", "forReadingFrom", "forWritingTo", "forUpdating",
    "forReadingAtPath", "forWritingAtPath", "forUpdatingAtPath", "contentsOfDirectory", "fileAtPath",
  ]

  private static let modules: [(String, String)] = [
    (
      "Foundation",
      """
      AttributedString Bundle ByteCountFormatter CachedURLResponse Calendar CharacterSet Data \
      DataProtocol Date DateComponents DateFormatter DateInterval Decimal \
      DistributedNotificationCenter FileHandle FileManager FileWrapper FormatStyle HTTPCookie \
      HTTPCookieStorage HTTPURLResponse Host ISO8601DateFormatter IndexSet InputStream JSONDecoder \
      JSONEncoder JSONSerialization Locale Measurement NSArray NSCache NSCondition NSConditionLock \
      NSCoder NSData NSDate NSDictionary NSDistributedLock NSError NSFileCoordinator NSKeyedArchiver \
      NSKeyedUnarchiver NSLock NSLog NSMutableArray NSMutableData NSMutableDictionary \
      NSMutableURLRequest NSNumber NSObject NSPredicate NSRecursiveLock NSRegularExpression NSSet \
      NSString NSURL NSURLConnection NSURLRequest NSURLSession NSUUID Notification NotificationCenter \
      NotificationQueue NumberFormatter Operation OperationQueue BlockOperation OutputStream \
      PersonNameComponents Pipe Port Process ProcessInfo Progress PropertyListDecoder \
      PropertyListEncoder PropertyListSerialization RunLoop Scanner Stream TimeInterval TimeZone \
      Thread Timer UndoManager URL URLAuthenticationChallenge URLCache URLComponents URLCredential \
      URLError URLProtocol URLQueryItem URLRequest URLResponse URLSession URLSessionConfiguration \
      URLSessionDataTask URLSessionDownloadTask URLSessionTask URLSessionUploadTask \
      URLSessionWebSocketTask UserDefaults UUID NSUbiquitousKeyValueStore NSFileManager CocoaError \
      POSIXError NSXPCConnection XMLParser XMLDocument arc4random arc4random_uniform NSHomeDirectory \
      NSTemporaryDirectory sleep usleep fopen fclose fwrite fread fputs popen system getenv setenv
      """
    ),
    (
      "Dispatch",
      """
      DispatchQueue DispatchGroup DispatchSemaphore DispatchWorkItem DispatchSource DispatchTime \
      DispatchWallTime DispatchIO DispatchData DispatchTimeInterval dispatchMain dispatchPrecondition
      """
    ),
    ("Synchronization", "Mutex Atomic AtomicLazyReference WordPair"),
    (
      "os",
      """
      Logger OSLog OSAllocatedUnfairLock OSSignposter os_log os_unfair_lock os_unfair_lock_lock \
      os_unfair_lock_unlock os_signpost OSLogStore
      """
    ),
    ("Logging", "Logger LoggingSystem LogHandler StreamLogHandler MultiplexLogHandler"),
    ("Metrics", "Counter Gauge Meter Recorder Timer FloatingPointCounter MetricsSystem"),
    (
      "Alamofire",
      """
      AF Session DataRequest DownloadRequest UploadRequest Request RetryPolicy \
      ConnectionLostRetryPolicy Interceptor RequestInterceptor ServerTrustManager \
      NetworkReachabilityManager HTTPHeaders HTTPMethod JSONEncoding URLEncoding AFError \
      MultipartFormData EventMonitor Retrier Adapter
      """
    ),
    ("Moya", "MoyaProvider TargetType NetworkLoggerPlugin MoyaError PluginType"),
    ("AsyncHTTPClient", "HTTPClient HTTPClientRequest HTTPClientResponse HTTPClientError"),
    (
      "NIOCore",
      """
      ByteBuffer ByteBufferAllocator Channel ChannelHandlerContext ChannelPipeline EventLoop \
      EventLoopFuture EventLoopGroup EventLoopPromise NIOAny NIOAsyncChannel NIODeadline TimeAmount \
      SocketAddress ClientBootstrapProtocol ChannelHandler ChannelInboundHandler \
      ChannelOutboundHandler ChannelDuplexHandler NIOLoopBound
      """
    ),
    (
      "NIOPosix",
      """
      ClientBootstrap ServerBootstrap DatagramBootstrap MultiThreadedEventLoopGroup NIOThreadPool \
      NonBlockingFileIO NIOPipeBootstrap
      """
    ),
    ("NIOConcurrencyHelpers", "NIOLock NIOLockedValueBox Lock ConditionLock NIOAtomic"),
    ("NIOFileSystem", "FileSystem FilePath FileHandleProtocol"),
    (
      "Vapor",
      """
      Application Request Response Client ClientRequest ClientResponse Abort RoutesBuilder \
      RouteCollection Middleware AsyncMiddleware Content WebSocket Environment HTTPStatus FileIO \
      Validatable
      """
    ),
    ("Fluent", "Model Migration AsyncMigration QueryBuilder Database FieldKey"),
    ("FluentKit", "Model Migration AsyncMigration QueryBuilder Database"),
    ("Queues", "Job AsyncJob Queue QueueContext JobData ScheduledJob AsyncScheduledJob"),
    ("PostgresNIO", "PostgresConnection PostgresClient PostgresQuery PostgresRow PostgresRowSequence PSQLError"),
    ("MySQLNIO", "MySQLConnection MySQLDatabase"),
    (
      "GRDB",
      """
      DatabaseQueue DatabasePool DatabaseWriter DatabaseReader Database Row SQL SQLRequest \
      FetchableRecord PersistableRecord MutablePersistableRecord ValueObservation DatabaseMigrator \
      DatabaseError Statement
      """
    ),
    ("SQLite", "Connection Table View Expression Row Statement"),
    (
      "CoreData",
      """
      NSManagedObject NSManagedObjectContext NSPersistentContainer NSPersistentCloudKitContainer \
      NSPersistentStoreCoordinator NSFetchRequest NSFetchedResultsController NSBatchDeleteRequest \
      NSBatchInsertRequest NSBatchUpdateRequest NSEntityDescription NSManagedObjectModel
      """
    ),
    ("SwiftData", "ModelContext ModelContainer FetchDescriptor ModelConfiguration ModelActor PersistentModel"),
    ("RealmSwift", "Realm Object EmbeddedObject Results RealmSwift ThreadSafeReference"),
    (
      "StoreKit",
      """
      Product Transaction AppStore SKPaymentQueue SKPayment SKMutablePayment SKProductsRequest \
      SKReceiptRefreshRequest SKPaymentTransaction SKStoreReviewController PurchaseIntent
      """
    ),
    ("FirebaseCrashlytics", "Crashlytics"),
    (
      "FirebaseFirestore",
      """
      Firestore CollectionReference DocumentReference DocumentSnapshot Query WriteBatch FieldValue \
      Transaction Timestamp
      """
    ),
    ("FirebaseAuth", "Auth"),
    ("FirebaseDatabase", "Database DatabaseReference DataSnapshot"),
    ("FirebaseStorage", "Storage StorageReference"),
    ("FirebaseFunctions", "Functions HTTPSCallable"),
    ("FirebaseAnalytics", "Analytics"),
    ("FirebaseMessaging", "Messaging"),
    ("FirebaseRemoteConfig", "RemoteConfig"),
    ("Sentry", "SentrySDK SentryEvent Breadcrumb Scope Event"),
    ("Bugsnag", "Bugsnag"),
    (
      "Combine",
      """
      AnyCancellable AnyPublisher CurrentValueSubject Deferred Empty Fail Future Just \
      PassthroughSubject Publishers Record Subscribers Publisher ObservableObject Published
      """
    ),
    (
      "RxSwift",
      """
      BehaviorSubject Completable Disposables DisposeBag Infallible Maybe Observable PublishSubject \
      ReplaySubject Single MainScheduler ConcurrentDispatchQueueScheduler SerialDispatchQueueScheduler \
      AsyncSubject
      """
    ),
    ("RxCocoa", "BehaviorRelay PublishRelay Driver Signal"),
    ("Kingfisher", "KingfisherManager ImageDownloader ImageCache ImagePrefetcher KFImage KF"),
    ("Nuke", "ImagePipeline ImageRequest ImageCache DataCache DataLoader ImagePrefetcher ImageTask"),
    ("SDWebImage", "SDWebImageManager SDImageCache SDWebImageDownloader"),
    ("Stripe", "STPAPIClient STPPaymentHandler PaymentSheet STPPaymentIntentParams STPPaymentMethodParams"),
    ("StripePaymentSheet", "PaymentSheet STPAPIClient"),
    ("StripePayments", "STPAPIClient STPPaymentHandler"),
    ("StripeKit", "StripeClient"),
    ("AWSS3", "S3Client PutObjectInput GetObjectInput"),
    ("AWSDynamoDB", "DynamoDBClient"),
    ("AWSSQS", "SQSClient"),
    ("AWSSNS", "SNSClient"),
    ("AWSLambda", "LambdaClient"),
    ("AWSLambdaRuntime", "LambdaContext LambdaRuntime"),
    ("AWSSES", "SESClient"),
    ("AWSSESv2", "SESv2Client"),
    ("AWSSecretsManager", "SecretsManagerClient"),
    ("SotoCore", "AWSClient"),
    ("SotoS3", "S3"),
    ("SotoDynamoDB", "DynamoDB"),
    ("SotoSQS", "SQS"),
    ("SotoSNS", "SNS"),
    ("SotoSES", "SES"),
    ("RediStack", "RedisConnection RedisConnectionPool RedisClient RedisKey"),
    ("Redis", "RedisClient RedisKey"),
    ("MongoKitten", "MongoDatabase MongoCollection MongoCluster"),
    ("MongoSwift", "MongoClient MongoCollection MongoDatabase"),
    ("MongoSwiftSync", "MongoClient MongoCollection MongoDatabase"),
    (
      "Security",
      """
      SecItemAdd SecItemCopyMatching SecItemUpdate SecItemDelete SecRandomCopyBytes \
      SecKeyCreateSignature SecKeyCreateRandomKey
      """
    ),
    ("KeychainAccess", "Keychain"),
    ("Network", "NWConnection NWListener NWPathMonitor NWEndpoint NWBrowser"),
    (
      "CloudKit",
      """
      CKContainer CKDatabase CKRecord CKModifyRecordsOperation CKFetchRecordsOperation \
      CKQueryOperation CKQuery CKSubscription
      """
    ),
    ("UserNotifications", "UNUserNotificationCenter UNNotificationRequest"),
    ("CryptoKit", "SHA256 SHA512 HMAC AES ChaChaPoly SymmetricKey P256 Insecure Curve25519"),
    ("Crypto", "SHA256 SHA512 HMAC AES ChaChaPoly SymmetricKey P256 Insecure Curve25519"),
    (
      "XCTest",
      """
      XCTestCase XCTestExpectation XCTWaiter XCTSkip XCTSkipIf XCTSkipUnless XCTExpectFailure \
      XCUIApplication XCUIElement
      """
    ),
    ("Testing", "Test Suite Issue Tag Trait confirmation withKnownIssue"),
    ("Quick", "QuickSpec AsyncSpec"),
    ("GRPC", "ClientConnection GRPCChannel CallOptions GRPCChannelPool PlatformSupport GRPCStatus"),
    ("GRPCCore", "GRPCClient GRPCServer CallOptions RPCError ClientRequest"),
    ("Hummingbird", "Application Router HBApplication HBRequest"),
    ("SwiftSMTP", "SMTP Mail"),
    ("CocoaLumberjackSwift", "DDLogError DDLogWarn DDLogInfo DDLogDebug DDLogVerbose"),
    ("SwiftyBeaver", "SwiftyBeaver"),
    ("Retry", "retry"),
    ("AsyncAlgorithms", "AsyncChannel AsyncThrowingChannel AsyncTimerSequence"),
    ("SystemPackage", "FileDescriptor FilePath Errno"),
    ("System", "FileDescriptor FilePath Errno"),
    ("Subprocess", "run Executable"),
    ("ServiceLifecycle", "ServiceGroup Service"),
    ("UIKit", "UIApplication UIDevice UIImage UIPasteboard UIView UIViewController"),
  ]
}
