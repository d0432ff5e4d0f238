import Terminal
import Wording

/// The player's own words.
enum PlayerWords {
  static let takesNoText = Bilingual(en: "this demo takes no text", zh: "这个演示不接受文字输入")
  static let playing = Bilingual(en: "playing", zh: "播放中")
  static let paused = Bilingual(en: "paused", zh: "已暂停")
  static let finished = Bilingual(en: "finished", zh: "已结束")
  static let notYet = Bilingual(en: "goal not yet reached", zh: "尚未达标")
  static let missed = Bilingual(en: "goal missed", zh: "未达标")
  static let ghost = Bilingual(en: "with ghost", zh: "显示上次运行")
  static let reducedMotion = Bilingual(en: "reduced motion", zh: "减弱动态")
  static let inThePast = Bilingual(en: "back in time", zh: "已回退")

  static func tooLong(_ count: Int, limit: Int) -> Bilingual {
    Bilingual(
      en: "\(count) characters, at most \(limit) fit: shorten it", zh: "共 \(count) 个字符，最多 \(limit) 个：请缩短")
  }

  static func step(_ step: Int) -> Bilingual { Bilingual(en: "step \(step)", zh: "第 \(step) 步") }

  static func preset(_ preset: PlayerFrame.ActivePreset) -> Bilingual {
    let place = "\(preset.place)/\(preset.count)"
    return Bilingual(en: "preset \(place): \(preset.title.en)", zh: "预设 \(place)：\(preset.title.zh)")
  }

  static func reached(_ step: Int) -> Bilingual {
    Bilingual(en: "goal reached at step \(step)", zh: "第 \(step) 步达标")
  }

  static func speed(_ speed: PlayerSpeed) -> Bilingual {
    speed == .unlimited
      ? Bilingual(en: "full speed", zh: "全速") : Bilingual(en: "\(speed.rawValue)/s", zh: "\(speed.rawValue) 步/秒")
  }

  static func goal(_ goal: Goal, _ glyphs: GlyphTier) -> Bilingual {
    let relation = goal.relation == .atMost ? "≤" : "≥"
    let bound = NumberText.short(goal.bound)
    return Bilingual(
      en: "goal: \(goal.metric) \(relation) \(bound) in \(goal.steps) steps",
      zh: "目标：\(goal.steps) 步内 \(goal.metric) \(relation) \(bound)")
  }
}
