/// A resolver that has done its work, shared by what reads it: copying a reader copies one reference.
final class SharedResolver: Sendable {
  let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }
}
