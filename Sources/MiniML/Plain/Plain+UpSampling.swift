extension Plain {
  /// `y[b, i, j, c] = x[b, i / rowFactor, j / columnFactor, c]`.
  static func nearest(_ shape: UpSampling, _ x: [Float], batch: Int) -> [Float] {
    var y: [Float] = []
    for b in 0..<batch {
      for i in 0..<shape.height * shape.rowFactor {
        for j in 0..<shape.width * shape.columnFactor {
          for c in 0..<shape.channels {
            y.append(
              x[((b * shape.height + i / shape.rowFactor) * shape.width + j / shape.columnFactor) * shape.channels + c])
          }
        }
      }
    }
    return y
  }
}
