/// The gradient of 3x3 weights from tiles: `dW = G' [sum over tiles of (B' D B) * (A dY A')] G`.
///
/// With channels, each of the 16 places sums `[inputs, tiles] x [tiles, outputs]`. The batch is summed in parts that depend
/// on its size alone, and these are added in order: the same bits for any number of threads.
struct WinogradWeightGradient {
  /// How many parts a batch is summed in, at most.
  static let mostParts = 8

  let shape: Convolution
  let batch: Int
  private let sources: WinogradTiles
  private let gradients: WinogradTiles
  private let group: Int

  init(_ shape: Convolution, batch: Int) {
    self.shape = shape
    self.batch = batch
    sources = WinogradTiles(rows: shape.rows, columns: shape.columns, channels: shape.inputs)
    gradients = WinogradTiles(
      rows: SlidingWindow(shape.rows.positions, size: 1), columns: SlidingWindow(shape.columns.positions, size: 1),
      channels: shape.outputs)
    group = max(1, min(sources.group, batch))
  }

  private var groups: Int { (batch + group - 1) / group }
  private var groupsInPart: Int { max(1, (groups + Self.mostParts - 1) / Self.mostParts) }
  private var parts: Int { max(1, (groups + groupsInPart - 1) / groupsInPart) }
  /// Sums of one place.
  private var pitch: Int { shape.inputs * shape.outputs }
  /// Numbers in a part: the sums of all places, then those of the bias.
  private var count: Int { Winograd.places * pitch + shape.outputs }

  /// The gradients of the weights and the bias; with a mask, the gradient of y counts only where that is above 0.
  func run(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, mask: UnsafePointer<Float>?,
    into dw: UnsafeMutablePointer<Float>, bias db: UnsafeMutablePointer<Float>?
  ) {
    BufferPool.shared.lend(parts * count) { sums in
      sums.update(repeating: 0, count: parts * count)
      fill(sums, x, g, mask: mask)
      for part in stride(from: 1, to: parts, by: 1) {
        Row.map(sums, sums + part * count, into: sums, count: count) { $0 + $1 }
      }
      place(sums, in: dw)
      db?.update(from: sums + Winograd.places * pitch, count: shape.outputs)
    }
  }

  /// Sums each part of the batch by itself.
  private func fill(
    _ sums: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>,
    mask: UnsafePointer<Float>?
  ) {
    let from = sources.list(images: group, targets: 0).map { $0.source }
    let to = gradients.list(images: group, targets: 0).map { $0.source }
    let cost = Double(groupsInPart * from.count * Winograd.places * pitch) / 25
    ThreadPool.shared.split(parts, cost: cost) { range in
      let count = sources.padded.scratchCount(group, isMasked: false)
      let gradientCount = gradients.padded.scratchCount(group, isMasked: mask != nil)
      let tileCount =
        Winograd.places * (Winograd.pitch(channels: shape.inputs) + Winograd.pitch(channels: shape.outputs))
      let images = Scratch.floats(count + gradientCount + tileCount)
      images.update(repeating: 0, count: count + gradientCount)
      for index in range.lowerBound * groupsInPart..<min(range.upperBound * groupsInPart, groups) {
        let first = index * group
        let used = min(group, batch - first)
        let start = first * shape.outputCount
        let d = sources.padded.prepare(used, from: x + first * shape.inputCount, mask: nil, in: images)
        let dy = gradients.padded.prepare(used, from: g + start, mask: mask.map { $0 + start }, in: images + count)
        for block in stride(from: 0, to: used * sources.count, by: Winograd.tiles) {
          let tiles = block..<min(block + Winograd.tiles, used * sources.count)
          add(
            d, from[tiles], dy, to[tiles], scratch: images + count + gradientCount,
            to: sums + index / groupsInPart * self.count)
        }
      }
    }
  }

  /// Adds a block of tiles, which begin at `from` and `to`, to the sums of a part.
  private func add(
    _ d: UnsafePointer<Float>, _ from: ArraySlice<Int>, _ dy: UnsafePointer<Float>, _ to: ArraySlice<Int>,
    scratch: UnsafeMutablePointer<Float>, to sums: UnsafeMutablePointer<Float>
  ) {
    let (inputs, outputs) = (shape.inputs, shape.outputs)
    let (left, right) = (Winograd.pitch(channels: inputs), Winograd.pitch(channels: outputs))
    let second = scratch + Winograd.places * left
    for (i, start) in from.enumerated() {
      for channel in stride(from: 0, to: inputs, by: 8) {
        WinogradTransform.input(
          d + start + channel, row: sources.padded.rowPitch, pixel: inputs, into: scratch + i * inputs + channel,
          pitch: left)
      }
    }
    for (i, start) in to.enumerated() {
      for channel in stride(from: 0, to: outputs, by: 8) {
        WinogradTransform.outputGradient(
          dy + start + channel, row: gradients.padded.rowPitch, pixel: outputs, into: second + i * outputs + channel,
          pitch: right)
      }
    }
    Winograd.Product(
      a: MatrixView(scratch, rows: from.count, columns: inputs).transposed, aPitch: left, b: second, bPitch: right,
      isPacked: false, columns: outputs, cPitch: pitch
    ).run(into: sums, isAdded: true)
    addBias(second + 5 * right, tiles: to.count, to: sums + Winograd.places * pitch)
  }

  /// Place (1, 1) of a tile holds the sum of its four gradients.
  private func addBias(_ gradients: UnsafePointer<Float>, tiles: Int, to sums: UnsafeMutablePointer<Float>) {
    for tile in 0..<tiles {
      Row.map(gradients + tile * shape.outputs, sums, into: sums, count: shape.outputs) { $0 + $1 }
    }
  }

  /// Transforms the sums back and writes them to their places among the weights.
  private func place(_ sums: UnsafePointer<Float>, in dw: UnsafeMutablePointer<Float>) {
    let (inputs, outputs) = (shape.inputs, shape.outputs)
    for input in 0..<inputs {
      for output in stride(from: 0, to: outputs, by: 8) {
        WinogradTransform.weightGradient(sums + input * outputs + output, pitch: pitch) { tap, numbers in
          let matrix = dw + tap * pitch
          if shape.isTransposed {
            for j in 0..<8 { matrix[(output + j) * inputs + input] = numbers[j] }
          } else {
            numbers.store(at: matrix + input * outputs + output)
          }
        }
      }
    }
  }
}
