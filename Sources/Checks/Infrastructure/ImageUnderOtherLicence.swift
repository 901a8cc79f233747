package import InventoryModel
import Knowledge

/// An image whose licence is not the intended one.
package struct ImageUnderOtherLicence: Check {
  package static let rule = "image-under-other-licence"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let intended = input.infrastructure.intendedLicences
    let servers = input.report.infrastructure.servers.filter { $0.image != nil && $0.source != .documentation }
    // A tree that runs a server under an intended licence elsewhere has shown what it wants.
    let wanted = servers.first {
      $0.context == .production && !$0.licences.isEmpty && intended.isSuperset(of: $0.licences)
    }
    var seen: Set<[String]> = []
    return servers.compactMap { server in
      guard let image = server.image, !server.licences.isEmpty, intended.isDisjoint(with: server.licences) else {
        return nil
      }
      guard seen.insert([server.place.path, image.text]).inserted else { return nil }
      let licences = server.licences.joined(separator: " or ")
      let reading = server.version?.contains(".") == true ? "" : ", as its tag stands for today,"
      var message = "\(image.text) is\(reading) under \(licences)"
      if input.infrastructure.isLicenceTold {
        message += ", and \(intended.sorted().joined(separator: " or ")) is intended"
      }
      if let other = wanted?.image {
        message += "; \(other.text), which is used too, is under \(wanted?.licences.joined(separator: " or ") ?? "")"
      }
      var finding = Finding(
        rule: Self.rule, severity: wanted == nil && !input.infrastructure.isLicenceTold ? .advice : .error,
        place: server.place,
        length: image.text.unicodeScalars.count, message: message, subject: image.text, context: server.context)
      if let wanted { finding.notes = [Evidence(place: wanted.place, what: "runs \(wanted.image?.text ?? "")")] }
      return finding
    }
  }
}
