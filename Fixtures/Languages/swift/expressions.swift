import Store

func expressions(a: Holder, b: Holder?) throws {
  let numbers = [1_000, 0xFF, 0b101, 0o17, 1.5e3, -2]
  let map = ["a": a, name: b]
  let empty: [String: Int] = [:]
  let made = [Holder](), typed = [String: any Holder](), generic = Box<Holder>(a)
  let sum = a + b * 2 - c / 3 % 4
  let chosen = a.flag ? a : b ?? c ?? d
  let cast = a as? Holder, forced = a as! any Holder, check = a is Holder
  let member: Holder = .shared
  let implicit = .make(1, name: nil)
  let chain = try a.b?.c!.d()[0]?.e[key, default: 1]
  let path = \Holder.first.second, short = values.map(\.name)
  let types = (Holder.self, Store.Holder.self, Self.limit, Holder.init(1), Store.Holder(2))
  let pair = (a, label: b)
  use(pair.0, pair.label, &count, self, super.a)
  let method = a.read(_:at:)
  try #require(a.read())
  #expect(await a.count == 1, "text")
  use(!flag, 1...2, 3..., a == b, x & y, a ~> b, (+))
  a.first { $0.second($1) }
  a.then(1) { (x: Holder, y) -> Int in x.read(y) } onError: { _ in }
  a.run { [weak self, fresh = a.b, a] item, _ async throws in return self?.keep(item, fresh) }
  { inner in inner.read() }(a)
  a
    .first()
    .second { $0.map { $0 + 1 } }
    .third()
}

func implied(_ place: Store.Place = .near) -> Holder? {
  let made: Holder = .init(1)
  let other: Store.Holder? = try .open(.fast).first
  if made.isOpen { return .shared }
  return flag ? .left : .right(made.kind.rawValue)
}
