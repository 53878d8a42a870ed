package import Behaviour

/// What a value looks like to somebody who must tell a real answer from a made-up one.
package enum ValueShape: Sendable, Hashable {
  case nothing
  case null
  case `false`
  case `true`
  case number
  case emptyText
  case text
  /// `[]`, `{}`, `set()`.
  case emptyCollection
  /// A record, or a list of records, whose fields are constants that look like data.
  case populated
  /// A keyed collection of constants that do not look like data: zeros, empty texts.
  case blank
  /// An object made of nothing but constants.
  case constructed
  /// A constant declared elsewhere (`DEFAULTS`, `Limits.standard`).
  case named
  /// What came in as an argument goes out as it came.
  case parameter
  /// A local or a field as it stood before.
  case stale
  /// Says by itself that something went wrong: the error in it, `ok: false`, a status of 400 or more.
  case failure
  /// The error made into a text.
  case errorText
  /// A call's value.
  case call
  /// Anything computed.
  case other

  /// Whether a caller cannot tell it from a real answer by looking at it alone.
  package var isConstant: Bool {
    switch self {
    case .null, .false, .true, .number, .emptyText, .text, .emptyCollection, .populated, .blank, .constructed: true
    case .nothing, .named, .parameter, .stale, .failure, .errorText, .call, .other: false
    }
  }
}

extension UnitContext {
  /// - Parameter errors: the names that hold the error, or what was taken from it.
  package func shape(of value: NodeIndex?, errors: [String] = []) -> ValueShape {
    guard let value else { return .nothing }
    if reads(anyOf: errors, in: value) { return shape(ofValue: value, carrying: errors) }
    let node = tree[value]
    switch node.kind {
    case .literal: return shape(ofLiteral: node)
    case .collection: return shape(ofCollection: value)
    case .await, .argument:
      return shape(of: tree.child(value, .value))
    case .read: return tree.child(value, .receiver) == nil ? shape(ofRead: node) : .other
    case .call: return shape(ofCall: value)
    case .operation:
      let operands = tree.children(value, .operand)
      return operands.allSatisfy { tree.kind($0) == .literal } ? .number : .other
    case .branch, .condition, .closure: return .other
    default: return .other
    }
  }

  /// A value with the error in it: as an error, or as no more than its text.
  private func shape(ofValue value: NodeIndex, carrying errors: [String]) -> ValueShape {
    switch tree.kind(value) {
    case .operation: return .errorText
    case .await, .argument: return shape(of: tree.child(value, .value), errors: errors)
    case .read:
      // A local made of the error is its text, as a rule.
      if let first = errors.first, errors.dropFirst().contains(tree.name(value)), tree.name(value) != first {
        return .errorText
      }
      let member = NameReading.last(tree.name(value)).lowercased()
      return UnitContext.textMembers.contains(member) ? .errorText : .failure
    case .call:
      let last = String(NameReading.last(tree.name(value)))
      if UnitContext.textMakers.contains(last.lowercased()) { return .errorText }
      if makesObject(value) || tellsFailure(value) { return .failure }
      return .call
    default: return .failure
    }
  }

  private static let textMembers: Set<String> = ["message", "msg", "strerror", "detail", "stack", "description"]
  private static let textMakers: Set<String> = [
    "str", "repr", "string", "format", "tostring", "stringify", "join", "format_exc", "getmessage", "unicode",
  ]

  private func shape(ofLiteral node: Node) -> ValueShape {
    switch node.literalKind {
    case .null: .null
    case .true: .true
    case .false: .false
    case .integer, .float: .number
    case .string:
      node.name == 0 ? .emptyText : NameReading.saysFailure(tree.text(node.name)) ? .errorText : .text
    case .other: .other
    }
  }

  private func shape(ofRead node: Node) -> ValueShape {
    let name = tree.text(node.name)
    if name == "undefined" { return .null }
    if NameReading.saysFailure(NameReading.last(name)), NameReading.isCapitalized(NameReading.root(name)) {
      return .failure
    }
    switch node.placeKind {
    case .parameter: return NameReading.root(name) == name ? .parameter : .stale
    case .local, .captured, .field, .element, .member: return .stale
    case .static: return .named
    case .unknown: return NameReading.isCapitalized(NameReading.root(name)) ? .named : .stale
    }
  }

