extension Convolution {
  /// The gradient of the weights, and of the bias where it is wanted, from x and the gradient of y.
  ///
  ///     dw[ky, kx, ci, co] = sum over b, oy, ox of x[b, oy s + ky d - p, ox s + kx d - p, ci] g[b, oy, ox, co]
  ///
  /// With a mask (y itself, after a ReLU), the gradient counts only where the mask is above 0. The batch is summed in
  /// parts that depend on its size alone, and these are added in order: the same bits for any number of threads.
  func weightGradient(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, mask: UnsafePointer<Float>? = nil, batch: Int,
    into dw: UnsafeMutablePointer<Float>, bias db: UnsafeMutablePointer<Float>? = nil
  ) {
    if usesTiles { return WinogradWeightGradient(self, batch: batch).run(x, g, mask: mask, into: dw, bias: db) }
    directWeightGradient(x, g, mask: mask, batch: batch, into: dw, bias: db)
  }

  /// That gradient by the sum over pixels, tap by tap.
  func directWeightGradient(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, mask: UnsafePointer<Float>? = nil, batch: Int,
    into dw: UnsafeMutablePointer<Float>, bias db: UnsafeMutablePointer<Float>? = nil
  ) {
    let sums = WeightGradientSums(self, batch: batch)
    BufferPool.shared.lend(sums.parts * sums.count) { parts in
      parts.update(repeating: 0, count: sums.parts * sums.count)
      sums.fill(parts, x, g, mask: mask)
      sums.total(parts, into: dw, bias: db)
    }
  }
}

/// The sums of a weight gradient over parts of a batch.
///
/// Every sum over pixels is a row of a gathered product: what was a row of the convolution (a pixel) is a step here, and
/// what was a step (a tap and a channel) is a row. One more row sums the gradient itself, for the bias.
private struct WeightGradientSums {
  /// How many parts a batch is summed in, at most.
  static let mostParts = 8
  /// Pixels of one product: their panel of gradients fills half of a first-level cache.
  static let pixels = 192

  let shape: Convolution
  let batch: Int
  let padded: PaddedImages
  let group: Int
  let phase: ConvolutionPass.Phase
  /// Where each tap and channel begins, filled up to whole tiles.
  let rows: [Int]

  init(_ shape: Convolution, batch: Int) {
    self.shape = shape
    self.batch = batch
    let pass = shape.forwardPass
    padded = pass.padded
    group = min(pass.group, batch)
    phase = pass.phases(width: shape.columns.size, images: max(1, group))[0]
    let steps = phase.steps
    rows = steps + [Int](repeating: steps.last ?? 0, count: (6 - steps.count % 6) % 6)
  }

  private var groups: Int { group == 0 ? 0 : (batch + group - 1) / group }
  private var groupsInPart: Int { max(1, (groups + Self.mostParts - 1) / Self.mostParts) }
  var parts: Int { max(1, (groups + groupsInPart - 1) / groupsInPart) }
  private var layout: ColumnPanels { ColumnPanels(depth: rows.count, columns: shape.outputs) }
  /// Numbers in a part: the weights' sums in panels, then a row of the bias'.
  var count: Int { layout.count + layout.width }

  /// Sums each part of the batch by itself.
  func fill(
    _ parts: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>,
    mask: UnsafePointer<Float>?
  ) {
    guard batch > 0, shape.positions > 0 else { return }
    let cost = Double(groupsInPart * group * shape.positions * rows.count * shape.outputs) / 35
    ThreadPool.shared.split(self.parts, cost: cost) { range in
      let count = padded.scratchCount(group, isMasked: false)
      let panels = Scratch.floats(ColumnPanels(depth: group * shape.positions, columns: shape.outputs).count + count)
      let images = panels + ColumnPanels(depth: group * shape.positions, columns: shape.outputs).count
      images.update(repeating: 0, count: count)
      for part in range {
        for first in part * groupsInPart..<min((part + 1) * groupsInPart, groups) {
          add(first * group, x, g, mask: mask, images: images, panels: panels, into: parts + part * self.count)
        }
      }
    }
  }

  /// Adds a group of images, the first of which is `image`, to a part.
  private func add(
    _ image: Int, _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, mask: UnsafePointer<Float>?,
    images: UnsafeMutablePointer<Float>, panels: UnsafeMutablePointer<Float>, into part: UnsafeMutablePointer<Float>
  ) {
    let count = min(group, batch - image)
    let source = padded.prepare(count, from: x + image * padded.bareCount, mask: nil, in: images)
    let start = image * shape.outputCount
    let pixels = count * shape.positions
    let gradients = ColumnPanels(depth: pixels, columns: shape.outputs)
    gradients.pack(from: g + start, mask: mask.map { $0 + start }, into: panels)
    gradients.addRows(of: panels, to: part + layout.count)
    rows.withUnsafeBufferPointer { rows in
      phase.starts.withUnsafeBufferPointer { starts in
        for first in stride(from: 0, to: pixels, by: Self.pixels) {
          GatheredProduct.add(
            source, rows: rows,
            steps: UnsafeBufferPointer(rebasing: starts[first..<min(first + Self.pixels, pixels)]),
            panels: panels, from: first, depth: pixels, columns: shape.outputs, into: part)
        }
      }
    }
  }

  /// Adds the parts in order and brings the sums to the order of the weights.
  func total(
    _ parts: UnsafeMutablePointer<Float>, into dw: UnsafeMutablePointer<Float>, bias db: UnsafeMutablePointer<Float>?
  ) {
    for part in stride(from: 1, to: self.parts, by: 1) {
      let next = parts + part * count
      for i in 0..<count { parts[i] += next[i] }
    }
    layout.forEach { column, width, used in
      for row in 0..<phase.steps.count {
        place(parts + column * layout.depth + row * width, count: used, tapAndInput: row, output: column, in: dw)
      }
    }
    db?.update(from: parts + layout.count, count: shape.outputs)
  }

  /// Copies the sums of one tap and input, for outputs that are neighbours, to their places among the weights.
  private func place(
    _ sums: UnsafePointer<Float>, count: Int, tapAndInput row: Int, output: Int, in dw: UnsafeMutablePointer<Float>
  ) {
    guard shape.isTransposed else {
      (dw + row * shape.outputs + output).update(from: sums, count: count)
      return
    }
    let (tap, input) = row.quotientAndRemainder(dividingBy: shape.inputs)
    for j in 0..<count { dw[(tap * shape.outputs + output + j) * shape.inputs + input] = sums[j] }
  }
}
