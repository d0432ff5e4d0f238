import MiniML
import Terminal
import Testing

@testable import Demos

@Suite struct ReceiptTests {
  /// A run with inputs of every kind.
  private static func busyRun(_ type: any Demo.Type = CountingDemo.self) -> DemoRun {
    var run = DemoRun(type, settings: Settings(defaultsOf: type.card), seed: 12_345_678_901)
    _ = run.apply(.key(.character("é")))
    run.seek(to: 3)
    _ = run.apply(.key(.up))
    _ = run.apply(.knob("rate", .number(0.025)))
    run.seek(to: 7)
    _ = run.apply(.mouse(MouseEvent(.press, at: Point(x: 3, y: 200)), in: Size(width: 80, height: 24)))
    run.seek(to: 11)
    return run
  }

  @Test func `a code reads back to the same receipt`() throws {
    let receipt = Self.busyRun().receipt
    let code = receipt.code(CountingDemo.card)
    #expect(try Receipt(code: code, demos: [CountingDemo.card]) == receipt)
    let careless = code.lowercased().replacing("-", with: " ").replacing("0", with: "o").replacing("1", with: "l")
    #expect(try Receipt(code: careless, demos: [CountingDemo.card]) == receipt)
  }

  @Test(arguments: [
    0, 1, -1, 0.1, 1e-7, 123_456.789, -2.5e20, 0.30000000000000004, .leastNonzeroMagnitude, 1.7976931348623157e308,
  ])
  func `a knob's number keeps every bit`(number: Double) throws {
    var writer = ByteWriter()
    writer.knob("rate", .number(number))
    var reader = ByteReader(writer.bytes)
    let value = try reader.knob(CountingDemo.card).value
    #expect(value == .number(number))
    #expect(reader.isAtEnd)
  }

  @Test(arguments: DemoCatalogue.all.map { $0.card.id })
  func `every demo's run is confirmed from its code, bit for bit`(id: String) throws {
    let type = try #require(DemoCatalogue.demo(id))
    var run = DemoRun(type, settings: Settings(defaultsOf: type.card), seed: 3)
    run.seek(to: 5)
    for knob in type.card.knobs where knob.isLive {
      _ = run.apply(.knob(knob.id, knob.turned(run.settings[knob.id] ?? knob.defaultValue, by: 1)))
    }
    run.seek(to: 12)
    let code = try #require(run.receipt.code)
    let replay = try #require(Replay(Receipt(code: code)))
    #expect(replay.verdict == .same)
    #expect(replay.run.settings == run.settings)
  }

  @Test(arguments: DemoCatalogue.all.map { $0.card.id })
  func `ids of demos, knobs and choices are told apart by their hashes`(id: String) throws {
    let demos = DemoCatalogue.all.map { FNV.of($0.card.id, bits: 24) }
    #expect(Set(demos).count == demos.count)
    let card = try #require(DemoCatalogue.demo(id)).card
    let knobs = card.knobs.map { FNV.of($0.id, bits: 16) }
    #expect(Set(knobs).count == knobs.count)
    for knob in card.knobs {
      guard case .choice(let choices) = knob.range else { continue }
      let hashes = choices.map { FNV.of($0.id, bits: 16) }
      #expect(Set(hashes).count == hashes.count)
    }
  }

  @Test func `any one mistyped letter is noticed`() throws {
    let code = Array(Self.busyRun().receipt.code(CountingDemo.card))
    for place in code.indices where code[place] != "-" {
      var other = code
      other[place] = code[place] == "7" ? "8" : "7"
      #expect(throws: ReceiptFault.self) { try Receipt(code: String(other), demos: [CountingDemo.card]) }
    }
  }

  @Test func `what is no code says why`() {
    func fault(_ code: String) -> ReceiptFault? {
      do {
        _ = try Receipt(code: code)
        return nil
      } catch { return error }
    }
    #expect(fault("") == .tooShort)
    #expect(fault("12345-67U") == .strayCharacter("U", place: 8))
    #expect(fault(String(repeating: "0", count: 40)) == .mistyped)
    let foreign = Self.busyRun().receipt.code(CountingDemo.card)
    #expect(fault(foreign) == .unknownDemo(madeBy: .current))
  }

  @Test func `random bytes are never a receipt, and never a crash`() {
    var source = RandomSource(seed: 5)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: source.next()) }
      #expect(throws: ReceiptFault.self) { try Receipt(code: Base32.text(bytes)) }
    }
  }

  @Test func `a receipt of another outcome is not confirmed`() throws {
    let receipt = Self.busyRun().receipt
    func verdict(_ hash: UInt64, _ value: Float, _ kernels: KernelVariant) -> Replay.Verdict {
      Replay(
        Receipt(
          demo: receipt.demo, settings: receipt.settings, seed: receipt.seed, inputs: receipt.inputs,
          steps: receipt.steps, outcome: Receipt.Outcome(hash: hash, goalValue: value), kernels: kernels),
        CountingDemo.self
      ).verdict
    }
    let (hash, value) = (receipt.outcome.hash, receipt.outcome.goalValue)
    let other = try #require(KernelVariant.allCases.first { $0 != .current })
    #expect(verdict(hash, value, .current) == .same)
    #expect(verdict(hash ^ 1, value, .current) == .different)
    #expect(verdict(hash ^ 1, value * 1.0005, other) == .close)
    #expect(verdict(hash ^ 1, value * 1.01, other) == .different)
    #expect(verdict(hash ^ 1, .nan, other) == .different)
  }
}
