import Language
import MiniML
import Wording

extension SelfAttentionDemo {
  public func narration(_ language: Language) -> String {
    if case .failure(let error) = source { return error.message[language] + (language == .en ? "." : "。") }
    guard let run else { return "" }
    let unknown = run.words.filter(\.isUnknown).map(\.text)
    let warning = unknown.isEmpty ? "" : SelfAttentionWords.unknown(unknown, known: knownWords)[language]
    let blank = warning.isEmpty || language == .zh ? "" : " "
    return sentence(run)[language] + blank + warning
  }

  public var activeRegion: String? { run == nil ? nil : stage.next?.region }

  private var knownWords: Int { (checkpoint?.vocabulary.count ?? 1) - 1 }

  private func sentence(_ run: Run) -> Bilingual {
    switch stage {
    case .embeddings: embeddingsSentence(run)
    case .queries:
      vectorSentence(en: "Q: what each word asks for", zh: "Q：每个词想问什么", verbs: ("has the longest query", "的查询向量最长"))
    case .keys:
      vectorSentence(
        en: "K: what each word can be found by", zh: "K：每个词凭什么被找到", verbs: ("has the longest key", "的键向量最长"))
    case .values:
      vectorSentence(en: "V: what each word passes on", zh: "V：每个词能传递什么", verbs: ("has the longest value", "的值向量最长"))
    case .scores: scoresSentence(run)
    case .scaled: scaledSentence
    case .masked: maskedSentence
    case .weights: weightsSentence(run)
    case .mixed: mixedSentence(run)
    case .output: outputSentence(run)
    }
  }

  private func embeddingsSentence(_ run: Run) -> Bilingual {
    let C = run.attention.model.shape.channels
    return Bilingual(
      en: "\(wordCount) words, each a vector of \(C) numbers: the word's own plus its position's.",
      zh: "\(wordCount) 个词，每个词是一个 \(C) 维向量：词向量加位置向量。")
  }

  private func vectorSentence(en: String, zh: String, verbs: (en: String, zh: String)) -> Bilingual {
    guard let rows = matrix(stage, head: head) else { return Bilingual(both: "") }
    let lengths = (0..<rows.shape[0]).map { i in
      rows.row(i).data.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    let longest = lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0
    let length = NumberText.short(lengths[longest], digits: 3)
    return Bilingual(
      en: "\(en). \(quoted(longest).en) \(verbs.en) (length \(length)).",
      zh: "\(zh)。\(quoted(longest).zh)\(verbs.zh)（长度 \(length)）。")
  }

  private func scoresSentence(_ run: Run) -> Bilingual {
    guard let S = matrix(.scores, head: head), let top = S.data.indices.max(by: { S.data[$0] < S.data[$1] }) else {
      return Bilingual(both: "")
    }
    let (i, j) = (top / wordCount, top % wordCount)
    let score = NumberText.short(Double(S.data[top]), digits: 3)
    return Bilingual(
      en: "Every query meets every key. The best fit: \(quoted(i).en) asking, \(quoted(j).en) answering, \(score).",
      zh: "每个查询都与每个键做点积。最契合的一对：\(quoted(i).zh)提问，\(quoted(j).zh)回答，分数 \(score)。")
  }

  private var scaledSentence: Bilingual {
    guard let before = matrix(.scores, head: head), let after = matrix(.scaled, head: head) else {
      return Bilingual(both: "")
    }
    let (wide, narrow) = (NumberText.short(spread(before), digits: 3), NumberText.short(spread(after), digits: 3))
    guard options.isScaled else {
      return Bilingual(en: "Not scaled: the scores keep their spread of \(wide).", zh: "未缩放：分数的标准差仍为 \(wide)。")
    }
    let d = checkpoint?.model.shape.headChannels ?? 1
    let root = NumberText.short(Double(d).squareRoot(), digits: 3)
    return Bilingual(
      en: "Divided by sqrt(\(d)) = \(root): the scores' spread falls from \(wide) to \(narrow).",
      zh: "除以 sqrt(\(d)) = \(root)：分数的标准差从 \(wide) 降到 \(narrow)。")
  }

  private var maskedSentence: Bilingual {
    let hidden = wordCount * (wordCount - 1) / 2
    return options.isMasked
      ? Bilingual(
        en: "\(hidden) cells set to minus infinity: no word sees what comes after it.",
        zh: "\(hidden) 个格子设为负无穷：任何词都看不到它后面的词。")
      : Bilingual(
        en: "The mask is off: every word sees the \(wordCount) words, those after it too.",
        zh: "掩码已关闭：每个词都能看到全部 \(wordCount) 个词，包括后面的词。")
  }

  private func weightsSentence(_ run: Run) -> Bilingual {
    guard let A = matrix(.weights, head: head) else { return Bilingual(both: "") }
    let row = A.row(chosen.row)
    let best = row.argmaxOfRows()[0]
    let weight = NumberText.fixed(Double(row[best]), decimals: 2)
    let entropy = NumberText.fixed(A.meanRowEntropy, decimals: 2)
    let most = Bilingual(
      en: best == chosen.row ? "itself" : quoted(best).en, zh: best == chosen.row ? "自己" : quoted(best).zh)
    return Bilingual(
      en: "\(quoted(chosen.row).en) looks mostly at \(most.en) (\(weight)). Mean entropy of the rows \(entropy) nats.",
      zh: "\(quoted(chosen.row).zh)主要看\(most.zh)（\(weight)）。各行平均熵 \(entropy) 奈特。")
  }

  private func mixedSentence(_ run: Run) -> Bilingual {
    guard let A = matrix(.weights, head: head) else { return Bilingual(both: "") }
    let row = A.row(chosen.row).data
    let order = row.indices.sorted { row[$0] > row[$1] }.prefix(3).filter { row[$0] >= 0.005 }
    let shares = order.map { (NumberText.fixed(Double(row[$0]) * 100, decimals: 0) + " %", quoted($0)) }
    return Bilingual(
      en:
        "\(quoted(chosen.row).en) is now made of the values of \(shares.map { "\($0.1.en) \($0.0)" }.joined(separator: ", ")).",
      zh: "\(quoted(chosen.row).zh)现在由这些词的值混合而成：\(shares.map { "\($0.1.zh) \($0.0)" }.joined(separator: "，"))。")
  }

  private func outputSentence(_ run: Run) -> Bilingual {
    guard let best = run.figures.guesses[chosen.row].first else { return Bilingual(both: "") }
    let (word, p) = (vocabularyWord(best.token), NumberText.fixed(best.probability, decimals: 2))
    let loss = NumberText.fixed(run.figures.loss, decimals: 2)
    return Bilingual(
      en:
        "After \(quoted(chosen.row).en) the model expects '\(word)' (\(p)). The whole text costs \(loss) nats a word.",
      zh: "在\(quoted(chosen.row).zh)之后，模型预测“\(word)”（\(p)）。整句平均每词损失 \(loss) 奈特。")
  }

  /// A word of the text in the quotation marks of both languages.
  func quoted(_ i: Int) -> Bilingual {
    let text = run.map { $0.words[i].text } ?? ""
    return Bilingual(en: "'\(text)'", zh: "“\(text)”")
  }

  func vocabularyWord(_ token: Int) -> String { checkpoint?.vocabulary.tokens[token] ?? "" }

  /// The standard deviation of all numbers.
  private func spread(_ t: Tensor) -> Double {
    let mean = Double(t.mean().scalar)
    return (t.data.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(max(1, t.count))).squareRoot()
  }
}
