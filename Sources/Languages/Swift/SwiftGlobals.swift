/// Names that Swift itself provides.
enum SwiftGlobals {
  static let names: Set<String> = [
    // Functions.
    "print", "debugPrint", "dump", "readLine", "abs", "min", "max", "zip", "stride", "swap", "type", "fatalError",
    "precondition", "preconditionFailure", "assert", "assertionFailure", "repeatElement", "sequence",
    "withUnsafePointer", "withUnsafeBytes", "withUnsafeMutablePointer", "withUnsafeMutableBytes",
    "withExtendedLifetime",
    "unsafeBitCast", "isKnownUniquelyReferenced", "numericCast", "exit", "abort",
    // Concurrency.
    "Task", "TaskGroup", "ThrowingTaskGroup", "DiscardingTaskGroup", "ThrowingDiscardingTaskGroup", "AsyncStream",
    "AsyncThrowingStream", "CheckedContinuation", "UnsafeContinuation", "MainActor", "CancellationError",
    "ContinuousClock", "SuspendingClock", "Clock", "Duration", "Actor", "AsyncSequence", "UnownedTaskGroup",
    "withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup", "withThrowingDiscardingTaskGroup",
    "withCheckedContinuation", "withCheckedThrowingContinuation", "withUnsafeContinuation",
    "withUnsafeThrowingContinuation", "withTaskCancellationHandler", "withTimeout",
    // Types.
    "Any", "AnyObject", "Array", "ArraySlice", "AnyHashable", "Bool", "Character", "ClosedRange", "Codable",
    "CodingKey", "Collection", "Comparable", "ContiguousArray", "CustomStringConvertible", "Decodable", "Decoder",
    "Dictionary", "Double", "Encodable", "Encoder", "Equatable", "Error", "Float", "Float16", "Float32", "Float64",
    "Float80", "Hashable", "Hasher", "Identifiable", "Int", "Int8", "Int16", "Int32", "Int64", "IteratorProtocol",
    "KeyPath", "Mirror", "Never", "ObjectIdentifier", "Optional", "OptionSet", "Range", "RawRepresentable", "Result",
    "Sendable", "Sequence", "Set", "StaticString", "String", "Substring", "SystemRandomNumberGenerator", "UInt",
    "UInt8", "UInt16", "UInt32", "UInt64", "Unicode", "UnsafeBufferPointer", "UnsafeMutableBufferPointer",
    "UnsafeMutablePointer", "UnsafeMutableRawBufferPointer", "UnsafeMutableRawPointer", "UnsafePointer",
    "UnsafeRawBufferPointer", "UnsafeRawPointer", "Void", "WritableKeyPath", "DecodingError", "EncodingError",
  ]
}
