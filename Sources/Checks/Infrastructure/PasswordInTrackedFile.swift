package import InventoryModel

/// A password that the version control system keeps.
package struct PasswordInTrackedFile: Check {
  package static let rule = "password-in-tracked-file"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    var seen: Set<[String]> = []
    return input.report.infrastructure.secrets.compactMap { secret in
      // `requirepass` and `masterauth` on one command line are one thing to change.
      guard secret.isTracked, seen.insert([secret.place.path, String(secret.place.line)]).inserted else { return nil }
      return Finding(
        rule: Self.rule, severity: .error, place: secret.place,
        message: "\(secret.what) holds a password that everybody who has the repository can read",
        subject: secret.what, context: secret.source == .documentation ? .example : secret.context)
    }
  }
}
