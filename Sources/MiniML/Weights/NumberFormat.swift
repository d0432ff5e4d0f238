/// How numbers stand in a weight file.
public enum NumberFormat: String, Sendable, CaseIterable {
  case float32 = "F32"
  case float16 = "F16"
  case bfloat16 = "BF16"

  var bytes: Int { self == .float32 ? 4 : 2 }

  /// The number at `offset`; little-endian. The caller has checked the bounds.
  func read(_ bytes: [UInt8], at offset: Int) -> Float {
    let low = UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8
    switch self {
    case .float32: return Float(bitPattern: low | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24)
    case .bfloat16: return Float(bitPattern: low << 16)
    case .float16: return Self.widened(low)
    }
  }

  /// Appends a number, rounded to the nearest, ties to even.
  func append(_ number: Float, to bytes: inout [UInt8]) {
    let bits: UInt32
    switch self {
    case .float32: bits = number.bitPattern
    case .bfloat16: bits = Self.roundedShift(number.bitPattern, 16)
    case .float16: bits = Self.narrowed(number)
    }
    for shift in stride(from: 0, to: UInt32(self.bytes) * 8, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// IEEE half to single precision.
  private static func widened(_ half: UInt32) -> Float {
    let sign: Float = half & 0x8000 == 0 ? 1 : -1
    let exponent = half >> 10 & 0x1F
    let fraction = Float(half & 0x3FF)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * Float(sign: .plus, exponent: Int(exponent) - 15, significand: 1 + fraction * 0x1p-10)
    }
  }

  /// Single to half precision; too large becomes infinity.
  private static func narrowed(_ number: Float) -> UInt32 {
    let sign = number.bitPattern >> 16 & 0x8000
    let magnitude = number.magnitude
    if number.isNaN { return 0x7E00 }
    if magnitude >= 65520 { return sign | 0x7C00 }
    if magnitude < 0x1p-14 { return sign | UInt32((magnitude * 0x1p24).rounded(.toNearestOrEven)) }
    return sign | (roundedShift(magnitude.bitPattern, 13) - (112 << 10))
  }

  private static func roundedShift(_ bits: UInt32, _ shift: UInt32) -> UInt32 {
    let half = UInt32(1) << (shift - 1)
    let odd = bits >> shift & 1
    return (bits &+ (half - 1) &+ odd) >> shift
  }
}
