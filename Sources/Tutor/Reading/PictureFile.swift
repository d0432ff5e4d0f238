import Foundation

/// A grey picture below Assets, in the portable graymap format: a short header, then a byte a dot.
public struct PictureFile: Hashable, Sendable {
  /// Row after row from the top; 0 is black, 1 white.
  public let rows: [[Double]]

  /// Dots in a row or rows at most: nothing larger can be shown.
  static let limit = 1024

  /// Nil for anything but a whole picture with 8 bits a dot.
  ///
  /// Source: Netpbm, "pgm", format P5.
  public init?(_ bytes: [UInt8]) {
    var header = Header(bytes)
    guard header.magic == "P5", let width = header.number(), let height = header.number(), let white = header.number(),
      (1...Self.limit).contains(width), (1...Self.limit).contains(height), (1...255).contains(white)
    else { return nil }
    let start = header.index + 1
    guard bytes.count >= start + width * height else { return nil }
    rows = (0..<height).map { y in
      (0..<width).map { x in min(1, Double(bytes[start + y * width + x]) / Double(white)) }
    }
  }

  /// Reads a file below a folder; nil where there is none, or it is no picture.
  public init?(_ path: String, below folder: String) {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else { return nil }
    self.init([UInt8](data))
  }

  /// The paths of the pictures below a folder.
  public static func paths(below folder: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: folder)
    return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".pgm") }.sorted()
  }

  /// Words parted by white space; `#` begins a comment.
  private struct Header {
    private let bytes: [UInt8]
    private(set) var index = 2

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var magic: String { String(decoding: bytes.prefix(2), as: UTF8.self) }

    mutating func number() -> Int? {
      while index < bytes.count, !(48...57).contains(bytes[index]) {
        if bytes[index] == 35 {
          while index < bytes.count, bytes[index] != 10 { index += 1 }
        } else if ![9, 10, 13, 32].contains(bytes[index]) {
          return nil
        } else {
          index += 1
        }
      }
      let digits = bytes[min(index, bytes.count)...].prefix { (48...57).contains($0) }
      index += digits.count
      return Int(String(decoding: digits.prefix(6), as: UTF8.self))
    }
  }
}
