package import InventoryModel

/// A password that the version control system keeps.
package struct PasswordInTrackedFile: Check {
  package static let rule = "password-in-tracked-file"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.report.infrastructure.secrets.filter(\.isTracked).map { secret in
      Finding(
        rule: Self.rule, severity: .error, place: secret.place,
        message: "\(secret.what) holds a password that everybody who has the repository can read",
        subject: secret.what, context: secret.source == .documentation ? .example : secret.context)
    }
  }
}
