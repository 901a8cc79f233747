import InventoryModel

/// What is known of a lock, in words.
enum LockText {
  /// The lock, and then who takes it.
  static func lines(_ lock: LockFacts) -> [RichText] {
    var facts: [RichText] = []
    if let library = lock.library { facts.append(RichText(plain: "by \(library)")) }
    facts.append(lease(lock))
    switch (lock.isRenewed, lock.renewedBy) {
    case (false, _): if !lock.lastsForever { facts.append("nothing lengthens it") }
    case (true, let by): facts.append(by.map { "lengthened by \(code: $0)" } ?? "lengthened by the library")
    case (nil, let by?): facts.append("lengthened where \(code: by)")
    default: break
    }
    if let checksOwner = lock.checksOwner {
      facts.append(checksOwner ? "a release asks whose it is" : "a release does not ask whose it is")
    }
    if let isReentrant = lock.isReentrant {
      facts.append(isReentrant ? "its holder can take it again" : "its holder cannot take it again")
    }
    let head = RichText(code: [lock.key]) + ": " + RichText.joined(facts, by: "; ")
    return [head]
      + lock.takers.map { taker in
        "taken by \(code: taker.anchor.symbol ?? taker.anchor.path) with \(code: taker.arguments)"
      }
  }

  private static func lease(_ lock: LockFacts) -> RichText {
    if let seconds = lock.leaseSeconds { return RichText(plain: "lease \(DurationText.of(seconds))") }
    if lock.lastsForever { return "no lease" }
    return lock.leaseText.map { "lease \(code: $0)" } ?? "lease known only at run time"
  }
}
