import InventoryModel
import Parallelism

/// Calls whose arguments are read with one memory, beside other such calls.
///
/// What is remembered of earlier calls lets later ones be followed further. So that how many tasks work decides nothing,
/// which calls belong together is told by the calls alone.
struct CallBatch: Sendable {
  /// What the calls send, in their order.
  private(set) var operations: [(call: CommandCall, operation: Operation)] = []
  /// What was remembered.
  var builder: OperationBuilder

  /// Fewer calls are not worth a memory of their own, more batches serve nobody.
  private static let (least, most) = (24, 8)

  private init(_ calls: ArraySlice<CommandCall>, _ builder: OperationBuilder) {
    self.builder = builder
    for call in calls { operations += self.builder.operations(for: call).map { (call, $0) } }
  }

  /// Reads calls, those of a file together; the batches are in the order of the calls.
  ///
  /// - Parameter builder: one that has read nothing yet.
  static func read(_ calls: [CommandCall], with builder: OperationBuilder, in parallel: Parallel) async -> [CallBatch] {
    await parallel.map(slices(of: calls), batch: 1) { slices in slices.map { CallBatch($0, builder) } }
  }

  private static func slices(of calls: [CommandCall]) -> [ArraySlice<CommandCall>] {
    let size = max(least, (calls.count + most - 1) / most)
    var slices: [ArraySlice<CommandCall>] = []
    var start = 0
    for index in calls.indices
    where index - start >= size && calls[index].file.number != calls[index - 1].file.number {
      slices.append(calls[start..<index])
      start = index
    }
    return start < calls.count ? slices + [calls[start...]] : slices
  }
}
