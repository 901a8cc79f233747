import InventoryModel
import Knowledge
import YAML

/// Reads workflows and actions of GitHub: service containers, variables and the lines that run.
struct GitHubReader {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var collector = FactsCollector(file, vocabulary, source: .ci)
    let text = YAMLText(file)
    for document in text.documents {
      collector.environment(document["env"], service: nil)
      for job in document["jobs"]?.entries ?? [] {
        collector.environment(job.value["env"], service: job.key.text)
        for service in job.value["services"]?.entries ?? [] { collector.service(service.key.text, service.value) }
        collector.steps(job.value["steps"], job: job.key.text)
      }
      collector.steps(document["runs"]?["steps"], job: nil)
    }
    collector.take(text.refused)
    return collector.facts
  }
}

/// Reads pipelines of GitLab.
struct GitLabReader {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var collector = FactsCollector(file, vocabulary, source: .ci)
    let text = YAMLText(file)
    for document in text.documents {
      collector.environment(document["variables"], service: nil)
      collector.gitLabServices(document["services"])
      for job in document.entries where job.value.mapping != nil {
        collector.environment(job.value["variables"], service: job.key.text)
        collector.gitLabServices(job.value["services"])
        for key in ["before_script", "script", "after_script"] {
          for line in job.value[key]?.elements ?? [] { collector.script(line) }
          if let node = job.value[key], node.scalar != nil { collector.script(node) }
        }
      }
    }
    collector.take(text.refused)
    return collector.facts
  }
}

extension FactsCollector {
  /// A service container of a job.
  fileprivate mutating func service(_ name: String, _ node: YAMLNode) {
    environment(node["env"], service: name)
    guard let written = node["image"] ?? (node.scalar == nil ? nil : node),
      let image = written.text.flatMap({ ImageReference($0) }),
      let product = vocabulary.product(of: image)
    else { return }
    var server = server(name, at: file.place(written.position))
    server.run(image, product: product)
    server.ports = (node["ports"]?.elements ?? []).flatMap(ports)
    configure(&server, variables: node["env"], product: product)
    facts.servers.append(server)
  }

  fileprivate mutating func steps(_ node: YAMLNode?, job: String?) {
    for step in node?.elements ?? [] {
      environment(step["env"], service: job)
      if let run = step["run"] { script(run) }
    }
  }

  fileprivate mutating func gitLabServices(_ node: YAMLNode?) {
    for element in node?.elements ?? [] {
      guard let written = element["name"] ?? (element.scalar == nil ? nil : element),
        let image = written.text.flatMap({ ImageReference($0) }), let product = vocabulary.product(of: image)
      else { continue }
      var server = server(element["alias"]?.text ?? String(image.name), at: file.place(written.position))
      server.run(image, product: product)
      start(&server, with: [element["command"]])
      facts.servers.append(server)
    }
  }

  /// Reads the shell lines of a scalar.
  mutating func script(_ node: YAMLNode) {
    guard let text = node.text else { return }
    shell(text, line: file.firstLine(of: node), column: node.position.column)
  }
}

/// Reads what a chart depends on.
struct ChartReader {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var collector = FactsCollector(file, vocabulary, source: .helm)
    let text = YAMLText(file)
    for dependency in text.documents.flatMap({ $0["dependencies"]?.elements ?? [] }) {
      guard let name = dependency["name"]?.text,
        let product = vocabulary.products.first(where: { $0.charts.contains(name) })
      else { continue }
      // The chart's version says nothing of the server's.
      var server = collector.server(dependency["alias"]?.text ?? name, at: file.place(dependency.position))
      server.product = product.key
      collector.facts.servers.append(server)
    }
    return collector.facts
  }
}
