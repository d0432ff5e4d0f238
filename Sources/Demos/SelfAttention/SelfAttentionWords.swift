import Language
import MiniML
import Wording

/// The sentences of the demo that do not depend on numbers.
enum SelfAttentionWords {
  static let empty = Bilingual(
    en: "there is no word in it: type a sentence, such as: the queen lost her crown", zh: "里面没有词：请输入一句话，例如：王后丢了她的王冠")

  static func tooLong(_ count: Int, limit: Int) -> Bilingual {
    Bilingual(
      en: "\(count) words and marks; the model has \(limit) positions, so at most \(limit) fit: shorten the sentence",
      zh: "共 \(count) 个词和标点；模型只有 \(limit) 个位置，最多 \(limit) 个：请缩短句子")
  }

  static func unknown(_ words: [String], known: Int) -> Bilingual {
    let list = words.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let zhList = words.prefix(3).map { "“\($0)”" }.joined(separator: "、")
    return Bilingual(
      en:
        "\(list) \(words.count == 1 ? "is" : "are") not among the \(known) words that the model knows, and read as <unk>.",
      zh: "\(zhList)不在模型认识的 \(known) 个词之中，按 <unk> 处理。")
  }
}

extension CheckpointError {
  /// What is missing, where it was looked for, and how to put it right.
  public var message: Bilingual {
    switch self {
    case .noAssetFolder:
      Bilingual(
        en:
          "the trained model is missing: no folder Assets stands beside the program or above it; reinstall, or run it from the source tree",
        zh: "缺少训练好的模型：程序旁边和上级目录里都没有 Assets 文件夹；请重新安装，或在源代码目录中运行")
    case .missingFile(let path):
      Bilingual(
        en:
          "the trained model is missing: \(path) cannot be read; reinstall, or make it with: gradus model train self-attention",
        zh: "缺少训练好的模型：无法读取 \(path)；请重新安装，或用 gradus model train self-attention 生成")
    case .weights(let path, let error):
      Bilingual(
        en:
          "the trained model is damaged: \(path): \(error.reason.en); reinstall, or make it with: gradus model train self-attention",
        zh: "训练好的模型已损坏：\(path)：\(error.reason.zh)；请重新安装，或用 gradus model train self-attention 生成")
    case .doesNotFit(let path, let words):
      Bilingual(
        en:
          "the trained model does not fit: \(path) is not for the \(words) words of vocabulary.txt beside it; take both from the same training",
        zh: "模型不匹配：\(path) 与同一文件夹里 vocabulary.txt 的 \(words) 个词不对应；两个文件必须来自同一次训练")
    case .cannotWrite(let path): Bilingual(en: "\(path) cannot be written", zh: "无法写入 \(path)")
    }
  }
}

extension SafetensorsError {
  fileprivate var reason: Bilingual {
    switch self {
    case .cannotOpen(let path): Bilingual(en: "\(path) cannot be opened", zh: "无法打开 \(path)")
    case .cannotWrite(let path): Bilingual(en: "\(path) cannot be written", zh: "无法写入 \(path)")
    case .tooShort(let bytes): Bilingual(en: "only \(bytes) bytes, at least 8 expected", zh: "只有 \(bytes) 字节，至少应有 8 字节")
    case .headerLength(let length, let limit):
      Bilingual(en: "a header of \(length) bytes, at most \(limit) expected", zh: "文件头为 \(length) 字节，最多应为 \(limit) 字节")
    case .header(let at): Bilingual(en: "the header is not readable at byte \(at)", zh: "文件头在第 \(at) 字节处无法解析")
    case .unknownType(let tensor, let type):
      Bilingual(en: "\(tensor) has the unknown number type \(type)", zh: "\(tensor) 的数字类型 \(type) 未知")
    case .range(let tensor, let start, let end, let bytes):
      Bilingual(
        en: "\(tensor) claims bytes \(start) to \(end) of \(bytes)",
        zh: "\(tensor) 声称占用 \(bytes) 字节中的第 \(start) 到 \(end) 字节")
    case .shape(let tensor, let shape):
      Bilingual(en: "\(tensor) has the impossible shape \(shape)", zh: "\(tensor) 的形状 \(shape) 不可能")
    case .missing(let tensor, _): Bilingual(en: "\(tensor) is missing", zh: "缺少 \(tensor)")
    case .unexpectedShape(let tensor, let expected, let got):
      Bilingual(en: "\(tensor) has shape \(got), expected \(expected)", zh: "\(tensor) 的形状是 \(got)，应为 \(expected)")
    }
  }
}
