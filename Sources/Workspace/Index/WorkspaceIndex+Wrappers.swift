import Behaviour
import Knowledge
import Rules

/// Effects that one wrapper stands for.
enum EffectClass: Hashable {
  case network, database, cache, queue, payment, mail, cloud, other

  init(_ effect: Effect) {
    switch effect {
    case .networkRead, .networkWrite, .networkByVerb: self = .network
    case .databaseRead, .databaseWrite, .databaseBySQL: self = .database
    case .cacheRead, .cacheWrite: self = .cache
    case .queuePublish: self = .queue
    case .payment: self = .payment
    case .mail: self = .mail
    case .cloud: self = .cloud
    case .none, .fileRead, .fileWrite, .process, .wait, .clock, .random: self = .other
    }
  }

  /// Whether a call of it says where it goes: a URL, a statement, a key.
  var hasAddresses: Bool {
    switch self {
    case .network, .database, .cache: true
    case .queue, .payment, .mail, .cloud, .other: false
    }
  }
}

struct WrapperKey: Hashable {
  var library: String
  var group: LanguageGroup
  var effect: EffectClass
}

extension WorkspaceIndex {
  /// The file that most of the workspace goes through to a library, where there is such a habit.
  func wrapper(_ key: WrapperKey) -> WrapperFact? {
    guard key.effect != .other else { return nil }
    return answer({ $0.wrappers[key] }, { $0.wrappers[key] = $1 }) { findWrapper(key) }
  }

  private struct Candidate {
    var file: Int32
    var additions: Additions = []
    var units: [ID] = []
    /// Sites in other files, by the unit that they call.
    var through = 0
    var callingFiles: Set<Int32> = []
    var most: (unit: ID, sites: Int)?
  }

  private func findWrapper(_ key: WrapperKey) -> WrapperFact? {
    let symbol = names.known(key.library)
    // A model of the workspace is no library, though a framework gives it what it does.
    guard symbol != 0, types[names.known(lastPart(key.library))] == nil, let users = users[symbol] else { return nil }
    // Where the library is called, by file.
    var direct: [Int32: Int] = [:]
    var candidates: [Candidate] = []
    for id in users {
      guard let file = file(of: id), file.group == key.group else { continue }
      let unit = file.summary.units[Int(id.position)]
      let sites = unit.calls.count { position in
        let call = file.summary.calls[Int(position)]
        return call.flags.contains(.known) && file.symbol(call.type) == symbol
          && EffectClass(call.effect) == key.effect
      }
      guard sites > 0 else { continue }
      direct[id.file, default: 0] += sites
      // What asks for one thing of its own is a part of the program, and no way to the library.
      guard unit.kind != .module, !key.effect.hasAddresses || unit.additions.contains(.anyAddress) else { continue }
      if candidates.last?.file != id.file { candidates.append(Candidate(file: id.file)) }
      candidates[candidates.count - 1].additions.formUnion(unit.additions.subtracting(.anyAddress))
      candidates[candidates.count - 1].units.append(id)
    }
    candidates.removeAll { $0.additions.isEmpty }
    guard !candidates.isEmpty else { return nil }
    for index in candidates.indices { count(&candidates[index]) }
    candidates = candidates.filter { $0.through >= 3 && $0.callingFiles.count >= 2 && isNamedAsWrapper($0) }
    candidates.sort { ($1.through, path(of: $0)) < ($0.through, path(of: $1)) }
    guard let best = candidates.first, let most = best.most, let unit = unit(most.unit) else { return nil }
    // What other wrappers do themselves goes past this one, too: where there are many, there is no one way.
    let past = direct.filter { other in other.key != best.file }.values.reduce(0, +)
    guard best.through * 10 >= (best.through + past) * 7 else { return nil }
    let rival = candidates.dropFirst().first { $0.through * 2 >= best.through }
    return WrapperFact(
      unit: unit,
      additions: best.additions,
      through: best.through,
      direct: past,
      rival: rival.flatMap { $0.most }.flatMap { self.unit($0.unit) }
    )
  }

  private func count(_ candidate: inout Candidate) {
    for id in candidate.units {
      var sites = 0
      for edge in callerList(of: id).edges
      where edge.certainty >= .several && edge.caller.file != candidate.file && !isOfTests(edge.caller) {
        sites += 1
        candidate.callingFiles.insert(edge.caller.file)
      }
      candidate.through += sites
      if sites > (candidate.most?.sites ?? 0) { candidate.most = (id, sites) }
    }
  }

  private func path(of candidate: Candidate) -> String { file(candidate.file)?.summary.path ?? "" }

  /// Whether the name of a wrapper, of its type, or of its file, says that it stands for something outside.
  private func isNamedAsWrapper(_ candidate: Candidate) -> Bool {
    var words = (file(candidate.file)?.segments ?? []).suffix(2).flatMap { NameReading.words($0) }
    if let id = candidate.most?.unit, let unit = unit(id)?.summary {
      words += NameReading.words(unit.name) + NameReading.words(unit.owner ?? "")
    }
    return words.contains { WorkspaceIndex.wrapperWords.contains($0) }
  }

  private static let wrapperWords: Set<String> = [
    "client", "clients", "http", "db", "database", "repository", "repositories", "repo", "gateway", "gateways", "api",
    "store", "storage", "adapter", "adapters", "transport", "fetcher", "fetch", "request", "requests", "requester",
    "cache", "mailer", "mail", "queue", "publisher", "dao", "service", "services", "sdk", "connector", "provider",
    "integration", "integrations", "rest", "network", "session", "call", "infra", "infrastructure", "wrapper",
  ]
}
