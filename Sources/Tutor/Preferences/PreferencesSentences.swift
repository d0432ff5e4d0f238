import Course
import Terminal
import Wording

/// Says in both languages what is wrong with a settings file: where, what was expected, what stands there, what helps.
public enum PreferencesSentences {
  public static func sentence(_ fault: PreferencesFault, path: String) -> Bilingual {
    switch fault {
    case .unreadable(let reason):
      Bilingual(
        en: "\(path) can't be read (\(reason)); the defaults are used: check its permissions.",
        zh: "无法读取 \(path)（\(reason)），已使用默认设置：请检查文件权限。")
    case .notYAML(let line, let reason):
      Bilingual(
        en: "\(path):\(line): not YAML (\(reason)); expected `name: value`. The line is left out.",
        zh: "\(path):\(line)：不是合法的 YAML（\(reason)），应为 `名称: 值`。此行已忽略。")
    case .notAMapping(let line):
      Bilingual(
        en: "\(path):\(line): expected `name: value`. The line is left out.",
        zh: "\(path):\(line)：应为 `名称: 值`。此行已忽略。")
    case .unknownField(let name, let line): unknownField(name, "\(path):\(line)")
    case .repeatedField(let name, let line):
      Bilingual(
        en: "\(path):\(line): \(name) is given twice; the first one counts.",
        zh: "\(path):\(line)：\(name) 重复出现，以第一个为准。")
    case .badValue(let value, let field, let line): badValue(value, field, "\(path):\(line)")
    case .keysNotAMapping(let line):
      Bilingual(
        en: "\(path):\(line): keys must hold commands and their keys, for instance `step: \".\"`.",
        zh: "\(path):\(line)：keys 下应逐行写“命令: 按键”，例如 `step: \".\"`。")
    case .unknownCommand(let name, let line): unknownCommand(name, "\(path):\(line)")
    case .unknownKey(let name, let command, let line): unknownKey(name, command, "\(path):\(line)")
    case .reservedKey(let key, let command, let line):
      Bilingual(
        en: "\(path):\(line): \(key.name) always keeps its meaning and can't be given to \(command.name).",
        zh: "\(path):\(line)：\(key.name) 的含义固定，不能分配给 \(command.name)。")
    case .sharedKey(let key, let first, let second):
      Bilingual(
        en: "\(path): \(key.name) is given to \(first.name) and to \(second.name), which meet in one place; "
          + "it does \(first.name) there.",
        zh: "\(path)：\(key.name) 同时分配给 \(first.name) 和 \(second.name)，两者会在同一处出现，那里以 \(first.name) 为准。")
    case .lostKey(let key, let command, let other):
      Bilingual(
        en: "\(path): \(key.name) now does \(other.name), and \(command.name) is left without a key; give it another.",
        zh: "\(path)：\(key.name) 现在执行 \(other.name)，\(command.name) 没有按键可用了，请为它另选一个。")
    case .unwritable(let reason):
      Bilingual(
        en: "\(path) can't be written (\(reason)); the change holds until Gradus ends.",
        zh: "无法写入 \(path)（\(reason)），更改只在本次运行中有效。")
    case .notChangeable(let field):
      Bilingual(
        en: "\(path) is written in a way that can't be changed from here; set \(field.rawValue) in it by hand.",
        zh: "\(path) 的写法无法由程序修改，请手动设置其中的 \(field.rawValue)。")
    }
  }

  /// The first fault, and how many more there are, for a single line; nil without any.
  public static func summary(_ faults: [PreferencesFault], path: String) -> Bilingual? {
    guard let first = faults.first else { return nil }
    let sentence = sentence(first, path: path)
    guard faults.count > 1 else { return sentence }
    return Bilingual(
      en: sentence.en + " (+\(faults.count - 1): gradus doctor)",
      zh: sentence.zh + "（另有 \(faults.count - 1) 处：gradus doctor）")
  }

  // MARK: Names

  private static func unknownField(_ name: String, _ place: String) -> Bilingual {
    let near = near(name, PreferencesReader.names)
    let known = PreferencesReader.names.joined(separator: ", ")
    return Bilingual(
      en: "\(place): there is no setting `\(name)`\(near.en). There are: \(known).",
      zh: "\(place)：没有名为 `\(name)` 的设置\(near.zh)。可用的设置：\(known)。")
  }

  private static func badValue(_ value: String, _ field: PreferenceField, _ place: String) -> Bilingual {
    let near = near(value, field.offered)
    let known = field.expected.joined(separator: ", ")
    let got = value.isEmpty ? Bilingual(en: "nothing", zh: "空值") : Bilingual(both: "`\(value)`")
    return Bilingual(
      en: "\(place): \(field.rawValue) is \(got.en); expected one of \(known)\(near.en).",
      zh: "\(place)：\(field.rawValue) 的值为 \(got.zh)，应为 \(known) 之一\(near.zh)。")
  }

  private static func unknownCommand(_ name: String, _ place: String) -> Bilingual {
    let near = near(name, Command.allCases.map(\.name))
    return Bilingual(
      en: "\(place): there is no command `\(name)`\(near.en). `gradus keys` lists them.",
      zh: "\(place)：没有名为 `\(name)` 的命令\(near.zh)。`gradus keys` 列出全部命令。")
  }

  private static func unknownKey(_ name: String, _ command: Command, _ place: String) -> Bilingual {
    let near = near(name, Key.names)
    return Bilingual(
      en: "\(place): `\(name)` for \(command.name) is no key\(near.en). Keys are one character, or names like "
        + "space, ctrl-n, alt-left, f5.",
      zh: "\(place)：\(command.name) 的按键 `\(name)` 无法识别\(near.zh)。按键写作单个字符，或 space、ctrl-n、alt-left、f5 这类名称。")
  }

  /// ` (did you mean dark?)`; empty where nothing is near.
  private static func near(_ name: String, _ known: [String]) -> Bilingual {
    let names = NearNames.of(name, in: known)
    guard !names.isEmpty else { return Bilingual(both: "") }
    return Bilingual(
      en: " (did you mean \(names.joined(separator: ", "))?)", zh: "（您是不是想写 \(names.joined(separator: "、"))？）")
  }
}
