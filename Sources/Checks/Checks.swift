/// All checks that rules name.
package enum Checks {
  package static let all: [any Check.Type] = [
    ClaimedKeysLost.self,
    ConfigSetWithoutFallback.self,
    DeletedBeforeWrite.self,
    ExpireBeforeCreate.self,
    KeyUsedWithTwoTypes.self,
    KeysInProduction.self,
    KeyspaceWatchWithoutPrerequisite.self,
    LockCheckThenSet.self,
    LockReleaseWithoutOwnerCheck.self,
    LockSetThenExpire.self,
    LockWithoutTTL.self,
    NearEqualTemplates.self,
    NotifyFlagsLackEvent.self,
    NotifyKeyspaceEventsOverwritten.self,
    PublishedNeverSubscribed.self,
    ReadThenDelete.self,
    RenamedCommandUsed.self,
    SubscribedNeverPublished.self,
    UnplannedChannelChange.self,
    UnplannedKeyChange.self,
    UnplannedLockConnectionChange.self,
    UnplannedLockTTLChange.self,
    UnplannedScriptChange.self,
  ]
}
