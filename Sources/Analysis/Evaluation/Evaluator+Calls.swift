import InventoryModel
import Knowledge

/// Strings that calls make: functions of the project followed with their arguments, and formatting.
extension Evaluator {
  mutating func callTexts(
    _ callee: ExpressionID, _ arguments: [Argument], node: NodeID, file: LoweredFile,
    frame: Frame?, asPart: Bool
  ) -> [Template] {
    var forms: [Template] = []
    let receiverCase = receiverCase(ofCallee: callee, in: file, frame: frame)
    for entry in resolver.graph.values(file.node(callee)) {
      switch entry.value.kind {
      case .function, .method, .typeMethod, .handleMethod:
        forms += returnTexts(
          of: entry.value.first, on: receiverCase, node: node, arguments, file: file, frame: frame, asPart: asPart)
      case .external:
        forms += externalTexts(entry.value, arguments, file: file, frame: frame, asPart: asPart)
      case .type where arguments.count == 1:
        forms += texts(of: file.node(arguments[0].value), in: frame, asPart: asPart)
      case .pending:
        if let name = calleeName(callee, in: file), isForProduction, !asPart || isTelling(name, asPart: asPart) {
          want(entry.value.first)
        }
      default: break
      }
    }
    if forms.isEmpty, case .member(let base, let name) = file[callee].kind,
      let effect = resolver.knowledge.conventions[file.facts.language.family]?.methods[name]
    {
      forms = effectTexts(
        effect, arguments, receiver: base, file: file, frame: frame, asPart: asPart)
    }
    if case .name(let name, nil) = file[callee].kind, resolver.graph.values(file.node(callee)).isEmpty {
      wantPackage(of: file, for: name, asPart: asPart)
    }
    if forms.isEmpty, case .implicitMember(let name) = file[callee].kind {
      if name == "init", arguments.count == 1 {
        forms = texts(of: file.node(arguments[0].value), in: frame, asPart: asPart)
      }
      for function in implicitMethods(name) {
        forms += returnTexts(of: function, on: nil, node: node, arguments, file: file, frame: frame, asPart: asPart)
      }
    }
    return forms.isEmpty ? [.hole] : forms
  }

  private func calleeName(_ callee: ExpressionID, in file: LoweredFile) -> String? {
    switch file[callee].kind {
    case .name(let name, _), .member(_, let name): name
    default: nil
    }
  }

  private mutating func returnTexts(
    of function: Int32, on receiverCase: String?, node: NodeID, _ arguments: [Argument], file: LoweredFile,
    frame: Frame?, asPart: Bool
  ) -> [Template] {
    let record = resolver.functions[Int(function)]
    guard let other = resolver.files[record.file], !other[record.id].returns.isEmpty else { return [] }
    if isExhausted() { return [.hole] }
    let inner = self.frame(for: function, node: node, arguments, file: file, caller: frame, receiverCase: receiverCase)
    return other[record.id].returns.flatMap { result -> [Template] in
      guard isReached(result, by: receiverCase, in: other) else { return [] }
      return texts(of: other.node(result), in: inner, asPart: asPart)
    }
  }

  /// The frame of a call: what each parameter is given.
  mutating func frame(
    for function: Int32, node: NodeID, _ arguments: [Argument], file: LoweredFile, caller: Frame?,
    receiverCase: String? = nil
  ) -> Frame {
    let link = Resolver.PairKey(owner: node, name: function)
    if let known = matches[link] {
      return Frame(arguments: known.arguments, lists: known.lists, receiverCase: receiverCase, caller: caller)
    }
    let call = CallContext(
      file: file.number, result: node,
      arguments: arguments.map {
        ArgumentNode(label: $0.label, node: file.node($0.value), spread: $0.spread)
      }, isConstruction: false, expression: nil)
    let frame = self.frame(for: function, call: call, caller: caller, receiverCase: receiverCase)
    // What a list holds that is spread can be another in each caller.
    if arguments.allSatisfy({ $0.spread == .none }) { matches[link] = frame }
    return frame
  }

  mutating func frame(for function: Int32, call: CallContext, caller: Frame?, receiverCase: String? = nil) -> Frame {
    let record = resolver.functions[Int(function)]
    guard let other = resolver.files[record.file] else { return Frame(arguments: [:], caller: caller) }
    let parameters = other[record.id].parameters
    let given = ArgumentMatching.given(call.arguments, to: parameters, in: other.facts.language)
    var passed: [NodeID: NodeID] = [:]
    var lists: [NodeID: [NodeID]] = [:]
    for (index, parameter) in parameters.enumerated() {
      guard let symbol = parameter.symbol else { continue }
      if parameter.kind == .list {
        let rest = call.arguments.filter { $0.label == nil }.dropFirst(index)
        if rest.allSatisfy({ $0.spread == .none }) {
          lists[other.node(symbol)] = rest.map(\.node)
        } else if rest.count == 1, let only = rest.first {
          passed[other.node(symbol)] = only.node
        } else if let spread = spreadNodes(rest, caller: caller) {
          lists[other.node(symbol)] = spread
        }
      } else if let argument = given[index] {
        passed[other.node(symbol)] = argument
      } else if let value = parameter.defaultValue {
        passed[other.node(symbol)] = other.node(value)
      }
    }
    return Frame(arguments: passed, lists: lists, receiverCase: receiverCase, caller: caller)
  }

