/// Numbers with a decimal point, without zeros at the end.
enum DecimalText {
  /// `1500000` as `1.5`.
  static func millionths(_ value: Int) -> String {
    let digits = String(value % 1_000_000)
    var fraction = String(repeating: "0", count: 6 - digits.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    return "\(value / 1_000_000)" + (fraction.isEmpty ? "" : "." + fraction)
  }
}
