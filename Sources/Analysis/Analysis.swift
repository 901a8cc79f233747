package import InventoryModel
package import Knowledge
package import Parallelism

/// The analysis of a project: takes lowered files in, resolves, says which further files it wants to see,
/// and at the end what was found.
package struct Analysis {
  /// Lowers a Lua script that stands in a string; the path names it in facts.
  package typealias ScriptLowering = (_ text: String, _ path: String) -> FileFacts?

  private(set) var resolver: Resolver
  private var scripts: ScriptFacts
  private let isDetailed: Bool
  private let parallel: Parallel
  private var cached: Computed?
  /// The calls that issue commands, as long as nothing new is learnt.
  private var knownCalls: [CommandCall]?

  /// What was found, with what more could be known by.
  private struct Computed {
    let findings: Findings
    let wanted: Set<Int32>
  }

  /// - Parameter isDetailed: whether findings hold the call graph, and operations their receivers, clients and
  ///   arguments: what checks and documents ask for beyond a scan.
  package init(
    tree: SourceTree, knowledge: KnowledgeBase, isDetailed: Bool = false, parallel: Parallel = Parallel(width: 1),
    lowerScript: @escaping ScriptLowering
  ) {
    self.isDetailed = isDetailed
    self.parallel = parallel
    resolver = Resolver(tree: tree, knowledge: knowledge)
    scripts = ScriptFacts(lowerScript)
  }

  /// Takes in the facts of one more file.
  package mutating func add(_ file: FileFacts, context: FileContext) {
    forget()
    guard let number = resolver.tree.file(file.path) else { return }
    resolver.contexts[number] = context
    resolver.add(file, as: number)
  }

  /// Resolves until nothing new is learnt.
  package mutating func solve() {
    forget()
    resolver.solve()
    for _ in 0..<4 {
      let hasImported = resolver.importDynamically()
      let hasStored = resolver.storeDynamically()
      let hasAdopted = resolver.adoptUnknownObjects()
      let hasDelegated = resolver.delegateByName()
      let hasShared = resolver.shareKeptValues()
      let hasInjected = resolver.injectFixtures()
      let hasProvided = resolver.injectProvided()
      guard hasImported || hasStored || hasAdopted || hasDelegated || hasShared || hasInjected || hasProvided else {
        break
      }
      resolver.solve()
    }
    resolver.linkClientArguments()
  }

  /// What it wants to see of the files not taken in yet.
  ///
  /// - Parameter families: the families of languages that these files are written in.
  package func wishes(for families: Set<Language>) -> Wishes {
    let carriers = Carriers(resolver)
    return Wishes(
      files: unread(carriers.demandedFiles()),
      carriers: Dictionary(uniqueKeysWithValues: families.map { ($0, carriers.carriers(in: $0)) }))
  }

  /// Paths of files not taken in yet that hold what a key, a script or a time is made of; asked when nothing else is
  /// left to wish for, because it takes all findings to tell.
  package mutating func tellingFiles() async -> [String] { unread(await computed().wanted) }

  private func unread(_ files: Set<Int32>) -> [String] {
    files.filter { !resolver.files.contains($0) }.sorted().map { resolver.tree.paths[Int($0)] }
  }

  /// The names by which files not taken in yet may call functions of which callers tell more, by family of
  /// languages; none unless details are asked for.
  package mutating func callers(for families: Set<Language>) async -> [Language: Set<Carrier>] {
    guard isDetailed else { return [:] }
    var functions = OpenFunctions(resolver, calls: await calls())
    let open = functions.find()
    let carriers = Carriers(resolver)
    return Dictionary(uniqueKeysWithValues: families.map { ($0, carriers.callers(of: open, in: $0)) })
  }

  /// Files that may add to what is known.
  package struct Wishes: Sendable {
    /// Paths of files whose definitions a client value flows into.
    package let files: [String]
    /// By family of languages, the names through which a file can reach a client value.
    package let carriers: [Language: Set<Carrier>]

    package init(files: [String], carriers: [Language: Set<Carrier>]) {
      self.files = files
      self.carriers = carriers
    }
  }

  /// All that was found so far.
  package mutating func findings() async -> Findings {
    // Last, when nothing else can be learnt of a receiver.
    if resolver.inferByUse() {
      forget()
      resolver.solve()
      if resolver.shareKeptValues() { resolver.solve() }
    }
    var findings = await computed().findings
    findings.unresolved = UnresolvedFinder(resolver).find()
    if isDetailed {
      var builder = CallGraphBuilder(resolver)
      findings.callGraph = builder.graph(around: &findings.operations)
    }
    return findings
  }

  /// The facts of the files taken in, sorted by path, and what each is part of.
  package func loweredFiles() -> [(facts: FileFacts, context: FileContext)] {
    resolver.files.all.map { ($0.facts, resolver.contexts[$0.number] ?? .production) }
  }

  /// Why the calls of a line are operations or not, a sentence each.
  package func explanation(path: String, line: Int) -> [String] {
    Explainer(resolver: resolver).explanation(path: path, line: line)
  }

  private mutating func forget() { (cached, knownCalls) = (nil, nil) }

  private mutating func calls() async -> [CommandCall] {
    if let knownCalls { return knownCalls }
    let calls = await CommandCallFinder(resolver: resolver).find(in: parallel)
    knownCalls = calls
    return calls
  }

  private mutating func computed() async -> Computed {
    if let cached { return cached }
    var finder = FindingsBuilder(resolver, calls: await calls(), scripts: scripts, isDetailed: isDetailed)
    let findings = await finder.build(in: parallel)
    scripts = finder.scripts
    let result = Computed(findings: findings, wanted: finder.wanted)
    cached = result
    return result
  }
}
