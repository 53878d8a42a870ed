extension CSharpNamespaces {
  /// ASP.NET Core, its hosting, and what talks to other services.
  static let web: [(name: String, holds: [String])] = [
    (
      "Microsoft.AspNetCore.Mvc",
      [
        "AcceptVerbs", "ActionResult", "ApiController", "BadRequestObjectResult", "BadRequestResult", "Controller",
        "ControllerBase", "CreatedAtActionResult", "HttpDelete", "HttpGet", "HttpHead", "HttpOptions", "HttpPatch",
        "HttpPost", "HttpPut", "IActionResult", "JsonResult", "NotFoundObjectResult", "NotFoundResult",
        "ObjectResult", "OkObjectResult", "OkResult", "ProblemDetails", "Route", "StatusCodeResult",
      ]
    ),
    ("Microsoft.AspNetCore.Mvc.Filters", ["IAsyncActionFilter", "IExceptionFilter", "ExceptionFilterAttribute"]),
    ("Microsoft.AspNetCore.Mvc.RazorPages", ["PageModel"]),
    (
      "Microsoft.AspNetCore.Http",
      [
        "BadHttpRequestException", "HttpContext", "HttpRequest", "HttpResponse", "IFormFile", "IHttpContextAccessor",
        "IMiddleware", "IResult", "RequestDelegate", "Results", "StatusCodes", "TypedResults",
      ]
    ),
    ("Microsoft.AspNetCore.Builder", ["IApplicationBuilder", "WebApplication", "WebApplicationBuilder"]),
    ("Microsoft.AspNetCore.SignalR", ["Hub", "IHubContext"]),
    ("Microsoft.AspNetCore.Mvc.Testing", ["WebApplicationFactory"]),
    ("Microsoft.AspNetCore.Identity", ["IdentityResult", "RoleManager", "SignInManager", "UserManager"]),
    (
      "Microsoft.Extensions.Hosting",
      [
        "BackgroundService", "Host", "IHost", "IHostApplicationLifetime",
        "IHostedService",
      ]
    ),
    (
      "Microsoft.Extensions.Logging",
      ["EventId", "ILogger", "ILoggerFactory", "LogLevel", "LoggerFactory", "LoggerMessage"]
    ),
    ("Microsoft.Extensions.Logging.Abstractions", ["NullLogger", "NullLoggerFactory"]),
    ("Microsoft.Extensions.Configuration", ["ConfigurationBuilder", "IConfiguration", "IConfigurationSection"]),
    ("Microsoft.Extensions.Options", ["IOptions", "IOptionsMonitor", "IOptionsSnapshot"]),
    (
      "Microsoft.Extensions.DependencyInjection",
      [
        "IServiceCollection", "IServiceScope", "IServiceScopeFactory",
        "ServiceCollection",
      ]
    ),
    ("Microsoft.Extensions.Caching.Memory", ["IMemoryCache", "MemoryCache", "MemoryCacheEntryOptions"]),
    (
      "Microsoft.Extensions.Caching.Distributed",
      ["DistributedCacheEntryOptions", "IDistributedCache"]
    ),
    ("Microsoft.Extensions.Caching.Hybrid", ["HybridCache"]),
    ("ZiggyCreatures.Caching.Fusion", ["IFusionCache", "FusionCache"]),
    ("Microsoft.Extensions.Http.Resilience", ["HttpStandardResilienceOptions"]),
    (
      "RestSharp",
      [
        "IRestClient", "IRestResponse", "Method", "RestClient", "RestClientOptions", "RestRequest",
        "RestResponse",
      ]
    ),
    (
      "Refit",
      [
        "ApiException", "ApiResponse", "Delete", "Get", "Head", "IApiResponse", "Patch", "Post", "Put",
        "RestService",
      ]
    ),
    ("Flurl", ["Url"]),
    ("Flurl.Http", ["FlurlClient", "FlurlHttpException", "FlurlRequest", "IFlurlClient", "IFlurlRequest"]),
    ("Grpc.Core", ["CallOptions", "RpcException", "ServerCallContext", "Status", "StatusCode"]),
    ("Grpc.Net.Client", ["GrpcChannel"]),
    (
      "Newtonsoft.Json",
      [
        "JsonConvert", "JsonException", "JsonReaderException", "JsonSerializer",
        "JsonSerializerSettings",
      ]
    ),
    ("Newtonsoft.Json.Linq", ["JArray", "JObject", "JToken"]),
    (
      "MediatR",
      [
        "IMediator", "INotification", "INotificationHandler", "IPublisher", "IRequest", "IRequestHandler",
        "ISender", "Mediator", "Unit",
      ]
    ),
    (
      "Polly",
      [
        "AsyncPolicy", "Context", "IAsyncPolicy", "Policy", "ResilienceContext", "ResiliencePipeline",
        "ResiliencePipelineBuilder",
      ]
    ),
    ("Polly.Retry", ["AsyncRetryPolicy", "RetryPolicy", "RetryStrategyOptions"]),
    ("Polly.Timeout", ["TimeoutRejectedException"]),
    ("Polly.CircuitBreaker", ["BrokenCircuitException"]),
    ("Serilog", ["ILogger", "Log", "LoggerConfiguration"]),
    ("NLog", ["ILogger", "LogManager", "Logger"]),
    ("log4net", ["ILog", "LogManager"]),
    ("Sentry", ["IHub", "SentryClient", "SentryEvent", "SentrySdk"]),
    ("Rollbar", ["RollbarLocator"]),
    ("Bugsnag", ["IClient"]),
    ("Microsoft.ApplicationInsights", ["TelemetryClient"]),
    ("NewRelic.Api.Agent", ["NewRelic"]),
    ("OpenTelemetry.Trace", ["TelemetrySpan"]),
  ]

  /// Databases, caches and stores.
  static let data: [(name: String, holds: [String])] = [
    (
      "Microsoft.EntityFrameworkCore",
      [
        "DbContext", "DbContextOptions", "DbContextOptionsBuilder", "DbSet", "DbUpdateConcurrencyException",
        "DbUpdateException", "EntityState", "IDbContextFactory", "ModelBuilder",
      ]
    ),
    ("Microsoft.EntityFrameworkCore.Infrastructure", ["DatabaseFacade"]),
    ("Microsoft.EntityFrameworkCore.Storage", ["IDbContextTransaction"]),
    (
      "System.Data",
      [
        "CommandType", "DataException", "DataTable", "IDbCommand", "IDbConnection", "IDbTransaction",
        "IsolationLevel",
      ]
    ),
    ("System.Data.Common", ["DbCommand", "DbConnection", "DbDataReader", "DbException", "DbTransaction"]),
    (
      "Microsoft.Data.SqlClient",
      [
        "SqlBulkCopy", "SqlCommand", "SqlConnection", "SqlDataReader", "SqlException",
        "SqlTransaction",
      ]
    ),
    (
      "System.Data.SqlClient",
      [
        "SqlBulkCopy", "SqlCommand", "SqlConnection", "SqlDataReader", "SqlException",
        "SqlTransaction",
      ]
    ),
    ("Microsoft.Data.Sqlite", ["SqliteCommand", "SqliteConnection", "SqliteException", "SqliteTransaction"]),
    (
      "Npgsql",
      [
        "NpgsqlCommand", "NpgsqlConnection", "NpgsqlDataSource", "NpgsqlException", "NpgsqlTransaction",
        "PostgresException",
      ]
    ),
    ("MySqlConnector", ["MySqlCommand", "MySqlConnection", "MySqlException"]),
    ("MySql.Data.MySqlClient", ["MySqlCommand", "MySqlConnection", "MySqlException"]),
    ("Dapper", ["SqlMapper", "CommandDefinition", "DynamicParameters"]),
    (
      "MongoDB.Driver",
      [
        "IMongoClient", "IMongoCollection", "IMongoDatabase", "MongoClient", "MongoClientSettings",
        "MongoException", "MongoWriteException",
      ]
    ),
    (
      "StackExchange.Redis",
      [
        "ConfigurationOptions", "ConnectionMultiplexer", "IConnectionMultiplexer", "IDatabase", "IDatabaseAsync",
        "ISubscriber", "ITransaction", "RedisConnectionException", "RedisException", "RedisTimeoutException", "When",
      ]
    ),
    ("Elastic.Clients.Elasticsearch", ["ElasticsearchClient", "ElasticsearchClientSettings"]),
    ("Nest", ["ElasticClient", "IElasticClient"]),
    ("Marten", ["IDocumentSession", "IDocumentStore", "IQuerySession"]),
    ("NHibernate", ["ISession", "ISessionFactory", "IStatelessSession"]),
    ("Medallion.Threading", ["IDistributedLock", "IDistributedLockProvider"]),
    ("RedLockNet", ["IDistributedLockFactory", "IRedLock"]),
  ]

  /// Messages, clouds, money and mail.
  static let cloud: [(name: String, holds: [String])] = [
    (
      "MassTransit",
      [
        "ConsumeContext", "IBus", "IBusControl", "IConsumer", "IPublishEndpoint", "IRequestClient",
        "ISendEndpoint", "ISendEndpointProvider",
      ]
    ),
    ("RabbitMQ.Client", ["ConnectionFactory", "IBasicProperties", "IChannel", "IConnection", "IModel"]),
    ("RabbitMQ.Client.Events", ["AsyncEventingBasicConsumer", "BasicDeliverEventArgs", "EventingBasicConsumer"]),
    (
      "Confluent.Kafka",
      [
        "ConsumeException", "ConsumerBuilder", "ConsumerConfig", "IConsumer", "IProducer",
        "KafkaException", "Message", "ProduceException", "ProducerBuilder", "ProducerConfig",
      ]
    ),
    ("NServiceBus", ["IEndpointInstance", "IHandleMessages", "IMessageHandlerContext", "IMessageSession"]),
    ("Wolverine", ["IMessageBus"]),
    ("Hangfire", ["AutomaticRetry", "BackgroundJob", "IBackgroundJobClient", "IRecurringJobManager", "RecurringJob"]),
    ("Quartz", ["IJob", "IJobExecutionContext", "IScheduler", "ISchedulerFactory"]),
    (
      "Azure.Messaging.ServiceBus",
      [
        "ProcessMessageEventArgs", "ServiceBusClient", "ServiceBusException", "ServiceBusMessage",
        "ServiceBusMessageBatch", "ServiceBusProcessor", "ServiceBusReceivedMessage", "ServiceBusReceiver",
        "ServiceBusSender",
      ]
    ),
    ("Azure.Messaging.EventHubs.Producer", ["EventHubProducerClient"]),
    ("Azure.Messaging.EventGrid", ["EventGridPublisherClient"]),
    ("Azure.Storage.Blobs", ["BlobClient", "BlobContainerClient", "BlobServiceClient"]),
    ("Azure.Storage.Blobs.Specialized", ["BlockBlobClient", "BlobLeaseClient"]),
    ("Azure.Storage.Queues", ["QueueClient", "QueueServiceClient"]),
    ("Azure.Data.Tables", ["TableClient", "TableServiceClient"]),
    ("Azure.Security.KeyVault.Secrets", ["SecretClient"]),
    ("Azure", ["RequestFailedException"]),
    ("Microsoft.Azure.Cosmos", ["Container", "CosmosClient", "CosmosException", "Database", "PartitionKey"]),
    ("Microsoft.Azure.NotificationHubs", ["INotificationHubClient", "NotificationHubClient"]),
    ("Microsoft.Azure.WebJobs", ["FunctionName", "TimerTrigger"]),
    ("Microsoft.Azure.Functions.Worker", ["Function"]),
    ("Amazon.S3", ["AmazonS3Client", "AmazonS3Exception", "IAmazonS3"]),
    ("Amazon.S3.Transfer", ["TransferUtility", "ITransferUtility"]),
    ("Amazon.SQS", ["AmazonSQSClient", "IAmazonSQS"]),
    (
      "Amazon.SimpleNotificationService",
      ["AmazonSimpleNotificationServiceClient", "IAmazonSimpleNotificationService"]
    ),
    ("Amazon.SimpleEmail", ["AmazonSimpleEmailServiceClient", "IAmazonSimpleEmailService"]),
    ("Amazon.SimpleEmailV2", ["AmazonSimpleEmailServiceV2Client", "IAmazonSimpleEmailServiceV2"]),
    ("Amazon.DynamoDBv2", ["AmazonDynamoDBClient", "IAmazonDynamoDB"]),
    ("Amazon.DynamoDBv2.DataModel", ["DynamoDBContext", "IDynamoDBContext"]),
    ("Amazon.Lambda", ["AmazonLambdaClient", "IAmazonLambda"]),
    ("Amazon.Runtime", ["AmazonServiceException"]),
    ("Google.Cloud.Storage.V1", ["StorageClient"]),
    ("Google.Cloud.PubSub.V1", ["PublisherClient", "SubscriberClient"]),
    (
      "Stripe",
      [
        "ChargeCreateOptions", "ChargeService", "CustomerService", "InvoiceService", "PaymentIntentCreateOptions",
        "PaymentIntentService", "PaymentMethodService", "PayoutService", "RefundService", "RequestOptions",
        "SetupIntentService", "StripeClient", "StripeException", "SubscriptionService", "TransferService",
      ]
    ),
    ("Stripe.Checkout", ["SessionService"]),
    ("Braintree", ["BraintreeGateway", "IBraintreeGateway"]),
    ("MailKit.Net.Smtp", ["ISmtpClient", "SmtpClient"]),
    ("MailKit.Net.Imap", ["ImapClient"]),
    ("MimeKit", ["MimeMessage"]),
    ("SendGrid", ["ISendGridClient", "SendGridClient"]),
    ("FluentEmail.Core", ["IFluentEmail"]),
    ("Twilio.Rest.Api.V2010.Account", ["MessageResource"]),
    ("OpenAI.Chat", ["ChatClient"]),
    ("Microsoft.SemanticKernel", ["Kernel"]),
    ("Renci.SshNet", ["SftpClient", "SshClient"]),
    ("FluentFTP", ["AsyncFtpClient", "FtpClient"]),
  ]

  /// What tests are written with.
  static let testing: [(name: String, holds: [String])] = [
    (
      "Xunit",
      [
        "Assert", "ClassData", "Collection", "Fact", "IAsyncLifetime", "IClassFixture", "InlineData",
        "MemberData", "Record", "Theory",
      ]
    ),
    (
      "NUnit.Framework",
      [
        "Assert", "CollectionAssert", "Does", "FileAssert", "Has", "Is", "OneTimeSetUp", "SetUp",
        "StringAssert", "TearDown", "Test", "TestCase", "TestFixture", "Throws",
      ]
    ),
    (
      "Microsoft.VisualStudio.TestTools.UnitTesting",
      ["Assert", "CollectionAssert", "DataRow", "StringAssert", "TestClass", "TestInitialize", "TestMethod"]
    ),
    ("FluentAssertions", ["FluentActions"]),
    ("Shouldly", ["Should"]),
    ("Moq", ["It", "Mock", "MockBehavior", "MockRepository", "Times"]),
    ("NSubstitute", ["Arg", "Received", "Substitute"]),
    ("FakeItEasy", ["A", "Fake"]),
    ("AutoFixture", ["Fixture", "IFixture"]),
  ]
}
