#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the numbers of a printed tensor are written, all alike: as many digits as they need, points under each other.
struct NumberColumn {
  /// Digits after the point at most.
  private static let mostDecimals = 4
  /// Numbers in this range are written without an exponent.
  private static let plain: ClosedRange<Float> = 1e-3...99_999

  /// Whether all are written as 1.2345e-05.
  private let hasExponent: Bool
  /// Digits after the point: as few as show every number as well as the most would.
  private let decimals: Int
  /// Of every text.
  private(set) var width = 1

  init(_ numbers: [Float]) {
    let finite = numbers.filter { $0.isFinite && $0 != 0 }.map { abs($0) }
    let largest = finite.max() ?? 0
    hasExponent = largest > Self.plain.upperBound || (largest > 0 && largest < Self.plain.lowerBound)
    let (most, exponent) = (Self.mostDecimals, hasExponent)
    decimals = numbers.reduce(0) { found, number in max(found, Self.needed(number, most, exponent)) }
    width = numbers.reduce(1) { max($0, text($1).utf8.count) }
  }

  /// The number right-aligned; infinities and what is no number end where whole numbers do.
  func text(_ number: Float) -> String {
    padded(number.isFinite ? Self.written(number, decimals, hasExponent) : "\(number)")
  }

  /// In the place of numbers left out.
  var gap: String { padded("...") }

  private func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  /// Digits after the point without the zeros at the end.
  private static func needed(_ number: Float, _ most: Int, _ exponent: Bool) -> Int {
    guard number.isFinite else { return 0 }
    let mantissa = written(number, most, exponent).split(separator: "e")[0]
    guard let point = mantissa.firstIndex(of: ".") else { return 0 }
    let digits = mantissa[point...].dropFirst()
    return digits.count - digits.reversed().prefix { $0 == "0" }.count
  }

  private static func written(_ number: Float, _ decimals: Int, _ exponent: Bool) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      withVaList([Int32(decimals), Double(number)]) { _ = vsnprintf(start, 64, exponent ? "%.*e" : "%.*f", $0) }
      return String(cString: start)
    }
  }
}
