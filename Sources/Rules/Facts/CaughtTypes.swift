/// What kinds of failure a handler takes, weakest demand first: a handler of several types counts as the last of them.
package enum Caught: UInt8, Sendable, Comparable {
  /// The program, a task or a loop was asked to end.
  case leaving
  /// What was asked for is not there, is there already, or comes to its end: an answer more than a failure.
  case absence
  /// A value is not what it should be.
  case conversion
  /// Some named failure.
  case specific
  /// Every failure of files, sockets and processes.
  case system
  /// Every failure, those of the program itself too.
  case root

  package static func < (a: Caught, b: Caught) -> Bool { a.rawValue < b.rawValue }
}

extension Caught {
  /// - Parameter name: a type's canonical path, or as written.
  package init(type name: String) {
    let last = String(NameReading.last(name))
    if let known = Caught.known[last] {
      // Only the language's own root is one: `PHPMailer.Exception` is what one library raises.
      let isRoot = known != .root || Caught.modulesOfRoots.contains(String(NameReading.base(name)))
      self = isRoot ? known : .specific
      return
    }
    if last == "error" || last == "Error", let base = Caught.errorsOfModules[String(NameReading.base(name))] {
      self = base
      return
    }
    let words = NameReading.words(last)
    if words.contains("found") && words.contains("not") || words.contains("no") && words.contains("such")
      || words.contains("exists") || words.contains("exist")
      || words.contains("missing") || last.hasSuffix("404") || words.contains("empty") || words.contains("stop")
    {
      self = .absence
    } else if words.contains("cancelled") || words.contains("canceled") || words.contains("exit") {
      self = .leaving
    } else if words.contains("parse") || words.contains("parser") || words.contains("decode")
      || words.contains("invalid") || words.contains("validation") || words.contains("syntax")
      || words.contains("format")
    {
      self = .conversion
    } else {
      self = .specific
    }
  }

  /// Whether a type's name says all that there is to the failure.
  package static func isWholeStory(_ name: String) -> Bool { wholeStories.contains(String(NameReading.last(name))) }

  private static let wholeStories: Set<String> = [
    "NumberFormatException", "ParseException", "DateTimeParseException", "MalformedURLException", "URISyntaxException",
    "NoSuchMethodException", "NoSuchFieldException", "ClassNotFoundException", "FormatException", "InvalidOperation",
    "InputMismatchException", "ZeroDivisionError", "OverflowException", "OverflowError", "UnicodeDecodeError",
  ]

  /// Where languages have the types of which every failure is one.
  private static let modulesOfRoots: Set<String> = ["", "builtins", "exceptions", "java.lang", "kotlin", "System"]