  /// The arguments with what lists spread among them, where those are written in the caller.
  private mutating func spreadNodes(_ arguments: ArraySlice<ArgumentNode>, caller: Frame?) -> [NodeID]? {
    var nodes: [NodeID] = []
    for argument in arguments {
      guard argument.spread != .none else {
        nodes.append(argument.node)
        continue
      }
      let items = elements(of: argument.node, in: caller)
      guard !items.isEmpty, items.allSatisfy({ $0.frame === caller || $0.frame == nil }) else { return nil }
      nodes += items.map(\.node)
    }
    return nodes
  }

  private mutating func externalTexts(
    _ value: Value, _ arguments: [Argument], file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template] {
    if let entry = resolver.meanings[Int(value.first)].callable,
      case .argument(let selector)? = entry.method.result
    {
      let call = CallContext(
        file: file.number, result: -1,
        arguments: arguments.map {
          ArgumentNode(label: $0.label, node: file.node($0.value), spread: $0.spread)
        }, isConstruction: false, expression: nil)
      guard let argument = resolver.argument(selector, of: call, leading: 0) else { return [] }
      return texts(of: argument, in: frame, asPart: asPart)
    }
    guard let effect = resolver.effect(of: value) else { return [] }
    return effectTexts(
      effect, arguments, receiver: nil, file: file, frame: frame, asPart: asPart)
  }

  private mutating func effectTexts(
    _ effect: LanguageConventions.Effect, _ arguments: [Argument], receiver: ExpressionID?,
    file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template] {
    let nodes = arguments.map { file.node($0.value) }
    switch effect {
    case .argument(let index), .text(let index):
      guard nodes.indices.contains(index) else {
        return receiver.map { texts(of: file.node($0), in: frame, asPart: asPart) } ?? []
      }
      return texts(of: nodes[index], in: frame, asPart: asPart)
    case .receiver, .receiverText:
      return receiver.map { texts(of: file.node($0), in: frame, asPart: asPart) } ?? []
    case .elementOr(let index) where isPatient && nodes.indices.contains(index):
      return texts(of: nodes[index], in: frame, asPart: asPart)
    case .apply(let index):
      guard let receiver, nodes.indices.contains(index) else { return [] }
      return appliedTexts(nodes[index], to: file.node(receiver), frame: frame, asPart: asPart)
    case .written:
      return receiver.flatMap { writtenTexts($0, file: file, frame: frame) } ?? []
    case .format(let format):
      return formatTexts(
        format, arguments, nodes: nodes, receiver: receiver, file: file, frame: frame)
    default: return []
    }
  }

  /// What a function makes of the value that it is applied to, as `map` does with that of an optional.
  private mutating func appliedTexts(
    _ function: NodeID, to value: NodeID, frame: Frame?, asPart: Bool
  ) -> [Template] {
    resolver.graph.values(function).filter { $0.value.kind == .function }.flatMap { entry -> [Template] in
      let record = resolver.functions[Int(entry.value.first)]
      guard let file = resolver.files[record.file], let symbol = file[record.id].parameters.first?.symbol
      else { return [] }
      let inner = Frame(arguments: [file.node(symbol): value], caller: frame)
      return file[record.id].returns.flatMap { texts(of: file.node($0), in: inner, asPart: asPart) }
    }
  }

  mutating func formatTexts(
    _ format: LanguageConventions.Format, _ arguments: [Argument], nodes: [NodeID],
    receiver: ExpressionID?, file: LoweredFile, frame: Frame?
  ) -> [Template] {
    switch format {
    case .percent:
      guard let first = arguments.first else { return [] }
      return percentTexts(
        receiver ?? first.value,
        values: receiver == nil ? Array(nodes.dropFirst()) : nodes, file: file, frame: frame)
    case .braces:
      guard let receiver else { return [] }
      return bracesTexts(receiver, arguments, file: file, frame: frame)
    case .join:
      guard let receiver, let list = nodes.first else { return [] }
      return joinTexts(list, separator: file.node(receiver), frame: frame)
    case .joinList:
      if let receiver {
        return joinTexts(file.node(receiver), separator: nodes.first, frame: frame)
      }
      guard nodes.count >= 1 else { return [] }
      return joinTexts(nodes[0], separator: nodes.count > 1 ? nodes[1] : nil, frame: frame)
    case .concatenate:
      let all = (receiver.map { [file.node($0)] } ?? []) + nodes
      return all.reduce(into: [Template(parts: [])]) { forms, node in
        Evaluator.join(texts(of: node, in: frame, asPart: true), to: &forms)
      }
    case .character:
      guard let (other, id) = nodes.first.flatMap({ resolver.expression(of: $0) }),
        case .number(let value) = other[id].kind, let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
      else { return [.hole] }
      return [.text(String(Character(scalar)), at: Place(file: file.number, line: 1, column: 1))]
    case .joinPath:
      let slash = Template.Part.text("/", Place(file: file.number, line: 1, column: 1))
      let first = nodes.first.map { texts(of: $0, in: frame, asPart: true) } ?? []
      return nodes.dropFirst().reduce(into: first) { forms, node in
        for index in forms.indices { forms[index].parts.append(slash) }
        Evaluator.join(texts(of: node, in: frame, asPart: true), to: &forms)
      }
    case .replace:
      let all = (receiver.map { [file.node($0)] } ?? []) + nodes
      guard all.count > 2 else { return [] }
      return replacedTexts(all[0], old: all[1], new: all[2], frame: frame)
    }
  }

