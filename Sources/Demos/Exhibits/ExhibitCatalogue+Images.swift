import Plots
import Wording

extension ExhibitCatalogue {
  static let images = [digits, photo, diffused, ordered]

  private static let digits = Exhibit(
    "image", Bilingual(en: "Values as a picture", zh: "数值成像"),
    reading: Bilingual(
      en: "The first 24 handwritten digits of the data, 8 by 8 values each, two to a cell.",
      zh: "数据里的前 24 个手写数字，每个 8×8 个数值，一格两个。")
  ) { _ in
    let digits = HandwrittenDigits.shared.digits.prefix(24)
    let side = HandwrittenDigits.side
    let rows = (0..<(digits.count + 7) / 8).flatMap { band in
      (0...side).map { y in
        (0..<8 * (side + 1)).map { x -> Double in
          let (column, pixel) = (x / (side + 1), x % (side + 1))
          guard y < side, pixel < side, digits.indices.contains(band * 8 + column) else { return .nan }
          return Double(digits[band * 8 + column].pixels[y * side + pixel])
        }
      }
    }
    return ImageChart(rows.isEmpty ? [] : rows.dropLast(), range: 0...16)
  }

  private static let photo = Exhibit(
    "photo", Bilingual(en: "Photo in colours", zh: "彩色照片"),
    reading: Bilingual(
      en: "Two pixels a cell, one above the other, each in its own colour.", zh: "一格两个像素，上下各一个，颜色各自独立。")
  ) { _ in PictureChart(coffee) }

  private static let diffused = Exhibit(
    "photo-dots", Bilingual(en: "Photo in dots, errors passed on", zh: "点阵照片（误差扩散）"),
    reading: Bilingual(
      en: "Eight dots a cell, on or off; what a dot gets wrong its neighbours make up for (Floyd and Steinberg, 1976).",
      zh: "一格八个点，只有亮和灭；一个点的误差由相邻的点补上（Floyd 与 Steinberg，1976）。")
  ) { _ in PictureChart(coffee, .dots(.floydSteinberg)) }

  private static let ordered = Exhibit(
    "photo-ordered", Bilingual(en: "Photo in dots, in a pattern", zh: "点阵照片（有序抖动）"),
    reading: Bilingual(
      en:
        "The same, each dot against its own threshold of a fixed 8 by 8 pattern (Bayer, 1973): calmer when things move.",
      zh: "同一张照片，每个点与固定的 8×8 阈值图样比较（Bayer，1973）：画面动起来时更稳。")
  ) { _ in PictureChart(coffee, .dots(.bayer)) }

  /// The shipped photo; a single black pixel where it can't be read.
  private static let coffee: Picture = {
    let bytes = AssetText.bytes("datasets/coffee/coffee.rgb") ?? []
    let width = 144
    guard !bytes.isEmpty, bytes.count.isMultiple(of: 3 * width) else { return Picture(rgb: [0, 0, 0], width: 1) }
    return Picture(rgb: bytes, width: width)
  }()
}
