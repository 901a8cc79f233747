/// A type as written: an annotation, a base, a type argument.
///
/// Pointers, references, optionals, `inout`, `some` and `any` stand for what they wrap.
package indirect enum TypeReference: Sendable, Hashable {
  /// `redis.Client`, `Promise<T>`, `Optional[T]`: dotted path and type arguments.
  case named([String], arguments: [TypeReference])
  /// `[T]`, `[]T`, `T[]`, a variadic parameter's type, a channel of T.
  case list(TypeReference)
  /// `[K: V]`, `map[K]V`.
  case map(TypeReference, TypeReference)
  case tuple([TypeReference])
  /// Any of several: `A | B`, `A & B`, constraints.
  case either([TypeReference])
  case function([TypeReference], result: TypeReference?)
  /// A type written in place: a struct, interface or object type.
  case literal(TypeID)

  /// A plain named type.
  package static func named(_ path: String...) -> TypeReference { .named(path, arguments: []) }
}
