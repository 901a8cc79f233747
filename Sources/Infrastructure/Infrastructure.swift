package import InventoryModel
package import Knowledge
import YAML

/// Reads the files around the code.
package enum Infrastructure {
  /// What one file says; of a file that is no file of its kind, nothing.
  package static func facts(
    of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary
  ) -> InfrastructureFacts {
    switch file.kind {
    case .compose: ComposeReader.facts(of: file, YAMLText(file), vocabulary)
    case .github: GitHubReader.facts(of: file, vocabulary)
    case .gitlab: GitLabReader.facts(of: file, vocabulary)
    case .chart: ChartReader.facts(of: file, vocabulary)
    case .values: ValuesReader.facts(of: file, YAMLText(file), vocabulary, source: .helm)
    case .yaml: yaml(file, vocabulary)
    case .dockerfile: DockerfileReader.facts(of: file, vocabulary)
    case .environment: EnvironmentReader.facts(of: file, vocabulary)
    case .settings, .acl: SettingsReader.facts(of: file, vocabulary)
    case .terraform: TerraformReader.facts(of: file, vocabulary)
    case .shell: ScriptReader.facts(of: file, vocabulary)
    case .documentation: DocumentationReader.facts(of: file, vocabulary)
    case .requirements, .toml, .pythonLock, .setup: PythonPackages.facts(of: file, vocabulary)
    case .goModule: GoPackages.facts(of: file, vocabulary)
    case .packageJSON, .packageLock: JavaScriptPackages.facts(of: file, vocabulary)
    case .packageSwift, .packageResolved: SwiftPackages.facts(of: file, vocabulary)
    }
  }

  /// A manifest, a compose file by another name, or configuration.
  private static func yaml(_ file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    let text = YAMLText(file)
    if text.documents.contains(where: KubernetesReader.isManifest) || !text.refused.isEmpty && text.documents.isEmpty {
      return KubernetesReader.facts(of: file, text, vocabulary)
    }
    let services = text.documents.first?["services"]?.entries ?? []
    if services.contains(where: { $0.value["image"] != nil || $0.value["build"] != nil }) {
      return ComposeReader.facts(of: file, text, vocabulary)
    }
    return ValuesReader.facts(of: file, text, vocabulary, source: .configuration)
  }
}
