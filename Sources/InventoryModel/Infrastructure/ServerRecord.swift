/// A server as a file declares it, or a file of settings for one.
package struct ServerRecord: Sendable, Hashable {
  /// Where it is declared: the service's name, the image, the resource.
  package var place: SourcePlace
  /// How other files call it: the service, the workload, the resource; nil where nobody can.
  package var name: String?
  package var source: InfrastructureSource
  package var context: FileContext
  /// Key of the product: `redis`, `valkey`; nil where it is not told.
  package var product: String?
  /// As written, without a registry's credentials; nil where no image is named.
  package var image: ImageReference?
  /// The version that the file asks for: `7.2`; nil where it names none.
  package var version: String?
  /// Licences of that version, of which one can be chosen; empty where they are not known.
  package var licences: [String] = []
  package var ports: [PortRecord] = []
  package var settings: [SettingRecord] = []
  package var users: [ACLUser] = []
  /// Paths of files of settings that it is started with, relative to the root where the file is of the tree.
  package var settingsFiles: [String] = []
  /// Whether clients must use TLS; nil where the file does not tell.
  package var demandsTLS: Bool?
  /// Other names that reach it: a Kubernetes service, a host name.
  package var aliases: [String] = []

  package init(place: SourcePlace, name: String?, source: InfrastructureSource, context: FileContext) {
    self.place = place
    self.name = name
    self.source = source
    self.context = context
  }

  /// The last value of a setting, as a server takes it.
  package func setting(_ name: String) -> SettingRecord? { settings.last { $0.name == name } }
}

/// What kind of file says something.
package enum InfrastructureSource: String, Sendable, Hashable, CaseIterable {
  case compose
  case kubernetes
  case helm
  case dockerfile
  case ci = "CI"
  case environment
  case settings
  case terraform
  case shell
  case configuration
  case documentation
  case code
}

/// An image by its parts.
package struct ImageReference: Sendable, Hashable {
  /// As written: `redis:7-alpine`.
  package var text: String
  /// Registry and path, without tag and digest: `bitnami/redis`.
  package var repository: String
  /// Nil where none is written.
  package var tag: String?

  package init(text: String, repository: String, tag: String?) {
    self.text = text
    self.repository = repository
    self.tag = tag
  }
}

/// A port of a server.
package struct PortRecord: Sendable, Hashable {
  /// The port on the machine outside; nil where it is only reachable inside.
  package var published: Int?
  package var port: Int
  package var place: SourcePlace

  package init(port: Int, published: Int? = nil, place: SourcePlace) {
    self.port = port
    self.published = published
    self.place = place
  }
}

/// A setting of a server.
package struct SettingRecord: Sendable, Hashable {
  /// As in a file of settings: `maxmemory-policy`.
  package var name: String
  /// Its words as the server takes them, without quotes; `***` for a secret, `{}` for what a template fills in.
  package var value: String
  package var place: SourcePlace

  package init(name: String, value: String, place: SourcePlace) {
    self.name = name
    self.value = value
    self.place = place
  }
}

/// A user of a server's access control list.
package struct ACLUser: Sendable, Hashable {
  package var name: String
  /// Its rules in order, passwords and hashes as `***`.
  package var rules: [String]
  package var place: SourcePlace

  package init(name: String, rules: [String], place: SourcePlace) {
    self.name = name
    self.rules = rules
    self.place = place
  }
}
