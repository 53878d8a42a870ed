/// Names that stand for themselves in every file.
enum RustPrelude {
  /// Types and functions of the standard prelude, its macros, and the crates that come with the language.
  static let names: Set<String> = [
    "std", "core", "alloc",
    "Vec", "String", "Box", "Option", "Result", "Default", "From", "Into", "TryFrom", "TryInto", "Iterator", "drop",
    "Clone", "ToString", "AsRef",
    "println", "print", "eprintln", "eprint", "dbg", "format", "write", "writeln", "panic", "todo", "unimplemented",
    "unreachable", "vec", "assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "debug_assert_ne",
    "matches", "env", "option_env", "include_str", "include_bytes", "concat", "stringify",
  ]

  /// Types whose values stand in for those of their first argument: what hangs on one hangs on the other.
  static let wrappers: [StaticString] = [
    "Arc", "Rc", "Box", "Option", "Cow", "Pin", "Lazy", "LazyLock", "LazyCell", "OnceCell", "OnceLock", "MutexGuard",
    "RwLockReadGuard", "RwLockWriteGuard", "Ref", "RefMut", "State", "Data", "Extension", "Json", "ManuallyDrop",
    "Query", "Form", "Path", "Weak",
  ]

  /// Associated functions that by custom make a value of their type, and methods of it.
  static func makesItsType(_ name: ArraySlice<UInt8>) -> Bool {
    for known in makers where matches(name, known) { return true }
    for start in makerStarts
    where name.starts(with: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount)) {
      return true
    }
    return false
  }

  private static let makers: [StaticString] = [
    "new", "default", "from", "open", "create", "connect", "bind", "try_new", "try_from", "now", "init", "load",
    "connect_lazy", "create_new",
  ]
  private static let makerStarts: [StaticString] = ["new_", "with_", "from_", "try_from_", "connect_", "open_"]

  static func matches(_ name: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    name.count == text.utf8CodeUnitCount
      && zip(name, UnsafeBufferPointer(start: text.utf8Start, count: name.count)).allSatisfy { $0 == $1 }
  }
}
