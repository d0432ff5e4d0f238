import MiniML

/// The handwritten digits of `Assets/datasets/digits`.
struct HandwrittenDigits: Sendable {
  struct Digit: Sendable {
    /// 64 numbers from 0 (paper) to 16 (ink), row by row from the top.
    let pixels: [UInt8]
    let label: Int
  }

  static let side = 8
  /// By how many the file's first digits are for training; the others are by other writers.
  static let trainingCount = 1437

  let digits: [Digit]

  /// Read once; empty where the file can't be read.
  static let shared = HandwrittenDigits(bytes: AssetText.bytes("datasets/digits/digits8x8.u8") ?? [])

  /// 65 bytes a digit; what is left over, or no digit, is left out.
  init(bytes: [UInt8]) {
    let size = Self.side * Self.side + 1
    digits = (0..<bytes.count / size).compactMap { index in
      let record = bytes[index * size..<(index + 1) * size]
      guard let label = record.last, label < 10 else { return nil }
      return Digit(pixels: Array(record.dropLast()), label: Int(label))
    }
  }

  var training: ArraySlice<Digit> { digits.prefix(Self.trainingCount) }
  var test: ArraySlice<Digit> { digits.dropFirst(Self.trainingCount) }
}

extension Collection where Element == HandwrittenDigits.Digit {
  /// `[n, 64]`, from 0 to 1.
  var inputs: Tensor { Tensor([count, 64], flatMap { $0.pixels.map { Float($0) / 16 } }) }

  var labels: [Int] { map(\.label) }
}