  private static let known: [String: Caught] = [
    "BaseException": .root, "Exception": .root, "StandardError": .root, "Throwable": .root, "object": .root,
    "BaseExceptionGroup": .root, "ExceptionGroup": .root,
    "OSError": .system, "IOError": .system, "EnvironmentError": .system, "WindowsError": .system,
    "PermissionError": .system,
    "KeyboardInterrupt": .leaving, "SystemExit": .leaving, "GeneratorExit": .leaving, "CancelledError": .leaving,
    "StopIteration": .absence, "StopAsyncIteration": .absence, "KeyError": .absence, "IndexError": .absence,
    "LookupError": .absence, "AttributeError": .absence, "NameError": .absence, "UnboundLocalError": .absence,
    "ImportError": .absence, "ModuleNotFoundError": .absence, "FileNotFoundError": .absence,
    "FileExistsError": .absence, "NotADirectoryError": .absence, "IsADirectoryError": .absence,
    "ProcessLookupError": .absence, "ChildProcessError": .absence, "EOFError": .absence, "Empty": .absence,
    "Full": .absence, "QueueEmpty": .absence, "QueueFull": .absence, "DoesNotExist": .absence,
    "NotImplementedError": .absence, "BlockingIOError": .absence, "InterruptedError": .absence,
    "NoSectionError": .absence, "NoOptionError": .absence, "NoReverseMatch": .absence, "Http404": .absence,
    "NoResultFound": .absence, "UnsupportedOperation": .absence, "WouldBlock": .absence, "NoSuchKey": .absence,
    "ValueError": .conversion, "TypeError": .conversion, "UnicodeError": .conversion,
    "UnicodeDecodeError": .conversion, "UnicodeEncodeError": .conversion, "OverflowError": .conversion,
    "ZeroDivisionError": .conversion, "ArithmeticError": .conversion, "FloatingPointError": .conversion,
    "JSONDecodeError": .conversion, "SyntaxError": .conversion, "IndentationError": .conversion,
    "InvalidOperation": .conversion, "DecimalException": .conversion, "ValidationError": .conversion,
    "RecursionError": .conversion, "AssertionError": .conversion, "RangeError": .conversion,
    "ReferenceError": .absence, "MultipleObjectsReturned": .absence, "MultipleResultsFound": .absence,
    "SystemCallError": .system, "SocketError": .system, "Interrupt": .leaving, "SignalException": .leaving,
    "ENOENT": .absence, "EEXIST": .absence, "ENOTDIR": .absence, "ESRCH": .absence, "ECHILD": .absence,
    "ENOTEMPTY": .absence, "RecordNotUnique": .absence, "LoadError": .absence, "NoMethodError": .absence,
    "UncaughtThrowError": .absence,
    "ArgumentError": .conversion, "EncodingError": .conversion, "FloatDomainError": .conversion,
    "MalformedCSVError": .conversion, "RegexpError": .conversion,
    "BadZipFile": .conversion, "BadGzipFile": .conversion, "LargeZipFile": .conversion, "ReadError": .conversion,
    "RuntimeException": .root,
    "IOException": .system, "UncheckedIOException": .system, "SQLException": .system, "SocketException": .system,
    "InterruptedException": .leaving, "CancellationException": .leaving, "ThreadDeath": .leaving,
    "FileNotFoundException": .absence, "NoSuchFileException": .absence, "NoSuchElementException": .absence,
    "EOFException": .absence, "NoSuchMethodException": .absence, "NoSuchFieldException": .absence,
    "ClassNotFoundException": .absence, "NoClassDefFoundError": .absence, "MissingResourceException": .absence,
    "IndexOutOfBoundsException": .absence, "ArrayIndexOutOfBoundsException": .absence,
    "StringIndexOutOfBoundsException": .absence, "EmptyResultDataAccessException": .absence,
    "NoResultException": .absence, "UnsupportedOperationException": .absence, "EmptyStackException": .absence,
    "NumberFormatException": .conversion, "DateTimeParseException": .conversion, "DateTimeException": .conversion,
    "ParseException": .conversion, "MalformedURLException": .conversion, "URISyntaxException": .conversion,
    "IllegalArgumentException": .conversion, "ClassCastException": .conversion, "ArithmeticException": .conversion,
    "JsonProcessingException": .conversion, "JsonMappingException": .conversion, "JsonParseException": .conversion,
    "UnsupportedEncodingException": .conversion, "NullPointerException": .conversion,
    "CloneNotSupportedException": .conversion, "InputMismatchException": .conversion,
    "PatternSyntaxException": .conversion, "InvalidPropertiesFormatException": .conversion,
    "ErrNoRows": .absence, "ErrNoDocuments": .absence, "EOF": .absence, "ErrUnexpectedEOF": .conversion,
    "Nil": .absence, "ErrNil": .absence, "ErrCacheMiss": .absence, "ErrNoCookie": .absence, "ErrSkip": .absence,
    "ErrServerClosed": .leaving, "ErrClosed": .leaving, "ErrClosedPipe": .leaving, "Canceled": .leaving,
    "ErrAbortHandler": .leaving, "SkipDir": .leaving, "SkipAll": .leaving, "NumError": .conversion,
    "PickleError": .conversion, "UnpicklingError": .conversion, "ParseError": .conversion,
    "ReflectiveOperationException": .absence, "ClosedReceiveChannelException": .absence,
    "ClosedSendChannelException": .absence, "ClosedChannelException": .absence, "SerializationException": .conversion,
  ]

  /// Python's modules that call their own failure `error` or `Error`.
  private static let errorsOfModules: [String: Caught] = [
    "socket": .system, "select": .system, "os": .system, "shutil": .system,
    "re": .conversion, "struct": .conversion, "binascii": .conversion, "zlib": .conversion, "csv": .conversion,
    "locale": .conversion, "configparser": .conversion,
  ]
}
