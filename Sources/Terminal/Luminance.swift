#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How light colours are to the eye.
///
/// Source: Web Content Accessibility Guidelines 2.1 (W3C, 2018), "relative luminance" and "contrast ratio".
public enum Luminance {
  /// From 0, black, to 1, white; red, green and blue from 0 to 1.
  public static func relative(red: Double, green: Double, blue: Double) -> Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// From 1, no contrast, to 21.
  public static func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

  /// Light in proportion, from a colour component as it is stored (sRGB).
  static func linear(_ component: Double) -> Double {
    component <= 0.03928 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }
}

extension TerminalTraits.Ground {
  /// Dark below the luminance at which black and white text contrast equally, light above.
  public init(red: Double, green: Double, blue: Double) {
    let luminance = Luminance.relative(red: red, green: green, blue: blue)
    self = Luminance.contrast(luminance, 1) >= Luminance.contrast(luminance, 0) ? .dark : .light
  }

  /// Reads `COLORFGBG`, such as `15;0`: the last number is the background's. Dark for 0 to 6 and 8, as vim takes it; nil
  /// where it is no number of the sixteen.
  public init?(foregroundAndBackground text: String) {
    guard let last = text.split(separator: ";").last, let index = Int(last), (0..<16).contains(index) else {
      return nil
    }
    self = index < 7 || index == 8 ? .dark : .light
  }
}
