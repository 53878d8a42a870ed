import Behaviour
package import Knowledge
package import Rules
import Synchronization

/// The facts of a workspace for one file, with a record of what was asked, and a digest of all answers.
///
/// What a file's ledger says of other files is in the answers and nowhere else: while the same questions get the same
/// answers, the ledger would be the same.
package final class RecordedFacts: WorkspaceFacts {
  private struct Record {
    var seen: Set<WorkspaceQuestion> = []
    var questions: [WorkspaceQuestion] = []
    var answers: CacheHasher
  }

  private let view: FileView
  private let digests: UnitDigests
  private let record: Mutex<Record>

  /// - Parameter digests: of the same index.
  package init?(_ index: WorkspaceIndex, forFile path: String, _ digests: UnitDigests) {
    guard let file = index.places[path] else { return nil }
    view = FileView(index: index, number: file)
    self.digests = digests
    record = Mutex(Record(answers: digests.hasher))
  }

  /// Everything that was asked so far, each question once, in the order of asking.
  package var questions: [WorkspaceQuestion] { record.withLock { $0.questions } }

  /// Of all answers, in that order.
  package var answers: CacheDigest { record.withLock { $0.answers.finished() } }

  /// Asks again what was asked before; false where a question is about a unit that is not there.
  package func ask(_ questions: [WorkspaceQuestion]) -> Bool { questions.allSatisfy { ask($0) } }

  private func ask(_ question: WorkspaceQuestion) -> Bool {
    switch question.kind {
    case .callees: _ = callees(of: question.reference, from: question.name, owner: question.owner)
    case .units: _ = units
    case .own: _ = own(question.name)
    case .testMentioning: _ = testMentioning(question.name)
    case .wrapper: _ = wrapper(of: question.name, effect: question.effect)
    case .habit: _ = habit(ofCalling: question.name)
    case .namesake: _ = hasNamesakeBeside(question.name)
    case .extended: _ = isExtended(question.name)
    case .model: _ = model(question.name)
    case .libraries, .callers, .reach, .likes, .tests, .practices, .calledUnder, .trials:
      guard let file = view.index.places[question.path],
        let unit = view.index.unit(WorkspaceUnit.ID(file: file, position: question.position))
      else { return false }
      switch question.kind {
      case .libraries: _ = libraries(of: unit)
      case .callers: _ = callers(of: unit)
      case .reach: _ = reach(of: unit)
      case .likes: _ = likes(of: unit, atLeast: Double(bitPattern: question.least))
      case .practices: _ = practices(around: unit)
      case .calledUnder:
        guard let practice = question.practice else { return false }
        _ = isCalledUnder(practice, unit)
      case .trials: _ = trials(of: unit)
      default: _ = tests(of: unit)
      }
    }
    return true
  }

  private func note(_ question: WorkspaceQuestion, _ answer: (inout CacheHasher) -> Void) {
    record.withLock { record in
      guard record.seen.insert(question).inserted else { return }
      record.questions.append(question)
      answer(&record.answers)
    }
  }

  private func combine(_ unit: WorkspaceUnit?, _ hasher: inout CacheHasher) {
    hasher.combine(UInt64(unit == nil ? 0 : 1))
    if let unit { hasher.combine(digests.digest(of: unit)) }
  }

  private func combine(_ units: [WorkspaceUnit], _ hasher: inout CacheHasher) {
    hasher.combine(UInt64(units.count))
    for unit in units { hasher.combine(digests.digest(of: unit)) }
  }

  // MARK: - Questions

  package func callees(of reference: CallReference, from unit: String, owner: String?) -> Callees {
    let found = view.callees(of: reference, from: unit, owner: owner)
    var question = WorkspaceQuestion(.callees, unit)
    question.reference = reference
    question.owner = owner
    note(question) { hasher in
      combine(found.units, &hasher)
      hasher.combine(UInt64(found.certainty.rawValue))
    }
    return found
  }

  package var units: [WorkspaceUnit] {
    let found = view.units
    note(WorkspaceQuestion(.units)) { combine(found, &$0) }
    return found
  }

  package func libraries(of unit: WorkspaceUnit) -> [(library: String, effect: Effect)] {
    let found = view.libraries(of: unit)
    note(WorkspaceQuestion(.libraries, unit)) { hasher in
      hasher.combine(UInt64(found.count))
      for pair in found {
        hasher.combine(pair.library)
        hasher.combine(pair.effect.rawValue)
      }
    }
    return found
  }

  package func own(_ qualifiedName: String) -> [WorkspaceUnit] {
    let found = view.own(qualifiedName)
    note(WorkspaceQuestion(.own, qualifiedName)) { combine(found, &$0) }
    return found
  }

  package func callers(of unit: WorkspaceUnit) -> [CallSite] {
    let found = view.callers(of: unit)
    note(WorkspaceQuestion(.callers, unit)) { hasher in
      hasher.combine(UInt64(found.count))
      for site in found {
        hasher.combine(digests.digest(of: site.unit))
        for number in [site.line, Int(site.flags.rawValue), site.arguments, Int(site.certainty.rawValue)] {
          hasher.combine(UInt64(bitPattern: Int64(number)))
        }
      }
    }
    return found
  }

  package func reach(of unit: WorkspaceUnit) -> Reach {
    let found = view.reach(of: unit)
    note(WorkspaceQuestion(.reach, unit)) { hasher in
      hasher.combine(UInt64(found.effects.rawValue))
      hasher.combine(UInt64(found.conduct.rawValue))
      hasher.combine(UInt64(found.isWhole ? 1 : 0))
    }
    return found
  }

  package func likes(of unit: WorkspaceUnit, atLeast least: Double) -> [LikeUnit] {
    let found = view.likes(of: unit, atLeast: least)
    var question = WorkspaceQuestion(.likes, unit)
    question.least = least.bitPattern
    note(question) { hasher in
      hasher.combine(UInt64(found.count))
      for like in found {
        hasher.combine(digests.digest(of: like.unit))
        hasher.combine(like.similarity.bitPattern)
        hasher.combine(UInt64(bitPattern: Int64(like.differingConstants ?? -1)))
      }
    }
    return found
  }

  package func testMentioning(_ name: String) -> String? {
    let found = view.testMentioning(name)
    note(WorkspaceQuestion(.testMentioning, name)) { $0.combine(found) }
    return found
  }

  package func wrapper(of library: String, effect: Effect) -> WrapperFact? {
    let found = view.wrapper(of: library, effect: effect)
    var question = WorkspaceQuestion(.wrapper, library)
    question.effect = effect
    note(question) { hasher in
      combine(found?.unit, &hasher)
      combine(found?.rival, &hasher)
      for number in [Int(found?.additions.rawValue ?? 0), found?.through ?? 0, found?.direct ?? 0] {
        hasher.combine(UInt64(bitPattern: Int64(number)))
      }
    }
    return found
  }

  package func tests(of unit: WorkspaceUnit) -> [TestOfUnit]? {
    let found = view.tests(of: unit)
    note(WorkspaceQuestion(.tests, unit)) { hasher in
      hasher.combine(found.map { UInt64($0.count) } ?? UInt64.max)
      for test in found ?? [] {
        combine(test.test, &hasher)
        combine(test.through, &hasher)
        hasher.combine(UInt64(test.certainty.rawValue))
      }
    }
    return found
  }
}

