import Wording

/// The code view's own words.
enum CodeWords {
  static let twin = Bilingual(en: "The same in Python", zh: "同样的计算，用 Python 写")
}
