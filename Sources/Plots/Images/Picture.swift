/// Pixels in colour or in greys, each channel from 0 to 1.
public struct Picture: Hashable, Sendable {
  public let width: Int
  public let height: Int
  public let isColoured: Bool
  /// Row after row from the top; in greys all three channels are the same.
  public let pixels: [SIMD3<Float>]

  /// Greys from 0 (black) to 1, row after row. Traps unless there are `width` for each row; not-a-number is black.
  public init(greys: [Float], width: Int) {
    precondition(width > 0 && greys.count.isMultiple(of: width), "Picture: \(greys.count) greys, \(width) a row")
    self.init(width, greys.count / width, isColoured: false, greys.map { SIMD3(repeating: Self.held($0)) })
  }

  /// Bytes of red, green and blue in turn. Traps unless there are three for every pixel of each row.
  public init(rgb bytes: [UInt8], width: Int) {
    precondition(width > 0 && bytes.count.isMultiple(of: 3 * width), "Picture: \(bytes.count) bytes, \(width) a row")
    let pixels = stride(from: 0, to: bytes.count, by: 3).map { i in
      SIMD3<Float>(Float(bytes[i]), Float(bytes[i + 1]), Float(bytes[i + 2])) / 255
    }
    self.init(width, bytes.count / 3 / width, isColoured: true, pixels)
  }

  init(_ width: Int, _ height: Int, isColoured: Bool, _ pixels: [SIMD3<Float>]) {
    self.width = width
    self.height = height
    self.isColoured = isColoured
    self.pixels = pixels
  }

  /// How bright a pixel looks: the luma of ITU-R BT.601.
  public func brightness(x: Int, y: Int) -> Float { Self.luma(pixels[y * width + x]) }

  /// The same picture without its colours.
  public var inGreys: Picture {
    Picture(width, height, isColoured: false, pixels.map { SIMD3(repeating: Self.luma($0)) })
  }

  /// The mean brightness; not-a-number without pixels.
  public var meanBrightness: Double {
    pixels.reduce(0) { $0 + Double(Self.luma($1)) } / Double(pixels.count)
  }

  /// The picture in another size: each pixel the mean of what it covers, or where it grows, the pixel that it lies in.
  /// Without pixels it stays as it is.
  public func scaled(width newWidth: Int, height newHeight: Int) -> Picture {
    precondition(newWidth > 0 && newHeight > 0, "scaled: to \(newWidth) x \(newHeight)")
    guard !pixels.isEmpty else { return self }
    let xs = Self.parts(of: width, newWidth)
    let ys = Self.parts(of: height, newHeight)
    var result: [SIMD3<Float>] = []
    result.reserveCapacity(newWidth * newHeight)
    for rows in ys {
      for columns in xs {
        var sum = SIMD3<Float>.zero
        for y in rows { for x in columns { sum += pixels[y * width + x] } }
        result.append(sum / Float(rows.count * columns.count))
      }
    }
    return Picture(newWidth, newHeight, isColoured: isColoured, result)
  }

  /// `count` things cut into `parts` stretches of at least one.
  private static func parts(of count: Int, _ parts: Int) -> [Range<Int>] {
    (0..<parts).map { part in
      let start = min(count - 1, part * count / parts)
      return start..<max(start + 1, (part + 1) * count / parts)
    }
  }

  private static func luma(_ p: SIMD3<Float>) -> Float { 0.299 * p.x + 0.587 * p.y + 0.114 * p.z }

  private static func held(_ value: Float) -> Float { value.isNaN ? 0 : max(0, min(1, value)) }
}
