/// What a terminal answered to a question about itself.
public enum TerminalReport: Hashable, Sendable {
  /// Where the cursor is, both from 1 (`CSI row ; column R`).
  case cursor(row: Int, column: Int)
  /// The background's red, green and blue from 0 to 1 (`OSC 11 ; rgb:…`).
  case background(red: Double, green: Double, blue: Double)
}

extension TerminalReport {
  /// Reads the body of an operating system command, `11;rgb:1e1e/1e1e/2e2e` with one to four digits a part; nil for any
  /// other.
  init?(command body: some Sequence<UInt8>) {
    let parts = String(decoding: Array(body), as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "11" else { return nil }
    guard let colon = parts[1].firstIndex(of: ":"), ["rgb", "rgba"].contains(parts[1][..<colon]) else { return nil }
    let numbers = parts[1][parts[1].index(after: colon)...].split(separator: "/").compactMap(TerminalReport.fraction)
    guard numbers.count == 3 || numbers.count == 4 else { return nil }
    self = .background(red: numbers[0], green: numbers[1], blue: numbers[2])
  }

  /// A hexadecimal number of one to four digits as a part of the largest of its length.
  private static func fraction(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.count), let value = Int(digits, radix: 16), value >= 0 else { return nil }
    return Double(value) / Double(1 << (4 * digits.count) - 1)
  }
}
