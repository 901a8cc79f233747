package import InventoryModel
import Knowledge

/// A password that the version control system keeps.
package struct PasswordInTrackedFile: Check {
  package static let rule = "password-in-tracked-file"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    var seen: Set<[String]> = []
    let inFiles = input.report.infrastructure.secrets.compactMap { secret -> Finding? in
      // `requirepass` and `masterauth` on one command line are one thing to change.
      guard secret.isTracked, seen.insert([secret.place.path, String(secret.place.line)]).inserted else { return nil }
      return Finding(
        rule: Self.rule, severity: .error, place: secret.place,
        message: "\(secret.what) holds a password that everybody who has the repository can read",
        subject: secret.what, context: secret.source == .documentation ? .example : secret.context)
    }
    return inFiles + inCode(input)
  }

  /// A client that is made with a password written out.
  private func inCode(_ input: CheckInput) -> [Finding] {
    let names = input.infrastructure.variables
    return input.report.clients.compactMap { client in
      let setting = client.settings.first { setting in
        guard let label = setting.label, let value = setting.value else { return false }
        return VariableName(label, names).isSecret && names.isPassword(value)
      }
      guard let label = setting?.label else { return nil }
      return Finding(
        rule: Self.rule, severity: .error, place: client.place,
        message: "\(label) of this client is a password that everybody who has the repository can read",
        subject: "\(client.library) \(label)", context: client.context)
    }
  }
}
