/// Index of a node in its tree.
package typealias NodeIndex = Int32

/// One node of a behaviour tree: a compact value in an arena, in reading order of the tree (a node stands before all
/// that is below it).
package struct Node: Sendable, Hashable {
  package let kind: NodeKind
  package let role: Role
  /// What exactly, within the kind: see `LoopKind`, `PlaceKind`, `LiteralKind`, `CollectionKind`, `ScopeKind`,
  /// `JumpKind`, `Certainty`.
  package internal(set) var detail: UInt8
  package internal(set) var flags: NodeFlags
  /// Byte offsets, relative to the start of the unit.
  package internal(set) var start: UInt32
  package internal(set) var end: UInt32
  package internal(set) var name: NameID
  /// For calls and reads: the canonical path, where one was found.
  package internal(set) var path: NameID
  /// `noNode` for the root.
  package let parent: NodeIndex
  /// Index of the first node behind this one and all below it.
  package internal(set) var next: NodeIndex

  package var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
  package func has(_ flag: NodeFlags) -> Bool { flags.contains(flag) }
}

package let noNode: NodeIndex = -1

/// Number of a name in the name table of a tree; 0 is the empty name.
package typealias NameID = UInt32

package struct NodeFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Call: its value is awaited right here.
  package static let awaited = NodeFlags(rawValue: 1 << 0)
  /// Call: it stands as a statement and nobody takes its value.
  package static let discarded = NodeFlags(rawValue: 1 << 1)
  /// Call: its value is what the unit (or closure) returns.
  package static let returned = NodeFlags(rawValue: 1 << 2)
  /// Call: constructs an object, by the language's own word for it (`new`); in a language without one, by a name that
  /// is written as types are.
  package static let constructs = NodeFlags(rawValue: 1 << 3)
  /// Call, read: nothing happens where the receiver is absent (`?.`).
  package static let optional = NodeFlags(rawValue: 1 << 4)
  /// Argument, element: stands for any number of values not seen here (`*args`, `**kwargs`, `...rest`).
  package static let spread = NodeFlags(rawValue: 1 << 5)
  /// Handler: takes every failure, whatever its type.
  package static let catchesAll = NodeFlags(rawValue: 1 << 6)
  /// Handler, block: a comment of a person stands inside; its text is the node's path name.
  package static let commented = NodeFlags(rawValue: 1 << 7)
  /// Branch: an arm leaves early, so what follows runs only where the condition let it.
  package static let `guard` = NodeFlags(rawValue: 1 << 8)
  /// Branch: an expression, not a statement.
  package static let expression = NodeFlags(rawValue: 1 << 9)
  /// Branch: chooses by matching a value against patterns.
  package static let match = NodeFlags(rawValue: 1 << 10)
  /// Attempt: made of a call, not of a statement (`.catch(…)`, an error-first callback, `suppress`).
  package static let byCall = NodeFlags(rawValue: 1 << 11)
  /// Closure, scoped, loop, comprehension: asynchronous (`async def`, `async with`, `for await`). Assertion: it gives
  /// something to await, and demands nothing before that is done (`expect(p).resolves`, `assert.rejects(p)`).
  package static let async = NodeFlags(rawValue: 1 << 12)
  /// Assign: declares the place it writes (`let`, `const`, `var`, a first typed assignment).
  package static let declares = NodeFlags(rawValue: 1 << 13)
  /// Assign: the place cannot be written again (`const`, `let` in Swift, `final`).
  package static let constant = NodeFlags(rawValue: 1 << 14)
  /// Raise: names its cause as none on purpose (`from None`).
  package static let withoutCause = NodeFlags(rawValue: 1 << 15)
  /// Literal of kind string, operation `interpolation`: built from parts that are not constant.
  package static let interpolated = NodeFlags(rawValue: 1 << 16)
  /// Closure, unit: may yield.
  package static let generator = NodeFlags(rawValue: 1 << 17)
  /// Unknown: stands for text that does not parse.
  package static let broken = NodeFlags(rawValue: 1 << 18)
  /// Assertion: demands the opposite (`not.toBe`, `assertNotEqual`).
  package static let negated = NodeFlags(rawValue: 1 << 19)
  /// Assertion: names what it asserts on but never asserts (`expect(x)` without a matcher).
  package static let incomplete = NodeFlags(rawValue: 1 << 20)
  /// Call, read, operation: its value is thrown away on purpose (`void f()`, `_ = f()`).
  package static let voided = NodeFlags(rawValue: 1 << 21)
  /// Read, `target` role: taken apart from a larger value (`a, b = …`, `{ a, b } = …`).
  package static let destructured = NodeFlags(rawValue: 1 << 22)
  /// Call: its failure, a value in this language, leaves the unit right here or goes to the attempt around it, by the
  /// language's own mark for that (`f()?`, `try f()`, `unwrap()`, `if err != nil { return err }` and no more).
  /// Assertion, in a language whose assertions mark the test as failed and go on: this one ends the function as well
  /// (`t.Fatal`, `require.Equal`).
  package static let propagated = NodeFlags(rawValue: 1 << 23)
  /// Call: it gives its failure beside its value, and only the failure is thrown away (`x, _ := f()`).
  package static let errorIgnored = NodeFlags(rawValue: 1 << 24)
  /// Call, with `propagated`: by the mark that ends the program where there is no value (`unwrap()`, `try!`).
  package static let forced = NodeFlags(rawValue: 1 << 25)
  /// Call, with `propagated`: other statements run before its failure is looked at and leaves.
  package static let leavesLater = NodeFlags(rawValue: 1 << 26)
  /// Call: of a macro, which may stand for any code.
  package static let expanded = NodeFlags(rawValue: 1 << 27)
  /// Condition `in`, in a language where one kind of collection is both a list and a map: asks for a key.
  package static let byKey = NodeFlags(rawValue: 1 << 28)
  /// Call: what stands behind it can only be done to work that goes on (`f().ConfigureAwait(false)`).
  package static let task = NodeFlags(rawValue: 1 << 29)
}

