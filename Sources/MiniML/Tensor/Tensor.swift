/// An array of numbers with a shape: float32, row-major; a value.
///
/// The last axis runs fastest. A shape of `[]` is a single number; an axis of length 0 is allowed and holds nothing.
/// Copies, reshaped tensors and leading rows share memory until one of them is written to.
public struct Tensor: Sendable {
  public let shape: [Int]
  /// How many numbers there are: the product of the shape.
  public let count: Int
  private var storage: Storage
  private let offset: Int

  private init(_ shape: [Int], _ count: Int, _ storage: Storage, offset: Int) {
    self.shape = shape
    self.count = count
    self.storage = storage
    self.offset = offset
  }

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements of a shape.
  public static func count(_ shape: some Collection<Int>) -> Int { shape.reduce(1, *) }
}

// MARK: Memory

extension Tensor {
  /// A tensor whose numbers `fill` writes, every one of them: the memory holds anything before.
  ///
  /// - Parameter isLasting: whether it will stay for longer than a step of training, in memory that no step misses.
  static func make(_ shape: [Int], isLasting: Bool = false, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> Tensor {
    guard shape.allSatisfy({ $0 >= 0 }) else { ShapeFault.trap("Tensor", "shape \(shape) has a negative length") }
    let count = count(shape)
    let storage = Storage(count, isLasting: isLasting)
    fill(storage.start)
    return Tensor(shape, count, storage, offset: 0)
  }

  /// Lends the numbers for reading, in row-major order. The pointer is good inside `body` alone.
  @inline(__always)
  func read<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result {
    withExtendedLifetime(storage) { body(UnsafePointer(storage.start + offset)) }
  }

  /// Lends the numbers of two tensors.
  @inline(__always)
  static func read<Result>(
    _ a: Tensor, _ b: Tensor, _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Result
  ) -> Result {
    a.read { a in b.read { b in body(a, b) } }
  }

  /// Lends the numbers of three tensors.
  @inline(__always)
  static func read<Result>(
    _ a: Tensor, _ b: Tensor, _ c: Tensor,
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>) -> Result
  ) -> Result {
    a.read { a in b.read { b in c.read { c in body(a, b, c) } } }
  }

  /// Lends the numbers for reading and writing; they are copied first where others share them.
  @inline(__always)
  mutating func write<Result>(_ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
    if !isKnownUniquelyReferenced(&storage) { self = copied() }
    return withExtendedLifetime(storage) { body(storage.start + offset) }
  }

  /// Lends all numbers in row-major order for reading.
  public func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result
  {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: storage.start + offset, count: count))
    }
  }

  private func copied() -> Tensor {
    .make(shape) { target in read { target.update(from: $0, count: count) } }
  }

  /// A part of the same memory under another shape: `count` numbers from number `first` on.
  func part(_ shape: [Int], from first: Int = 0) -> Tensor {
    Tensor(shape, Self.count(shape), storage, offset: offset + first)
  }
}

// MARK: Making tensors, and their numbers

extension Tensor {
  /// Traps where the count of `data` is not the product of `shape`.
  public init(_ shape: [Int], _ data: [Float]) {
    guard shape.allSatisfy({ $0 >= 0 }), data.count == Self.count(shape) else {
      ShapeFault.trap("Tensor", "shape \(shape) needs \(Self.count(shape)) numbers, got \(data.count)")
    }
    self = .make(shape) { target in
      data.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { target.update(from: start, count: source.count) }
      }
    }
  }

  /// Every number the same.
  public init(_ shape: [Int], repeating value: Float) {
    self = .make(shape) { $0.update(repeating: value, count: Self.count(shape)) }
  }

  /// A single number, shape `[]`.
  public init(_ value: Float) { self.init([], repeating: value) }

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

  /// Zeros with which an optimiser's memory begins.
  static func lastingZeros(_ shape: [Int]) -> Tensor {
    .make(shape, isLasting: true) { $0.update(repeating: 0, count: count(shape)) }
  }

  public static func ones(_ shape: [Int]) -> Tensor { Tensor(shape, repeating: 1) }

  /// All numbers in row-major order: a copy, so ask for it once and not in a loop.
  public var data: [Float] { withUnsafeBufferPointer { Array($0) } }

  /// The only number of a tensor that holds one; traps otherwise.
  public var scalar: Float {
    guard count == 1 else { ShapeFault.trap("scalar", "shape \(shape) holds \(count) numbers, not one") }
    return read { $0[0] }
  }

  /// Whether no number is infinite or not a number.
  public var isFinite: Bool {
    // x - x is 0 for finite numbers and not-a-number otherwise; one that is not a number stays in the sum.
    read { x in
      var sum = SIMD8<Float>.zero
      for i in 0..<count / 8 {
        let lanes = UnsafeRawPointer(x + 8 * i).loadUnaligned(as: SIMD8<Float>.self)
        sum += lanes - lanes
      }
      var rest: Float = 0
      for i in count / 8 * 8..<count { rest += x[i] - x[i] }
      return sum.total + rest == 0
    }
  }
}

extension Tensor: Hashable {
  /// Equal shapes and equal numbers; as in float32, not-a-number equals nothing.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    guard a.shape == b.shape else { return false }
    return read(a, b) { x, y in (0..<a.count).allSatisfy { x[$0] == y[$0] } }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    withUnsafeBufferPointer { $0.forEach { hasher.combine($0) } }
  }
}
