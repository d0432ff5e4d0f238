/// Sums over a row, one number after the other, in float64.
extension Plain {
  static func sum(_ x: [Float]) -> Double { x.reduce(0) { $0 + Double($1) } }

  static func dot(_ a: [Float], _ b: [Float]) -> Double { zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) } }
}
