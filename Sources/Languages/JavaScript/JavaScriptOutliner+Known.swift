import Behaviour
import TreeSitter

/// What is known of a value at top level: `KnownValue` with its path written out.
struct KnownPath {
  var path: String
  var certainty: Certainty
  var isItself: Bool

  func member(_ name: String) -> KnownPath {
    name == "default" && certainty == .import
      ? self
      : KnownPath(path: path + "." + name, certainty: certainty, isItself: true)
  }

  func result(constructs: Bool) -> KnownPath {
    KnownPath(
      path: LoweringCore.resultType(ofCall: path, constructs: constructs),
      certainty: min(certainty, .constructor),
      isItself: false
    )
  }
}

extension JavaScriptOutliner {
  /// What is known of an expression's value.
  func known(_ node: Int32, depth: Int) -> KnownPath? {
    guard depth < 30 else { return nil }
    if let type = js.castType(node), let declared = known(type: type) {
      return KnownPath(path: declared, certainty: .declaredType, isItself: false)
    }
    let plain = js.unwrap(node)
    switch kind(plain) {
    case .await: return js.firstNamed(plain).flatMap { known($0, depth: depth + 1) }
    case .new:
      guard let callee = js.child(plain, fields.constructor), let known = known(callee, depth: depth + 1),
        known.isItself
      else { return nil }
      return known.result(constructs: true)
    case .call:
      guard let callee = js.child(plain, fields.function) else { return nil }
      if kind(callee) == .importWord || js.isText(callee, "require"), let module = js.moduleName(ofImport: plain) {
        return KnownPath(path: module, certainty: .import, isItself: true)
      }
      guard let known = known(callee, depth: depth + 1), known.isItself else { return nil }
      return known.result(constructs: false)
    case .member:
      guard let object = js.child(plain, fields.object), let property = js.child(plain, fields.property) else {
        return nil
      }
      return known(object, depth: depth + 1)?.member(js.text(property))
    case .identifier: return known(path: [Substring(js.text(plain))])
    default: return nil
    }
  }

  func known(path names: [Substring]) -> KnownPath? {
    guard let root = names.first.map(String.init) else { return nil }
    var known: KnownPath
    switch result.environment.names[root] {
    case .imported(let path): known = KnownPath(path: path, certainty: .import, isItself: true)
    case .value(let type?, let certainty): known = KnownPath(path: type, certainty: certainty, isItself: false)
    case nil:
      guard JavaScriptGlobals.names.contains(root) else { return nil }
      known = KnownPath(path: root, certainty: .import, isItself: true)
    default: return nil
    }
    for name in names.dropFirst() { known = known.member(String(name)) }
    return known
  }

  /// The canonical path of a declared type.
  func known(type node: Int32) -> String? {
    guard let named = js.namedType(node) else { return nil }
    guard let known = known(path: js.names(ofPath: named)), known.isItself else { return nil }
    return known.path
  }
}