  private func shape(ofCollection value: NodeIndex) -> ValueShape {
    let elements = tree.children(value, .element)
    if elements.isEmpty { return .emptyCollection }
    if tree[value].collectionKind == .keyed { return shape(ofRecord: elements) }
    let shapes = elements.map { shape(of: $0) }
    if shapes.contains(.failure) { return .failure }
    if tree[value].collectionKind == .tuple {
      if elements.contains(where: { isFailureStatus($0) }) { return .failure }
      if shapes.allSatisfy({ $0 == .null || $0 == .nothing }) { return .null }
      return shapes.allSatisfy(\.isConstant) ? .blank : .other
    }
    if shapes.contains(.populated) { return .populated }
    return shapes.allSatisfy(\.isConstant) ? .blank : .other
  }

  /// `{ "ok": False }`, `{ "error": "…" }`, `{ status: 500 }` say that they are failures.
  private func shape(ofRecord entries: [NodeIndex]) -> ValueShape {
    var telling = 0
    var isConstant = true
    var isNull = true
    for entry in entries {
      guard tree.kind(entry) == .argument, !tree[entry].has(.spread), let value = tree.child(entry, .value) else {
        return .other
      }
      let key = tree.name(entry)
      if saysFailure(key: key, value: value) { return .failure }
      let shape = shape(of: value)
      if shape != .null { isNull = false }
      switch shape {
      case .failure: return .failure
      case .text, .errorText: if isData(key: key, value) { telling += 1 }
      case .parameter: break
      case .number: if !isZero(value) { telling += 1 }
      case .true, .populated: telling += 1
      case .null, .false, .emptyText, .emptyCollection, .blank: break
      default: isConstant = false
      }
    }
    guard isConstant else { return .other }
    if isNull { return .null }
    return telling >= 2 ? .populated : .blank
  }

  /// A text under a key that says what kind of answer this is, is no data; but for one that says that all is well.
  private func isData(key: String, _ value: NodeIndex) -> Bool {
    guard let last = NameReading.words(key).last, UnitContext.kindKeys.contains(last) else { return true }
    return ["ok", "success", "active", "completed", "paid", "sent"].contains(tree.name(value).lowercased())
  }

  private static let kindKeys: Set<String> = [
    "status", "state", "type", "kind", "source", "mode", "level", "code", "method", "message", "reason", "action",
    "event", "version", "role", "format", "category", "severity", "label", "title", "description", "text",
  ]

  private func isZero(_ value: NodeIndex) -> Bool {
    tree.kind(value) == .literal
      && !tree.name(value).utf8.contains { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }
  }

  private static let successKeys: Set<String> = [
    "ok", "success", "succeeded", "successful", "valid", "isvalid", "issuccess", "authenticated", "available",
    "healthy",
    "is_valid", "is_success", "connected",
  ]
  private static let statusKeys: Set<String> = [
    "status", "statuscode", "status_code", "code", "httpstatus", "result", "outcome", "state",
  ]

  func saysFailure(key: String, value: NodeIndex) -> Bool {
    let low = key.lowercased()
    let node = tree[value]
    if UnitContext.successKeys.contains(low) { return node.kind == .literal && node.literalKind == .false }
    if UnitContext.statusKeys.contains(low) {
      if isFailureStatus(value) { return true }
      guard node.kind == .literal, node.literalKind == .string else { return false }
      return NameReading.saysFailure(tree.text(node.name)) || NameReading.words(tree.text(node.name)).contains("not")
    }
    guard NameReading.words(key).contains(where: { ["error", "errors", "err", "failure", "exception"].contains($0) })
    else { return false }
    // `error: null` says that there is none.
    guard node.kind == .literal else { return node.kind != .collection || !tree.children(value, .element).isEmpty }
    return node.literalKind != .null && node.literalKind != .false && node.name != 0
  }

