import InventoryModel
import Knowledge
import YAML

/// Reads Kubernetes manifests, templates of charts too: workloads, config maps, secrets and services.
struct KubernetesReader {
  private var collector: FactsCollector
  /// Names of services by the labels that they select.
  private var services: [(name: String, labels: [String: String])] = []

  static func facts(
    of file: ConfigurationText, _ text: YAMLText, _ vocabulary: InfrastructureVocabulary
  ) -> InfrastructureFacts {
    var reader = KubernetesReader(collector: FactsCollector(file, vocabulary, source: .kubernetes))
    var documents = text.documents
    documents += documents.filter { $0["kind"]?.text == "List" }.flatMap { $0["items"]?.elements ?? [] }
    for document in documents where document["kind"]?.text == "Service" { reader.readService(document) }
    for document in documents { reader.read(document) }
    reader.collector.take(text.refused)
    return reader.collector.facts
  }

  /// Whether a document is a manifest.
  static func isManifest(_ document: YAMLNode) -> Bool { document["apiVersion"] != nil && document["kind"] != nil }

  private mutating func readService(_ document: YAMLNode) {
    guard let name = document["metadata"]?["name"]?.text else { return }
    services.append((name, KubernetesReader.labels(document["spec"]?["selector"])))
  }

  private static func labels(_ node: YAMLNode?) -> [String: String] {
    var labels: [String: String] = [:]
    for entry in node?.entries ?? [] { labels[entry.key.text] = entry.value.text }
    return labels
  }

  private mutating func read(_ document: YAMLNode) {
    let name = document["metadata"]?["name"]?.text
    switch document["kind"]?.text {
    case "ConfigMap": readConfigMap(document, name: name)
    case "Secret": readSecret(document, name: name)
    case "Service", "List", nil: break
    default: readWorkload(document, name: name, labels: [:], depth: 0)
    }
  }

  private mutating func readConfigMap(_ document: YAMLNode, name: String?) {
    for entry in document["data"]?.entries ?? [] {
      guard let text = entry.value.text else { continue }
      if text.contains("\n") {
        collector.settingsBlock(text, of: entry.value, name: name.map { "configmap/\($0)" }, key: entry.key.text)
      } else {
        collector.variable(entry.key.text, text, at: collector.file.place(entry.key.position), service: name)
      }
    }
  }

  private mutating func readSecret(_ document: YAMLNode, name: String?) {
    for entry in document["stringData"]?.entries ?? [] {
      collector.variable(entry.key.text, entry.value.text, at: collector.file.place(entry.key.position), service: name)
    }
    for entry in document["data"]?.entries ?? [] {
      let variable = VariableName(entry.key.text, collector.vocabulary.variables)
      let isNamed = collector.vocabulary.product(namedIn: name ?? "") != nil
      guard variable.isSecret, variable.isOfInterest || isNamed, let value = entry.value.text, !value.isEmpty,
        !value.contains("{}")
      else { continue }
      collector.secret("\(entry.key.text) of the secret \(name ?? "")", at: collector.file.place(entry.key.position))
    }
  }

  /// Looks for lists of containers at any depth.
  private mutating func readWorkload(_ node: YAMLNode, name: String?, labels: [String: String], depth: Int) {
    guard depth < 20 else { return }
    var labels = labels
    if let own = node["metadata"]?["labels"] { labels = KubernetesReader.labels(own) }
    for entry in node.entries {
      if ["containers", "initContainers"].contains(entry.key.text) {
        for container in entry.value.elements {
          read(container: container, workload: name, labels: labels, volumes: node["volumes"])
        }
      } else if entry.value.mapping != nil {
        readWorkload(entry.value, name: name, labels: labels, depth: depth + 1)
      }
    }
  }

  private mutating func read(container: YAMLNode, workload: String?, labels: [String: String], volumes: YAMLNode?) {
    let name = workload ?? container["name"]?.text
    collector.environment(container["env"], service: name)
    let commands = [container["command"], container["args"]]
    guard let node = container["image"], let image = node.text.flatMap({ ImageReference($0) }),
      let product = collector.vocabulary.product(of: image)
    else {
      for command in commands { collector.command(command) }
      return
    }
    var server = collector.server(name, at: collector.file.place(node.position))
    server.run(image, product: product)
    server.aliases = services.filter { service in
      !service.labels.isEmpty && service.labels.allSatisfy { labels[$0.key] == $0.value }
    }.map(\.name)
    server.ports = (container["ports"]?.elements ?? []).compactMap { node in
      node["containerPort"]?.text.flatMap { Int($0) }.map {
        PortRecord(port: $0, place: collector.file.place(node.position))
      }
    }
    collector.configure(&server, variables: container["env"], product: product)
    collector.start(&server, with: [joined(commands)])
    for volume in volumes?.elements ?? [] {
      if let map = volume["configMap"]?["name"]?.text { server.settingsFiles.append("configmap/\(map)") }
    }
    collector.facts.servers.append(server)
  }

  /// `command` and `args` are one list of words.
  private func joined(_ commands: [YAMLNode?]) -> YAMLNode? {
    let lists = commands.compactMap(\.self)
    guard let first = lists.first else { return nil }
    return .sequence(YAMLSequence(elements: lists.flatMap { $0.sequence?.elements ?? [$0] }, position: first.position))
  }
}

extension FactsCollector {
  /// Takes a block of text that holds lines of settings; others are passed over.
  mutating func settingsBlock(_ text: String, of node: YAMLNode, name: String?, key: String) {
    var settings = SettingsText(vocabulary)
    let first = file.firstLine(of: node)
    for line in text.numberedLines {
      settings.take(line: line.text, at: file.place(line: first + line.number - 1))
    }
    guard !settings.settings.isEmpty || !settings.users.isEmpty, isAboutServers(settings, key: key) else { return }
    var server = server(name, at: file.place(node.position))
    apply(settings, to: &server)
    server.product = vocabulary.product(namedIn: key + (name ?? ""))?.key
    facts.servers.append(server)
  }

  /// Some settings have names that other programs use too.
  private func isAboutServers(_ settings: SettingsText, key: String) -> Bool {
    let common: Set = ["port", "bind", "user", "dir", "save", "databases"]
    return settings.settings.contains { !common.contains($0.name) }
      || vocabulary.product(namedIn: key) != nil || key.hasSuffix(".acl")
  }
}
