/// What the files around the code say of servers and of the ways to them: images, settings, addresses, variables,
/// client libraries. No value in it is a credential.
package struct InfrastructureFacts: Sendable, Hashable {
  /// By place; servers, and files of settings for them.
  package var servers: [ServerRecord] = []
  /// Variables that files set; by place.
  package var variables: [VariableRecord] = []
  /// Variables that code reads; by place.
  package var reads: [VariableRead] = []
  /// Addresses of servers as URLs, in files and in code; by place.
  package var urls: [ConnectionURL] = []
  /// Client libraries, and libraries that use a server inside, by the manifests; by place.
  package var packages: [PackageRecord] = []
  /// Calls of a server's command line programs; by place.
  package var invocations: [InvocationRecord] = []
  /// Places where a password is written down; by place.
  package var secrets: [SecretRecord] = []
  /// What tables in the documentation say; by place.
  package var documented: [DocumentedValue] = []
  /// Files that hold a word of interest and could not be read as what they are; by path.
  package var unread: [UnreadInfrastructureFile] = []

  package init() {}

  package var isEmpty: Bool { self == InfrastructureFacts() }

  /// Takes in what another file says.
  package mutating func add(_ other: InfrastructureFacts) {
    servers += other.servers
    variables += other.variables
    reads += other.reads
    urls += other.urls
    packages += other.packages
    invocations += other.invocations
    secrets += other.secrets
    documented += other.documented
    unread += other.unread
  }

  /// The same facts in order, each once.
  package var sorted: InfrastructureFacts {
    var facts = InfrastructureFacts()
    facts.servers = InfrastructureFacts.ordered(servers) { ($0.place, $0.name ?? "") }
    facts.variables = InfrastructureFacts.ordered(variables) { ($0.place, $0.name) }
    facts.reads = InfrastructureFacts.ordered(reads) { ($0.place, $0.names.joined(separator: " ")) }
    facts.urls = InfrastructureFacts.ordered(urls) { ($0.place, $0.text) }
    facts.packages = InfrastructureFacts.ordered(packages) { ($0.place, $0.package) }
    facts.invocations = InfrastructureFacts.ordered(invocations) { ($0.place, $0.command ?? "") }
    facts.secrets = InfrastructureFacts.ordered(secrets) { ($0.place, $0.what) }
    facts.documented = InfrastructureFacts.ordered(documented) { ($0.place, $0.value) }
    facts.unread = unread.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
    return facts
  }

  private static func ordered<Record: Hashable>(
    _ records: [Record], by key: (Record) -> (SourcePlace, String)
  ) -> [Record] {
    var seen: Set<Record> = []
    return records.filter { seen.insert($0).inserted }.sorted { key($0) < key($1) }
  }
}

/// A file that says something of servers, in a form that could not be read.
package struct UnreadInfrastructureFile: Sendable, Hashable {
  package var path: String
  /// Where reading stopped.
  package var line: Int
  package var reason: String

  package init(path: String, line: Int, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }
}
