import Terminal
import Testing

@testable import Markup

struct LinearTextTests {
  private let lesson = """
    # Gradient $x$

    The **loss** is `L`; see [the paper](https://x.org).

    - one
    - two words that go on
      1. nested

    > said

    | rate | loss |
    |---|---|
    | $10^2$ | 发散 |

    $$\\frac{a}{b}$$

    ```demo d
    ```

    ```swift
    let a = 1
    ```
    """

  @Test func `a lesson reads from top to bottom without a box`() {
    let text = LinearText { ["[demo: \($0.arguments)]"] }.text(MarkdownParser.parse(lesson).document)
    #expect(
      text == """
        # Gradient x

        The loss is `L`; see the paper (https://x.org).

        - one
        - two words that go on
          1. nested

        > said

        - rate: 10²; loss: 发散

            a/b

        [demo: d]

            let a = 1

        """)
  }

  @Test(arguments: [10, 24, 40, 80])
  func `lines fit the width`(width: Int) {
    let text = LinearText(width: width) { _ in ["a demo stands here, with many words"] }
      .text(MarkdownParser.parse(lesson).document)
    for line in text.split(separator: "\n") where !line.contains("let a") {
      #expect(TextWidth.of(line) <= width || !line.trimmingIndent.contains(" "), "\(line)")
    }
  }

  @Test func `what a fence says is sanitised`() {
    let text = LinearText { _ in ["\u{1B}[31mred"] }.text(MarkdownParser.parse("```demo d\n```").document)
    #expect(text == "[31mred\n")
  }
}

extension Substring {
  fileprivate var trimmingIndent: Substring { drop { $0 == " " || $0 == "-" || $0 == ">" } }
}
