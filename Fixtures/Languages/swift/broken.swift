// want nothing here
struct Kept {
  let holder: Holder
  func first() async throws {
    let regex = /[\w-]+@x{2}/
    holder.read("a")  // want A
    if let value = try? await holder.find("b") { use(value) }
  }
  func second( {
    holder.read("c")
  }
  /* redis-inventory: a note */
  func third() throws(Failure) { holder.read("d") }
