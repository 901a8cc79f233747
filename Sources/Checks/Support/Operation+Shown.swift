import InventoryModel

extension Operation {
  /// The key, or the text of its argument where the template says nothing.
  var shownKey: String {
    guard let key = keyTemplates.first(where: { !KeyTemplate.letters(of: $0).isEmpty }) ?? keyText ?? key else {
      return "whose key only the run knows"
    }
    return key
  }

  /// Makes a lock of a library, rather than taking or releasing it.
  var makesLock: Bool {
    guard let method else { return true }
    return !Self.lockMembers.contains(method.lowercased().replacing("_", with: ""))
  }

  private static let lockMembers: Set<String> = [
    "acquire", "release", "extend", "renew", "refresh", "reacquire", "unlock", "reset", "locked", "owned", "resetall",
    "trylock", "valid", "enter", "exit", "aenter", "aexit", "getownerid",
  ]

  /// Gives a library's lock back.
  var releasesLock: Bool {
    command == "LOCK*"
      && ["release", "unlock", "releasecontext", "unlockcontext", "runlock"].contains(
        method?.lowercased().replacing("_", with: "") ?? "")
  }
}
