import Wording

/// The player's own words.
enum PlayerWords {
  static let takesNoText = Bilingual(en: "this demo takes no text", zh: "这个演示不接受文字输入")

  static func tooLong(_ count: Int, limit: Int) -> Bilingual {
    Bilingual(
      en: "\(count) characters, at most \(limit) fit: shorten it", zh: "共 \(count) 个字符，最多 \(limit) 个：请缩短")
  }
}
