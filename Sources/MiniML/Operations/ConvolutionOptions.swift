/// How a kernel goes over its input: the same along both axes, or set for each.
public struct ConvolutionOptions: Hashable, Sendable {
  /// Along one axis.
  public struct Axis: Hashable, Sendable {
    /// How far the kernel moves from one place to the next.
    public var stride: Int
    /// How many zeros the input is lengthened by at each end.
    public var padding: Int
    /// How far two neighbouring taps of the kernel lie apart.
    public var dilation: Int
    /// Of a transposed convolution: how many rows are added to the output, less than the stride. A convolution with a
    /// stride makes the same length of several; this says which of them to go back to.
    public var outputPadding: Int

    public init(stride: Int = 1, padding: Int = 0, dilation: Int = 1, outputPadding: Int = 0) {
      self.stride = stride
      self.padding = padding
      self.dilation = dilation
      self.outputPadding = outputPadding
    }
  }

  /// From row to row; not looked at where the input has one axis only.
  public var rows: Axis
  public var columns: Axis
  /// Whether `max(y, 0)` is what comes out, at no cost in time.
  public var hasReLU: Bool

  /// The same along both axes.
  public init(stride: Int = 1, padding: Int = 0, dilation: Int = 1, outputPadding: Int = 0, hasReLU: Bool = false) {
    let axis = Axis(stride: stride, padding: padding, dilation: dilation, outputPadding: outputPadding)
    self.init(rows: axis, columns: axis, hasReLU: hasReLU)
  }

  public init(rows: Axis, columns: Axis, hasReLU: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.hasReLU = hasReLU
  }
}

extension Convolution {
  /// The convolution of `[B, H, W, Cin]` by `[kh, kw, Cin, Cout]`, or `[B, T, Cin]` by `[k, Cin, Cout]`.
  /// Traps where they do not fit, or the kernel is longer than the padded input.
  init(of x: [Int], by w: [Int], _ options: ConvolutionOptions) {
    guard x.count == w.count, x.count == 3 || x.count == 4, x[x.count - 1] == w[w.count - 2] else {
      ShapeFault.trap("convolution", x, w)
    }
    let isFlat = x.count == 3
    rows = isFlat ? SlidingWindow(1, size: 1) : SlidingWindow(x[1], size: w[0], options.rows)
    columns = SlidingWindow(x[x.count - 2], size: w[w.count - 3], options.columns)
    (inputs, outputs) = (w[w.count - 2], w[w.count - 1])
    guard rows.positions > 0, columns.positions > 0 else { ShapeFault.trap("convolution", x, w) }
  }

  /// The convolution whose gradient is the transposed convolution of `[B, H, W, Cin]` by `[kh, kw, Cin, Cout]`, or
  /// `[B, T, Cin]` by `[k, Cin, Cout]`: it leads from the output to the input.
  init(transposed x: [Int], by w: [Int], _ options: ConvolutionOptions) {
    guard x.count == w.count, x.count == 3 || x.count == 4, x[x.count - 1] == w[w.count - 2] else {
      ShapeFault.trap("transposedConvolution", x, w)
    }
    let isFlat = x.count == 3
    rows = isFlat ? SlidingWindow(1, size: 1) : SlidingWindow(onto: x[1], size: w[0], options.rows)
    columns = SlidingWindow(onto: x[x.count - 2], size: w[w.count - 3], options.columns)
    (inputs, outputs) = (w[w.count - 1], w[w.count - 2])
    isTransposed = true
  }

  /// The shape of y for a batch.
  func outputShape(_ x: [Int]) -> [Int] {
    x.count == 3 ? [x[0], columns.positions, outputs] : [x[0], rows.positions, columns.positions, outputs]
  }

  /// The shape of x for a batch.
  func inputShape(_ y: [Int]) -> [Int] {
    y.count == 3 ? [y[0], columns.length, inputs] : [y[0], rows.length, columns.length, inputs]
  }
}

extension SlidingWindow {
  fileprivate init(_ length: Int, size: Int, _ axis: ConvolutionOptions.Axis) {
    self.init(length, size: size, stride: axis.stride, padding: axis.padding, dilation: axis.dilation)
  }

  /// The window that takes a given number of positions: `length = (positions - 1) stride + reach + outputPadding - 2
  /// padding`.
  fileprivate init(onto positions: Int, size: Int, _ axis: ConvolutionOptions.Axis) {
    let reach = (size - 1) * axis.dilation + 1
    let length = (positions - 1) * axis.stride + reach + axis.outputPadding - 2 * axis.padding
    guard positions > 0, length > 0, axis.outputPadding < axis.stride else {
      ShapeFault.trap("transposedConvolution", "\(positions) positions of a window of \(size) give no length")
    }
    self.init(length, size: size, axis)
  }
}
