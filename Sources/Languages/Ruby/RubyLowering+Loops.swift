import Behaviour
import TreeSitter

extension RubyLowering {
  /// `while`, `until`, before the body or behind it.
  mutating func whileStatement(_ node: Int32) {
    let isUntil = kind(node) == .until || kind(node) == .untilModifier
    let asked = child(node, fields.condition).map(rb.unwrap)
    let isEndless = asked.map { kind($0) == (isUntil ? .false : .true) } ?? false
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if let asked, !isEndless { condition(asked, .condition, isNegated: isUntil) }
    inLoop { lowering in
      guard let body = lowering.child(node, lowering.fields.body) else {
        return lowering.emptyBlock(.body, endOf: node)
      }
      if lowering.kind(body) == .do {
        lowering.block(body, .body, .discarded)
      } else {
        lowering.core.builder.open(.block, .body, lowering.range(body))
        lowering.statement(body)
        lowering.core.builder.close()
      }
    }
    core.builder.close()
  }

  mutating func inLoop(_ write: (inout RubyLowering) -> Void) {
    function.loops.append(.written)
    write(&self)
    function.loops.removeLast()
  }

  mutating func forStatement(_ node: Int32) {
    let values = child(node, fields.value).flatMap(rb.firstPart).map(rb.unwrap)
    let isCounted = values.map { kind($0) == .range } ?? false
    core.builder.open(.loop, .statement, range(node), detail: (isCounted ? LoopKind.counted : .forEach).rawValue)
    if let values { expression(values, .iterable) }
    if let pattern = child(node, fields.pattern) {
      target(pattern, .target)
      give(.nothing, to: pattern)
    }
    inLoop { lowering in
      if let body = lowering.child(node, lowering.fields.body) {
        lowering.block(body, .body, .discarded)
      } else {
        lowering.emptyBlock(.body, endOf: node)
      }
    }
    core.builder.close()
  }

  // MARK: - Blocks that are run again and again

  /// `orders.each do |order| … end`, `3.times do … end`, `loop do … end`: a loop, not a call that is given a function.
  /// False, and nothing written, for any other call.
  mutating func blockLoop(_ node: Int32) -> Bool {
    guard let block = child(node, fields.block), let name = rb.methodName(node) else { return false }
    let receiver = child(node, fields.receiver)
    guard let receiver else {
      guard rb.isText(name, "loop") else { return false }
      core.builder.open(.loop, .statement, range(node), detail: LoopKind.endless.rawValue)
      loopBody(block)
      core.builder.close()
      return true
    }
    let isOver = RubyLowering.rounds.contains(range(name), in: rb.source)
    let isCounted = RubyLowering.counts.contains(range(name), in: rb.source)
    let isFetching = RubyLowering.fetches.contains(range(name), in: rb.source)
    guard isOver || isCounted || isFetching else { return false }
    let values = rb.unwrap(receiver)
    let overRange = isOver && kind(values) == .range
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: (isCounted || overRange ? LoopKind.counted : .forEach).rawValue
    )
    if isOver, child(node, fields.arguments) == nil {
      expression(values, .iterable)
    } else {
      call(node, .iterable, [], withoutBlock: true)
    }
    loopBody(block)
    core.builder.close()
    return true
  }

  private mutating func loopBody(_ block: Int32) {
    if let list = rb.children(block).first(where: { kind($0) == .blockParameters }) {
      let taken = rb.children(list).filter { rb.isPart($0) && rb[$0].field != fields.locals }
      for parameter in taken {
        target(parameter, .target, taken.count > 1 ? [.destructured] : [], isLocal: true)
        give(.nothing, to: parameter)
      }
    }
    inLoop { lowering in
      guard let body = lowering.rb.body(ofBlock: block) else { return lowering.emptyBlock(.body, endOf: block) }
      lowering.core.builder.open(.block, .body, lowering.range(body))
      lowering.body(body, .discarded)
      lowering.core.builder.close()
    }
  }

  /// What goes over all that the receiver holds.
  private static let rounds = WordTable([
    "each", "each_with_index", "each_pair", "each_entry", "reverse_each", "each_key", "each_value", "each_char",
    "each_line", "each_byte", "each_index",
  ])
  /// What counts.
  private static let counts = WordTable(["times", "upto", "downto", "step"])
  /// What gets, or makes, the values that it goes over.
  private static let fetches = WordTable([
    "find_each", "find_in_batches", "in_batches", "each_slice", "each_cons", "foreach", "each_child", "each_record",
    "each_row", "each_message", "each_batch", "auto_paging_each", "each_page", "each_with_object", "each_entry",
    "in_groups_of",
  ])
}
