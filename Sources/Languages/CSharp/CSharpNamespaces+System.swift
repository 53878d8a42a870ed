extension CSharpNamespaces {
  /// The namespaces of .NET itself.
  static let system: [(name: String, holds: [String])] = [
    (
      "System",
      [
        "Action", "Activator", "AggregateException", "AppContext", "AppDomain", "ApplicationException",
        "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "ArithmeticException", "Array",
        "ArraySegment", "Attribute", "BitConverter", "Boolean", "Buffer", "Byte", "Char", "Console", "Convert",
        "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Delegate", "DivideByZeroException", "Double", "Enum",
        "Environment", "EventArgs", "EventHandler", "Exception", "FormatException", "Func", "GC", "Guid", "HashCode",
        "IAsyncDisposable", "ICloneable", "IComparable", "IDisposable", "IEquatable", "IFormatProvider",
        "IndexOutOfRangeException", "Int16", "Int32", "Int64", "InvalidCastException", "InvalidOperationException",
        "IProgress", "IServiceProvider", "Lazy", "Math", "MathF", "Memory", "NotImplementedException",
        "NotSupportedException", "NullReferenceException", "Nullable", "Object", "ObjectDisposedException",
        "ObsoleteAttribute", "OperationCanceledException", "OutOfMemoryException", "OverflowException", "Predicate",
        "Progress", "Random", "ReadOnlyMemory", "ReadOnlySpan", "Single", "Span", "StackOverflowException", "String",
        "StringComparer", "StringComparison", "SystemException", "TimeOnly", "TimeProvider", "TimeSpan",
        "TimeZoneInfo", "TimeoutException", "Tuple", "Type", "UnauthorizedAccessException", "Uri", "UriBuilder",
        "UriFormatException", "ValueTuple", "Version", "WeakReference",
      ]
    ),
    (
      "System.IO",
      [
        "BinaryReader", "BinaryWriter", "BufferedStream", "Directory", "DirectoryInfo", "DirectoryNotFoundException",
        "DriveInfo", "EndOfStreamException", "File", "FileAccess", "FileInfo", "FileLoadException", "FileMode",
        "FileNotFoundException", "FileOptions", "FileShare", "FileStream", "FileStreamOptions", "FileSystemInfo",
        "FileSystemWatcher", "IOException", "MemoryStream", "Path", "PathTooLongException", "SearchOption", "Stream",
        "StreamReader", "StreamWriter", "StringReader", "StringWriter", "TextReader", "TextWriter",
      ]
    ),
    ("System.IO.Compression", ["BrotliStream", "DeflateStream", "GZipStream", "ZipArchive", "ZipFile"]),
    ("System.IO.Pipes", ["NamedPipeClientStream", "NamedPipeServerStream"]),
    (
      "System.Collections.Generic",
      [
        "Dictionary", "HashSet", "IAsyncEnumerable", "ICollection", "IDictionary", "IEnumerable", "IList",
        "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList", "ISet", "KeyNotFoundException", "KeyValuePair",
        "LinkedList", "List", "PriorityQueue", "Queue", "SortedDictionary", "SortedList", "SortedSet", "Stack",
      ]
    ),
    (
      "System.Collections.Concurrent",
      ["BlockingCollection", "ConcurrentBag", "ConcurrentDictionary", "ConcurrentQueue", "ConcurrentStack"]
    ),
    (
      "System.Collections.Immutable",
      ["ImmutableArray", "ImmutableDictionary", "ImmutableHashSet", "ImmutableList", "ImmutableQueue"]
    ),
    ("System.Linq", ["Enumerable", "IGrouping", "ILookup", "IOrderedEnumerable", "IQueryable", "Queryable"]),
    (
      "System.Threading",
      [
        "AsyncLocal", "AutoResetEvent", "Barrier", "CancellationToken", "CancellationTokenRegistration",
        "CancellationTokenSource", "CountdownEvent", "EventWaitHandle", "ExecutionContext", "Interlocked", "Lock",
        "LockRecursionPolicy", "ManualResetEvent", "ManualResetEventSlim", "Monitor", "Mutex", "PeriodicTimer",
        "ReaderWriterLock", "ReaderWriterLockSlim", "Semaphore", "SemaphoreSlim", "SpinLock", "SpinWait",
        "SynchronizationContext", "Thread", "ThreadAbortException", "ThreadLocal", "ThreadPool", "Timeout", "Timer",
        "Volatile", "WaitHandle",
      ]
    ),
    (
      "System.Threading.Tasks",
      [
        "Parallel", "ParallelOptions", "Task", "TaskCanceledException", "TaskCompletionSource", "TaskFactory",
        "TaskScheduler", "ValueTask",
      ]
    ),
    ("System.Threading.Channels", ["Channel", "ChannelReader", "ChannelWriter", "BoundedChannelOptions"]),
    (
      "System.Threading.RateLimiting",
      ["RateLimiter", "ConcurrencyLimiter", "FixedWindowRateLimiter", "TokenBucketRateLimiter"]
    ),
    ("System.Timers", ["Timer", "ElapsedEventArgs"]),
    (
      "System.Net.Http",
      [
        "ByteArrayContent", "DelegatingHandler", "FormUrlEncodedContent", "HttpClient", "HttpClientHandler",
        "HttpContent", "HttpMessageHandler", "HttpMessageInvoker", "HttpMethod", "HttpRequestException",
        "HttpRequestMessage", "HttpResponseMessage", "IHttpClientFactory", "MultipartFormDataContent",
        "SocketsHttpHandler", "StreamContent", "StringContent",
      ]
    ),
    ("System.Net.Http.Json", ["JsonContent"]),
    ("System.Net.Http.Headers", ["AuthenticationHeaderValue", "MediaTypeHeaderValue"]),
    (
      "System.Net",
      [
        "Cookie", "Dns", "FtpWebRequest", "HttpListener", "HttpStatusCode", "HttpWebRequest", "IPAddress",
        "IPEndPoint", "NetworkCredential", "ServicePointManager", "WebClient", "WebException", "WebRequest",
        "WebResponse",
      ]
    ),
    (
      "System.Net.Sockets",
      ["NetworkStream", "Socket", "SocketException", "TcpClient", "TcpListener", "UdpClient"]
    ),
    ("System.Net.WebSockets", ["ClientWebSocket", "WebSocket", "WebSocketException"]),
    (
      "System.Net.Mail",
      ["Attachment", "MailAddress", "MailMessage", "SmtpClient", "SmtpException"]
    ),
    ("System.Net.NetworkInformation", ["NetworkInterface", "Ping"]),
    ("System.Diagnostics", ["Activity", "Debug", "Process", "ProcessStartInfo", "Stopwatch", "Trace"]),
    ("System.Text", ["Encoding", "StringBuilder", "UTF8Encoding"]),
    (
      "System.Text.Json",
      ["JsonDocument", "JsonElement", "JsonException", "JsonSerializer", "JsonSerializerOptions", "Utf8JsonReader"]
    ),
    ("System.Text.Json.Nodes", ["JsonArray", "JsonNode", "JsonObject", "JsonValue"]),
    ("System.Text.RegularExpressions", ["Match", "Regex", "RegexMatchTimeoutException", "RegexOptions"]),
    ("System.Xml", ["XmlDocument", "XmlException", "XmlReader", "XmlWriter"]),
    ("System.Xml.Linq", ["XDocument", "XElement"]),
    ("System.Xml.Serialization", ["XmlSerializer"]),
    (
      "System.Security.Cryptography",
      [
        "Aes", "CryptographicException", "HMACSHA256", "MD5", "RNGCryptoServiceProvider", "RSA",
        "RandomNumberGenerator", "Rfc2898DeriveBytes", "SHA1", "SHA256", "SHA512",
      ]
    ),
    ("System.Security.Cryptography.X509Certificates", ["X509Certificate2", "X509Store"]),
    ("System.Security.Claims", ["Claim", "ClaimsIdentity", "ClaimsPrincipal"]),
    ("System.ComponentModel.DataAnnotations", ["ValidationException", "Validator"]),
    ("System.Runtime.CompilerServices", ["Unsafe"]),
    ("System.Runtime.InteropServices", ["Marshal", "RuntimeInformation"]),
    ("System.Reflection", ["Assembly", "MethodInfo", "PropertyInfo", "TargetInvocationException"]),
    ("System.Globalization", ["CultureInfo"]),
    ("System.Transactions", ["TransactionScope", "TransactionScopeOption", "Transaction", "TransactionOptions"]),
  ]
}
