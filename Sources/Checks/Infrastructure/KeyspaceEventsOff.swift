package import InventoryModel
import Knowledge

/// A subscription to keyspace events that the settings of its server do not publish.
package struct KeyspaceEventsOff: Check {
  package static let rule = "keyspace-events-off"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let servers = input.servers
    // Where nothing sets it, and where the program does so, other rules speak.
    guard servers.all.contains(where: { $0.setting("notify-keyspace-events") != nil }),
      !input.report.operations.contains(where: { $0.notificationFlags != nil }),
      !input.report.infrastructure.invocations.contains(where: KeyspaceEventsOff.sets)
    else { return [] }
    return input.report.operations.compactMap { operation in
      guard operation.watchesKeyspace, let channel = operation.channel else { return nil }
      switch servers.reach(of: operation) {
      case .these(let instances):
        let lacks = instances.compactMap { lack(of: $0, channel, input.keyspaceEvents) }
        return lacks.count == instances.count ? lacks.first.map { finding(at: operation, channel, $0) } : nil
      case .any(let instances):
        let lacks = instances.compactMap { lack(of: $0, channel, input.keyspaceEvents) }
        return lacks.count == instances.count ? lacks.first.map { finding(at: operation, channel, $0) } : nil
      }
    }
  }

  /// Whether a call from the command line turns events on.
  static func sets(_ call: InvocationRecord) -> Bool {
    call.command == "CONFIG SET" && call.arguments.first?.lowercased() == "notify-keyspace-events"
  }

  /// What a server lacks; nil where it publishes the events, or may do so.
  private func lack(of instance: Servers.Instance, _ channel: String, _ events: KeyspaceEvents) -> (
    what: String, place: SourcePlace
  )? {
    guard let setting = instance.setting("notify-keyspace-events") else {
      // An image that is built here may bring settings with it.
      if instance.record.source == .compose, instance.record.image == nil { return nil }
      return (
        "no setting of \(instance.shownName) turns keyspace events on, and they are off by default",
        instance.record.place
      )
    }
    let flags = setting.value == "\"\"" ? "" : setting.value
    guard !flags.contains("{}"), let missing = events.missing(for: channel, flags: flags) else { return nil }
    let wanted = missing.sorted().map(String.init).joined(separator: " or ")
    return (
      "notify-keyspace-events of \(instance.shownName) is \(flags.isEmpty ? "empty" : flags), which lacks \(wanted)",
      setting.place
    )
  }

  private func finding(at operation: Operation, _ channel: String, _ lack: (what: String, place: SourcePlace))
    -> Finding
  {
    Finding(
      of: KeyspaceEventsOff.rule, at: operation, message: "\(operation.command) \(channel) hears nothing: \(lack.what)",
      notes: [Evidence(place: lack.place, what: lack.what)])
  }
}
