import MiniML
import Wording

extension SelfAttentionDemo {
  /// The number in the chosen cell, unfolded to what it was made of. With all heads, of the mean over heads there is
  /// nothing to unfold: the heads' own numbers stand there.
  public func explanation(_ language: Language) -> [String]? {
    guard let run, let result = matrix(stage, head: head) else { return nil }
    if stage == .output { return outputLines(run, language) }
    let value = Double(result[chosen.row, chosen.column])
    if head == nil && stage != .embeddings { return headLines(value, language) }
    return [title(value, language)] + lines(run, head ?? 0, language)
  }

  private func lines(_ run: Run, _ head: Int, _ language: Language) -> [String] {
    switch stage {
    case .embeddings: embeddingLines(run, language)
    case .queries: projectionLines(run, head, run.attention.model.attention.query, "Wq", language)
    case .keys: projectionLines(run, head, run.attention.model.attention.key, "Wk", language)
    case .values: projectionLines(run, head, run.attention.model.attention.value, "Wv", language)
    case .scores: scoreLines(run, head, language)
    case .scaled: scaledLines(head, language)
    case .masked: maskedLines(head, language)
    case .weights: weightLines(head, language)
    case .mixed: mixedLines(run, head, language)
    case .output: []
    }
  }

  /// `score('her', 'queen') = 7.310`.
  private func title(_ value: Double, _ language: Language) -> String {
    let row = quoted(chosen.row)[language]
    let name = stage == .embeddings ? "X" : stage.name[language]
    let column = stage.isBetweenWords ? quoted(chosen.column)[language] : String(chosen.column + 1)
    return "\(name)[\(row), \(column)] = \(number(value))"
  }

  private func headLines(_ mean: Double, _ language: Language) -> [String] {
    let cells = (0..<headCount).map { h in
      let value = matrix(stage, head: h).map { Double($0[chosen.row, chosen.column]) } ?? .nan
      return Bilingual(en: "head \(h + 1): \(number(value))", zh: "头 \(h + 1)：\(number(value))")[language]
    }
    return [
      title(mean, language), Bilingual(en: "the mean of \(headCount) heads:", zh: "\(headCount) 个头的平均：")[language],
    ] + cells
  }

  private func embeddingLines(_ run: Run, _ language: Language) -> [String] {
    let model = run.attention.model
    let E = Double(model.tokens.table.value[run.attention.tokens[chosen.row], chosen.column])
    let P = Double(model.positions.table.value[chosen.row, chosen.column])
    let word = vocabularyWord(run.attention.tokens[chosen.row])
    return [
      Bilingual(en: "E[\(word)] = \(number(E)), learned for the word", zh: "E[\(word)] = \(number(E))，这个词学到的数")[
        language],
      Bilingual(
        en: "P[\(chosen.row + 1)] = \(number(P)), learned for the position",
        zh: "P[\(chosen.row + 1)] = \(number(P))，这个位置学到的数")[language],
    ]
  }

  private func projectionLines(_ run: Run, _ head: Int, _ layer: Linear, _ name: String, _ language: Language)
    -> [String]
  {
    let x = run.attention.normalized.row(chosen.row)
    let column = head * run.attention.d + chosen.column
    let W = layer.weight.value
    let product = DotProduct(pairs: (0..<x.count).map { (Double(x[$0]), Double(W[$0, column])) })
    let intro = Bilingual(
      en: "norm(X) of \(quoted(chosen.row).en), \(x.count) numbers, times column \(column + 1) of \(name):",
      zh: "\(quoted(chosen.row).zh)的 norm(X)（\(x.count) 个数）乘以 \(name) 的第 \(column + 1) 列：")
    return [intro[language]] + product.lines(("x", "w"), language)
  }

  private func scoreLines(_ run: Run, _ head: Int, _ language: Language) -> [String] {
    guard let Q = matrix(.queries, head: head), let K = matrix(.keys, head: head) else { return [] }
    let pairs = (0..<run.attention.d).map { (Double(Q[chosen.row, $0]), Double(K[chosen.column, $0])) }
    let intro = Bilingual(
      en:
        "the query of \(quoted(chosen.row).en) times the key of \(quoted(chosen.column).en), \(pairs.count) products:",
      zh: "\(quoted(chosen.row).zh)的查询 q 与\(quoted(chosen.column).zh)的键 k 的点积，共 \(pairs.count) 个乘积：")
    return [intro[language]] + DotProduct(pairs: pairs).lines(("q", "k"), language)
  }

  private func scaledLines(_ head: Int, _ language: Language) -> [String] {
    let score = cell(.scores, head)
    guard options.isScaled else {
      return [Bilingual(en: "the score \(number(score)), left as it is", zh: "分数 \(number(score))，保持不变")[language]]
    }
    let d = Double(checkpoint?.model.shape.headChannels ?? 1)
    return ["\(number(score)) / sqrt(\(Int(d))) = \(number(score)) / \(number(d.squareRoot()))"]
  }

