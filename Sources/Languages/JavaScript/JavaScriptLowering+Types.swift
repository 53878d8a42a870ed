import Behaviour

extension JavaScriptLowering {
  /// What a declared type says of a value.
  mutating func known(annotation node: Int32?) -> KnownValue {
    guard let node, let named = js.namedType(node) else { return .nothing }
    let name = name(ofPath: named)
    var root = named
    while let first = js.firstNamed(root) { root = first }
    let rootName = self.name(root)
    let file = scope.fileName(rootName, &builder)
    guard file.known.isItself, file.known.path != 0, scope.binding(rootName) == nil else { return .nothing }
    let whole = root == named ? file.known : join(file.known, name, dropping: builder.text(rootName).utf8.count)
    return KnownValue(path: whole.path, certainty: .declaredType)
  }
}
