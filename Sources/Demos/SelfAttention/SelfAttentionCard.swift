import Wording

extension SelfAttentionDemo {
  public static let card = DemoCard(
    id: "self-attention", title: Bilingual(en: "Self-attention", zh: "自注意力"), knobs: knobs,
    textInput: TextInput(
      title: Bilingual(en: "a sentence, English or Chinese", zh: "一句话，中文或英文"),
      initial: Bilingual(en: "the queen lost her crown", zh: "王后丢了她的王冠"), limit: 120),
    keys: [DemoKey(Bilingual(en: "arrows", zh: "方向键"), Bilingual(en: "choose a cell", zh: "选择格子"))],
    presets: presets,
    metricTitles: [
      "entropy": Bilingual(en: "entropy of a row", zh: "每行的熵"),
      "max-weight": Bilingual(en: "largest weight", zh: "最大权重"),
      "masked-weight": Bilingual(en: "weight on the future", zh: "落在后文的权重"),
      "loss": Bilingual(en: "nats a word", zh: "每词损失（奈特）"),
      "tokens": Bilingual(en: "words", zh: "词数"),
    ],
    regions: SelfAttentionRegion.all,
    goal: Goal("reference-error", .atMost, 1e-5, within: 8, isChallenge: false), defaultSteps: 9)

  /// The head that the demo opens with: the one whose map is read most easily.
  static let firstHead = "3"

  private static let knobs = [
    Knob(
      "head", Bilingual(en: "head", zh: "注意力头"),
      .choice(
        (1...4).map { Choice(String($0), Bilingual(both: String($0))) } + [
          Choice("all", Bilingual(en: "all", zh: "全部"))
        ]),
      default: .choice(firstHead)),
    Knob(
      "temperature", Bilingual(en: "temperature", zh: "温度"),
      .logarithmic(0.1...10),
      default: .number(1)),
    Knob("mask", Bilingual(en: "causal mask", zh: "因果掩码"), .choice(onOff), default: .choice("on")),
    Knob("scale", Bilingual(en: "scale", zh: "缩放"), .choice(onOff), default: .choice("on")),
    Knob("numbers", Bilingual(en: "numbers", zh: "显示数字"), .choice(onOff), default: .choice("off")),
  ]

  private static let onOff = [Choice("on", Bilingual(en: "on", zh: "开")), Choice("off", Bilingual(en: "off", zh: "关"))]

  private static let presets = [
    Preset(
      "crown", Bilingual(en: "whose crown?", zh: "谁的王冠？"), [:], text: "the queen met the sailor and lost her crown ."),
    Preset("wangguan", Bilingual(en: "the same in Chinese", zh: "王后见到水手"), [:], text: "王后见到水手，丢了她的王冠。"),
    Preset("dogs", Bilingual(en: "who is barking?", zh: "谁在叫？"), [:], text: "the dogs near the house are barking ."),
    Preset(
      "liangci", Bilingual(en: "a measure word, in Chinese", zh: "量词看名词"), ["head": .choice("4")], text: "马，我们买了三匹。"),
    Preset(
      "animal", Bilingual(en: "what was too tired?", zh: "谁太累了？"), [:],
      text: "the animal didn't cross the street because it was too tired ."),
    Preset("capital", Bilingual(en: "a fact looked up, in Chinese", zh: "查一个事实"), [:], text: "中国的首都是北京。"),
    Preset("lemon", Bilingual(en: "what is yellow?", zh: "什么是黄的？"), [:], text: "the lemon on the table is yellow ."),
    Preset("sharp", Bilingual(en: "temperature 0.1", zh: "温度 0.1"), ["temperature": .number(0.1)], text: nil),
    Preset("no-mask", Bilingual(en: "without the mask", zh: "去掉掩码"), ["mask": .choice("off")], text: nil),
  ]
}
