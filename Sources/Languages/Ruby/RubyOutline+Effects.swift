import Behaviour
import TreeSitter

extension RubyOutline {
  /// Whether a call, or a bare word, declares and does nothing else: `require "json"`, `private`, `attr_reader :total`.
  static func isDeclaration(_ node: Int32, in rb: RubySyntax) -> Bool {
    switch rb.kind(node) {
    case .identifier: return declarations.contains(rb.range(node), in: rb.source)
    case .call:
      guard rb.isBare(node), rb.child(node, rb.fields.block) == nil, let name = rb.methodName(node) else {
        return false
      }
      return declarations.contains(rb.range(name), in: rb.source)
    default: return false
    }
  }

  private static let declarations = WordTable([
    "require", "require_relative", "autoload", "private", "public", "protected", "module_function",
    "private_class_method", "public_class_method", "private_constant", "include", "extend", "prepend", "using",
    "attr_reader", "attr_writer", "attr_accessor", "cattr_accessor", "mattr_accessor", "cattr_reader",
    "class_attribute", "alias_method", "ruby2_keywords", "memoize", "helper_method", "delegate", "def_delegators",
    "def_delegator", "undef_method", "remove_method", "sig", "private_attr_reader", "it_behaves_like",
    "it_should_behave_like", "include_examples", "include_context", "refine", "const_missing", "deprecated_constant",
  ])

  /// A call whose block is part of what is around it: a namespace of tasks, what a module adds to types.
  static func isGroup(_ node: Int32, in rb: RubySyntax) -> Bool {
    guard let name = rb.methodName(node), rb.child(node, rb.fields.block) != nil else { return false }
    return groups.contains(rb.range(name), in: rb.source)
  }

  private static let groups = WordTable([
    "namespace", "included", "class_methods", "class_eval", "module_eval", "instance_eval", "refine", "prepended",
    "concern", "with_options", "resource", "resources", "route_param", "version",
  ])

  /// Calls whose block runs where it stands, as often as may be.
  static let inlined = WordTable([
    "each", "each_with_index", "each_pair", "reverse_each", "times", "upto", "downto", "step", "loop", "map", "select",
    "reject", "find", "each_with_object", "each_slice", "tap", "then", "sort_by", "group_by", "inject", "reduce",
    "lambda", "proc", "find_each", "open", "synchronize", "transaction", "flat_map", "any?", "all?",
  ])

  /// Whether anything but definitions, declarations and constants stands outside of functions, or might.
  func acts() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: rb.nodes.count)
    let units = Set(outline.units.map(\.node))
    var groups: Set<Int32> = []
    for place in places { groups.insert(place.node) }
    while at < end {
      let node = rb[at]
      switch rb.kinds[node.kind] {
      case .method, .singletonMethod, .lambda: at = node.next
      case .call:
        if groups.contains(at) {
          // What groups is no deed; what stands in its block may be.
          at = rb.child(at, rb.fields.block) ?? node.next
        } else if units.contains(at) {
          if !isQuiet(at) { return true }
          at = node.next
        } else if RubyOutline.isDeclaration(at, in: rb) || isWordOfType(at) {
          at = node.next
        } else {
          return true
        }
      case .if, .unless, .while, .until, .for, .begin, .ifModifier, .unlessModifier, .operatorAssignment, .subshell,
        .yield, .case, .rescueModifier:
        return true
      case .superclass, .heredocBody: at = node.next
      default:
        if node.isError || node.isMissing { return true }
        at &+= 1
      }
    }
    return false
  }

  /// A test or what prepares for one: it is declared, not run.
  private func isQuiet(_ call: Int32) -> Bool {
    outline.traits.contains(.test) && RubyTestCall(call, in: rb) != nil || isWordOfType(call)
  }

  /// A word in the body of a type, which says something about the type: `has_many :lines`, `validates :total`.
  private func isWordOfType(_ call: Int32) -> Bool {
    guard rb.isBare(call) else { return false }
    let parent = rb.parent(call)
    guard rb.kind(parent) == .bodyStatement || rb.kind(parent) == .blockBody else { return false }
    switch rb.kind(rb.parent(parent)) {
    case .class, .module, .singletonClass: return true
    case .doBlock, .block: return places.contains { $0.node == rb.parent(rb.parent(parent)) }
    default: return false
    }
  }

  /// Folders below `db` whose files run once.
  private static let seeds: Set<Substring> = ["migrate", "seeds", "default", "sample", "samples", "fixtures", "data"]

  /// What a file is, by its path, its first line and its head.
  static func traits(of source: Source) -> FileTraits {
    var traits = FileTraits(path: source.path)
    let name = source.path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    if stem.hasSuffix("_spec") || stem.hasSuffix("_test") || stem.hasPrefix("test_") || stem == "spec_helper"
      || stem == "rails_helper"
    {
      traits.insert(.test)
    }
    var folder: Substring = ""
    for part in source.path.split(separator: "/").dropLast() {
      if folder == "db", RubyOutline.seeds.contains(part) { traits.insert(.oneOff) }
      if part == "testing_support" || part == "factories" { traits.insert(.test) }
      folder = part
    }
    if name == "seeds.rb" || name == "schema.rb" { traits.insert(.oneOff) }
    if FileTraits.areGenerated(source.bytes) { traits.insert(.generated) }
    if source.bytes.starts(with: "#!".utf8) || name.hasSuffix(".rake") || name == "Rakefile" { traits.insert(.script) }
    return traits
  }
}
