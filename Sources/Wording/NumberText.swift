/// Numbers as a person reads them. No locale: the decimal sign is a point in both languages.
public enum NumberText {
  /// About `digits` significant digits, without trailing zeros: `0.1`, `1.23e-05`, `1500`, `nan`, `inf`.
  public static func short(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    guard value != 0 else { return "0" }
    let magnitude = abs(value)
    if magnitude >= 1e6 || magnitude < 1e-4 { return scientific(value, digits: digits) }
    let exponent = Int(floorLog10(magnitude))
    let text = fixed(value, decimals: max(0, digits - 1 - exponent))
    return text.contains(".") ? String(text.trimmingZeros) : text
  }

  /// Exactly `decimals` digits after the point; scientific from 1e15 up.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return short(value) }
    guard abs(value) < 1e15 else { return scientific(value, digits: decimals + 1) }
    var scale = 1.0
    for _ in 0..<min(decimals, 15) { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e18 else { return scientific(value, digits: decimals + 1) }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    var exponent = Int(floorLog10(abs(value)))
    var mantissa = value / power10(exponent)
    if abs(Double(fixed(mantissa, decimals: digits - 1)) ?? mantissa) >= 10 {
      exponent += 1
      mantissa = value / power10(exponent)
    }
    let text = fixed(mantissa, decimals: digits - 1)
    let short = text.contains(".") ? String(text.trimmingZeros) : text
    return "\(short)e\(exponent < 0 ? "-" : "+")\(abs(exponent) < 10 ? "0" : "")\(abs(exponent))"
  }

  private static func floorLog10(_ magnitude: Double) -> Double {
    var exponent = 0.0
    var rest = magnitude
    while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
    while rest < 1 { (rest, exponent) = (rest * 10, exponent - 1) }
    return exponent
  }

  private static func power10(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}

extension StringProtocol {
  /// Without zeros at the end of a decimal fraction, nor a point left alone.
  fileprivate var trimmingZeros: SubSequence {
    var text = self[...]
    while text.last == "0" { text = text.dropLast() }
    if text.last == "." { text = text.dropLast() }
    return text
  }
}
