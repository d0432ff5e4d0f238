import MiniML
import Testing

@Suite struct ScalarTests {
  @Test func `arithmetic on scalars is arithmetic`() {
    let tape = ScalarTape()
    let (a, b) = (tape.scalar(3), tape.scalar(-0.5))
    #expect((a + b).value == 2.5)
    #expect((a - b).value == 3.5)
    #expect((a * b).value == -1.5)
    #expect((a / b).value == -6)
    #expect((-a).value == -3)
    #expect((1 - a).value == -2)
    #expect((a - 1).value == 2)
    #expect((1 / b).value == -2)
    #expect((a / 2).value == 1.5)
    #expect((2 * a + 1).value == 7)
    #expect(a.power(2).value == 9)
    #expect(b.relu().value == 0)
    #expect(a.relu().value == 3)
    #expect(tape.scalar(4).squareRoot().value == 2)
    #expect(tape.scalar(0).tanh().value == 0)
    #expect(tape.scalar(0).sigmoid().value == 0.5)
    #expect(tape.scalar(0).exp().value == 1)
    #expect(tape.scalar(1).log().value == 0)
    var sum = a
    sum += b
    #expect(sum.value == 2.5)
    #expect(a.value == 3)
  }

  @Test func `the published example has its value and gradients`() {
    // Karpathy (2020), micrograd, README.
    let tape = ScalarTape()
    let (a, b) = (tape.scalar(-4), tape.scalar(2))
    var c = a + b
    var d = a * b + b.power(3)
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    let e = c - d
    let f = e.power(2)
    var g = f / 2.0
    g += 10.0 / f
    #expect(abs(g.value - 24.70408163265306) < 1e-12)
    tape.backward()
    #expect(abs(a.gradient - 138.83381924198252) < 1e-10)
    #expect(abs(b.gradient - 645.5772594752186) < 1e-10)
  }

  @Test func `numbers after the kept ones are forgotten, and gradients begin anew`() {
    let tape = ScalarTape()
    let w = tape.scalar(3)
    for _ in 0..<3 {
      tape.removeAll(after: 1)
      _ = w * w
      tape.backward()
      #expect(w.gradient == 6)
      #expect(tape.count == 2)
    }
  }

  @Test func `a computed number cannot be set`() async {
    await #expect(processExitsWith: .failure) {
      let tape = ScalarTape()
      let y = tape.scalar(1) + 1
      y.value = 3
    }
  }

  @Test func `numbers of two tapes do not mix`() async {
    await #expect(processExitsWith: .failure) { _ = ScalarTape().scalar(1) + ScalarTape().scalar(1) }
  }
}