extension RecordedFacts {
  package func habit(ofCalling name: String) -> WaitingHabit {
    let found = view.habit(ofCalling: name)
    note(WorkspaceQuestion(.habit, name)) { hasher in
      for number in [found.awaited, found.others] { hasher.combine(UInt64(bitPattern: Int64(number))) }
    }
    return found
  }

  package func hasNamesakeBeside(_ qualifiedName: String) -> Bool {
    let found = view.hasNamesakeBeside(qualifiedName)
    note(WorkspaceQuestion(.namesake, qualifiedName)) { $0.combine(UInt64(found ? 1 : 0)) }
    return found
  }

  package func isExtended(_ type: String) -> Bool {
    let found = view.isExtended(type)
    note(WorkspaceQuestion(.extended, type)) { $0.combine(UInt64(found ? 1 : 0)) }
    return found
  }

  package func practices(around unit: WorkspaceUnit) -> [PracticeTally] {
    let found = view.practices(around: unit)
    note(WorkspaceQuestion(.practices, unit)) { hasher in
      hasher.combine(UInt64(found.count))
      for tally in found {
        let practice = WorkspaceQuestion(tally.practice, around: unit)
        hasher.combine(practice.least)
        hasher.combine(practice.name)
        for number in [tally.does, tally.doesNot, tally.isSure ? 1 : 0, tally.places.count] {
          hasher.combine(UInt64(bitPattern: Int64(number)))
        }
        for place in tally.places { hasher.combine(place) }
      }
    }
    return found
  }

  package func isCalledUnder(_ practice: CallPractice, _ unit: WorkspaceUnit) -> Bool {
    let found = view.isCalledUnder(practice, unit)
    note(WorkspaceQuestion(practice, around: unit)) { $0.combine(UInt64(found ? 1 : 0)) }
    return found
  }

  package func trials(of unit: WorkspaceUnit) -> Trials? {
    let found = view.trials(of: unit)
    note(WorkspaceQuestion(.trials, unit)) { hasher in
      hasher.combine(UInt64(found == nil ? 0 : 1))
      guard let found else { return }
      combine(found.tests, &hasher)
      combine(found.failing, &hasher)
      for number in [
        Int(found.drive.rawValue), Int(found.farDrive.rawValue), found.isSure ? 1 : 0,
      ] {
        hasher.combine(UInt64(bitPattern: Int64(number)))
      }
    }
    return found
  }

  package func model(_ name: String) -> ModelFact? {
    let found = view.model(name)
    note(WorkspaceQuestion(.model, name)) { hasher in
      hasher.combine(UInt64(found == nil ? 0 : 1))
      guard let found else { return }
      hasher.combine(found.version)
      hasher.combine(UInt64(found.keys.count))
      for key in found.keys {
        hasher.combine(key.place)
        hasher.combine(UInt64(key.columns.count))
        for column in key.columns { hasher.combine(column) }
      }
    }
    return found
  }
}

/// Digests of the units of one index, each made once.
package final class UnitDigests: Sendable {
  private let known = Mutex<[WorkspaceUnit.ID: CacheDigest]>([:])
  /// With nothing told to it yet.
  let hasher: CacheHasher

  package init(_ cache: WorkspaceCache) { hasher = cache.hasher }

  /// Of all that is known of a unit. By the path, not by numbers of files: those change with what else there is.
  func digest(of unit: WorkspaceUnit) -> CacheDigest {
    if let known = known.withLock({ $0[unit.id] }) { return known }
    var hasher = hasher
    hasher.combine(unit.path)
    hasher.combine(UInt64(bitPattern: Int64(unit.id.position)))
    hasher.combine(UInt64(unit.fileTraits.rawValue))
    hasher.combine(ByteCoder.bytes(of: unit.summary))
    let digest = hasher.finished()
    known.withLock { $0[unit.id] = digest }
    return digest
  }
}
