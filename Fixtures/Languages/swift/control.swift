func control(input: Holder?, values: [Int]) async throws {
  guard let input, let other = input.other, case .some(let third) = other.third, values.isEmpty else { return }
  if let input = input as? Kept, input.isOpen {
    use(input)
  } else if case let .pair(first, second: last) = third {
    use(first, last)
  } else {
    use(other)
  }
  switch third {
  case .single(let value) where value > 1: use(value)
  case let (a, b): use(a, b)
  case 1, "x": fall()
  case let text as String: use(text)
  case is Holder, nil: break
  default: fall()
  }
  for (index, value) in values.enumerated() where index > 1 { use(value) }
  for try await case let .event(name) in stream { use(name) }
  while let next = iterator.next() { use(next) }
  repeat { step() } while running
  do {
    try step()
  } catch let problem as Failure {
    throw problem
  } catch Store.Problem.missing {
    recover()
  } catch {
    report(error)
  }
  do { try inner() }
  defer { close() }
  let input = try? await input.read()
  _ = step()
  let _ = step()
  step()
  let chosen = if values.isEmpty { one } else { two }
  let switched = switch chosen { case .a: first(); default: second() }
  #if DEBUG
  debug(chosen)
  #else
  release(switched)
  #endif
  outer: for value in values { continue outer }
}

func single() -> Int { 1 }
func discarded() { step() }
func branched(flag: Bool) -> Int { if flag { 1 } else { 2 } }
func counted() -> Int {
  var count = 0
  count += 1
  count -= 2
  (count, total) = (1, 2)
  self.count[0].value = count
  return count
}
