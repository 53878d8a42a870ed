/// Names that every file of Kotlin for the JVM sees without an import.
enum KotlinGlobals {
  static let names: Set<String> = [
    // Functions of the standard library.
    "println", "print", "readln", "readlnOrNull", "readLine", "run", "with", "repeat", "lazy", "runCatching",
    "require", "requireNotNull", "check", "checkNotNull", "error", "assert", "TODO", "synchronized", "use",
    "listOf", "listOfNotNull", "mutableListOf", "arrayListOf", "emptyList", "setOf", "mutableSetOf", "hashSetOf",
    "linkedSetOf", "emptySet", "mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf", "emptyMap", "sequenceOf",
    "emptySequence", "arrayOf", "arrayOfNulls", "emptyArray", "intArrayOf", "longArrayOf", "byteArrayOf",
    "charArrayOf", "doubleArrayOf", "floatArrayOf", "booleanArrayOf", "sequence", "iterator", "generateSequence",
    "buildList", "buildMap", "buildSet", "buildString", "maxOf", "minOf", "compareBy", "compareByDescending",
    "compareValues", "lazyOf", "enumValues", "enumValueOf", "suspendCoroutine",
    // Types of the standard library.
    "Any", "Array", "Boolean", "BooleanArray", "Byte", "ByteArray", "Char", "CharArray", "CharSequence",
    "Collection", "Comparable", "Comparator", "Double", "DoubleArray", "Enum", "Float", "FloatArray", "Function",
    "HashMap", "HashSet", "Int", "IntArray", "IntRange", "Iterable", "Iterator", "KotlinVersion", "Lazy",
    "LinkedHashMap", "LinkedHashSet", "ArrayList", "List", "Long", "LongArray", "LongRange", "Map", "MutableCollection",
    "MutableIterable", "MutableIterator", "MutableList", "MutableMap", "MutableSet", "Nothing", "Number", "Pair",
    "Regex", "Result", "Sequence", "Set", "Short", "ShortArray", "String", "StringBuilder", "Throwable", "Triple",
    "UByte", "UInt", "ULong", "UShort", "Unit", "Charsets", "Delegates",
    // Failures, by the names that Kotlin gives to those of Java.
    "ArithmeticException", "AssertionError", "ClassCastException", "ConcurrentModificationException", "Error",
    "Exception", "IllegalArgumentException", "IllegalStateException", "IndexOutOfBoundsException",
    "NoSuchElementException", "NotImplementedError", "NullPointerException", "NumberFormatException",
    "RuntimeException", "UnsupportedOperationException", "UninitializedPropertyAccessException",
    "ArrayIndexOutOfBoundsException", "CloneNotSupportedException", "InterruptedException", "LinkageError",
    "OutOfMemoryError", "SecurityException", "StackOverflowError", "VirtualMachineError",
    // Of `java.lang`.
    "AutoCloseable", "Class", "ClassLoader", "InheritableThreadLocal", "Integer", "Math", "Object", "Process",
    "ProcessBuilder", "ProcessHandle", "Runnable", "Runtime", "StackTraceElement", "StringBuffer", "System", "Thread",
    "ThreadGroup", "ThreadLocal", "Character",
  ]

  /// Functions that lowering reads as something else than a call, unless the file has one of that name.
  static let read: Set<String> = [
    "require", "requireNotNull", "check", "checkNotNull", "error", "assert", "TODO", "synchronized", "use",
    "withLock", "withPermit", "runCatching", "listOf", "mutableListOf", "arrayListOf", "emptyList", "setOf",
    "mutableSetOf", "emptySet", "mapOf", "mutableMapOf", "emptyMap", "arrayOf", "sequence", "iterator", "flow",
    "runBlocking", "runTest", "collect", "verify", "coVerify", "lazy",
  ]
}
