import FileSystem
package import Freeze
package import Inventory
package import InventoryModel
import Parallelism

/// The settings of a scan, resolved: command line over file over default.
package struct Configuration: Sendable {
  /// The folder that it was resolved for, absolute.
  package let root: String
  package let classifier: FileClassifier
  /// Folder with tables of the user's own.
  package let rules: String?
  package let exhaustive: Bool
  /// How many files are worked on at a time; nil for as many as there are cores.
  package let threads: Int?

  /// As many tasks as threads are asked for, or else one a core.
  var parallel: Parallel { Parallel(width: threads ?? Processor.count) }

  /// The part of the tree that is scanned; nil for all of it.
  package let shard: Shard?
  package let owners: FileOwners
  /// Names, groupings and hand-written cells of the inventory.
  package let inventory: InventorySettings
  /// For names that change against the frozen key schema.
  package let plans: [MigrationPlan]
  /// For what source cannot show of the gate's criteria.
  package let attestations: [Criterion.ID: Attestation]

  /// What the command line says of checks.
  let lint: LintOptions
  let file: ConfigurationFile?
  /// Relative to the scanned root.
  let replacement: FileReplacement?

  /// - Parameters:
  ///   - root: the scanned root, absolute.
  ///   - conventions: what is known of files before anybody says more.
  package init(
    commandLine: Options, file: ConfigurationFile?, root: String, conventions: FileClassifier
  ) throws(ConfigurationError) {
    self.root = root
    do throws(GlobError) {
      classifier = try Configuration.classifier(
        commandLine: commandLine, file: file, root: root, conventions: conventions)
    } catch {
      throw .badPattern(error)
    }
    self.file = file
    do throws(DiscoveryError) {
      replacement = try commandLine.replacement?.relative(to: root)
    } catch {
      throw .badReplacement(error)
    }
    lint = commandLine.lint
    let files = file?.chain ?? []
    rules =
      commandLine.rules
      ?? files.first { $0.options.rules != nil }.flatMap { file in
        file.options.rules.map { $0.hasPrefix("/") ? $0 : "\(file.folder)/\($0)" }
      }
    exhaustive = commandLine.exhaustive ?? files.lazy.compactMap(\.options.exhaustive).first ?? false
    threads = commandLine.threads ?? files.lazy.compactMap(\.options.threads).first
    shard = commandLine.shard
    inventory = files.reduce(into: InventorySettings()) { $0.add($1.options.inventory) }
    plans = files.flatMap(\.options.plans)
    attestations = files.reversed().reduce(into: [:]) { $0.merge($1.options.attestations) { _, nearer in nearer } }
    let owning = files.first { !$0.options.owners.isEmpty }
    owners = FileOwners(
      configured: CodeOwners(owning?.options.owners ?? [], base: Configuration.base(of: root, below: owning)),
      file: CodeOwners.of(root))
  }

  private static func classifier(
    commandLine: Options, file: ConfigurationFile?, root: String, conventions: FileClassifier
  ) throws(GlobError) -> FileClassifier {
    var classifier = conventions
    var contexts: [FileClassifier.ContextRule] = []
    let ofFiles = (file?.chain ?? []).map { ($0.options, base(of: root, below: $0)) }
    for (options, base) in [(commandLine, "")] + ofFiles {
      classifier.include.append(try GlobSet(options.include, base: base))
      classifier.exclude.append(try GlobSet(options.exclude, base: base))
      for context in FileContext.allCases {
        guard let globs = options.contexts[context] else { continue }
        contexts.append(FileClassifier.ContextRule(context, globs: try GlobSet(globs, base: base)))
      }
    }
    classifier.include.removeAll(where: \.isEmpty)
    classifier.exclude.removeAll(where: \.isEmpty)
    classifier.contexts = contexts + conventions.contexts
    return classifier
  }

  /// The path of the root below the folder of a configuration file; a file from elsewhere speaks of the root.
  static func base(of root: String, below file: ConfigurationFile?) -> String {
    guard let folder = file?.folder, root.hasPrefix(folder + "/") else { return "" }
    return String(root.dropFirst(folder.count + 1))
  }
}
