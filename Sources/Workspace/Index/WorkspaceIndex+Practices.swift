import Behaviour
import Rules

extension WorkspaceIndex {
  /// What the callers of a unit have in common, by unit: one that calls it ten times has one voice.
  func practices(around id: ID) -> [PracticeTally] {
    answer({ $0.tallies[id] }, { $0.tallies[id] = $1 }) {
      let voices = voices(about: id)
      guard voices.count >= 4 else { return [] }
      return PracticeCount(voices).tallies()
    }
  }

  /// Whether a caller of a unit keeps to a practice where it calls it, itself, or where it is called in turn.
  func isCalledUnder(_ practice: CallPractice, _ id: ID) -> Bool {
    var seen: Set<ID> = [id]
    var waiting = [id]
    for _ in 0..<2 {
      var further: [ID] = []
      for callee in waiting {
        let voices = voices(about: callee).filter { seen.insert($0.caller).inserted }
        if PracticeCount(voices).isKeptSomewhere(practice) { return true }
        further += voices.map(\.caller)
      }
      waiting = Array(further.prefix(24))
    }
    return false
  }

  private static let mostVoices = 400
  private static let voiceless: FileTraits = [.test, .generated, .vendored, .stub, .oneOff]

  private func voices(about id: ID) -> [Voice] {
    var voices: [Voice] = []
    var last: ID?
    for edge in callerList(of: id).edges where edge.certainty >= .several && edge.caller != id {
      if edge.caller == last {
        voices[voices.count - 1].calls.append(Int(edge.call))
        if edge.certainty < .sure { voices[voices.count - 1].isSure = false }
        continue
      }
      if edge.caller.file != last?.file, voices.count >= WorkspaceIndex.mostVoices { return voices }
      guard let file = file(of: edge.caller), file.summary.traits.isDisjoint(with: WorkspaceIndex.voiceless) else {
        continue
      }
      let position = Int(edge.caller.position)
      guard file.summary.units[position].kind != .test, !file.summary.units[position].traits.contains(.fixture) else {
        continue
      }
      last = edge.caller
      voices.append(
        Voice(caller: edge.caller, file: file, calls: [Int(edge.call)], isSure: edge.certainty == .sure)
      )
    }
    return voices
  }
}

/// A unit that calls another one, with the positions of the calls in its file, ascending.
private struct Voice {
  var caller: WorkspaceUnit.ID
  var file: IndexedFile
  var calls: [Int]
  var isSure: Bool
}

/// Counts what voices keep to. Names are numbers until the practices are listed.
private struct PracticeCount {
  private typealias Symbol = UInt32
  private let voices: [Voice]
  /// By voice: what it calls before the last of its calls, and asks by that whether it may be made.
  private var guards: [[(position: Int, name: Symbol)]] = []
  /// Those names that are ones of a guard; nil for any other.
  private var guardNames: [Symbol: String?] = [:]

  init(_ voices: [Voice]) {
    self.voices = voices
    guards.reserveCapacity(voices.count)
    for voice in voices { guards.append(findGuards(of: voice)) }
  }

  private mutating func findGuards(of voice: Voice) -> [(position: Int, name: Symbol)] {
    let summary = voice.file.summary
    let first = Int(summary.units[Int(voice.caller.position)].calls.lowerBound)
    guard let last = voice.calls.last, first < last else { return [] }
    var found: [(position: Int, name: Symbol)] = []
    for position in first..<last {
      let name = summary.calls[position].name
      let symbol = voice.file.symbol(name)
      let text: String?
      if let known = guardNames[symbol] {
        text = known
      } else {
        let written = summary.name(name)
        text = CallPractice.isGuard(written) ? written : nil
        guardNames.updateValue(text, forKey: symbol)
      }
      if text != nil { found.append((position, symbol)) }
    }
    return found
  }

