package import InventoryModel
import Knowledge

/// A key or channel that one side writes and the other reads under nearly the same name.
package struct NearEqualTemplates: Check {
  package static let rule = "near-equal-templates"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let channels = input.channels.nearlyEqual.map { published, subscribed in
      finding(published, subscribed, published.channel ?? "", subscribed.channel ?? "", "published", "subscribed to")
    }
    return channels + keys(in: input) + handed(in: input)
  }

  /// Keys that are only written, beside keys that are only read.
  private func keys(in input: CheckInput) -> [Finding] {
    var (written, read): ([String: Operation], [String: Operation]) = ([:], [:])
    var patterns: [String] = []
    var openGroups: Set<String> = []
    for operation in input.report.operations where operation.context != .test {
      guard let flags = input.commands[operation.command]?.flags else { continue }
      let isWrite = flags.contains("write") && !operation.deletesKey && !operation.expiresKey
      for template in operation.keyTemplates {
        let name = KeyTemplate.normal(template)
        if !KeyTemplate.isTelling(name) {
          if isWrite { openGroups.insert(operation.group ?? "") }
        } else if ["SCAN", "KEYS"].contains(operation.command) {
          patterns.append(name)
        } else if isWrite {
          written[name] = written[name] ?? operation
        } else if flags.contains("readonly") {
          read[name] = read[name] ?? operation
        }
      }
    }
    let unread = written.filter { name, _ in
      !(Array(read.keys) + patterns).contains { KeyTemplate.canMatch($0, name, isStrict: true) }
    }
    let unwritten = read.filter { name, operation in
      !openGroups.contains(operation.group ?? "")
        && !written.keys.contains { KeyTemplate.canMatch($0, name, isStrict: true) }
    }
    return unread.sorted { $0.key < $1.key }.compactMap { name, writer in
      let near = unwritten.filter { $0.value.group == writer.group && NearTemplates.areNear(name, $0.key) }
        .min { $0.key < $1.key }
      return near.map { finding(writer, $0.value, name, $0.key, "written", "read") }
    }
  }

  /// Names handed to a type that writes under the one and watches the other, which begins with one part more.
  private func handed(in input: CheckInput) -> [Finding] {
    HandedName.withoutPrefix(HandedName.all(in: input)).map { written, watched, form in
      let name = written.forms[0]
      return Finding(
        rule: Self.rule, severity: .error, place: written.place,
        message: "\(name) is written here, while \(form) is watched: where that first part is not empty, "
          + "the watcher hears nothing",
        function: written.function, subject: name, notes: [Evidence(place: watched.place, what: "watches \(form)")])
    }
  }

  private func finding(
    _ producer: Operation, _ consumer: Operation, _ produced: String, _ consumed: String, _ first: String,
    _ second: String
  ) -> Finding {
    Finding(
      of: Self.rule, at: producer,
      message: "\(produced) is \(first) here and never \(second); \(consumed), which differs in one part, is \(second) "
        + "and never \(first)",
      notes: [Evidence(place: consumer.place, what: "\(consumer.command) \(consumed)")])
  }
}