  /// A status code by which HTTP says that something went wrong: 400 to 599, bare or as `HTTP_500_…`.
  package func isFailureStatus(_ value: NodeIndex) -> Bool {
    let node = tree[value]
    if node.kind == .literal, node.literalKind == .integer, let number = Int(tree.text(node.name)) {
      return (400...599).contains(number)
    }
    guard node.kind == .read else { return false }
    let last = NameReading.last(tree.text(node.name))
    if last.hasPrefix("HTTP_4") || last.hasPrefix("HTTP_5") { return true }
    return UnitContext.statusNames.contains(last.uppercased())
      || last.hasPrefix("Status")
        && UnitContext.statusNames.contains(NameReading.words(last).dropFirst().joined(separator: "_").uppercased())
  }

  private static let statusNames: Set<String> = [
    "INTERNAL_SERVER_ERROR", "BAD_REQUEST", "BAD_GATEWAY", "SERVICE_UNAVAILABLE", "GATEWAY_TIMEOUT", "NOT_FOUND",
    "UNAUTHORIZED", "FORBIDDEN", "CONFLICT", "UNPROCESSABLE_ENTITY", "TOO_MANY_REQUESTS",
  ]

  /// Whether a call makes an object of a type: where the language has no word for that, by a capital.
  private func makesObject(_ call: NodeIndex) -> Bool {
    tree[call].has(.constructs)
      || !file.context.facts.has(.capitalsAreFunctions) && NameReading.isCapitalized(NameReading.last(tree.name(call)))
  }

  private func shape(ofCall call: NodeIndex) -> ValueShape {
    let arguments = tree.children(call, .argument)
    let last = String(NameReading.last(tree.name(call)))
    if arguments.isEmpty, UnitContext.emptyMakers.contains(last) { return .emptyCollection }
    if tellsFailure(call) { return .failure }
    guard UnitContext.emptyMakers.contains(last) || makesObject(call) else { return .call }
    if NameReading.saysFailure(last) { return .failure }
    if file.context.facts.has(.namesFields), tree[call].has(.constructs), !arguments.isEmpty,
      arguments.allSatisfy({ tree[$0].has(.spread) || tree[$0].name != 0 })
    {
      return shape(ofRecord: arguments)
    }
    let shapes = arguments.map { shape(of: $0) }
    guard !arguments.isEmpty, shapes.allSatisfy(\.isConstant) else { return .call }
    // What is made with a label for each part is a record like one in braces.
    if arguments.allSatisfy({ !tree.name($0).isEmpty }), shape(ofRecord: arguments) == .populated { return .populated }
    return shapes == [.emptyCollection] ? .emptyCollection : .constructed
  }

  private static let emptyMakers: Set<String> = [
    "list", "dict", "set", "tuple", "frozenset", "OrderedDict", "defaultdict", "Map", "Set", "Counter", "Array",
    "deque",
    "bytes", "bytearray", "str", "StringIO", "BytesIO", "Data", "String", "Dictionary", "ArrayList", "HashMap",
    "HashSet",
    "LinkedHashMap", "ByteArray",
  ]

  /// A call of whose arguments one says that something went wrong: `Response(status=502)`, `res.status(500)`,
  /// `jsonify({ "error": … })`; also further up its chain (`res.status(500).json(…)`).
  package func tellsFailure(_ call: NodeIndex) -> Bool {
    var call = call
    while true {
      let last = NameReading.last(tree.name(call)).lowercased()
      // A function that is told of an error by a label is one that nobody follows; an object made of it carries it.
      let makes = makesObject(call)
      for argument in tree.children(call, .argument) {
        guard let value = tree.child(argument, .value) else { continue }
        let label = tree.name(argument)
        if label.isEmpty {
          if UnitContext.statusCalls.contains(last), isFailureStatus(value) { return true }
          if tree.kind(value) == .collection, shape(of: value) == .failure { return true }
        } else if UnitContext.statusKeys.contains(label.lowercased())
          ? isFailureStatus(value) : makes && saysFailure(key: label, value: value)
        {
          return true
        }
      }
      guard let receiver = tree.child(call, .receiver), tree.kind(receiver) == .call else { return false }
      call = receiver
    }
  }

  private static let statusCalls: Set<String> = [
    "status", "sendstatus", "abort", "send_error", "set_status", "code", "writehead", "sethttpstatus", "httpexception",
    "response", "error", "writeheader", "json", "abortwithstatus", "abortwithstatusjson", "abortwitherror", "nocontent",
    "newhttperror", "newerror", "string", "data", "html", "xml",
  ]
}