  private func maskedLines(_ head: Int, _ language: Language) -> [String] {
    let scaled = number(cell(.scaled, head))
    let (row, column) = (quoted(chosen.row), quoted(chosen.column))
    if options.isMasked && chosen.column > chosen.row {
      return [
        "\(scaled) + (-inf)",
        Bilingual(en: "\(column.en) comes after \(row.en): hidden", zh: "\(column.zh)在\(row.zh)之后：被遮住")[language],
      ]
    }
    return [
      "\(scaled) + 0",
      options.isMasked
        ? Bilingual(en: "\(row.en) may see \(column.en)", zh: "\(row.zh)可以看到\(column.zh)")[language]
        : Bilingual(en: "the mask is off", zh: "掩码已关闭")[language],
    ]
  }

  private func weightLines(_ head: Int, _ language: Language) -> [String] {
    guard let S = matrix(.masked, head: head) else { return [] }
    let t = Double(options.temperature)
    let row = S.row(chosen.row).data.map { Double($0) / t }
    let powers = row.map(power)
    let order = row.indices.filter { row[$0] > -.infinity }.sorted { row[$0] > row[$1] }
    let divided = t == 1 ? "" : " / \(NumberText.short(t))"
    var lines = order.prefix(7).map { j in
      "exp(\(number(row[j] * t))\(divided)) = \(NumberText.short(powers[j]))  \(quoted(j)[language])"
        + (j == chosen.column ? " <" : "")
    }
    if order.count > 7 {
      let rest = order.dropFirst(7).reduce(0) { $0 + powers[$1] }
      lines.append(
        Bilingual(
          en: "the other \(order.count - 7): \(NumberText.short(rest))",
          zh: "其余 \(order.count - 7) 个：\(NumberText.short(rest))")[language])
    }
    let sum = NumberText.short(powers.reduce(0, +))
    lines.append("\(NumberText.short(powers[chosen.column])) / \(sum) = \(number(cell(.weights, head)))")
    return lines
  }

  private func mixedLines(_ run: Run, _ head: Int, _ language: Language) -> [String] {
    guard let A = matrix(.weights, head: head), let V = matrix(.values, head: head) else { return [] }
    let terms = (0..<wordCount).map {
      (weight: Double(A[chosen.row, $0]), value: Double(V[$0, chosen.column]), word: $0)
    }
    .sorted { abs($0.weight * $0.value) > abs($1.weight * $1.value) }
    let lines = terms.prefix(6).map {
      "\(number($0.weight)) * \(number($0.value)) = \(number($0.weight * $0.value))  \(quoted($0.word)[language])"
    }
    let intro = Bilingual(
      en: "weight times number \(chosen.column + 1) of each word's value, summed:",
      zh: "每个词的权重乘以其值的第 \(chosen.column + 1) 个数，再求和：")
    let rest = terms.dropFirst(6).reduce(0) { $0 + $1.weight * $1.value }
    let others = terms.count > 6 ? [Bilingual(en: "the rest: \(number(rest))", zh: "其余：\(number(rest))")[language]] : []
    return [intro[language]] + lines + others
  }

  private func outputLines(_ run: Run, _ language: Language) -> [String] {
    let guesses = run.figures.guesses[chosen.row]
    let intro = Bilingual(
      en: "likeliest after \(quoted(chosen.row).en):", zh: "在\(quoted(chosen.row).zh)之后最可能的词：")
    let lines = guesses.map { "\(NumberText.fixed($0.probability, decimals: 3))  \(vocabularyWord($0.token))" }
    guard let h = run.attention[.output], guesses.indices.contains(chosen.column) else {
      return [intro[language]] + lines
    }
    let token = guesses[chosen.column].token
    let E = run.attention.model.tokens.table.value
    let product = DotProduct(pairs: (0..<h.shape[1]).map { (Double(h[chosen.row, $0]), Double(E[token, $0])) })
    let why = Bilingual(
      en: "logit of '\(vocabularyWord(token))': h times its row of E:",
      zh: "“\(vocabularyWord(token))”的 logit：h 与它在 E 中的行的点积：")
    return [intro[language]] + lines + [why[language]] + product.lines(("h", "e"), language, showing: 3)
  }

  private func cell(_ stage: AttentionStage, _ head: Int) -> Double {
    matrix(stage, head: head).map { Double($0[chosen.row, chosen.column]) } ?? .nan
  }

  private func number(_ value: Double) -> String { value.isFinite ? DotProduct.text(value) : NumberText.short(value) }

  private func power(_ x: Double) -> Double { Double(Operation.exp.output(of: [Tensor(Float(x))]).scalar) }
}