  func tallies() -> [PracticeTally] {
    var tallies = CallPractice.told.compactMap { practice in
      tally(practice) { voice, call in practice.isKept(by: self.voices[voice].file.summary.calls[call].flags) }
    }
    for (label, symbol) in labels().sorted(by: { $0.key < $1.key }) {
      if let tally = tally(.gives(label), { self.gives(symbol, $0, $1) }) { tallies.append(tally) }
    }
    for (name, symbol) in frequentGuards().sorted(by: { $0.key < $1.key }) {
      if let tally = tally(.asksFirst(name), { self.asks(symbol, $0, before: $1) }) { tallies.append(tally) }
    }
    return tallies
  }

  /// Whether one of the voices keeps to a practice in one of its calls.
  func isKeptSomewhere(_ practice: CallPractice) -> Bool {
    let isKept: (Int, Int) -> Bool?
    switch practice {
    case .gives(let label):
      guard let symbol = labels()[label] else { return false }
      isKept = { self.gives(symbol, $0, $1) }
    case .asksFirst(let name):
      guard let symbol = guardNames.first(where: { $0.value == name })?.key else { return false }
      isKept = { self.asks(symbol, $0, before: $1) }
    default: isKept = { practice.isKept(by: self.voices[$0].file.summary.calls[$1].flags) }
    }
    return voices.indices.contains { voice in voices[voice].calls.contains { isKept(voice, $0) == true } }
  }

  /// - Parameter isKept: asked with the place of a voice and the position of one of its calls.
  /// - Returns: nil where nobody keeps to it.
  private func tally(_ practice: CallPractice, _ isKept: (Int, Int) -> Bool?) -> PracticeTally? {
    var tally = PracticeTally(practice: practice, does: 0, doesNot: 0, places: [], isSure: true)
    for (index, voice) in voices.enumerated() {
      var isTold = false
      var isBroken = false
      for call in voice.calls {
        guard let kept = isKept(index, call) else { continue }
        isTold = true
        if !kept { isBroken = true }
      }
      guard isTold else { continue }
      if !voice.isSure { tally.isSure = false }
      if isBroken {
        tally.doesNot += 1
      } else {
        tally.does += 1
        if tally.places.count < 3, let first = voice.calls.first {
          tally.places.append("\(voice.file.summary.path):\(voice.file.summary.calls[first].line)")
        }
      }
    }
    return tally.does > 0 ? tally : nil
  }

  // MARK: - Labels

  private func gives(_ label: Symbol, _ voice: Int, _ call: Int) -> Bool? {
    let file = voices[voice].file
    if file.summary.calls[call].flags.contains(.spread) { return nil }
    return labels(of: call, in: file).contains { file.symbol($0) == label }
  }

  /// All labels that some call gives.
  private func labels() -> [String: Symbol] {
    var found: [Symbol: String] = [:]
    for voice in voices {
      for call in voice.calls {
        for label in labels(of: call, in: voice.file) where found[voice.file.symbol(label)] == nil {
          found[voice.file.symbol(label)] = voice.file.summary.name(label)
        }
      }
    }
    return Dictionary(found.map { ($0.value, $0.key) }) { first, _ in first }
  }

  /// The numbers of names in the file.
  private func labels(of call: Int, in file: IndexedFile) -> ArraySlice<UInt32> {
    let written = file.summary.calls[call]
    let first = Int(written.firstLabel)
    let range = first..<first + Int(written.labelCount)
    return file.summary.labels[range.clamped(to: file.summary.labels.indices)]
  }

  // MARK: - Guards

  private func asks(_ name: Symbol, _ voice: Int, before call: Int) -> Bool {
    guards[voice].contains { $0.position < call && $0.name == name }
  }

  /// Those that at least half of the callers have.
  private func frequentGuards() -> [String: Symbol] {
    var counts: [Symbol: Int] = [:]
    for guards in guards {
      var seen: [Symbol] = []
      for (_, name) in guards where !seen.contains(name) {
        seen.append(name)
        counts[name, default: 0] += 1
      }
    }
    var frequent: [String: Symbol] = [:]
    for (symbol, count) in counts where count >= 3 && count * 2 >= voices.count {
      if let name = guardNames[symbol] ?? nil { frequent[name] = symbol }
    }
    return frequent
  }
}
