import Foundation

@testable import Terminal

/// How far apart two colours of the palette look to an eye.
enum ColourVision: CaseIterable {
  case full, protanopia, deuteranopia, tritanopia

  /// The distance in CIELAB (1976) as this eye sees them; 2 is just noticed side by side, 10 seen at a glance.
  func distance(_ a: UInt8, _ b: UInt8) -> Double {
    zip(lab(a), lab(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// The least distance between any two.
  func leastDistance(_ colors: [UInt8]) -> Double {
    var least = Double.infinity
    for (place, a) in colors.enumerated() {
      for b in colors[(place + 1)...] { least = min(least, distance(a, b)) }
    }
    return least
  }

  /// Of linear red, green and blue, at full severity. Source: Machado, Oliveira and Fernandes (2009), "A
  /// physiologically-based model for simulation of color vision deficiency", table 1.
  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  private func lab(_ index: UInt8) -> [Double] {
    let (r, g, b) = Palette.components(index)
    let light = [r, g, b].map { Luminance.linear(Double($0) / 255) }
    let seen = matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    let x = Self.cubic((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047)
    let y = Self.cubic(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2])
    let z = Self.cubic((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  private static func cubic(_ t: Double) -> Double { t > 0.008856 ? Foundation.cbrt(t) : 7.787 * t + 16.0 / 116 }
}
