#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers short enough to stand in a picture. The decimal sign is a point.
public enum NumberLabel {
  /// A tick's value, with as many decimals as its step needs: `0.25`, `-3`, `2e6`. All ticks of an axis have one form,
  /// that of the `largest`.
  static func text(_ value: Double, step: Double, largest: Double) -> String {
    if abs(value) < step / 2 { return "0" }
    if largest >= 1e5 || step < 1e-4 { return scientific(value, digits: 3) }
    let decimals = max(0, Int((-log10(step) - 1e-9).rounded(.up)))
    return fixed(value, decimals: decimals)
  }

  /// A power of ten: `0.01`, `1`, `1000` in the plain form, for exponents from -3 to 3; else `1e-2`, `1e0`, `1e5`.
  static func decade(_ exponent: Int, isPlain: Bool) -> String {
    guard isPlain else { return "1e\(exponent)" }
    return exponent < 0
      ? "0." + String(repeating: "0", count: -exponent - 1) + "1" : "1" + String(repeating: "0", count: exponent)
  }

  /// About `digits` significant digits without zeros at the end: `0.62`, `-12.5`, `3e-7`, `nan`, `inf`.
  public static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    guard value != 0 else { return "0" }
    let exponent = Int(log10(abs(value)).rounded(.down))
    if exponent >= 5 || exponent < -3 { return scientific(value, digits: digits) }
    return trimmed(fixed(value, decimals: max(0, digits - 1 - exponent)))
  }

  /// A mantissa and a power of ten: `2e6`, `-1.5e-7`. `value` must be finite and not 0.
  private static func scientific(_ value: Double, digits: Int) -> String {
    let exponent = Int(log10(abs(value)).rounded(.down))
    let mantissa = trimmed(fixed(value / pow(10, Double(exponent)), decimals: digits - 1))
    return mantissa.hasPrefix("10") || mantissa.hasPrefix("-10")
      ? "\(value < 0 ? "-" : "")1e\(exponent + 1)" : "\(mantissa)e\(exponent)"
  }

  /// Exactly `decimals` digits after the point. `value` must be smaller than 1e15 in magnitude, or it comes out short.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15, decimals < 16 else { return value.isFinite ? "\(value)" : short(value) }
    let scaled = (abs(value) * pow(10, Double(decimals))).rounded()
    guard scaled < 9e18 else { return "\(value)" }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text[...]
    while text.last == "0" { text = text.dropLast() }
    if text.last == "." { text = text.dropLast() }
    return String(text)
  }
}
