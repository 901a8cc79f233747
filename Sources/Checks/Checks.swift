/// All checks that rules name.
package enum Checks {
  package static let all: [any Check.Type] = [
    LockCheckThenSet.self, LockReleaseWithoutOwnerCheck.self, LockSetThenExpire.self, LockWithoutTTL.self,
    UnplannedChannelChange.self, UnplannedKeyChange.self, UnplannedLockConnectionChange.self,
    UnplannedLockTTLChange.self, UnplannedScriptChange.self,
  ]
}
