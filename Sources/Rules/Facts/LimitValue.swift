import Behaviour
import Knowledge

/// What a value means as a time limit.
package enum LimitValue: Hashable {
  /// Ends the wait; the text says when, as far as that is constant.
  case finite(String)
  /// Says that there is no end (`None`, `0` in JavaScript).
  case infinite
  /// The clause says which fact is missing.
  case unknown(String)

  init(_ value: NodeIndex, in context: UnitContext) {
    self = LimitValue.read(value, in: context, depth: 0)
  }

  private static func read(_ value: NodeIndex, in context: UnitContext, depth: Int) -> LimitValue {
    let tree = context.tree
    guard depth < 8 else { return .unknown("how the limit is computed cannot be followed") }
    switch tree.kind(value) {
    case .literal: return literal(value, in: context)
    case .collection:
      let entries = tree.children(value, .element).map { entry in
        read(tree.kind(entry) == .argument ? tree.child(entry, .value) ?? entry : entry, in: context, depth: depth + 1)
      }
      return all(entries, text: "set for each phase")
    case .read:
      // A number with its unit behind it: `5.seconds`.
      if let number = tree.child(value, .receiver), tree.kind(number) == .literal {
        return literal(number, in: context)
      }
      return place(value, in: context, depth: depth)
    case .call: return call(value, in: context, depth: depth)
    case .condition where tree.name(value) == Operator.or, .operation where tree.name(value) == Operator.orElse:
      // What stands last is taken where nothing else is given.
      var last: NodeIndex?
      for operand in tree.children(value) { last = operand }
      return last.map { read($0, in: context, depth: depth + 1) } ?? .unknown("its limit is not constant")
    case .operation:
      return all(
        tree.children(value).map { read($0, in: context, depth: depth + 1) },
        text: "computed from constants"
      )
    case .branch:
      return all(
        tree.children(value).filter { tree[$0].role == .arm || tree[$0].role == .otherwise }
          .map { read($0, in: context, depth: depth + 1) },
        text: "set in both cases"
      )
    case .await: return tree.child(value, .value).map { read($0, in: context, depth: depth + 1) } ?? .infinite
    default: return .unknown("its limit is not constant")
    }
  }

  private static func all(_ values: [LimitValue], text: String) -> LimitValue {
    if values.contains(.infinite) { return .infinite }
    for value in values {
      if case .unknown = value { return value }
    }
    guard values.count > 1 else { return values.first ?? .infinite }
    return .finite(text)
  }

  private static func literal(_ value: NodeIndex, in context: UnitContext) -> LimitValue {
    let tree = context.tree
    switch tree[value].literalKind {
    case .null, .false: return .infinite
    case .integer, .float:
      // Zero is "do not wait" where it is not "no limit".
      let isZero = tree.name(value).allSatisfy { $0 == "0" || $0 == "." }
      return isZero && !context.hasLabels ? .infinite : .finite(tree.name(value))
    case .string: return .finite(tree.name(value))
    case .true, .other: return .unknown("what limit `\(tree.name(value))` stands for is not known")
    }
  }

  private static func place(_ value: NodeIndex, in context: UnitContext, depth: Int) -> LimitValue {
    let tree = context.tree
    let name = tree.name(value)
    if saysEndless(name) || name.hasSuffix("distantFuture") { return .infinite }
    // A constant of a library that measures time: `time.Second`.
    if !tree.path(value).isEmpty, context.knowledge.call(tree.path(value))?.effect == .clock { return .finite(name) }
    if context.flow.isWholeName(value) {
      let reaching = context.flow.definitions(reaching: value)
      if reaching.count == 1, let given = reaching[0].value { return read(given, in: context, depth: depth + 1) }
      if reaching.count == 1, tree[reaching[0].target].role == .parameter {
        return parameter(reaching[0].target, in: context, depth: depth)
      }
      if reaching.count > 1 {
        let values = reaching.map { definition in
          definition.value.map { read($0, in: context, depth: depth + 1) }
            ?? (tree[definition.target].role == .parameter
              ? parameter(definition.target, in: context, depth: depth)
              : .unknown("`\(name)` is set in several places"))
        }
        if values.contains(.infinite), values.contains(where: { $0 != .infinite }) {
          return .unknown("`\(name)` is no limit in some cases")
        }
        return all(values, text: "set in each case")
      }
    } else if context.isAbortedByTimer(value) {
      return .finite("aborted by a timer")
    }
    return .unknown("the limit `\(name)` is set outside this code")
  }

  /// `Timeout.InfiniteTimeSpan`
  package static func saysEndless(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: ".")) && NameReading.words(NameReading.last(name)).first == "infinite"
  }

  private static func parameter(_ target: NodeIndex, in context: UnitContext, depth: Int) -> LimitValue {
    let name = context.tree.name(target)
    guard let standard = context.tree.child(target, .default) else {
      return .unknown("the caller sets the limit `\(name)`")
    }
    switch read(standard, in: context, depth: depth + 1) {
    case .finite(let text): return .finite("\(text) unless the caller says otherwise")
    case .infinite: return .unknown("`\(name)` is no limit unless the caller gives one")
    case .unknown(let reason): return .unknown(reason)
    }
  }

  /// The limit in what a call makes, by what is known of that: a request, a context.
  private static func carried(
    _ deadline: Deadline,
    by call: NodeIndex,
    in context: UnitContext,
    depth: Int
  ) -> LimitValue {
    for label in deadline.setBy {
      guard case .given(let value) = context.argument(label, of: call) else { continue }
      return read(value, in: context, depth: depth + 1)
    }
    switch deadline.standard {
    case .none: return .infinite
    case .finite(let seconds): return .finite("\(seconds) s by default")
    default: return .unknown("what limit `\(context.display(call))` gives is not in reach")
    }
  }

  private static func call(_ value: NodeIndex, in context: UnitContext, depth: Int) -> LimitValue {
    let tree = context.tree
    // A signal that several make, one of them a timer: any of them ends the wait.
    if context.calls(in: value).contains(where: { $0.known?.part == .timeout }) {
      return .finite("`\(context.display(value))`")
    }
    if context.call(value)?.known?.effect == .clock { return .finite("computed from the clock") }
    let name = tree.name(value)
    let last = name.split(separator: ".").last ?? ""
    if last == "now", tree.children(value, .argument).isEmpty { return .finite("computed from the clock") }
    let arguments = tree.children(value, .argument)
    let values = arguments.map { argument in
      tree.child(argument, .value).map { read($0, in: context, depth: depth + 1) } ?? .infinite
    }
    if last == "min" || last == "max" {
      return values.contains { if case .finite = $0 { true } else { false } }
        ? .finite("bounded by `\(last)`") : .unknown("the limit is computed from values that are not constant")
    }
    if let deadline = context.knowledge.client(tree.path(value)) {
      return carried(deadline, by: value, in: context, depth: depth)
    }
    let isMade =
      tree[value].has(.constructs)
      || last.unicodeScalars.first?.properties.isUppercase == true
        && !context.file.context.facts.has(.capitalsAreFunctions)
    guard isMade || LimitValue.makesDuration(name), !values.isEmpty else {
      return .unknown("what limit `\(context.display(value))` gives is not in reach")
    }
    if arguments.contains(where: { tree[$0].has(.spread) }) {
      return .unknown("what limit `\(context.display(value))` gives is not in reach")
    }
    return all(values + values, text: "`\(context.display(value))`")
  }
}

