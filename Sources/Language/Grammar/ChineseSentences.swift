import MiniML

/// The Chinese half of the grammar; words stand apart by blanks.
enum ChineseSentences {
  static let rules: [SentenceGrammar.Rule] = [
    possession, possession, possessionWithAnother, opening, measured, measured, topic, topic, colour, workplace,
    feeling,
    wanting, describing, learning, asking, having,
    capital, because, giving,
  ]

  /// 王后 在 河边 丢 了 她 的 王冠 。
  private static func possession(_ s: inout RandomSource) -> String {
    let person = s.pick(ChineseWords.persons)
    let place = s.integer(below: 2) == 0 ? "" : "在 \(s.pick(ChineseWords.places)) "
    return "\(person.name) \(place)\(s.pick(ChineseWords.losing)) 了 \(person.own) 的 \(person.thing) 。"
  }

  /// 王后 见到 水手 ， 丢 了 她 的 王冠 。
  private static func possessionWithAnother(_ s: inout RandomSource) -> String {
    let person = s.pick(ChineseWords.persons)
    let other = s.pick(ChineseWords.persons.filter { $0.own != person.own })
    let (verb, act) = (s.pick(["见到", "帮助", "告诉", "看见"]), s.pick(ChineseWords.losing))
    return "\(person.name) \(verb) \(other.name) ， \(act) 了 \(person.own) 的 \(person.thing) 。"
  }

  /// 昨天 国王 擦 了 他 的 宝剑 。
  private static func opening(_ s: inout RandomSource) -> String {
    let person = s.pick(ChineseWords.persons)
    let time = s.pick(["昨天", "今天", "早上", "晚上", "星期一", "刚才", "饭 后"])
    return "\(time) \(person.name) \(s.pick(ChineseWords.losing)) 了 \(person.own) 的 \(person.thing) 。"
  }

  /// 三 匹 马 在 河边 奔跑 。
  private static func measured(_ s: inout RandomSource) -> String {
    let animal = s.pick(ChineseWords.animals)
    let adjective = s.integer(below: 3) == 0 ? s.pick(["大", "小", "白", "黑", "老", "可爱 的"]) + " " : ""
    return
      "\(s.pick(ChineseWords.numbers)) \(animal.measure) \(adjective)\(animal.name) 在 \(s.pick(ChineseWords.places)) \(animal.act) 。"
  }

  /// 马 ， 我 买 了 三 匹 。: the measure word hangs on what was named first.
  private static func topic(_ s: inout RandomSource) -> String {
    let thing = s.pick(ChineseWords.measured)
    let (who, verb) = (s.pick(ChineseWords.subjects), s.pick(["买", "有", "看见", "要", "画", "带", "卖"]))
    let done = verb == "有" || verb == "要" ? "" : " 了"
    return "\(thing.name) ， \(who) \(verb)\(done) \(s.pick(ChineseWords.numbers)) \(thing.measure) 。"
  }

  /// 桌子 上 的 柠檬 是 黄 的 。
  private static func colour(_ s: inout RandomSource) -> String {
    let thing = s.pick(ChineseWords.coloured)
    let place = s.pick(["", "", "桌子 上 的 ", "盒子 里 的 ", "画 里 的 ", "窗外 的 "])
    return "\(place)\(thing.name) \(s.pick(["是", "是", "总 是", "不 是"])) \(thing.colour) 的 。"
  }

  /// 医生 每天 都 在 医院 工作 。
  private static func workplace(_ s: inout RandomSource) -> String {
    let (who, place) = s.pick(ChineseWords.workplaces)
    let time = s.pick(["", "", "每天 都 ", "今天 ", "现在 ", "早上 "])
    return "\(who) \(time)在 \(place) \(s.pick(["工作", "吃 饭", "等 人", "休息", "唱歌", "说话"])) 。"
  }

  /// 妈妈 说 她 累 了 。
  private static func feeling(_ s: inout RandomSource) -> String {
    let person = s.pick(ChineseWords.people)
    let feeling = s.pick(["累 了", "饿 了", "很 高兴", "很 忙", "会 来", "没有 时间", "赢 了", "想 回家", "是 对 的"])
    return "\(person.name) \(s.pick(["说", "觉得", "知道", "告诉 我", "希望"])) \(person.pronoun) \(feeling) 。"
  }

  /// 我 想 吃 苹果 。
  private static func wanting(_ s: inout RandomSource) -> String {
    let (verb, things) = s.pick(ChineseWords.actions)
    let time = s.pick(["", "", "今天 ", "明天 ", "现在 ", "也 "])
    return "\(s.pick(ChineseWords.subjects)) \(time)\(s.pick(["想", "喜欢", "要", "爱", "不 想"])) \(verb) \(s.pick(things)) 。"
  }

