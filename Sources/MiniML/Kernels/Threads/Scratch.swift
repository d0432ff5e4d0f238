#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Memory that a thread keeps for the kernels it runs, so that they allocate nothing after the first call.
///
/// Not for nested use: a kernel that holds it calls nothing that asks for it again.
enum Scratch {
  /// One key for all threads; a thread's memory is freed when the thread ends.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { free($0) }
    return key
  }()

  /// At least `count` numbers of this thread's memory, aligned to 64 bytes; what they hold is undefined.
  static func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    let header = 64
    if let block = pthread_getspecific(key), block.load(as: Int.self) >= count {
      return (block + header).assumingMemoryBound(to: Float.self)
    }
    return grow(to: max(count + count / 4, 4096), header: header)
  }

  private static func grow(to count: Int, header: Int) -> UnsafeMutablePointer<Float> {
    free(pthread_getspecific(key))
    var block: UnsafeMutableRawPointer?
    guard posix_memalign(&block, 64, header + count * MemoryLayout<Float>.stride) == 0, let block else {
      fatalError("Scratch: no memory for \(count) numbers")
    }
    block.storeBytes(of: count, as: Int.self)
    pthread_setspecific(key, block)
    return (block + header).bindMemory(to: Float.self, capacity: count)
  }
}
