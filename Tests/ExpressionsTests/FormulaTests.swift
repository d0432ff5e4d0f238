import Expressions
import Testing

private let samples = [
  "tanh(w1*x1 + w2*x2 + b)", "-(a - b)*c", "a - (b - c)", "a/(b*c)", "(a/b)/c", "(a^b)^c", "a^(b^c)", "(-a)^2", "-a^2",
  "2*-3",
  "sigmoid(-x)", "-log(sigmoid(w*x + b))", "a*(b + c)/d", "--x", "x^-2", "exp(x)/(1 + exp(x))", "abs(x - y)*relu(x)",
  "sqrt(x*x + y*y)", "sin(x)*cos(y)", "x^y",
]

@Suite struct FormulaTests {
  @Test(arguments: samples)
  func `a printed formula reads back to the same tree`(text: String) throws {
    let formula = try Formula(parsing: text)
    #expect(try Formula(parsing: formula.description) == formula)
  }

  @Test(arguments: samples)
  func `the derivative equals central differences`(text: String) throws {
    let formula = try Formula(parsing: text)
    let point = Dictionary(
      uniqueKeysWithValues: formula.variables.enumerated().map { ($0.element, 0.7 + 0.31 * Double($0.offset)) })
    for name in formula.variables {
      let h = 1e-6
      let value = { (shift: Double) in formula.value(point.merging([name: point[name]! + shift]) { $1 }) ?? .nan }
      let difference = (value(h) - value(-h)) / (2 * h)
      let derivative = try #require(formula.derivative(by: name).value(point))
      #expect(abs(derivative - difference) < 1e-4 * max(1, abs(difference)), "d(\(text))/d\(name)")
    }
  }

  @Test(arguments: samples)
  func `simplifying keeps the value`(text: String) throws {
    let formula = try Formula(parsing: text)
    #expect(formula.equivalence(to: formula.simplified) == .equal)
  }

  @Test(arguments: [
    ("3*x^2", "x", "6*x"), ("x*x", "x", "2*x"), ("a*x + b", "x", "a"), ("a*x + b", "b", "1"), ("y", "x", "0"),
    ("exp(x)", "x", "exp(x)"), ("log(x)", "x", "1/x"), ("tanh(x)", "x", "1 - tanh(x)^2"), ("-x", "x", "-1"),
  ])
  func `simple derivatives come out as a person would write them`(text: String, name: String, expected: String) throws {
    #expect(try Formula(parsing: text).derivative(by: name).description == expected)
  }

  @Test(arguments: [
    ("2*(x + 1)", "2x + 2", true), ("(a + b)^2", "a^2 + 2*a*b + b^2", true), ("log(a*b)", "log(a) + log(b)", true),
    ("sigmoid(x)", "1/(1 + exp(-x))", true), ("sigmoid(x)*(1 - sigmoid(x))", "exp(-x)/(1 + exp(-x))^2", true),
    ("2*(x + 1)", "2x + 1", false), ("x^2", "x^2 + 1e-3", false), ("a*b", "a/b", false), ("x", "y", false),
  ])
  func `equal forms are told from different ones`(one: String, other: String, isEqual: Bool) throws {
    let verdict = try Formula(parsing: one).equivalence(to: Formula(parsing: other))
    if isEqual { #expect(verdict == .equal) } else { #expect(verdict != .equal && verdict != .undecided) }
  }

  @Test func `formulas without a value anywhere are not called equal`() throws {
    #expect(try Formula(parsing: "log(-1 - x^2)").equivalence(to: Formula(parsing: "log(-2 - x^2)")) == .undecided)
  }

  @Test func `a variable without a value leaves the formula without one`() throws {
    let formula = try Formula(parsing: "x + y")
    #expect(formula.value(["x": 1]) == nil)
    #expect(formula.value(["x": 1, "y": 2]) == 3)
    #expect(formula.variables == ["x", "y"])
  }

  @Test func `outside its domain a function is not a number, and dividing by zero is infinite`() throws {
    #expect(try #require(Formula(parsing: "log(0 - 1)").value([:])).isNaN)
    #expect(try Formula(parsing: "1/0").value([:]) == .infinity)
  }
}
