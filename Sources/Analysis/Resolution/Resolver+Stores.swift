import InventoryModel
import Knowledge

/// Assignments to members and elements.
extension Resolver {
  mutating func store(into value: Value, by number: Int32) {
    let record = bindings[Int(number)]
    guard let file = files[record.file] else { return }
    let binding = file.bindings[Int(record.index)]
    guard let target = storeTarget(of: binding, value: value, in: file) else { return }
    if let annotation = binding.annotation {
      annotate(target, as: annotation, scope: binding.scope, in: file)
    }
    guard let id = binding.value else { return }
    let source = file.node(id)
    flow(from: source, to: target)
    if case .index(_, let key) = file[binding.target].kind,
      [.instance, .container].contains(value.kind), literalText(file[key]) == nil
    {
      dynamicStores.append((value, file.node(key), source))
    }
    if fieldStores[target]?.contains(source) != true {
      fieldStores[target, default: []].append(source)
    }
    if value.kind == .instance, case .function(let function) = file[id].kind {
      graph.add(
        value, to: functions[Int(file.function(function))].receiver, from: -1)
    }
  }

  mutating func storeTarget(
    of binding: Binding, value: Value, in file: LoweredFile
  ) -> NodeID? {
    let name: String
    switch file[binding.target].kind {
    case .member(_, let member): name = member
    case .index(_, let key):
      if value.kind == .container {
        flowIntoElement(of: value.first, binding: binding, in: file)
      }
      name = literalText(file[key]) ?? "[]"
    default: return nil
    }
    let number = names.number(name)
    switch value.kind {
    case .instance, .type: return fieldNode(value.first, number)
    case .function: return pseudoType(of: value.first).map { fieldNode($0, number) }
    case .container: return fieldNode(-1 - value.first, number)
    case .module: return exportNode(value.first, name)
    case .handle:
      let handle = handles[Int(value.first)]
      return fieldNode(roleType(library: handle.library, role: handle.role), number)
    default: return nil
    }
  }

  mutating func flowIntoElement(
    of container: Int32, binding: Binding, in file: LoweredFile
  ) {
    guard let value = binding.value else { return }
    flow(from: file.node(value), to: containers[Int(container)].element)
  }
}
