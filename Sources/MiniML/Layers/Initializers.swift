#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The law that a layer's first weights are drawn from.
public enum Initializer: Hashable, Sendable {
  case zeros
  case constant(Float)
  /// Between the bounds, all alike.
  case uniform(Double, Double)
  case normal(deviation: Double)
  /// Normal, drawn again where it lies beyond `bound` deviations; the deviation of what is left is a little smaller
  /// (0.88 of it for a bound of 2).
  case truncatedNormal(deviation: Double, bound: Double = 2)
  /// Uniform in `±gain * sqrt(6 / (in + out))`: keeps the variance of signals and gradients about the same in a layer
  /// with a tanh or none. Source: Glorot and Bengio (2010), equation 16.
  case xavierUniform(gain: Double = 1)
  /// Normal of deviation `gain * sqrt(2 / (in + out))`. Source: Glorot and Bengio (2010).
  case xavierNormal(gain: Double = 1)
  /// Uniform in `±gain * sqrt(3 / fan)`: the same for a layer whose nonlinearity is known. Source: He et al. (2015).
  case heUniform(Fan = .inputs, Nonlinearity = .relu)
  /// Normal of deviation `gain / sqrt(fan)`. Source: He et al. (2015), equation 10.
  case heNormal(Fan = .inputs, Nonlinearity = .relu)
  /// Columns (where there are fewer of them; otherwise rows) of length `gain` at right angles to each other.
  /// Source: Saxe, McClelland and Ganguli (2014).
  case orthogonal(gain: Double = 1)

  /// Which side of a layer its variance is kept on: forward along the inputs, backward along the outputs.
  public enum Fan: Hashable, Sendable { case inputs, outputs }

  /// What comes after the layer; the gain makes up for the variance that it takes away.
  public enum Nonlinearity: Hashable, Sendable {
    case linear, tanh, sigmoid, relu
    case leakyReLU(slope: Double)

    /// The values that PyTorch uses.
    public var gain: Double {
      switch self {
      case .linear, .sigmoid: 1
      case .tanh: 5.0 / 3
      case .relu: 2.0.squareRoot()
      case .leakyReLU(let slope): (2 / (1 + slope * slope)).squareRoot()
      }
    }
  }

  /// Fresh weights of a shape whose last axis is the outputs' and the one before the inputs': `[in, out]` of a linear
  /// layer, `[kh, kw, in, out]` of a convolution, whose places count towards both.
  public func callAsFunction(_ shape: [Int], _ source: inout RandomSource) -> Tensor {
    let (inputs, outputs) = Self.fans(shape)
    switch self {
    case .zeros: return .zeros(shape)
    case .constant(let value): return Tensor(shape, repeating: value)
    case .uniform(let low, let high): return .uniform(shape, low, high, &source)
    case .normal(let deviation): return .normal(shape, deviation: deviation, &source)
    case .truncatedNormal(let deviation, let bound):
      return .truncatedNormal(shape, deviation: deviation, bound: bound, &source)
    case .xavierUniform(let gain):
      let bound = gain * (6 / (inputs + outputs)).squareRoot()
      return .uniform(shape, -bound, bound, &source)
    case .xavierNormal(let gain):
      return .normal(shape, deviation: gain * (2 / (inputs + outputs)).squareRoot(), &source)
    case .heUniform(let fan, let nonlinearity):
      let bound = nonlinearity.gain * (3 / (fan == .inputs ? inputs : outputs)).squareRoot()
      return .uniform(shape, -bound, bound, &source)
    case .heNormal(let fan, let nonlinearity):
      let deviation = nonlinearity.gain / (fan == .inputs ? inputs : outputs).squareRoot()
      return .normal(shape, deviation: deviation, &source)
    case .orthogonal(let gain): return .orthogonal(shape, gain: gain, &source)
    }
  }

  /// How many numbers come into one output, and how many outputs one input goes to; at least 1 each.
  static func fans(_ shape: [Int]) -> (inputs: Double, outputs: Double) {
    let places = Double(max(1, shape.dropLast(2).reduce(1, *)))
    let inputs = Double(max(1, shape.dropLast().last ?? 1))
    return (inputs * places, Double(max(1, shape.last ?? 1)) * places)
  }
}

extension Parameter {
  /// Uniform numbers in `±1/sqrt(fan)`, as PyTorch first draws weights and biases; the fan is how many numbers make one
  /// of the output.
  static func uniform(_ name: String, _ shape: [Int], fan: Int, _ source: inout RandomSource) -> Parameter {
    let bound = 1 / Double(max(1, fan)).squareRoot()
    return Parameter(name, .uniform(shape, -bound, bound, &source))
  }
}

extension Tensor {
  /// Normal numbers no further than `bound` deviations from 0: those beyond are drawn again.
  public static func truncatedNormal(
    _ shape: [Int], deviation: Double = 1, bound: Double = 2, _ source: inout RandomSource
  ) -> Tensor {
    guard bound > 0 else { ShapeFault.trap("truncatedNormal", "the bound \(bound) is not positive") }
    let numbers = (0..<count(shape)).map { _ in
      var z = source.normal()
      while abs(z) > bound { z = source.normal() }
      return Float(z * deviation)
    }
    return Tensor(shape, numbers)
  }

  /// A matrix, all axes but the last taken as rows, whose columns (or rows, where these are fewer) have length `gain`
  /// and are at right angles: normal numbers, made orthogonal one after the other (Gram and Schmidt, twice over).
  static func orthogonal(_ shape: [Int], gain: Double, _ source: inout RandomSource) -> Tensor {
    let columns = shape.last ?? 1
    let rows = columns == 0 ? 0 : count(shape) / columns
    let (many, length) = (min(rows, columns), max(rows, columns))
    var vectors: [[Double]] = []
    for _ in 0..<many {
      var v = (0..<length).map { _ in source.normal() }
      for u in vectors + vectors {
        let share = zip(u, v).reduce(0) { $0 + $1.0 * $1.1 }
        for i in v.indices { v[i] -= share * u[i] }
      }
      let norm = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vectors.append(v.map { $0 / norm })
    }
    let numbers = (0..<rows * columns).map { place in
      let (i, j) = (place / columns, place % columns)
      return Float(gain * (rows < columns ? vectors[i][j] : vectors[j][i]))
    }
    return Tensor(shape, numbers)
  }
}
