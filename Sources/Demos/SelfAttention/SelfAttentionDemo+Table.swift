import MiniML
import Wording

extension SelfAttentionDemo {
  /// The numbers of this stage: between words a row a word, of vectors the chosen word's alone, a row a number; of the
  /// last stage the likeliest next words.
  public func table(_ language: Language) -> DataTable {
    guard let run, let result = matrix(stage, head: head) else {
      return DataTable(columns: [Bilingual(en: "message", zh: "信息")[language]], rows: [[narration(language)]])
    }
    let word = Bilingual(en: "word", zh: "词")[language]
    if stage == .output { return guessTable(run, word, language) }
    guard stage.isBetweenWords else { return vectorTable(run.words[chosen.row].text, result.row(chosen.row), language) }
    return DataTable(
      columns: [word] + run.words.map(\.text),
      rows: run.words.indices.map { i in
        [run.words[i].text] + result.row(i).data.map { NumberText.short(Double($0), digits: 4) }
      })
  }

  /// All of a matrix would be dozens of columns.
  private func vectorTable(_ word: String, _ vector: Tensor, _ language: Language) -> DataTable {
    DataTable(
      columns: [Bilingual(en: "number", zh: "分量")[language], "\(stage.name[language]): \(word)"],
      rows: vector.data.enumerated().map { [String($0 + 1), NumberText.short(Double($1), digits: 4)] })
  }

  private func guessTable(_ run: Run, _ word: String, _ language: Language) -> DataTable {
    let ranks = (1...AttentionFigures.guessCount).map { Bilingual(en: "guess \($0)", zh: "预测 \($0)")[language] }
    return DataTable(
      columns: [word] + ranks,
      rows: run.words.indices.map { i in
        [run.words[i].text]
          + run.figures.guesses[i].map {
            vocabularyWord($0.token) + " " + NumberText.fixed($0.probability, decimals: 3)
          }
      })
  }
}