  /// A text with what is written of another replaced; what is not written stays as it is.
  private mutating func replacedTexts(_ text: NodeID, old: NodeID, new: NodeID, frame: Frame?) -> [Template] {
    let forms = texts(of: text, in: frame, asPart: true)
    let olds = texts(of: old, in: frame, asPart: true)
    guard olds.count == 1, let word = olds[0].staticText, !word.isEmpty else { return forms }
    let news = texts(of: new, in: frame, asPart: true)
    let replacement = news.count == 1 ? news[0] : .hole
    return forms.map { $0.replacing(word, with: replacement) }
  }

  private mutating func joinTexts(
    _ list: NodeID, separator: NodeID?, frame: Frame?
  ) -> [Template] {
    let wasOpen = hasOpenList
    hasOpenList = false
    let items = elements(of: list, in: frame)
    let isOpen = hasOpenList
    hasOpenList = wasOpen
    guard !items.isEmpty, !isOpen else { return [.hole] }
    let between = separator.map { texts(of: $0, in: frame, asPart: true) } ?? [Template(parts: [])]
    var forms = texts(of: items[0].node, in: items[0].frame, asPart: true)
    for item in items.dropFirst() {
      Evaluator.join(between, to: &forms)
      Evaluator.join(texts(of: item.node, in: item.frame, asPart: true), to: &forms)
    }
    return forms
  }

  // MARK: Percent and braces

  /// The values on the right of `%`: a tuple's elements, else the one value.
  func formatValues(_ right: ExpressionID, in file: LoweredFile) -> [NodeID] {
    if case .list(let elements) = file[right].kind { return elements.map { file.node($0) } }
    return [file.node(right)]
  }

  mutating func percentTexts(
    _ pattern: ExpressionID, values: [NodeID], file: LoweredFile, frame: Frame?
  ) -> [Template] {
    texts(of: file.node(pattern), in: frame, asPart: false).flatMap { form -> [Template] in
      let named = values.count == 1 ? mapEntries(of: values[0]) : [:]
      var next = 0
      return fill(form, by: Placeholders.percent, in: frame) { placeholder in
        if let name = placeholder.name, let value = named[name] { return value }
        defer { next += 1 }
        return values.indices.contains(next) ? values[next] : nil
      }
    }
  }

  private mutating func bracesTexts(
    _ pattern: ExpressionID, _ arguments: [Argument], file: LoweredFile, frame: Frame?
  ) -> [Template] {
    let positional = arguments.filter { $0.label == nil }.map { file.node($0.value) }
    let named = Dictionary(
      arguments.compactMap { argument in argument.label.map { ($0, file.node(argument.value)) } },
      uniquingKeysWith: { first, _ in first })
    return texts(of: file.node(pattern), in: frame, asPart: false).flatMap { form -> [Template] in
      var next = 0
      return fill(form, by: Placeholders.braces, in: frame) { placeholder in
        if let name = placeholder.name {
          if let index = Int(name) { return positional.indices.contains(index) ? positional[index] : nil }
          return named[name]
        }
        defer { next += 1 }
        return positional.indices.contains(next) ? positional[next] : nil
      }
    }
  }

  private func mapEntries(of node: NodeID) -> [String: NodeID] {
    guard let (file, id) = resolver.expression(of: node), case .map(let entries) = file[id].kind
    else { return [:] }
    var found: [String: NodeID] = [:]
    for entry in entries {
      if let key = entry.key, let name = resolver.literalText(file[key]) {
        found[name] = file.node(entry.value)
      }
    }
    return found
  }

  private mutating func fill(
    _ form: Template, by split: (String) -> [Placeholders.Piece],
    in frame: Frame?, _ value: (Placeholders.Placeholder) -> NodeID?
  ) -> [Template] {
    var forms = [Template(parts: [])]
    for part in form.parts {
      guard case .text(let text, let place) = part else {
        for index in forms.indices { forms[index].parts.append(.hole) }
        continue
      }
      var line = place.line
      for piece in split(text) {
        switch piece {
        case .text(let literal):
          let start = Place(file: place.file, line: line, column: line == place.line ? place.column : 1)
          for index in forms.indices { forms[index].parts.append(.text(literal, start)) }
          line += Int32(literal.utf8.count { $0 == 0x0A })
        case .placeholder(let placeholder):
          let filling = value(placeholder).map { texts(of: $0, in: frame, asPart: true) } ?? [.hole]
          Evaluator.join(filling, to: &forms)
        }
      }
    }
    return forms
  }
}
