import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory of tensors, lent and taken back: training asks for the same sizes at every step, so that after the first
/// step nothing is allocated any more.
///
/// Sizes are rounded up to four classes between powers of two, so at most a fifth lies unused. Blocks begin at a
/// multiple of 64 bytes, a cache line.
public final class BufferPool: Sendable {
  public static let shared = BufferPool()

  /// What the pool did since the program began.
  public struct Statistics: Hashable, Sendable {
    /// Blocks asked of the system: it stands still once a training loop has warmed up.
    public var allocations = 0
    /// Bytes that tensors hold now.
    public var bytesInUse = 0
    /// Bytes that wait to be lent again.
    public var bytesWaiting = 0
    /// The most bytes that tensors ever held at once.
    public var peakBytes = 0
  }

  private struct State: ~Copyable {
    /// The address of the first waiting block of each size class; 0 where none waits. Each block begins with the
    /// address of the next.
    var shelves = [UInt](repeating: 0, count: 256)
    var statistics = Statistics()
  }

  /// Beyond it, what comes back is given to the system at once.
  private static let mostWaiting = 1 << 30

  private let state = Mutex(State())

  public var statistics: Statistics { state.withLock { $0.statistics } }

  /// Gives everything that waits back to the system.
  public func empty() {
    state.withLock { state in
      for shelf in state.shelves.indices {
        while let block = UnsafeMutableRawPointer(bitPattern: state.shelves[shelf]) {
          state.shelves[shelf] = block.load(as: UInt.self)
          free(block)
        }
      }
      state.statistics.bytesWaiting = 0
    }
  }

  /// Memory for `count` numbers, not initialised.
  ///
  /// - Parameter isLasting: whether it will stay lent for long, as an optimiser's memory does: then it is asked of the
  ///   system, for a waiting block would be missed by the next step.
  func take(_ count: Int, isLasting: Bool = false) -> UnsafeMutablePointer<Float> {
    let (shelf, bytes) = Self.sizeClass(count)
    let waiting: UInt = state.withLock { state in
      state.statistics.bytesInUse += bytes
      state.statistics.peakBytes = max(state.statistics.peakBytes, state.statistics.bytesInUse)
      let first = isLasting ? 0 : state.shelves[shelf]
      guard let block = UnsafeRawPointer(bitPattern: first) else {
        state.statistics.allocations += 1
        return 0
      }
      state.shelves[shelf] = block.load(as: UInt.self)
      state.statistics.bytesWaiting -= bytes
      return first
    }
    let block = UnsafeMutableRawPointer(bitPattern: waiting) ?? Self.allocate(bytes)
    return block.assumingMemoryBound(to: Float.self)
  }

  /// Takes back what `take` lent for the same count.
  func give(_ start: UnsafeMutablePointer<Float>, _ count: Int) {
    let (shelf, bytes) = Self.sizeClass(count)
    let first = UInt(bitPattern: start)
    let isKept = state.withLock { state in
      state.statistics.bytesInUse -= bytes
      guard state.statistics.bytesWaiting + bytes <= Self.mostWaiting else { return false }
      state.statistics.bytesWaiting += bytes
      UnsafeMutableRawPointer(bitPattern: first)?.storeBytes(of: state.shelves[shelf], as: UInt.self)
      state.shelves[shelf] = first
      return true
    }
    if !isKept { free(start) }
  }

  /// The class of a size, and its bytes: 64, 80, 96, 112, 128, 160, ...
  static func sizeClass(_ count: Int) -> (shelf: Int, bytes: Int) {
    let wanted = max(64, count * MemoryLayout<Float>.stride)
    let power = Int.bitWidth - 1 - wanted.leadingZeroBitCount
    // Shifts in the place of divisions by a power of two: every tensor comes by here twice.
    let quarter = power - 2
    let quarters = (wanted - (1 << power) + (1 << quarter) - 1) >> quarter
    return ((power - 6) * 4 + quarters, (1 << power) + quarters << quarter)
  }

  private static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    var block: UnsafeMutableRawPointer?
    guard posix_memalign(&block, 64, bytes) == 0, let block else {
      ShapeFault.trap("BufferPool", "the system has no \(bytes) bytes left")
    }
    return block
  }
}

/// A block of pooled memory: goes back to the pool with its last owner.
final class Storage: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  private let count: Int

  /// Not initialised.
  init(_ count: Int, isLasting: Bool = false) {
    self.count = count
    start = BufferPool.shared.take(count, isLasting: isLasting)
  }

  deinit { BufferPool.shared.give(start, count) }
}
