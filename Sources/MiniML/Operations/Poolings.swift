/// Images `[B, H, W, C]` and sequences `[B, T, C]` made smaller and larger, channel by channel.
extension Operation {
  /// The largest number under each window: `[B, H, W, C] -> [B, H', W', C]`, `H' = (H + 2 p - size) / stride + 1`, or
  /// `[B, T, C] -> [B, T', C]`. Padding counts as minus infinity.
  ///
  /// The gradient goes to the first of equal maxima. Not-a-number under a window comes through.
  public static func maxPool(_ options: PoolingOptions) -> Operation {
    Operation(.maxPool) { inputs in
      let (x, shape) = (inputs[0], Pooling(of: inputs[0].shape, options, "maxPool"))
      return .make(shape.outputShape(x.shape)) { y in x.read { shape.maximum($0, batch: x.shape[0], into: y) } }
    } backward: { inputs, y, g in
      let (x, shape) = (inputs[0], Pooling(of: inputs[0].shape, options, "maxPool"))
      return [
        .make(x.shape) { dx in
          Tensor.read(x, y, g) { shape.maximumGradient($0, $1, $2, batch: x.shape[0], into: dx) }
        }
      ]
    }
  }

  /// The mean under each window: `[B, H, W, C] -> [B, H', W', C]`, or `[B, T, C] -> [B, T', C]`. Padding counts as zeros.
  public static func averagePool(_ options: PoolingOptions) -> Operation {
    Operation(.averagePool) { inputs in
      let (x, shape) = (inputs[0], Pooling(of: inputs[0].shape, options, "averagePool"))
      return .make(shape.outputShape(x.shape)) { y in x.read { shape.average($0, batch: x.shape[0], into: y) } }
    } backward: { inputs, _, g in
      let (x, shape) = (inputs[0], Pooling(of: inputs[0].shape, options, "averagePool"))
      return [.make(x.shape) { dx in g.read { shape.averageGradient($0, batch: x.shape[0], into: dx) } }]
    }
  }

  /// What is put between the pixels when an image grows.
  public enum Interpolation: String, CaseIterable, Sendable {
    /// Each pixel is repeated.
    case nearest
    /// Mixed from the four pixels around, by how near they are.
    case bilinear
  }

  /// Larger by a whole factor: `[B, H, W, C] -> [B, factor H, factor W, C]`, or `[B, T, C] -> [B, factor T, C]`.
  public static func upSample(by factor: Int, _ interpolation: Interpolation = .nearest) -> Operation {
    Operation(.upSample) { inputs in
      let (x, shape) = (inputs[0], UpSampling(of: inputs[0].shape, factor))
      return .make(shape.outputShape(x.shape)) { y in
        x.read {
          switch interpolation {
          case .nearest: shape.nearest($0, batch: x.shape[0], into: y)
          case .bilinear: shape.bilinear($0, batch: x.shape[0], into: y)
          }
        }
      }
    } backward: { inputs, _, g in
      let (x, shape) = (inputs[0], UpSampling(of: inputs[0].shape, factor))
      return [
        .make(x.shape) { dx in
          g.read {
            switch interpolation {
            case .nearest: shape.nearestGradient($0, batch: x.shape[0], into: dx)
            case .bilinear: shape.bilinearGradient($0, batch: x.shape[0], into: dx)
            }
          }
        }
      ]
    }
  }
}

/// The window of a pooling, the same along both axes.
public struct PoolingOptions: Hashable, Sendable {
  /// How many pixels along each axis; nil for the whole image.
  public var size: Int?
  /// How far the window moves; its size where not given.
  public var stride: Int
  public var padding: Int

  public init(_ size: Int, stride: Int? = nil, padding: Int = 0) {
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  private init(size: Int?) { (self.size, stride, padding) = (size, 1, 0) }

  /// One window over the whole image.
  public static let whole = PoolingOptions(size: nil)
}

extension Pooling {
  fileprivate init(of x: [Int], _ options: PoolingOptions, _ operation: String) {
    guard x.count == 3 || x.count == 4 else { ShapeFault.trap(operation, "\(x) is not [B, H, W, C] or [B, T, C]") }
    let window = { (length: Int) in
      SlidingWindow(
        length, size: options.size ?? max(1, length), stride: options.stride, padding: options.padding)
    }
    rows = x.count == 3 ? SlidingWindow(1, size: 1) : window(x[1])
    columns = window(x[x.count - 2])
    channels = x[x.count - 1]
    guard rows.positions > 0, columns.positions > 0 else {
      ShapeFault.trap(operation, "a window of \(options.size ?? 0) is larger than \(x)")
    }
  }

  fileprivate func outputShape(_ x: [Int]) -> [Int] {
    x.count == 3 ? [x[0], columns.positions, channels] : [x[0], rows.positions, columns.positions, channels]
  }
}

extension UpSampling {
  fileprivate init(of x: [Int], _ factor: Int) {
    guard x.count == 3 || x.count == 4, factor > 0 else { ShapeFault.trap("upSample", "\(x) by \(factor)") }
    self.init(
      height: x.count == 3 ? 1 : x[1], width: x[x.count - 2], channels: x[x.count - 1],
      rowFactor: x.count == 3 ? 1 : factor, columnFactor: factor)
  }

  fileprivate func outputShape(_ x: [Int]) -> [Int] {
    let (height, width) = (height * rowFactor, width * columnFactor)
    return x.count == 3 ? [x[0], width, channels] : [x[0], height, width, channels]
  }
}

extension Variable {
  /// The largest number under each window: `[B, H, W, C] -> [B, H', W', C]`.
  public func maxPool(_ size: Int, stride: Int? = nil, padding: Int = 0) -> Variable {
    apply(.maxPool(PoolingOptions(size, stride: stride, padding: padding)))
  }

  /// The mean under each window: `[B, H, W, C] -> [B, H', W', C]`.
  public func averagePool(_ size: Int, stride: Int? = nil, padding: Int = 0) -> Variable {
    apply(.averagePool(PoolingOptions(size, stride: stride, padding: padding)))
  }

  /// The mean over the whole image: `[B, H, W, C] -> [B, C]`.
  public func globalAveragePool() -> Variable {
    apply(.averagePool(.whole)).reshaped([shape[0], shape[shape.count - 1]])
  }

  /// Larger by a whole factor: `[B, H, W, C] -> [B, factor H, factor W, C]`.
  public func upSampled(by factor: Int, _ interpolation: Operation.Interpolation = .nearest) -> Variable {
    apply(.upSample(by: factor, interpolation))
  }
}
