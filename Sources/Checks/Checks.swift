/// All checks that rules name.
package enum Checks {
  package static let all: [any Check.Type] = [
    ConfigSetWithoutFallback.self,
    ExpireBeforeCreate.self,
    LockCheckThenSet.self,
    LockReleaseWithoutOwnerCheck.self,
    LockSetThenExpire.self,
    LockWithoutTTL.self,
    NotifyFlagsLackEvent.self,
    NotifyKeyspaceEventsOverwritten.self,
    UnplannedChannelChange.self,
    UnplannedKeyChange.self,
    UnplannedLockConnectionChange.self,
    UnplannedLockTTLChange.self,
    UnplannedScriptChange.self,
  ]
}
