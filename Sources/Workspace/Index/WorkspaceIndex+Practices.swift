import Behaviour
import Rules

extension WorkspaceIndex {
  /// What the callers of a unit have in common, by unit: one that calls it ten times has one voice.
  func practices(around id: ID) -> [PracticeTally] {
    answer(\.tallies[id]) { countPractices(around: id) }
  }

  /// Whether a caller of a unit keeps to a practice where it calls it, itself, or where it is called in turn.
  func isCalledUnder(_ practice: CallPractice, _ id: ID) -> Bool {
    var seen: Set<ID> = [id]
    var waiting = [id]
    for _ in 0..<2 {
      var further: [ID] = []
      for callee in waiting {
        for voice in voices(about: callee) where seen.insert(voice.caller).inserted {
          if voice.calls.contains(where: { isKept(practice, by: $0, in: voice) == true }) { return true }
          further.append(voice.caller)
        }
      }
      waiting = Array(further.prefix(24))
    }
    return false
  }

  // MARK: - Voices

  /// A unit that calls another one, with the positions of the calls in its file.
  private struct Voice {
    var caller: ID
    var file: FileSummary
    var calls: [Int]
    var isSure: Bool
  }

  private static let mostVoices = 400

  private func voices(about id: ID) -> [Voice] {
    guard let callee = unit(id), let group = file(of: id)?.group else { return [] }
    var names = [self.names.known(callee.summary.name)]
    if callee.summary.kind == .initializer, let owner = callee.summary.owner {
      names.append(self.names.known(lastPart(owner)))
    }
    var voices: [Voice] = []
    var seen: Set<Int32> = []
    for name in names where name != 0 {
      for number in (callers[name] ?? []).map(\.file) where seen.insert(number).inserted {
        guard voices.count < WorkspaceIndex.mostVoices else { return voices }
        guard let file = file(number), file.group == group else { continue }
        let summary = file.summary
        guard summary.traits.isDisjoint(with: [.test, .generated, .vendored, .stub, .oneOff]) else { continue }
        for (position, unit) in summary.units.enumerated() where unit.kind != .test && !unit.traits.contains(.fixture) {
          var calls: [Int] = []
          var isSure = true
          for call in unit.calls where summary.calls.indices.contains(Int(call)) {
            guard file.mayMean(names, by: summary.calls[Int(call)]) else { continue }
            let found = resolved(call, of: unit, in: number)
            guard found.certainty >= .several, found.units.contains(id) else { continue }
            calls.append(Int(call))
            if found.certainty < .sure { isSure = false }
          }
          let caller = ID(file: number, position: Int32(clamping: position))
          guard !calls.isEmpty, caller != id else { continue }
          voices.append(Voice(caller: caller, file: summary, calls: calls, isSure: isSure))
        }
      }
    }
    return voices
  }

  private func countPractices(around id: ID) -> [PracticeTally] {
    let voices = voices(about: id)
    guard voices.count >= 4 else { return [] }
    var practices = CallPractice.told
    practices += Set(voices.flatMap { labels(in: $0) }).sorted().map { .gives($0) }
    practices += frequentGuards(in: voices).map { .asksFirst($0) }
    var tallies: [PracticeTally] = []
    for practice in practices {
      var tally = PracticeTally(practice: practice, does: 0, doesNot: 0, places: [], isSure: true)
      for voice in voices {
        let kept = voice.calls.compactMap { isKept(practice, by: $0, in: voice) }
        guard !kept.isEmpty else { continue }
        if !voice.isSure { tally.isSure = false }
        if kept.contains(false) {
          tally.doesNot += 1
        } else {
          tally.does += 1
          if tally.places.count < 3 {
            tally.places.append("\(voice.file.path):\(voice.file.calls[voice.calls[0]].line)")
          }
        }
      }
      if tally.does > 0 { tallies.append(tally) }
    }
    return tallies
  }

  private func isKept(_ practice: CallPractice, by position: Int, in voice: Voice) -> Bool? {
    let call = voice.file.calls[position]
    switch practice {
    case .gives(let label):
      if call.flags.contains(.spread) { return nil }
      return labels(of: call, in: voice.file).contains(label)
    case .asksFirst(let name): return guards(before: position, in: voice).contains(name)
    default: return practice.isKept(by: call.flags)
    }
  }

  private func labels(in voice: Voice) -> [String] {
    voice.calls.flatMap { labels(of: voice.file.calls[$0], in: voice.file) }
  }

  private func labels(of call: CallSummary, in file: FileSummary) -> [String] {
    let first = Int(call.firstLabel)
    return (first..<first + Int(call.labelCount)).compactMap {
      file.labels.indices.contains($0) ? file.name(file.labels[$0]) : nil
    }
  }

  /// The names of what a caller asks before a call whether it may be made.
  private func guards(before position: Int, in voice: Voice) -> [String] {
    guard let unit = unit(voice.caller)?.summary else { return [] }
    let first = Int(unit.calls.lowerBound)
    guard first < position else { return [] }
    return (first..<position).compactMap { at in
      let name = voice.file.name(voice.file.calls[at].name)
      return CallPractice.isGuard(name) ? name : nil
    }
  }

  /// Those that at least half of the callers have.
  private func frequentGuards(in voices: [Voice]) -> [String] {
    var counts: [String: Int] = [:]
    for voice in voices {
      guard let last = voice.calls.last else { continue }
      for name in Set(guards(before: last, in: voice)) { counts[name, default: 0] += 1 }
    }
    return counts.filter { $0.value >= 3 && $0.value * 2 >= voices.count }.keys.sorted()
  }
}
