extension Plain {
  /// The numbers of x under every window, padding left out, in the order of y: for each output the places in x.
  private static func windows(_ shape: Pooling, batch: Int) -> [[Int]] {
    var all: [[Int]] = []
    for b in 0..<batch {
      for oy in 0..<shape.rows.positions {
        for ox in 0..<shape.columns.positions {
          for c in 0..<shape.channels {
            let pixels = (0..<shape.rows.size).flatMap { ky in
              (0..<shape.columns.size).map { kx in
                (shape.rows.index(position: oy, tap: ky), shape.columns.index(position: ox, tap: kx))
              }
            }
            all.append(
              pixels.filter { (0..<shape.rows.length).contains($0) && (0..<shape.columns.length).contains($1) }.map {
                ((b * shape.rows.length + $0) * shape.columns.length + $1) * shape.channels + c
              })
          }
        }
      }
    }
    return all
  }

  static func maximumPooling(_ shape: Pooling, _ x: [Float], batch: Int) -> [Float] {
    windows(shape, batch: batch).map { $0.map { x[$0] }.max() ?? -.infinity }
  }

  static func maximumPoolingGradient(_ shape: Pooling, _ x: [Float], _ g: [Float], batch: Int) -> [Float] {
    var dx = [Float](repeating: 0, count: x.count)
    for (output, window) in windows(shape, batch: batch).enumerated() {
      let maximum = window.map { x[$0] }.max()
      if let first = window.first(where: { x[$0] == maximum }) { dx[first] += g[output] }
    }
    return dx
  }

  static func averagePooling(_ shape: Pooling, _ x: [Float], batch: Int) -> [Float] {
    let size = Float(shape.rows.size * shape.columns.size)
    return windows(shape, batch: batch).map { $0.reduce(0) { $0 + x[$1] } / size }
  }

  static func averagePoolingGradient(_ shape: Pooling, _ g: [Float], batch: Int) -> [Float] {
    var dx = [Float](repeating: 0, count: batch * shape.inputCount)
    let size = Float(shape.rows.size * shape.columns.size)
    for (output, window) in windows(shape, batch: batch).enumerated() {
      for input in window { dx[input] += g[output] / size }
    }
    return dx
  }
}
