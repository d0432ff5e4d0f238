/// Arithmetic of two tensors number by number, with broadcasting.
///
/// The rule is a type and not a closure: each gets loops of its own, which become vector code.
extension Tensor {
  public static func + (a: Tensor, b: Tensor) -> Tensor { combine(Arithmetic.Sum.self, a, b, "add") }
  public static func - (a: Tensor, b: Tensor) -> Tensor { combine(Arithmetic.Difference.self, a, b, "subtract") }
  public static func * (a: Tensor, b: Tensor) -> Tensor { combine(Arithmetic.Product.self, a, b, "multiply") }
  public static func / (a: Tensor, b: Tensor) -> Tensor { combine(Arithmetic.Quotient.self, a, b, "divide") }
  public static func * (a: Tensor, factor: Float) -> Tensor { a.scaled(by: factor) }
  public static func * (factor: Float, a: Tensor) -> Tensor { a.scaled(by: factor) }
  public static prefix func - (a: Tensor) -> Tensor { a.scaled(by: -1) }

  /// Adds a tensor of the same shape in place.
  public static func += (a: inout Tensor, b: Tensor) {
    guard a.shape == b.shape else { ShapeFault.trap("add in place", a.shape, b.shape) }
    let count = a.count
    a.write { x in
      b.read { y in
        ThreadPool.shared.split(count, grain: 16, cost: elementCost) { range in
          for i in range { x[i] += y[i] }
        }
      }
    }
  }

  /// Multiplies every number in place.
  public static func *= (a: inout Tensor, factor: Float) {
    let count = a.count
    a.write { x in
      ThreadPool.shared.split(count, grain: 16, cost: elementCost) { range in
        for i in range { x[i] *= factor }
      }
    }
  }

  private func scaled(by factor: Float) -> Tensor {
    .make(shape) { out in
      read { x in
        ThreadPool.shared.split(count, grain: 16, cost: Self.elementCost) { range in
          for i in range { out[i] = x[i] * factor }
        }
      }
    }
  }

  private static func combine<Rule: ArithmeticRule>(
    _ rule: Rule.Type, _ a: Tensor, _ b: Tensor, _ operation: String
  ) -> Tensor {
    if b.count > 0, a.shape.suffix(b.rank) == b.shape[...] { return combineRows(rule, a, b) }
    let shape = broadcastShape(a.shape, b.shape, operation)
    let (a, b) = (a.repeated(to: shape), b.repeated(to: shape))
    return a.count == 0 ? a : combineRows(rule, a, b)
  }

  /// `b` is repeated over the leading axes of `a`; where the shapes are equal, once.
  private static func combineRows<Rule: ArithmeticRule>(_ rule: Rule.Type, _ a: Tensor, _ b: Tensor) -> Tensor {
    let width = b.count
    return .make(a.shape) { out in
      read(a, b) { x, y in
        if width == a.count {
          return ThreadPool.shared.split(width, grain: 16, cost: elementCost) { range in
            for i in range { out[i] = Rule.value(x[i], y[i]) }
          }
        }
        ThreadPool.shared.split(a.count / width, cost: elementCost * Double(width)) { rows in
          for row in rows {
            let (x, out) = (x + row * width, out + row * width)
            for j in 0..<width { out[j] = Rule.value(x[j], y[j]) }
          }
        }
      }
    }
  }
}

/// What is done with two numbers.
private protocol ArithmeticRule {
  static func value(_ a: Float, _ b: Float) -> Float
}

private enum Arithmetic {
  enum Sum: ArithmeticRule {
    @inline(__always)
    static func value(_ a: Float, _ b: Float) -> Float { a + b }
  }

  enum Difference: ArithmeticRule {
    @inline(__always)
    static func value(_ a: Float, _ b: Float) -> Float { a - b }
  }

  enum Product: ArithmeticRule {
    @inline(__always)
    static func value(_ a: Float, _ b: Float) -> Float { a * b }
  }

  enum Quotient: ArithmeticRule {
    @inline(__always)
    static func value(_ a: Float, _ b: Float) -> Float { a / b }
  }
}
