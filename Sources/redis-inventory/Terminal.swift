import FileSystem
import InventoryModel

/// What the terminal at the end of a stream can show.
enum Terminal {
  /// Colours are for terminals, unless NO_COLOR or FORCE_COLOR say otherwise.
  static func showsColour(_ stream: OutputStream) -> Bool {
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE") { return true }
    return stream.isTerminal && FilePaths.environment("TERM") != "dumb"
  }

  private static func isSet(_ name: String) -> Bool { !(FilePaths.environment(name) ?? "").isEmpty }
}

extension CalendarDate {
  /// The day in UTC.
  static var today: CalendarDate { CalendarDate(secondsSince1970: WallClock.secondsSince1970) }
}