  /// 今天 的 天气 很 好 。
  private static func describing(_ s: inout RandomSource) -> String {
    let subject = s.pick(["今天 的 天气", "这 本 书", "这个 故事", "你 的 想法", "这 节 课", "我们 的 世界", "生活", "中国", "北京", "春天"])
    let word = s.pick(["好", "美", "大", "难", "简单", "有意思", "长", "新", "重要", "漂亮"])
    return "\(subject) \(s.pick(["很", "非常", "不", "真"])) \(word) 。"
  }

  /// 模型 从 数据 里 学习 。
  private static func learning(_ s: inout RandomSource) -> String {
    s.pick([
      "模型 从 数据 里 学习 。", "注意力 就 是 你 需要 的 一切 。", "每 个 词 都 看 前面 的 词 。", "机器 学习 不 是 魔法 。",
      "模型 读 了 一 句 话 。", "下 一 个 词 要 看 前面 的 词 。", "你好 ， 世界 。", "损失 一 步 一 步 变 小 。", "我们 每天 训练 模型 。",
      "神经 网络 学 得 很 慢 。", "好 的 模型 误差 很 小 。", "梯度 告诉 我们 下山 的 路 。", "人工智能 改变 世界 。", "深度 学习 很 有意思 。",
      "注意力 机制 是 什么 ？", "外面 下雨 了 。", "小 猫 坐 在 垫子 上 。", "从前 有 一 位 公主 。", "苹果 比 香蕉 贵 。",
      "他 把 书 放 在 桌子 上 。", "我 想 吃 披萨 。", "昨天 我们 去 了 海边 。", "你好 ， 我 叫 小明 。", "二 加 二 等于 四 。",
      "我 爱 你 。", "我 爱 学习 。", "谢谢 你 ， 我 的 朋友 。", "早上 好 ， 老师 。", "晚安 ， 妈妈 。", "大 语言 模型 会 写 诗 。",
      "千里 之 行 ， 始 于 足下 。", "学 而 时 习 之 ， 不 亦 说 乎 。",
    ])
  }

  /// 你 的 书 在 哪里 ？
  private static func asking(_ s: inout RandomSource) -> String {
    let who = s.pick(ChineseWords.subjects)
    return s.pick([
      "你 叫 什么 名字 ？", "\(who) 的 \(s.pick(ChineseWords.things)) 在 哪里 ？", "\(who) 喜欢 什么 ？", "你们 什么 时候 回家 ？",
      "\(who) 为什么 这么 高兴 ？", "谁 看见 了 我 的 \(s.pick(ChineseWords.things)) ？", "\(who) 能 帮助 我 吗 ？", "这 是 什么 ？",
      "模型 怎么 学习 ？", "你 今天 好 吗 ？",
    ])
  }

  /// 中国 的 首都 是 北京 。
  private static func capital(_ s: inout RandomSource) -> String {
    let (country, city) = s.pick(ChineseWords.capitals)
    return s.pick([
      "\(country) 的 首都 是 \(city) 。", "\(city) 是 \(country) 的 首都 。", "我 的 朋友 住 在 \(city) 。", "去年 我们 去 了 \(country) 。",
    ])
  }

  /// 箱子 放 不 进去 ， 因为 它 太 重 了 。
  private static func because(_ s: inout RandomSource) -> String {
    let (who, why) = s.pick(ChineseWords.reasons)
    let act = s.pick(["没有 过 马路", "放 不 进去", "没有 动", "不 能 回家", "没 去 海边", "没有 跳 过去"])
    return "\(who) \(act) ， 因为 它 太 \(why) 了 。"
  }

  /// 她 给 他 一 封 信 。
  private static func giving(_ s: inout RandomSource) -> String {
    let (who, whom) = s.pick([("她", "他"), ("他", "她"), ("我", "你"), ("老师", "学生"), ("妈妈", "我"), ("我们", "他们")])
    let thing = s.pick(ChineseWords.measured)
    return
      "\(who) \(s.pick(["给", "送", "还"])) \(s.pick(["", "了 "]))\(whom) \(s.pick(ChineseWords.numbers)) \(thing.measure) \(thing.name) 。"
  }

  /// 我 有 一 只 猫 和 一 条 鱼 。
  private static func having(_ s: inout RandomSource) -> String {
    let (a, b) = (s.pick(ChineseWords.measured), s.pick(ChineseWords.measured))
    let who = s.pick(ChineseWords.subjects)
    return "\(who) 有 一 \(a.measure) \(a.name) 和 \(s.pick(ChineseWords.numbers)) \(b.measure) \(b.name) 。"
  }
}