extension LimitValue {
  /// Whether a call makes a span of time of its arguments, by its name: `timedelta`, `Duration.ofSeconds`,
  /// `TimeSpan.FromSeconds`, `.seconds`.
  package static func makesDuration(_ name: String) -> Bool {
    if units.contains(String(NameReading.last(name))) { return true }
    let words = NameReading.words(name)
    return words.contains { durationWords.contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "time" && $1 == "span" }
  }

  /// Functions that make a duration of a number, by their whole names.
  private static let units: Set<String> = [
    "timedelta", "seconds", "milliseconds", "microseconds", "nanoseconds", "minutes", "hours", "addingTimeInterval",
  ]

  private static let durationWords: Set<String> = ["duration", "timespan", "durations", "timedelta", "timeout"]
}

extension UnitContext {
  /// Whether a value is the signal of a controller that a timer of this unit aborts.
  func isAbortedByTimer(_ signal: NodeIndex) -> Bool {
    let name = tree.name(signal)
    guard name.hasSuffix(".signal") else { return false }
    let abort = name.dropLast(".signal".count) + ".abort"
    for index in tree.nodes.indices where tree.nodes[index].kind == .call || tree.nodes[index].kind == .read {
      let node = NodeIndex(index)
      guard tree.name(node) == abort else { continue }
      for ancestor in tree.ancestors(node) where tree.kind(ancestor) == .call && tree.path(ancestor) == "setTimeout" {
        return true
      }
    }
    return false
  }
}
