/// A number on a tape, with which one computes as with any other; the tape remembers how it was made.
///
/// Operators take their left number over and are inlined, so that its reference to the tape moves on into the result
/// instead of being counted up and down at each of thousands of operations.
public struct Scalar {
  public let tape: ScalarTape
  /// Its place among the nodes of the tape's graph.
  public private(set) var index: Int

  @inline(__always) init(tape: ScalarTape, index: Int) {
    self.tape = tape
    self.index = index
  }

  /// Only a given number's can be set; traps for a computed one.
  public var value: Double {
    get { tape.graph.nodes[index].value }
    nonmutating set { tape.set(index, to: newValue) }
  }

  /// The derivative of the last number by this one, after `tape.backward()`.
  public var gradient: Double { tape.graph.nodes[index].gradient }
}

extension Scalar {
  @inline(__always) public static func + (a: consuming Scalar, b: borrowing Scalar) -> Scalar { a.with(b, .add) }
  @inline(__always) public static func - (a: consuming Scalar, b: borrowing Scalar) -> Scalar { a.with(b, .subtract) }
  @inline(__always) public static func * (a: consuming Scalar, b: borrowing Scalar) -> Scalar { a.with(b, .multiply) }
  @inline(__always) public static func / (a: consuming Scalar, b: borrowing Scalar) -> Scalar { a.with(b, .divide) }
  public static prefix func - (a: Scalar) -> Scalar { a.apply(.negate) }

  @inline(__always) public static func += (a: inout Scalar, b: borrowing Scalar) {
    a.requireSameTape(b)
    a.index = a.tape.compute(.add, a.index, b.index)
  }

  public static func + (a: Scalar, b: Double) -> Scalar { a + a.tape.scalar(b) }
  public static func + (a: Double, b: Scalar) -> Scalar { b.tape.scalar(a) + b }
  public static func - (a: Scalar, b: Double) -> Scalar { a - a.tape.scalar(b) }
  public static func - (a: Double, b: Scalar) -> Scalar { b.tape.scalar(a) - b }
  public static func * (a: Scalar, b: Double) -> Scalar { a * a.tape.scalar(b) }
  public static func * (a: Double, b: Scalar) -> Scalar { b.tape.scalar(a) * b }
  public static func / (a: Scalar, b: Double) -> Scalar { a / a.tape.scalar(b) }
  public static func / (a: Double, b: Scalar) -> Scalar { b.tape.scalar(a) / b }

  public func tanh() -> Scalar { apply(.tanh) }
  public func sigmoid() -> Scalar { apply(.sigmoid) }
  public func relu() -> Scalar { apply(.relu) }
  public func exp() -> Scalar { apply(.exp) }
  public func log() -> Scalar { apply(.log) }
  public func squareRoot() -> Scalar { apply(.sqrt) }
  public func power(_ exponent: Double) -> Scalar { with(tape.scalar(exponent), .power) }

  @inline(__always) private borrowing func apply(_ rule: ScalarRule) -> Scalar {
    let index = tape.compute(rule, index)
    return Scalar(tape: tape, index: index)
  }

  @inline(__always) private consuming func with(_ other: borrowing Scalar, _ rule: ScalarRule) -> Scalar {
    requireSameTape(other)
    let index = tape.compute(rule, index, other.index)
    return Scalar(tape: tape, index: index)
  }

  @inline(__always) private func requireSameTape(_ other: borrowing Scalar) {
    guard tape === other.tape else { preconditionFailure("Scalar: the two numbers stand on different tapes") }
  }
}
