/// The largest number under each window: `[B, H, W, C] -> [B, H', W', C]`, or `[B, T, C] -> [B, T', C]`.
public struct MaxPool2d: Module {
  public var options: PoolingOptions

  /// - Parameter stride: the window's size where not given.
  public init(_ size: Int, stride: Int? = nil, padding: Int = 0) {
    options = PoolingOptions(size, stride: stride, padding: padding)
  }

  public func callAsFunction(_ x: Variable) -> Variable { x.graph.apply(.maxPool(options), [x]) }

  public mutating func visit(_ body: (inout Parameter) -> Void) {}
}

/// The mean under each window: `[B, H, W, C] -> [B, H', W', C]`, or `[B, T, C] -> [B, T', C]`.
public struct AveragePool2d: Module {
  public var options: PoolingOptions

  /// - Parameter stride: the window's size where not given.
  public init(_ size: Int, stride: Int? = nil, padding: Int = 0) {
    options = PoolingOptions(size, stride: stride, padding: padding)
  }

  public func callAsFunction(_ x: Variable) -> Variable { x.graph.apply(.averagePool(options), [x]) }

  public mutating func visit(_ body: (inout Parameter) -> Void) {}
}

/// The mean over each image: `[B, H, W, C] -> [B, C]`.
public struct GlobalAveragePool: Module {
  public init() {}

  public func callAsFunction(_ x: Variable) -> Variable { x.globalAveragePool() }

  public mutating func visit(_ body: (inout Parameter) -> Void) {}
}

/// Images made larger by a whole factor: `[B, H, W, C] -> [B, factor H, factor W, C]`.
public struct UpSample: Module {
  public var factor: Int
  public var interpolation: Operation.Interpolation

  public init(by factor: Int, _ interpolation: Operation.Interpolation = .nearest) {
    self.factor = factor
    self.interpolation = interpolation
  }

  public func callAsFunction(_ x: Variable) -> Variable { x.upSampled(by: factor, interpolation) }

  public mutating func visit(_ body: (inout Parameter) -> Void) {}
}
