import Support
import Terminal

/// Pictures that differ a little from one to the next, of everything that a picture may hold.
enum RandomPictures {
  static func make(_ count: Int, size: Size, seed: UInt64) -> [Surface] {
    var random = SplitMix(seed: seed)
    var surface = Surface(size)
    return (0..<count).map { _ in
      for _ in 0..<random.next(below: 30) { change(&surface, &random) }
      return surface
    }
  }

  private static let texts = ["loss 0.25", "学习率", "─┼╮", "⠿⡇", "▀▄█░", "e\u{301}", "<&\">", " ", "𝒙"]

  private static func change(_ surface: inout Surface, _ random: inout SplitMix) {
    let text = texts[random.next(below: texts.count)]
    let (x, y) = (random.next(below: surface.width + 4) - 2, random.next(below: surface.height + 2) - 1)
    surface.write(text, x: x, y: y, style: style(&random))
  }

  private static func style(_ random: inout SplitMix) -> Style {
    let colors: [Color] = [.standard, .indexed(3), .indexed(12), .indexed(75), .indexed(234)]
    let attributes = Attributes(rawValue: UInt8(random.next(below: 32)))
    return Style(
      colors[random.next(below: 5)], on: colors[random.next(below: 5)], random.next(below: 2) == 0 ? [] : attributes)
  }
}

extension SplitMix {
  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
