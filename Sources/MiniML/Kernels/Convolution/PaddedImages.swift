/// Images `[height, width, channels]` with zeros around them, so that a window never looks over an edge.
struct PaddedImages {
  let rows: ConvolutionAxis
  let columns: ConvolutionAxis
  let channels: Int

  /// Whether a window stays inside the images as they are.
  var isPlain: Bool {
    rows.before == 0 && columns.before == 0 && rows.padded <= rows.length && columns.padded <= columns.length
  }

  /// How many numbers an image takes without the zeros.
  var bareCount: Int { rows.length * columns.length * channels }
  /// How far the same pixel of two images is apart.
  var imagePitch: Int { isPlain ? bareCount : rows.padded * columns.padded * channels }
  /// How far a pixel is from the one below it.
  var rowPitch: Int { (isPlain ? columns.length : columns.padded) * channels }

  /// How many numbers of memory `prepare` needs for so many images.
  func scratchCount(_ images: Int, isMasked: Bool) -> Int { isPlain && !isMasked ? 0 : images * imagePitch }

  /// Where to read images with their zeros: in `scratch`, which was zero to begin with, or where they lie if neither
  /// zeros nor a mask are asked for.
  func prepare(
    _ images: Int, from source: UnsafePointer<Float>, mask: UnsafePointer<Float>?,
    in scratch: UnsafeMutablePointer<Float>
  ) -> UnsafePointer<Float> {
    guard !isPlain || mask != nil else { return source }
    copy(images, from: source, mask: mask, into: scratch)
    return UnsafePointer(scratch)
  }

  /// Copies images to their places among the zeros; each number whose mask is not above 0 becomes zero.
  private func copy(
    _ images: Int, from source: UnsafePointer<Float>, mask: UnsafePointer<Float>?,
    into padded: UnsafeMutablePointer<Float>
  ) {
    let copied = min(rows.length, rows.padded - rows.before)
    let run = min(columns.length, columns.padded - columns.before) * channels
    guard copied > 0, run > 0 else { return }
    for image in 0..<images {
      for row in 0..<copied {
        let from = image * bareCount + row * columns.length * channels
        let to = padded + image * imagePitch + (rows.before + row) * rowPitch + columns.before * channels
        if let mask {
          Rectifying.copy(source + from, where: mask + from, into: to, count: run)
        } else {
          to.update(from: source + from, count: run)
        }
      }
    }
  }
}
