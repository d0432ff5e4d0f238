/// An array of numbers with a shape: float32, row-major, contiguous; a value.
///
/// The last axis runs fastest. A shape of `[]` is a single number; an axis of length 0 is allowed and holds nothing.
public struct Tensor: Hashable, Sendable {
  public let shape: [Int]
  /// All numbers in row-major order; its count is the product of the shape.
  public internal(set) var data: [Float]

  /// Traps where the count of `data` is not the product of `shape`.
  public init(_ shape: [Int], _ data: [Float]) {
    guard shape.allSatisfy({ $0 >= 0 }), data.count == Self.count(shape) else {
      ShapeFault.trap("Tensor", "shape \(shape) needs \(Self.count(shape)) numbers, got \(data.count)")
    }
    self.shape = shape
    self.data = data
  }

  /// Every number the same.
  public init(_ shape: [Int], repeating value: Float) {
    self.init(shape, [Float](repeating: value, count: Self.count(shape)))
  }

  /// A single number, shape `[]`.
  public init(_ value: Float) { self.init([], [value]) }

  /// One axis.
  public init(_ values: [Float]) { self.init([values.count], values) }

  /// Rows of equal length, shape `[rows, columns]`.
  public init(rows: [[Float]]) {
    let columns = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == columns }) else {
      ShapeFault.trap("Tensor(rows:)", "rows of unequal length \(rows.map(\.count))")
    }
    self.init([rows.count, columns], rows.flatMap { $0 })
  }

  public static func zeros(_ shape: [Int]) -> Tensor { Tensor(shape, repeating: 0) }

  public static func ones(_ shape: [Int]) -> Tensor { Tensor(shape, repeating: 1) }

  /// The number of elements of a shape.
  public static func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }

  /// The number of axes.
  public var rank: Int { shape.count }
  public var count: Int { data.count }

  /// The only number of a tensor that holds one; traps otherwise.
  public var scalar: Float {
    guard count == 1 else { ShapeFault.trap("scalar", "shape \(shape) holds \(count) numbers, not one") }
    return data[0]
  }

  /// Whether no number is infinite or not a number.
  public var isFinite: Bool { data.allSatisfy(\.isFinite) }
}
