import Foundation
import MiniML
import Testing

/// The examples of Sources/MiniML/README.md, run: each stands there letter for letter.
@Suite struct CourseTests {
  @Test func `a number knows its slope`() {
    // course: number
    let tape = ScalarTape()
    let x = tape.scalar(3)
    let y = x * x + 2 * x
    tape.backward()
    print(y.value, x.gradient)  // 15.0 8.0
    // course end
    #expect(y.value == 15 && x.gradient == 8)
  }

  @Test func `a tensor is many numbers at once`() {
    // course: tensor
    let X = Tensor(rows: [[1, 2], [3, 4], [5, 6]])
    let W = Tensor(rows: [[1, 0, -1], [0, 2, 1]])
    let b = Tensor([10, 20, 30])
    print((X.matmul(W) + b).data)  // [11.0, 24.0, 31.0, 13.0, 28.0, 31.0, 15.0, 32.0, 31.0]
    // course end
    #expect((X.matmul(W) + b).data == [11, 24, 31, 13, 28, 31, 15, 32, 31])
  }

  @Test func `a graph gives every gradient in one walk back`() {
    // course: graph
    let graph = Graph()
    let x = graph.variable(Tensor([1, 2, 3]))
    let loss = (x * x).sum()
    let slope = graph.gradients(of: loss)[x]
    print(loss.value.scalar, slope?.data ?? [])  // 14.0 [2.0, 4.0, 6.0]
    // course end
    #expect(loss.value.scalar == 14 && slope?.data == [2, 4, 6])
  }

  @Test func `not knowing costs the logarithm of the choices`() {
    // course: loss
    let logits = Graph().constant(.zeros([1, 65]))
    print(logits.crossEntropy([7]).value.scalar)  // 4.1743875, the logarithm of 65
    // course end
    #expect(abs(logits.crossEntropy([7]).value.scalar - 4.174_387_5) < 1e-6)
  }

  @Test func `a perceptron learns exclusive or`() {
    // course: training
    var source = RandomSource(seed: 1)
    var model = Sequential(Linear("a", 2, 8, &source), Lambda { $0.tanh() }, Linear("b", 8, 2, &source))
    var optimizer = Adam(learningRate: 0.05)
    let X = Tensor(rows: [[0, 0], [0, 1], [1, 0], [1, 1]])
    var losses: [Float] = []
    for _ in 0..<200 {
      let graph = Graph()
      let loss = model(graph.constant(X)).crossEntropy([0, 1, 1, 0])
      optimizer.update(&model, graph.gradients(of: loss))
      losses.append(loss.value.scalar)
    }
    print(losses[0] > 0.5, losses[199] < 0.01)  // true true
    // course end
    #expect(losses[0] > 0.5 && losses[199] < 0.01)
  }

  @Test func `a GPT learns to count`() {
    // course: gpt
    var source = RandomSource(seed: 1)
    var gpt = DecoderTransformer(.init(vocabulary: 7, positions: 8, channels: 16, layers: 2, heads: 2), &source)
    var optimizer = AdamW(learningRate: 0.01)
    let texts = (0..<7).map { start in (0...8).map { (start + 3 * $0) % 7 } }
    for _ in 0..<60 {
      let graph = Graph()
      let loss = gpt.loss(texts.map { Array($0.dropLast()) }, targets: texts.map { Array($0.dropFirst()) }, in: graph)
      optimizer.update(&gpt, graph.gradients(of: loss))
    }
    var text = [2]
    for _ in 0..<7 {
      let logits = gpt.logits([text], in: .evaluating()).value
      text.append(logits.row(text.count - 1).argmaxOfRows()[0])
    }
    print(text)  // [2, 5, 1, 4, 0, 3, 6, 2]: always three more, modulo seven
    // course end
    #expect(text == [2, 5, 1, 4, 0, 3, 6, 2])
  }

  @Test func `the course shows these very examples`() throws {
    let here = URL(filePath: #filePath)
    let readme = here.deletingLastPathComponent().appending(path: "../../Sources/MiniML/README.md").standardized
    let course = try String(contentsOf: readme, encoding: .utf8)
    let parts = try String(contentsOf: here, encoding: .utf8).components(separatedBy: "    // course: ").dropFirst()
    let examples = parts.filter { $0.contains("\n    // course end") }.map { part in
      let lines = part.components(separatedBy: "\n").dropFirst().prefix { !$0.contains("// course end") }
      return lines.map { String($0.dropFirst(4)) }.joined(separator: "\n")
    }
    #expect(examples.count == 6)
    for example in examples { #expect(course.contains(example)) }
  }
}
