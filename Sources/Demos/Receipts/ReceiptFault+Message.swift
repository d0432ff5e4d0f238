import Terminal
import Wording

extension ReceiptFault {
  /// What is wrong with the code and how to put it right.
  public var message: Bilingual {
    switch self {
    case .strayCharacter(let character, let place):
      let shown = Sanitizer.clean(String(character))
      return Bilingual(
        en: "character \(place + 1), \"\(shown)\", is in no receipt: they hold digits and letters, without U",
        zh: "第 \(place + 1) 个字符“\(shown)”不会出现在收据码里：收据码只有数字和字母，没有 U")
    case .tooShort:
      return Bilingual(
        en: "a receipt is longer than that: copy the whole code, with all its groups",
        zh: "收据码不会这么短：请复制整个代码，不要漏掉后面的几组")
    case .mistyped:
      return Bilingual(
        en: "the code was mistyped or cut: its checksum does not fit; copy it again",
        zh: "代码有误或不完整：校验和对不上，请重新复制")
    case .otherForm(let form, let known):
      return Bilingual(
        en: "the code has form \(form), made by another version of Gradus; this one knows form \(known)",
        zh: "这个代码是第 \(form) 种格式，由另一版本的 Gradus 生成；本版本只认第 \(known) 种")
    case .unknownDemo(let version):
      return Bilingual(
        en: "Gradus \(version) made it with a demo that this version (\(ReleaseVersion.current)) does not have",
        zh: "它由 Gradus \(version) 的某个演示生成，本版本（\(ReleaseVersion.current)）没有这个演示")
    case .doesNotFit:
      return Bilingual(
        en: "its demo has other knobs in this version (\(ReleaseVersion.current)): it can't be run again here",
        zh: "本版本（\(ReleaseVersion.current)）里这个演示的旋钮不同，无法在此重演")
    }
  }
}
