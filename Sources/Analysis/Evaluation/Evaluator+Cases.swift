import InventoryModel

/// Enums whose members differ by case: `Key.user(id).text`, where `text` is a switch over the cases.
extension Evaluator {
  /// The case that the receiver of a method is, where the call shows it.
  func receiverCase(ofCallee callee: ExpressionID, in file: LoweredFile, frame: Frame?) -> String? {
    guard file.facts.language == .swift else { return nil }
    switch file[callee].kind {
    case .member(let base, _): return receiverCase(of: file.node(base), frame: frame)
    case .name(_, nil): return frame?.receiverCase
    default: return nil
    }
  }

  /// The case of an enum that an expression is.
  func receiverCase(of node: NodeID, frame: Frame?) -> String? {
    guard let (file, id) = resolver.expression(of: node), file.facts.language == .swift else { return nil }
    switch file[id].kind {
    case .receiver: return frame?.receiverCase
    case .name(_, let symbol?):
      guard let frame, let argument = frame.arguments[file.node(symbol)] else { return nil }
      return receiverCase(of: argument, frame: frame.caller)
    case .member(_, let name) where isEnum(node): return name
    case .implicitMember(let name): return name
    case .call(let callee, _):
      switch file[callee].kind {
      case .member(_, let name) where isEnum(node): return name
      case .implicitMember(let name): return name
      default: return nil
      }
    default: return nil
    }
  }

  private func isEnum(_ node: NodeID) -> Bool {
    resolver.graph.values(node).contains { entry in
      guard entry.value.kind == .instance else { return false }
      let record = resolver.types[Int(entry.value.first)]
      return record.id.flatMap { resolver.files[record.file]?.facts[$0].kind } == .enumeration
    }
  }

  /// Whether an expression is evaluated when the receiver is a case; without one, any is.
  func isReached(_ id: ExpressionID, by receiverCase: String?, in file: LoweredFile) -> Bool {
    guard let receiverCase, !file.facts.switchBranches.isEmpty else { return true }
    var scope: ScopeID? = file[id].scope
    while let here = scope {
      if let branch = file.facts.switchBranches[here], !branch.takes(receiverCase) { return false }
      scope = file[here].parent
    }
    return true
  }

  /// The text of a member of an enum that is read of its class: `Key.USERS.value`.
  mutating func enumTexts(_ member: NodeID, asPart: Bool) -> [Template] {
    guard let (file, id) = resolver.expression(of: member), file.facts.language == .python,
      case .member(let owner, _) = file[id].kind,
      resolver.graph.values(file.node(owner)).contains(where: { entry in
        entry.value.kind == .type && isEnumeration(entry.value.first)
      })
    else { return [] }
    return texts(of: member, in: nil, asPart: asPart)
  }

  /// Whether a class of Python, or one that it derives from, is written to derive from an `Enum`.
  private func isEnumeration(_ type: Int32) -> Bool {
    resolver.graph.values(resolver.types[Int(type)].hierarchy).contains { entry in
      guard entry.value.kind == .type else { return false }
      let record = resolver.types[Int(entry.value.first)]
      guard let id = record.id, let file = resolver.files[record.file] else { return false }
      return file[id].bases.contains { base in
        if case .named(let path, _) = base { path.last?.hasSuffix("Enum") == true } else { false }
      }
    }
  }
}
