/// Sorting of numbers by keys: whole numbers of 64 bits that hold a number's rank in the upper half and its place in the
/// lower. Equal numbers so keep their order, and nothing but the keys is moved.
struct KeySort {
  /// The keys, at first in the order of their places.
  let keys: UnsafeMutablePointer<UInt64>
  /// Room for as many.
  let spare: UnsafeMutablePointer<UInt64>
  let count: Int

  /// A key: in ascending order not-a-number comes after every number, and the two zeros are equal.
  @inline(__always)
  static func key(_ number: Float, _ place: Int, descending: Bool) -> UInt64 {
    // Adding 0 makes one zero of two; of negative numbers all bits are turned, of others the sign.
    let bits = (number + 0).bitPattern
    let rank = number.isNaN ? .max : bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
    return UInt64(descending ? ~rank : rank) << 32 | UInt64(place)
  }

  /// Puts the keys in ascending order: few by insertion, many by the four bytes of their ranks, the lowest first.
  ///
  /// Complexity: O(n). Source: Seward (1954), "Information sorting in the application of electronic digital computers to
  /// business operations" (radix sort).
  func sort() {
    if count <= 32 { return insert(count) }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4 * 256) { room in
      guard let counts = room.baseAddress else { return }
      countBytes(counts)
      var (source, target) = (keys, spare)
      for byte in 0..<4 where move(byte, from: source, to: target, counts + byte * 256) {
        swap(&source, &target)
      }
      if source != keys { keys.update(from: source, count: count) }
    }
  }

  /// Puts the k smallest keys first, in ascending order; the order of the others is left open.
  func sortSmallest(_ k: Int) {
    guard k > 0 else { return }
    if k > 32 { return sort() }
    insert(k)
    for i in k..<count where keys[i] < keys[k - 1] { insert(keys[i], before: k - 1) }
  }

  /// Sorts the first `count` keys by insertion.
  private func insert(_ count: Int) {
    for i in 1..<max(1, count) { insert(keys[i], before: i) }
  }

  /// Puts a key where it belongs among those before `end`; the one at `end` is overwritten.
  @inline(__always)
  private func insert(_ key: UInt64, before end: Int) {
    var place = end
    while place > 0, keys[place - 1] > key {
      keys[place] = keys[place - 1]
      place -= 1
    }
    keys[place] = key
  }

  /// How often each value of each byte of the ranks occurs: `[4, 256]`.
  private func countBytes(_ counts: UnsafeMutablePointer<Int>) {
    counts.initialize(repeating: 0, count: 4 * 256)
    for i in 0..<count {
      for byte in 0..<4 { counts[byte * 256 + Self.value(keys[i], byte)] &+= 1 }
    }
  }

  /// Moves the keys in the order of one byte, those with the same value in the order they have; false where all have it
  /// and nothing was moved.
  private func move(
    _ byte: Int, from source: UnsafePointer<UInt64>, to target: UnsafeMutablePointer<UInt64>,
    _ counts: UnsafeMutablePointer<Int>
  ) -> Bool {
    guard counts[Self.value(source[0], byte)] < count else { return false }
    var start = 0
    for value in 0..<256 {
      let end = start + counts[value]
      counts[value] = start
      start = end
    }
    for i in 0..<count {
      let value = Self.value(source[i], byte)
      target[counts[value]] = source[i]
      counts[value] &+= 1
    }
    return true
  }

  /// One of the four bytes of a key's rank, the lowest first.
  @inline(__always)
  private static func value(_ key: UInt64, _ byte: Int) -> Int {
    Int(truncatingIfNeeded: key &>> UInt64(32 + 8 * byte) & 255)
  }
}
