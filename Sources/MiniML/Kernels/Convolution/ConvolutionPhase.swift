extension ConvolutionPass {
  /// The target pixels that meet the same taps, as the tables of a gathered product.
  struct Phase {
    /// For each target pixel of a group of images, where its window begins.
    let starts: [Int]
    /// For each target pixel, where it lies.
    let targets: [Int]
    /// For each tap and source channel, how far from the beginning of the window its number lies.
    let steps: [Int]
    /// The taps, numbered row by row.
    let taps: [Int]
    private let images: Int

    init(
      _ row: ConvolutionAxis.Phase, _ column: ConvolutionAxis.Phase, of pass: ConvolutionPass, _ padded: PaddedImages,
      width: Int, images: Int
    ) {
      self.images = images
      let sources = pass.sources
      starts = (0..<images).flatMap { image in
        row.starts.flatMap { y in
          column.starts.map { x in image * padded.imagePitch + y * padded.rowPitch + x * sources }
        }
      }
      targets = (0..<images).flatMap { image in
        row.targets.flatMap { y in
          column.targets.map { x in ((image * pass.rows.targets + y) * pass.columns.targets + x) * pass.targets }
        }
      }
      steps = row.taps.flatMap { y in
        column.taps.flatMap { x in (0..<sources).map { y.step * padded.rowPitch + x.step * sources + $0 } }
      }
      taps = row.taps.flatMap { y in column.taps.map { x in y.tap * width + x.tap } }
    }

    /// Copies the weights of the taps to panels, below a row with the bias or zeros.
    func pack(
      _ kernel: Kernel, _ pass: ConvolutionPass, bias: UnsafePointer<Float>?, into panels: UnsafeMutablePointer<Float>
    ) {
      let layout = ColumnPanels(depth: 1 + steps.count, columns: pass.targets)
      if let bias {
        layout.packRow(0, bias, stride: 1, into: panels)
      } else {
        layout.clearRow(0, in: panels)
      }
      var row = 1
      for tap in taps {
        for source in 0..<pass.sources {
          let weights = kernel.weights + tap * kernel.tapStride + source * kernel.sourceStride
          layout.packRow(row, weights, stride: kernel.targetStride, into: panels)
          row += 1
        }
      }
    }

    func run(
      _ source: UnsafePointer<Float>, images: Int, panels: UnsafePointer<Float>, columns: Int,
      into target: UnsafeMutablePointer<Float>
    ) {
      starts.withUnsafeBufferPointer { starts in
        targets.withUnsafeBufferPointer { targets in
          steps.withUnsafeBufferPointer { steps in
            guard let places = targets.baseAddress else { return }
            let rows = UnsafeBufferPointer(rebasing: starts[..<(starts.count / self.images * images)])
            GatheredProduct.write(
              source, rows: rows, steps: steps, panels: panels, columns: columns, into: target, targets: places)
          }
        }
      }
    }
  }
}