package enum LoopKind: UInt8, Sendable { case forEach, `while`, counted, endless, comprehension }

/// Where a value lives.
package enum PlaceKind: UInt8, Sendable {
  /// Declared elsewhere, or not to be told.
  case unknown
  case local, parameter
  /// A field of the object whose method this is.
  case field
  /// A local or parameter of the code around the closure in which this stands.
  case captured
  /// A name at the top level of the file, a static member, an imported name.
  case `static`
  /// An element of a collection (`xs[i]`); the name is that of the collection.
  case element
  /// A member of something that is not a plain name; `receiver` holds it.
  case member
}

package enum LiteralKind: UInt8, Sendable { case null, `true`, `false`, integer, float, string, other }

package enum CollectionKind: UInt8, Sendable { case list, tuple, set, keyed }

package enum ScopeKind: UInt8, Sendable { case resource, lock, transaction, timeout, suppression }

package enum JumpKind: UInt8, Sendable { case `break`, `continue` }

/// What the canonical path of a call or read rests on, surest last.
package enum Certainty: UInt8, Sendable, Comparable {
  /// The name as written, nothing more.
  case nameOnly
  /// The value was made by a call whose path is known, and assigned to the place that is used.
  case constructor
  /// The place has a declared type.
  case declaredType
  /// Imported by name, or a name that the language itself provides and the file does not redefine.
  case `import`

  package static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
}

extension Node {
  package var loopKind: LoopKind { LoopKind(rawValue: detail) ?? .endless }
  package var placeKind: PlaceKind { PlaceKind(rawValue: detail) ?? .unknown }
  package var literalKind: LiteralKind { LiteralKind(rawValue: detail) ?? .other }
  package var collectionKind: CollectionKind { CollectionKind(rawValue: detail) ?? .list }
  package var scopeKind: ScopeKind { ScopeKind(rawValue: detail) ?? .resource }
  package var jumpKind: JumpKind { JumpKind(rawValue: detail) ?? .break }
  /// For calls.
  package var certainty: Certainty { Certainty(rawValue: detail) ?? .nameOnly }
}
