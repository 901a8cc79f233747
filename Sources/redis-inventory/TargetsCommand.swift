import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `targets`: lists the targets with their sources and dates.
struct TargetsCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws {
    let targets = try TargetList.load(rules: arguments.value(of: "--rules"))
    let text = arguments.value(of: "--format") == "json" ? TargetListing.json(targets) : TargetListing.text(targets)
    try OutputStream.output.write(text)
  }
}
