/// Masks: 1 where a comparison holds and 0 where not, with broadcasting. Nothing compares with not-a-number, except that
/// it differs from everything.
extension Tensor {
  public static func .< (a: Tensor, b: Tensor) -> Tensor { compare(a, b, "less") { $0 < $1 } }
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { compare(a, b, "less or equal") { $0 <= $1 } }
  public static func .> (a: Tensor, b: Tensor) -> Tensor { compare(a, b, "greater") { $0 > $1 } }
  public static func .>= (a: Tensor, b: Tensor) -> Tensor { compare(a, b, "greater or equal") { $0 >= $1 } }
  public static func .== (a: Tensor, b: Tensor) -> Tensor { compare(a, b, "equal") { $0 == $1 } }
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { compare(a, b, "not equal") { $0 != $1 } }

  public static func .< (a: Tensor, b: Float) -> Tensor { compare(a, Tensor(b), "compare") { $0 < $1 } }
  public static func .<= (a: Tensor, b: Float) -> Tensor { compare(a, Tensor(b), "compare") { $0 <= $1 } }
  public static func .> (a: Tensor, b: Float) -> Tensor { compare(a, Tensor(b), "compare") { $0 > $1 } }
  public static func .>= (a: Tensor, b: Float) -> Tensor { compare(a, Tensor(b), "compare") { $0 >= $1 } }
  public static func .== (a: Tensor, b: Float) -> Tensor { compare(a, Tensor(b), "compare") { $0 == $1 } }
  public static func .!= (a: Tensor, b: Float) -> Tensor { compare(a, Tensor(b), "compare") { $0 != $1 } }

  /// One loop for every comparison: what it costs a mask, the compiler is spared six times.
  private static func compare(_ a: Tensor, _ b: Tensor, _ name: String, _ holds: (Float, Float) -> Bool) -> Tensor {
    combine(a, b, name) { holds($0, $1) ? 1 : 0 }
  }

  /// Whether every number is other than 0; true where there is none.
  public var all: Bool { withUnsafeBufferPointer { $0.allSatisfy { $0 != 0 } } }

  /// Whether some number is other than 0; false where there is none.
  public var any: Bool { withUnsafeBufferPointer { $0.contains { $0 != 0 } } }

  /// How many numbers are other than 0.
  public var countNonZero: Int { withUnsafeBufferPointer { $0.count { $0 != 0 } } }
}
