import InventoryModel
import Knowledge

/// A name of keys that code hands to a type which talks to servers, to write under it or to watch it.
struct HandedName {
  enum Use { case written, watched }

  let use: Use
  /// What the name can be.
  let forms: [String]
  let place: SourcePlace
  let function: String?
  /// The type that it is handed to.
  let type: SourcePlace

  /// All names that production code hands to types with operations.
  static func all(in input: CheckInput) -> [HandedName] {
    let index = input.index
    return index.functions.filter { $0.context == .production }.flatMap { node in
      node.steps.flatMap { step -> [HandedName] in
        guard case .call(let call) = step.kind else { return [] }
        return call.callees.flatMap { callee in
          names(of: call, callee, in: index, input.commands).map { use, forms, type in
            HandedName(use: use, forms: forms, place: step.place, function: node.name, type: type)
          }
        }
      }
    }
  }

  private static func names(
    of call: CodeCall, _ callee: Int, in index: ReportIndex, _ commands: CommandTable
  ) -> [(Use, [String], SourcePlace)] {
    let node = index.functions[callee]
    guard let type = node.type?.place else { return [] }
    return zip(node.parameters, call.templates).compactMap { parameter, templates in
      let forms = templates.map(KeyTemplate.normal)
      let users = index.operations(of: callee).filter { $0.keyText == parameter }
      guard forms.contains(where: KeyTemplate.isTelling) else { return nil }
      if users.contains(where: { commands.writes($0) && !$0.deletesKey }) { return (.written, forms, type) }
      let isWatcher = users.isEmpty && Words.has(node.name, ["on", "watch", "listen", "observe"])
      return isWatcher ? (.watched, forms, type) : nil
    }
  }

  /// Writes without the part that a watcher of the same type puts before the same name.
  static func withoutPrefix(_ names: [HandedName]) -> [(written: HandedName, watched: HandedName, form: String)] {
    let written = names.filter { $0.use == .written }
    return names.filter { $0.use == .watched }.flatMap { watched in
      watched.forms.filter { $0.hasPrefix("{}") }.flatMap { form -> [(HandedName, HandedName, String)] in
        let rest = form.dropFirst(2).drop { "/:._-".contains($0) }
        guard KeyTemplate.isTelling(String(rest)) else { return [] }
        let near = written.filter { name in
          name.type == watched.type && name.forms.allSatisfy { $0.hasPrefix(rest) }
        }
        return near.map { ($0, watched, form) }
      }
    }
  }
}
