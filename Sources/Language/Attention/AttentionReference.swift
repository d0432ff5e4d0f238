import MiniML

/// What the attention of a model gives on a text, by plain loops in float64: slow, simple, written apart from the tensors
/// that it judges.
public struct AttentionReference: Sendable {
  /// `[T][C]`: embedding plus position.
  public private(set) var x: [[Double]] = []
  /// `[heads][T][d]`.
  public private(set) var queries: [[[Double]]] = []
  public private(set) var keys: [[[Double]]] = []
  public private(set) var values: [[[Double]]] = []
  /// `[heads][T][T]`.
  public private(set) var scores: [[[Double]]] = []
  public private(set) var scaled: [[[Double]]] = []
  public private(set) var masked: [[[Double]]] = []
  public private(set) var weights: [[[Double]]] = []
  /// `[heads][T][d]`.
  public private(set) var mixed: [[[Double]]] = []

  /// - Parameters:
  ///   - isScaled: whether scores are divided by the root of d.
  ///   - isMasked: whether a position sees only itself and what came before.
  ///   - temperature: divides the scores before softmax; above 0.
  public init(_ model: AttentionModel, _ tokens: [Int], isScaled: Bool, isMasked: Bool, temperature: Double) {
    let (T, C, heads) = (tokens.count, model.shape.channels, model.shape.heads)
    let d = C / heads
    let E = model.tokens.table.value
    let P = model.positions.table.value
    x = (0..<T).map { t in (0..<C).map { c in Double(E[tokens[t], c]) + Double(P[t, c]) } }
    let n = x.map { Self.normalized($0, model.norm) }
    queries = Self.projected(n, model.attention.query.weight.value, heads, d)
    keys = Self.projected(n, model.attention.key.weight.value, heads, d)
    values = Self.projected(n, model.attention.value.weight.value, heads, d)
    for h in 0..<heads {
      var (raw, divided, hidden, shares) = ([[Double]](), [[Double]](), [[Double]](), [[Double]]())
      for i in 0..<T {
        let row = (0..<T).map { j in Self.dot(queries[h][i], keys[h][j]) }
        let scaledRow = isScaled ? row.map { $0 / Double(d).squareRoot() } : row
        let maskedRow = scaledRow.enumerated().map { isMasked && $0.offset > i ? -Double.infinity : $0.element }
        raw.append(row)
        divided.append(scaledRow)
        hidden.append(maskedRow)
        shares.append(Self.softmax(maskedRow.map { $0 / temperature }))
      }
      scores.append(raw)
      scaled.append(divided)
      masked.append(hidden)
      weights.append(shares)
      mixed.append(
        (0..<T).map { i in (0..<d).map { c in (0..<T).reduce(0) { $0 + shares[i][$1] * values[h][$1][c] } } })
    }
  }

  private static func normalized(_ row: [Double], _ norm: LayerNorm) -> [Double] {
    let mean = row.reduce(0, +) / Double(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
    let deviation = (variance + 1e-5).squareRoot()
    return row.indices.map { (row[$0] - mean) / deviation * Double(norm.gain.value[$0]) + Double(norm.bias.value[$0]) }
  }

  private static func projected(_ rows: [[Double]], _ W: Tensor, _ heads: Int, _ d: Int) -> [[[Double]]] {
    (0..<heads).map { h in
      rows.map { row in
        (0..<d).map { c in row.indices.reduce(0) { $0 + row[$1] * Double(W[$1, h * d + c]) } }
      }
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double { a.indices.reduce(0) { $0 + a[$1] * b[$1] } }

  private static func softmax(_ row: [Double]) -> [Double] {
    let top = row.max() ?? 0
    let powers = row.map { exponential($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
