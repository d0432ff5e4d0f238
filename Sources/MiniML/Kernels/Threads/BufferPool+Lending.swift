extension BufferPool {
  /// Lends memory for `count` numbers while `body` runs: for what the threads of a kernel share. It holds anything.
  func lend<Result>(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
    let start = take(count)
    defer { give(start, count) }
    return body(start)
  }
}
