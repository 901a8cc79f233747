package import InventoryModel
import Knowledge

/// An address without TLS of a server that demands it.
package struct PlainTextConnection: Check {
  package static let rule = "plain-text-connection"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let names = input.infrastructure.variables
    let servers = input.servers.all
    let demanding = servers.filter(\.demandsTLS)
    guard !demanding.isEmpty else { return [] }
    return input.report.infrastructure.urls.compactMap { url in
      guard url.context == .production, url.source != .documentation, !names.tlsSchemes.contains(url.scheme),
        let host = url.host, !names.local.contains(host)
      else { return nil }
      let named = servers.filter { Servers.reaches(host, $0) }
      // An address from outside can mean any server; only where all demand TLS is it wrong for sure.
      guard
        let server = named.isEmpty && demanding.count == servers.count
          ? demanding.first : named.first(where: \.demandsTLS)
      else { return nil }
      var finding = Finding(
        rule: Self.rule, severity: .error, place: url.place, length: PlainTextConnection.length(of: url),
        message: "\(url.text) goes without TLS, and \(server.shownName) demands it",
        subject: url.variable ?? url.text, context: url.context)
      finding.notes = [Evidence(place: server.record.place, what: "\(server.shownName) demands TLS")]
      return finding
    }
  }

  /// In files the place is that of the name in front.
  private static func length(of url: ConnectionURL) -> Int {
    guard url.source != .code, let name = url.variable?.split(separator: ".").last else {
      return url.text.unicodeScalars.count
    }
    return name.unicodeScalars.count
  }
}
