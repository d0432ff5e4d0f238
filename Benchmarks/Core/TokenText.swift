/// 100,000 tokens of 65, each mostly settled by the one before: no model gets below 1.582 nats.
struct TokenText {
  static let vocabulary = 65
  let tokens: [Int]

  init() {
    var tokens = [0]
    for r in SplitMix.draws(seed: 65, 99_999) {
      let follows = (r >> 32) % 4 < 3
      tokens.append(follows ? (7 * tokens[tokens.count - 1] + 3) % 65 : Int((r & 0xffff_ffff) % 65))
    }
    Checksum.require(tokens.map(UInt8.init), is: 0x93cd_4dbe_23f8_4c1a, "tokens")
    self.tokens = tokens
  }

  /// Where the rows of every step begin.
  func offsets(steps: Int, batch: Int, context: Int) -> [[Int]] {
    let all = SplitMix.draws(seed: 7, steps * batch).map { Int($0 % UInt64(tokens.count - context)) }
    return stride(from: 0, to: all.count, by: batch).map { Array(all[$0..<$0 + batch]) }
  }

  /// Rows of `context` tokens from the offsets on, one row after the other.
  func rows(_ offsets: [Int], context: Int) -> [Int] { offsets.flatMap { tokens[$0..<$0 + context] } }
}
