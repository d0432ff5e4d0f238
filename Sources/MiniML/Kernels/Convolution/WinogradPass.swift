/// One walk over a batch of images in which tile after tile is transformed, multiplied and transformed back.
struct WinogradPass {
  let tiles: WinogradTiles
  /// Channels of what is read and of what is written.
  let sources: Int
  let targets: Int

  init(rows: SlidingWindow, columns: SlidingWindow, sources: Int, targets: Int) {
    tiles = WinogradTiles(rows: rows, columns: columns, channels: sources)
    self.sources = sources
    self.targets = targets
  }

  /// What happens to a sum before it is written.
  struct Finish: @unchecked Sendable {
    let bias: UnsafePointer<Float>?
    let relu: Bool
  }

  private var targetCount: Int { tiles.rows * tiles.columns * targets }
  private var weightPitch: Int { sources * targets }

  /// `target = bias + sum of source times weight`, for every pixel of every image.
  ///
  /// - Parameter isTurned: whether the first tap meets the last pixel of the window, as in the gradient.
  func run(
    _ source: UnsafePointer<Float>, mask: UnsafePointer<Float>? = nil, batch: Int, weights: ConvolutionPass.Kernel,
    isTurned: Bool, finish: Finish, into target: UnsafeMutablePointer<Float>
  ) {
    guard batch > 0 else { return }
    let (padded, group) = (tiles.padded, min(tiles.group, batch))
    let list = tiles.list(images: group, targets: targets)
    BufferPool.shared.lend(Winograd.places * weightPitch + 9 * weightPitch) { memory in
      let kernel = UnsafePointer(memory)
      transform(weights, isTurned: isTurned, into: memory, spare: memory + Winograd.places * weightPitch)
      let cost = Double(list.count * Winograd.places * sources * targets) / 25
      ThreadPool.shared.split((batch + group - 1) / group, cost: cost) { range in
        let imageCount = padded.scratchCount(group, isMasked: mask != nil)
        let pitches = (Winograd.pitch(channels: sources), Winograd.pitch(channels: targets))
        let images = Scratch.floats(imageCount + Winograd.places * (pitches.0 + pitches.1))
        images.update(repeating: 0, count: imageCount)
        for first in range {
          let image = first * group
          let count = min(group, batch - image)
          let start = image * padded.bareCount
          let base = padded.prepare(count, from: source + start, mask: mask.map { $0 + start }, in: images)
          let used = count * tiles.count
          list.withUnsafeBufferPointer { list in
            for block in stride(from: 0, to: used, by: Winograd.tiles) {
              run(
                base, UnsafeBufferPointer(rebasing: list[block..<min(block + Winograd.tiles, used)]), kernel: kernel,
                finish: finish, scratch: images + imageCount, into: target + image * targetCount)
            }
          }
        }
      }
    }
  }

  /// A block of tiles.
  private func run(
    _ source: UnsafePointer<Float>, _ list: UnsafeBufferPointer<WinogradTiles.Tile>, kernel: UnsafePointer<Float>,
    finish: Finish, scratch: UnsafeMutablePointer<Float>, into target: UnsafeMutablePointer<Float>
  ) {
    let (pitch, productPitch) = (Winograd.pitch(channels: sources), Winograd.pitch(channels: targets))
    let products = scratch + Winograd.places * pitch
    for (i, tile) in list.enumerated() {
      for channel in stride(from: 0, to: sources, by: 8) {
        WinogradTransform.input(
          source + tile.source + channel, row: tiles.padded.rowPitch, pixel: sources,
          into: scratch + i * sources + channel, pitch: pitch)
      }
    }
    Winograd.Product(
      a: MatrixView(scratch, rows: list.count, columns: sources), aPitch: pitch, b: kernel, bPitch: weightPitch,
      isPacked: true, columns: targets, cPitch: productPitch
    ).run(into: products, isAdded: false)
    for (i, tile) in list.enumerated() {
      write(products + i * targets, pitch: productPitch, tile, finish, to: target + tile.target)
    }
  }

  /// Transforms the products of a tile back and writes those of its four pixels that lie inside the image.
  @inline(__always)
  private func write(
    _ products: UnsafePointer<Float>, pitch: Int, _ tile: WinogradTiles.Tile, _ finish: Finish,
    to target: UnsafeMutablePointer<Float>
  ) {
    let below = tiles.columns * targets
    for channel in stride(from: 0, to: targets, by: 8) {
      let bias = finish.bias.map { SIMD8(at: $0 + channel) } ?? SIMD8(repeating: 0)
      let pixels = WinogradTransform.output(products + channel, pitch: pitch)
      @inline(__always)
      func store(_ sum: SIMD8<Float>, at offset: Int) {
        let y = sum + bias
        (finish.relu ? y.replacing(with: 0, where: y .<= 0) : y).store(at: target + channel + offset)
      }
      store(pixels.0, at: 0)
      if tile.hasRight { store(pixels.1, at: targets) }
      if tile.hasBelow { store(pixels.2, at: below) }
      if tile.hasRight && tile.hasBelow { store(pixels.3, at: below + targets) }
    }
  }

  /// Transforms the weights, place by place, to panels.
  private func transform(
    _ kernel: ConvolutionPass.Kernel, isTurned: Bool, into panels: UnsafeMutablePointer<Float>,
    spare: UnsafeMutablePointer<Float>
  ) {
    var weights = kernel.weights
    if kernel.targetStride != 1 {
      for tap in 0..<9 {
        let matrix = MatrixView(
          kernel.weights + tap * kernel.tapStride, rows: sources, columns: targets, rowStride: kernel.sourceStride,
          columnStride: kernel.targetStride)
        MatrixPacking.copy(matrix, into: spare + tap * weightPitch, stride: targets)
      }
      weights = UnsafePointer(spare)
    }
    let (first, tap) = isTurned ? (8 * weightPitch, -weightPitch) : (0, weightPitch)
    ColumnPanels(depth: sources, columns: targets).forEach { column, width, _ in
      for source in 0..<sources {
        for j in stride(from: 0, to: width, by: 8) {
          WinogradTransform.weights(
            weights + first + source * targets + column + j, tap: tap,
            into: panels + column * sources + source * width + j, pitch: weightPitch)
        }
      }
    }
  }
}
