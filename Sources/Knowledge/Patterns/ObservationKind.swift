/// What can be inferred from the operations of a pattern; each fills the slots that its sentences name.
package enum ObservationKind: String, Sendable, Hashable, CaseIterable {
  // Time to live.
  /// Keys get a static time to live.
  case expires
  /// A function sets the time to live again with every write.
  case renewsExpiry
  /// Elsewhere the same keys get another time to live.
  case changesExpiry
  /// A time to live that only the run knows.
  case expiresByRun
  /// The time to live is set before the key is written.
  case expiryBeforeWrite
  /// The time to live is set by a command of its own after the write.
  case expiryAfterWrite
  /// Keys are written, and nothing in the tree lets them expire or deletes them.
  case neverGoes
  /// Keys are written without a time to live; only a deletion ends them.
  case deletedOnly

  // Order and atomicity.
  /// Asked for, then written, by two commands.
  case checkThenWrite
  /// Read, changed by the program, written back.
  case readThenWrite
  /// Queued in a pipeline that is no transaction.
  case plainPipeline
  /// Queued in MULTI.
  case transaction
  /// Only the first of several writers wins.
  case onlyIfAbsent
  /// Only written where it exists.
  case onlyIfPresent
  /// Several keys in one command.
  case severalKeys

  // Walking over keys.
  case walksKeys
  case keysCommand
  /// One round trip an element of a loop.
  case loopRoundTrips

  // Claims and queues.
  case claimsByRename
  case claimedKeysFound
  case deletesClaimed
  /// Taken from a list and gone when the taker dies.
  case popLoses
  /// Moved to a second list until done.
  case movesToSecondList
  case blocksConnection
  /// Only grows.
  case grows
  case trims

  // Pub/sub.
  case noBacklog
  case publisherWithoutSubscriber
  case subscriberWithoutPublisher
  case keyspaceEvents
  case patternSubscription

  // Locks.
  case lockLibrary
  case lockLease
  /// A lease that only the run knows.
  case lockLeaseByRun
  case lockNoLease
  case lockRenewed
  case lockNeverRenewed
  case lockNotReentrant
  case lockReleasedByDelete
  case lockReleasedByScript

  // Scripts.
  case scriptAtomic
  case scriptKeysMadeUp
  case scriptManyKeys

  // Streams.
  case groupAcknowledges
  case groupNeverAcknowledges
  case groupClaims
  case groupNeverClaims

  // Connections and errors.
  case readsElsewhere
  case checksConnection
  case probesWrite
  case errorsSwallowed
  /// As errors are values, somebody looks at them.
  case errorsChecked
  case errorsByCaller
  case errorsNowhere
  case serverSettings
  case dangerous

  /// Whether it is about what becomes of errors.
  package var isOfErrors: Bool {
    [.errorsSwallowed, .errorsChecked, .errorsByCaller, .errorsNowhere].contains(self)
  }

  /// Names of the slots that its sentences may use.
  package var slots: Set<String> {
    ["keys", "ttl", "function", "commands", "first", "second", "other", "what", "count"]
  }
}
