extension JavaScriptSource {
  /// The module that a call of `require` or `import` names, by its canonical name.
  func moduleName(ofImport call: Int32) -> String? {
    guard kind(call) == .call, let callee = child(call, fields.function),
      kind(callee) == .importWord || isText(callee, "require"), let arguments = child(call, fields.arguments),
      let name = firstNamed(arguments), kind(name) == .string
    else { return nil }
    return moduleName(name)
  }

  /// The module, or the member of it, that an expression is which only requires it: `require('m')`,
  /// `require('m').member`.
  func moduleName(ofRequire node: Int32) -> String? {
    let node = unwrap(node)
    if kind(node) == .member, let object = child(node, fields.object), let property = child(node, fields.property) {
      guard let module = requiredModule(unwrap(object)) else { return nil }
      return isText(property, "default") ? module : module + "." + text(property)
    }
    return requiredModule(node)
  }

  private func requiredModule(_ node: Int32) -> String? {
    guard kind(node) == .call, let callee = child(node, fields.function), isText(callee, "require") else { return nil }
    return moduleName(ofImport: node)
  }

  /// `'node:fs'` is `fs`; a folder is what stands in its index.
  func moduleName(_ string: Int32) -> String {
    let name = source.text(inner(string))
    if name.hasPrefix("node:") { return String(name.dropFirst(5)) }
    if name.hasPrefix("."), name.hasSuffix("/") { return name + "index" }
    return name == "." || name.hasSuffix("..") ? name + "/index" : name
  }
}
