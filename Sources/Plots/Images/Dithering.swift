/// How greys become dots that are on or off, so that as many are on as the grey is bright.
public enum Dithering: String, CaseIterable, Hashable, Sendable {
  /// On from 1/2 up: what the others are better than.
  case threshold
  /// Each dot's error goes on to its neighbours: 7/16 right, 3/16, 5/16 and 1/16 below. Floyd and Steinberg (1976).
  case floydSteinberg = "floyd-steinberg"
  /// A fixed pattern of thresholds, 8 by 8. Bayer (1973).
  case bayer

  /// Which dots are on, row after row. Greys from 0 to 1; traps unless there are `width` for each row.
  public func dots(_ greys: [Float], width: Int) -> [Bool] {
    precondition(width > 0 && greys.count.isMultiple(of: width), "dots: \(greys.count) greys, \(width) a row")
    switch self {
    case .threshold: return greys.map { $0 >= 0.5 }
    case .bayer:
      return greys.indices.map { greys[$0] > Self.bayerThreshold(x: $0 % width, y: $0 / width) }
    case .floydSteinberg: return Self.diffused(greys, width: width)
    }
  }

  private static func diffused(_ greys: [Float], width: Int) -> [Bool] {
    var rest = greys.map { $0.isNaN ? 0 : $0 }
    let height = rest.count / width
    var dots = Array(repeating: false, count: rest.count)
    for y in 0..<height {
      for x in 0..<width {
        let i = y * width + x
        dots[i] = rest[i] >= 0.5
        let error = rest[i] - (dots[i] ? 1 : 0)
        if x + 1 < width { rest[i + 1] += error * 7 / 16 }
        guard y + 1 < height else { continue }
        if x > 0 { rest[i + width - 1] += error * 3 / 16 }
        rest[i + width] += error * 5 / 16
        if x + 1 < width { rest[i + width + 1] += error / 16 }
      }
    }
    return dots
  }

  /// From the matrix that is made of itself: `M(2n) = [4M, 4M + 2; 4M + 3, 4M + 1]`, as a share between 0 and 1.
  static func bayerThreshold(x: Int, y: Int) -> Float {
    var level = 0
    for bit in 0..<3 {
      let (right, down) = (x >> bit & 1, y >> bit & 1)
      level = level << 2 | (right ^ down) << 1 | down
    }
    return (Float(level) + 0.5) / 64
  }
}
