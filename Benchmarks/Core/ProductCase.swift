import MiniML

/// `C = A B`, row-major: `[m, k] x [k, n]`.
struct ProductCase: BenchmarkCase {
  private static let shapes: [(name: String, m: Int, k: Int, n: Int)] = [
    ("square64", 64, 64, 64), ("square128", 128, 128, 128), ("square256", 256, 256, 256),
    ("square512", 512, 512, 512), ("square1024", 1024, 1024, 1024),
    ("gpt_256x128x512", 256, 128, 512),
    ("gptA_mlp_up_1024x64x256", 1024, 64, 256),
    ("gptB_qkv_1536x128x384", 1536, 128, 384),
    ("gptB_mlp_up_1536x128x512", 1536, 128, 512),
    ("gptB_mlp_down_1536x512x128", 1536, 512, 128),
    ("gptB_head_1536x128x65", 1536, 128, 65),
    ("gptB_wgrad_128x1536x512", 128, 1536, 512),
    ("decode_1x128x512", 1, 128, 512),
    ("decode_1x512x128", 1, 512, 128),
    ("digits_mlp_64x64x128", 64, 64, 128),
  ]

  private let a: Tensor
  private let b: Tensor
  private var seconds = 0.0
  private var error = 0.0

  static func named(_ name: String) -> ProductCase? {
    shapes.first { "gemm." + $0.name == name }.map { ProductCase($0.m, $0.k, $0.n) }
  }

  private init(_ m: Int, _ k: Int, _ n: Int) {
    var source = RandomSource(seed: 0)
    a = .normal([m, k], deviation: 1, &source)
    b = .normal([k, n], deviation: 1, &source)
  }

  private var flops: Double { 2 * Double(a.shape[0] * a.shape[1] * b.shape[1]) }

  var work: [(name: String, amount: Double)] {
    [("m", Double(a.shape[0])), ("k", Double(a.shape[1])), ("n", Double(b.shape[1])), ("flops_per_call", flops)]
  }

  var metric: [(name: String, value: Double)] {
    [("gflops", flops / seconds / 1e9), ("max_abs_error_row0", error)]
  }

  mutating func turn() -> Samples {
    let (a, b) = (a, b)
    error = errorOfFirstRow()
    let samples = Samples.ofCalls { Blackhole.take(a.matmul(b)) }
    seconds = samples.wall.sorted()[samples.wall.count / 2]
    return samples
  }

  /// The largest difference of row 0 from sums in float64.
  private func errorOfFirstRow() -> Double {
    let (row, a, b) = (a.matmul(b).row(0).data, a.row(0).data, b.data)
    let n = row.count
    return (0..<n).reduce(0.0) { worst, j in
      let exact = a.indices.reduce(0.0) { $0 + Double(a[$1]) * Double(b[$1 * n + j]) }
      return max(worst, abs(exact - Double(row[j])))
    }
  }
}
