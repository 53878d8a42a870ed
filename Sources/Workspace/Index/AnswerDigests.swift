import Behaviour
import Knowledge
package import Rules
import Synchronization

/// Digests of what the units of one index are, and of answers that name them.
///
/// What a file's ledger says of other files is in the answers and nowhere else: while the same questions get the same
/// answers, the ledger would be the same.
package final class AnswerDigests: Sendable {
  private let known = Mutex<[WorkspaceUnit.ID: CacheDigest]>([:])
  /// With nothing told to it yet.
  private let hasher: CacheHasher

  package init(_ cache: WorkspaceCache) { hasher = cache.hasher }

  /// Of all answers, in the order of asking.
  package func digest(of memory: FactMemory) -> CacheDigest {
    var hasher = hasher
    for question in memory.questions {
      if let answer = memory.answer(to: question) { combine(answer, &hasher) }
    }
    return hasher.finished()
  }

  private func combine(_ answer: FactMemory.Answer, _ hasher: inout CacheHasher) {
    switch answer {
    case .callees(let found):
      combine(found.units, &hasher)
      hasher.combine(UInt64(found.certainty.rawValue))
    case .units(let found): combine(found, &hasher)
    case .libraries(let found):
      hasher.combine(UInt64(found.count))
      for use in found {
        hasher.combine(use.library)
        hasher.combine(use.effect.rawValue)
      }
    case .callers(let found):
      hasher.combine(UInt64(found.count))
      for site in found {
        hasher.combine(digest(of: site.unit))
        combine([site.line, Int(site.flags.rawValue), site.arguments, Int(site.certainty.rawValue)], &hasher)
      }
    case .reach(let found):
      hasher.combine(UInt64(found.effects.rawValue))
      hasher.combine(UInt64(found.conduct.rawValue))
      hasher.combine(UInt64(found.isWhole ? 1 : 0))
    case .likes(let found):
      hasher.combine(UInt64(found.count))
      for like in found {
        hasher.combine(digest(of: like.unit))
        hasher.combine(like.similarity.bitPattern)
        combine([like.differingConstants ?? -1], &hasher)
      }
    case .path(let found): hasher.combine(found)
    case .wrapper(let found):
      combine(found?.unit, &hasher)
      combine(found?.rival, &hasher)
      combine([Int(found?.additions.rawValue ?? 0), found?.through ?? 0, found?.direct ?? 0], &hasher)
    case .tests(let found):
      hasher.combine(found.map { UInt64($0.count) } ?? UInt64.max)
      for test in found ?? [] {
        combine(test.test, &hasher)
        combine(test.through, &hasher)
        hasher.combine(UInt64(test.certainty.rawValue))
      }
    case .habit(let found): combine([found.awaited, found.others], &hasher)
    case .truth(let found): hasher.combine(UInt64(found ? 1 : 0))
    case .practices(let found):
      hasher.combine(UInt64(found.count))
      for tally in found { combine(tally, &hasher) }
    case .trials(let found):
      hasher.combine(UInt64(found == nil ? 0 : 1))
      guard let found else { return }
      combine(found.tests, &hasher)
      combine(found.failing, &hasher)
      combine([Int(found.drive.rawValue), Int(found.farDrive.rawValue), found.isSure ? 1 : 0], &hasher)
    case .model(let found):
      hasher.combine(UInt64(found == nil ? 0 : 1))
      guard let found else { return }
      hasher.combine(found.version)
      hasher.combine(UInt64(found.keys.count))
      for key in found.keys {
        hasher.combine(key.place)
        combine(key.columns, &hasher)
      }
    }
  }

  private func combine(_ tally: PracticeTally, _ hasher: inout CacheHasher) {
    let (number, name) = tally.practice.parts
    hasher.combine(number)
    hasher.combine(name)
    combine([tally.does, tally.doesNot, tally.isSure ? 1 : 0], &hasher)
    combine(tally.places, &hasher)
  }

  private func combine(_ numbers: [Int], _ hasher: inout CacheHasher) {
    for number in numbers { hasher.combine(UInt64(bitPattern: Int64(number))) }
  }

  private func combine(_ texts: [String], _ hasher: inout CacheHasher) {
    hasher.combine(UInt64(texts.count))
    for text in texts { hasher.combine(text) }
  }

  private func combine(_ unit: WorkspaceUnit?, _ hasher: inout CacheHasher) {
    hasher.combine(UInt64(unit == nil ? 0 : 1))
    if let unit { hasher.combine(digest(of: unit)) }
  }

  private func combine(_ units: [WorkspaceUnit], _ hasher: inout CacheHasher) {
    hasher.combine(UInt64(units.count))
    for unit in units { hasher.combine(digest(of: unit)) }
  }

  /// Of all that is known of a unit. By the path, not by numbers of files: those change with what else there is.
  private func digest(of unit: WorkspaceUnit) -> CacheDigest {
    if let known = known.withLock({ $0[unit.id] }) { return known }
    var hasher = hasher
    hasher.combine(unit.path)
    hasher.combine(UInt64(bitPattern: Int64(unit.id.position)))
    hasher.combine(UInt64(unit.fileTraits.rawValue))
    var summary = unit.summary
    // Numbers within the file, which no answer tells of.
    summary.calls = 0..<Int32(clamping: summary.calls.count)
    hasher.combine(ByteCoder.bytes(of: summary))
    let digest = hasher.finished()
    known.withLock { $0[unit.id] = digest }
    return digest
  }
}
