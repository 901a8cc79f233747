import Foundation
import PackagePlugin

/// Writes the data files of the target it stands on as string literals into one Swift file; YAML files are read for it.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let folder = module.directoryURL
    let data = module.sourceFiles.map(\.url).filter { $0.pathExtension != "swift" }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(data.count) rule files",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path, folder.path] + data.map(\.path),
        inputFiles: data, outputFiles: [output])
    ]
  }
}
