import Behaviour
package import Knowledge

extension UnitContext {
  /// What a call that the catalog does not know probably does outside, by its own name and the name of what it is made
  /// on; `none` where they say nothing. A guess: worth a question, never an accusation.
  package func likelyEffect(of call: CallFact) -> Effect {
    guard call.known == nil else { return call.effect }
    let name = tree[call.node].name
    if let guess = knownGuesses[name] { return guess }
    let guess = likelyEffect(ofName: tree.text(name))
    knownGuesses[name] = guess
    return guess
  }

  /// The same for a function that is named, not called.
  package func likelyEffect(ofName name: String) -> Effect {
    let last = NameReading.words(NameReading.last(name))
    guard let verb = last.first else { return .none }
    if LikelyWords.payments.contains(verb), last.count > 1 || name.utf8.contains(UInt8(ascii: ".")) { return .payment }
    if verb == "capture", last.dropFirst().contains(where: { LikelyWords.moneys.contains($0) }) { return .payment }
    if LikelyWords.sends.contains(verb), last.dropFirst().contains(where: { LikelyWords.mails.contains($0) }) {
      return .mail
    }
    // `order.save!`: the mark says that it raises where it cannot be done.
    if name.utf8.last == UInt8(ascii: "!"), LikelyWords.stores.contains(verb) { return .databaseWrite }
    let base = NameReading.base(name)
    guard !base.isEmpty else { return .none }
    let receiver = NameReading.words(NameReading.last(String(base)))
    guard let kind = receiver.last.flatMap({ LikelyWords.receivers[$0] }) else { return .none }
    // A connection may also be one of bytes.
    if receiver.last == "connection", ["send", "put", "post", "read", "set", "add"].contains(verb) { return .none }
    if LikelyWords.writes.contains(verb) {
      switch kind {
      case .databaseRead: return .databaseWrite
      case .cacheRead: return .cacheWrite
      case .networkRead: return .networkWrite
      default: return kind
      }
    }
    guard LikelyWords.reads.contains(verb) else { return .none }
    return kind == .databaseRead || kind == .networkRead || kind == .cacheRead ? kind : .none
  }
}

private enum LikelyWords {
  static let payments: Set<String> = ["charge", "refund", "payout", "pay"]
  static let moneys: Set<String> = ["payment", "payments", "charge", "funds", "authorization", "order"]
  static let sends: Set<String> = ["send", "deliver"]
  static let mails: Set<String> = [
    "mail", "email", "emails", "sms", "notification", "notifications", "invoice", "message",
  ]
  static let receivers: [String: Effect] = [
    "repository": .databaseRead, "repo": .databaseRead, "db": .databaseRead, "database": .databaseRead,
    "dao": .databaseRead, "prisma": .databaseRead, "cursor": .databaseRead, "connection": .databaseRead,
    "client": .networkRead, "api": .networkRead, "gateway": .networkRead, "http": .networkRead,
    "cache": .cacheRead, "redis": .cacheRead,
    "queue": .queuePublish, "producer": .queuePublish, "publisher": .queuePublish,
    "mailer": .mail, "smtp": .mail,
  ]
  static let writes: Set<String> = [
    "save", "insert", "update", "upsert", "delete", "remove", "create", "persist", "store", "execute", "commit", "set",
    "put", "post", "patch", "send", "publish", "enqueue", "dispatch", "submit", "add",
  ]
  static let stores: Set<String> = [
    "save", "create", "update", "destroy", "insert", "upsert", "increment", "decrement",
  ]
  static let reads: Set<String> = [
    "get", "find", "fetch", "query", "load", "read", "list", "search", "count", "request", "lookup", "select", "first",
    "one",
  ]
}
