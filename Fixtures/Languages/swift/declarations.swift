/// What a file declares.
import Foundation
@testable import struct Kit.Handle
@_exported import Store
#if canImport(Other)
import Other
#endif

@MainActor
public final class Box<Item: Holder, Other>: Base, Store.Proto where Other: Holder, Item.Part == Int {
  private let item: Item
  @Wrapped(size: limit) var wrapped: Int? = 3, second = 4
  static let shared = Box()
  lazy var late: Holder = { Holder() }()
  var single: Holder { self.item }
  var both: Int {
    get async throws { return 1 }
    set(fresh) { store(fresh) }
  }
  var observed = 0 {
    willSet { before(newValue) }
    didSet { after(oldValue) }
  }
  let (left, right) = pair()

  init(item: Item, _ count: inout Int, named name: String = "a", rest: Int...) async throws { self.item = item }
  convenience init?() { nil }
  deinit { close() }

  func read<Key>(_ key: Key, at place: any Holder & Sendable, done: @escaping (Int, String?) async throws -> Void)
    async throws -> [String: Int]? where Key: Hashable { place.read(key) }
  func typed() async throws(Failure) -> Int { 1 }
  class func make() -> some Holder { .init() }
  static func == (a: Box, b: Box) -> Bool { true }
  func callAsFunction(_ x: Int) {}
  subscript(index: Int, named name: String) -> Int {
    get { 3 }
    set { item.put(newValue) }
  }
  subscript(dynamicMember name: String) -> Int { item.look(name) }

  enum Inner: String {
    case first = "1st", second
    case payload(Int, name: String)
    static let all = [Inner.first]
  }
  typealias Pair = (Int, [String: Item])
}

extension Store.Request: Holder where Body: Holder {
  var holder: Holder { body }
}

extension Holder where Self: Equatable {
  func same() -> Bool { self == self }
}

protocol Keeper: AnyObject {
  associatedtype Kept: Holder = Box
  var kept: Kept { get set }
  static var limit: Int { get }
  func keep(_ kept: Kept) async -> Int
  init(kept: Kept)
}

actor Turn {
  nonisolated func go() {}
}

func free(pair: (Int, b: String), _: Int) {}
var global: Int { 3 }
let (one, two) = free2()
