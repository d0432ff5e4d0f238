import Markup
import Terminal
import Testing

@testable import Widgets

struct StyledTextTests {
  private func rows(_ text: String, _ width: Int) -> [String] { StyledText(text).wrapped(to: width).map(\.plain) }

  @Test func `Latin words stay whole`() {
    #expect(rows("the quick brown fox", 10) == ["the quick", "brown fox"])
    #expect(rows("self-attention is all", 8) == ["self-", "attentio", "n is all"])
  }

  @Test func `Han characters part anywhere, and wide ones are never split`() {
    #expect(rows("梯度下降法", 5) == ["梯度", "下降", "法"])
    #expect(rows("字", 1) == ["字"])
  }

  static let passages = [
    "梯度指向函数上升最快的方向，所以我们朝相反的方向走一小步：学习率（learning rate）决定步长；太大会发散，太小则收敛缓慢。“一步一步来”，这就是全部！真的吗？是的……《深度学习》、《统计学习方法》都这么说（第一章），见「梯度」一节。",
    "The model (a “transformer”) predicts the next token; it has weights, biases, and attention — nothing else, really. See [1], please: it's short!",
    "在 GPT-2（2019）里，注意力 softmax(QKᵀ/√dₖ)V 的“温度”是 1.0，参数量为 124M；训练 10,000 步后损失降到 3.2。",
  ]

  @Test(arguments: passages, Array(40...120))
  func `no line begins or ends with punctuation that clings, and none is too wide`(text: String, width: Int) {
    let lines = StyledText(text).wrapped(to: width)
    for (index, line) in lines.enumerated() {
      #expect(line.width <= width)
      guard let first = line.plain.first, let last = line.plain.last else { continue }
      #expect(index == 0 || !"，。！？；：、）」』”》".contains(first), "\(line.plain)")
      #expect(index == lines.count - 1 || !"（「『“《".contains(last), "\(line.plain)")
    }
    #expect(lines.map(\.plain).joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func `a formula is kept on one line`() {
    var text = StyledText("so that ")
    text.append(.init("a = b + c", isKeptTogether: true))
    text.append(" holds")
    #expect(text.wrapped(to: 12).map(\.plain) == ["so that", "a = b + c", "holds"])
  }

  @Test func `a newline ends a line, and what cannot be broken is cut`() {
    #expect(rows("a\nb\n", 10) == ["a", "b", ""])
    #expect(rows("abcdefgh", 3) == ["abc", "def", "gh"])
    #expect(rows("", 3) == [""])
    #expect(rows("，，，，", 4) == ["，，", "，，"])
  }

  @Test func `code keeps its blanks when it is cut`() {
    #expect(StyledText("  if a {").hardWrapped(to: 4).map(\.plain) == ["  if", " a {"])
  }

  @Test func `styles survive wrapping`() {
    var text = StyledText("one ", .plain)
    text.append("two three", Style(.indexed(1)))
    let lines = text.wrapped(to: 7)
    #expect(lines.map(\.plain) == ["one two", "three"])
    #expect(lines[1].runs == [.init("three", Style(.indexed(1)))])
  }

  @Test func `cut text shows that something is missing`() {
    var text = StyledText("损失")
    text.append("函数", Style(.indexed(1)))
    #expect(text.truncated(to: 8).plain == "损失函数")
    #expect(text.truncated(to: 5).plain == "损失…")
    #expect(text.truncated(to: 4).plain == "损…")
    #expect(text.truncated(to: 0).plain == "")
  }
}
