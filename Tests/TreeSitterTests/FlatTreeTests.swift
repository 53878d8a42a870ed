import CFlatTree
import CTreeSitter
import Languages
import Rules
import TestSupport
import Testing

@testable import TreeSitter

/// The layout in C, against a cursor over the same trees.
@Suite struct FlatTreeTests {
  @Test func aNodeIsTheSameBytesInBothLanguages() {
    #expect(MemoryLayout<SyntaxNode>.size == MemoryLayout<LacunaFlatNode>.size)
    #expect(MemoryLayout<SyntaxNode>.stride == MemoryLayout<LacunaFlatNode>.stride)
    #expect(MemoryLayout<SyntaxNode>.alignment == MemoryLayout<LacunaFlatNode>.alignment)
    let places: [(Int?, Int?)] = [
      (MemoryLayout<SyntaxNode>.offset(of: \.kind), MemoryLayout<LacunaFlatNode>.offset(of: \.kind)),
      (MemoryLayout<SyntaxNode>.offset(of: \.field), MemoryLayout<LacunaFlatNode>.offset(of: \.field)),
      (MemoryLayout<SyntaxNode>.offset(of: \.flags), MemoryLayout<LacunaFlatNode>.offset(of: \.flags)),
      (MemoryLayout<SyntaxNode>.offset(of: \.start), MemoryLayout<LacunaFlatNode>.offset(of: \.start)),
      (MemoryLayout<SyntaxNode>.offset(of: \.end), MemoryLayout<LacunaFlatNode>.offset(of: \.end)),
      (MemoryLayout<SyntaxNode>.offset(of: \.parent), MemoryLayout<LacunaFlatNode>.offset(of: \.parent)),
      (MemoryLayout<SyntaxNode>.offset(of: \.next), MemoryLayout<LacunaFlatNode>.offset(of: \.next)),
    ]
    for (inSwift, inC) in places {
      #expect(inSwift != nil)
      #expect(inSwift == inC)
    }
    #expect(SyntaxNode.Flags.named.rawValue == UInt8(LACUNA_FLAT_NAMED))
    #expect(SyntaxNode.Flags.error.rawValue == UInt8(LACUNA_FLAT_ERROR))
    #expect(SyntaxNode.Flags.missing.rawValue == UInt8(LACUNA_FLAT_MISSING))
    #expect(SyntaxNode.Flags.hasError.rawValue == UInt8(LACUNA_FLAT_HAS_ERROR))
  }

  /// The examples of all rules, which are in every language.
  private static let texts: [LanguageID: [String]] = {
    var texts: [LanguageID: [String]] = [:]
    for rule in RuleID.allCases {
      for example in rule.rule?.card.allExamples ?? [] {
        // A dialect without examples of its own takes those of its family.
        guard let family = LanguageID(rawValue: example.language)?.family else { continue }
        for id in LanguageID.allCases where id.family == family { texts[id, default: []].append(example.source) }
      }
    }
    return texts
  }()

  @Test(arguments: LanguageID.allCases) func theLayoutIsWhatACursorSees(_ id: LanguageID) throws {
    let language = try #require(Languages.language(id))
    let parser = try #require(Parser(language.grammar))
    var random = SeededGenerator(seed: 7)
    let texts = try #require(FlatTreeTests.texts[id])
    for text in texts.prefix(150) {
      var bytes = Array(text.utf8)
      // Whole, and broken in some places.
      for round in 0..<6 {
        let tree = try #require(bytes.withUnsafeBufferPointer { parser.parse($0) })
        for skipping in [[], language.skippedKinds] {
          let flat = SyntaxTree(tree, skipping: skipping)
          let seen = CursorWalk(tree, skipping: skipping).nodes
          #expect(flat.nodes.count == seen.count)
          #expect(!flat.isCutShort)
          if let different = zip(flat.nodes, seen).first(where: { String(describing: $0) != String(describing: $1) }) {
            Issue.record("\(id), round \(round): \(different)")
            return
          }
        }
        guard bytes.count > 8 else { break }
        let start = Int.random(in: 0..<bytes.count - 4, using: &random)
        bytes.removeSubrange(start..<start + 4)
      }
    }
  }
}

/// The same, by the core's own means.
private struct CursorWalk {
  var nodes: [SyntaxNode] = []

  init(_ tree: Tree, skipping: [Bool]) {
    var cursor = ts_tree_cursor_new(ts_tree_root_node(tree.raw))
    defer { ts_tree_cursor_delete(&cursor) }
    walk(&cursor, skipping, parent: SyntaxNode.none)
  }

  private mutating func walk(_ cursor: inout TSTreeCursor, _ skipping: [Bool], parent: Int32) {
    let node = ts_tree_cursor_current_node(&cursor)
    let kind = ts_node_symbol(node)
    if Int(kind) < skipping.count, skipping[Int(kind)], !ts_node_is_missing(node) { return }
    var flags: SyntaxNode.Flags = []
    if ts_node_is_named(node) { flags.insert(.named) }
    if kind == SyntaxNode.errorKind { flags.insert(.error) }
    if ts_node_is_missing(node) { flags.insert(.missing) }
    if ts_node_has_error(node) { flags.insert(.hasError) }
    let index = nodes.count
    nodes.append(
      SyntaxNode(
        kind: kind,
        field: UInt8(truncatingIfNeeded: ts_tree_cursor_current_field_id(&cursor)),
        flags: flags,
        start: ts_node_start_byte(node),
        end: ts_node_end_byte(node),
        parent: parent,
        next: 0
      )
    )
    if ts_tree_cursor_goto_first_child(&cursor) {
      repeat { walk(&cursor, skipping, parent: Int32(clamping: index)) } while ts_tree_cursor_goto_next_sibling(&cursor)
      ts_tree_cursor_goto_parent(&cursor)
    }
    nodes[index].next = Int32(clamping: nodes.count)
  }
}
