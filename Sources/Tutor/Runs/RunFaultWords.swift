import Course
import Wording

/// Says in both languages why a run could not be made.
public enum RunFaultWords {
  public static func sentence(_ fault: RunFault, _ language: Language) -> String {
    switch (fault, language) {
    case (.unknownDemo(let id, _), .en): "there is no demo named \(id)"
    case (.unknownDemo(let id, _), .zh): "没有名为 \(id) 的演示"
    case (.unknownPreset(let id, let known), .en): "no preset \(id); there are \(known.joined(separator: ", "))"
    case (.unknownPreset(let id, let known), .zh): "没有预设 \(id)；现有 \(known.joined(separator: "、"))"
    case (.unknownKnob(let id, let known), .en): "no knob \(id); there are \(known.joined(separator: ", "))"
    case (.unknownKnob(let id, let known), .zh): "没有旋钮 \(id)；现有 \(known.joined(separator: "、"))"
    case (.badValue(let setting, let expected), .en):
      "\(setting.knob): expected \(expected), got \(setting.value)"
    case (.badValue(let setting, let expected), .zh): "\(setting.knob)：应为 \(expected)，得到 \(setting.value)"
    case (.refusedText(let why), _): why[language]
    }
  }
}
