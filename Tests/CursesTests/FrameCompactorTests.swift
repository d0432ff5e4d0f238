import Support
import Testing

@testable import Curses

struct FrameCompactorTests {
  private func compact(_ text: String) -> String {
    var compactor = FrameCompactor(isTransparent: false)
    _ = compactor.compact(Array("\u{1B}(B\u{1B}[m.".utf8))
    return String(decoding: compactor.compact(Array(text.utf8), settling: true), as: UTF8.self)
  }

  @Test(arguments: [
    ("\u{1B}[38;5;95m\u{1B}[48;5;60mA\u{1B}[38;5;95m\u{1B}[48;5;96mB", "\u{1B}[38;5;95;48;5;60mA\u{1B}[48;5;96mB"),
    ("\u{1B}[39m\u{1B}(B\u{1B}[mA", "A"),
    ("\u{1B}[1mA\u{1B}(B\u{1B}[mB", "\u{1B}[1mA\u{1B}[mB"),
    ("\u{1B}[1;2mA\u{1B}[22mB", "\u{1B}[1;2mA\u{1B}[mB"),
    ("\u{1B}[7;38;5;75mA\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;75mB", "\u{1B}[7;38;5;75mA\u{1B}[27;1mB"),
    ("\u{1B}[31m\u{1B}[2;5H\u{1B}[32mA\u{1B}[K", "\u{1B}[2;5H\u{1B}[32mA\u{1B}[K"),
    ("\u{1B}[44m\u{1B}[K", "\u{1B}[44m\u{1B}[K"),
    ("\u{1B}[91m\u{1B}[102m梯", "\u{1B}[91;102m梯"),
    ("\u{1B}[44mA\u{1B}[m\r\n", "\u{1B}[44mA\r\u{1B}[m\n"),
    ("\u{1B}[?25l\u{1B}[H", "\u{1B}[?25l\u{1B}[H"),
    ("", ""),
  ])
  func `what is said twice is said once`(frame: String, short: String) {
    #expect(compact(frame) == short)
  }

  @Test(arguments: [
    ("\u{1B}[44mA\u{1B}[m\n", "\u{1B}[44mA\u{1B}[m\n"), ("\u{1B}[1mA\u{1B}[m\nB", "\u{1B}[1mA\n\u{1B}[mB"),
  ])
  func `a line feed brings no stale background into the row that it scrolls in`(frame: String, short: String) {
    #expect(compact(frame) == short)
  }

  @Test func `graphics that are not known pass unchanged, and everything after them`() {
    let frame = "\u{1B}[1mA\u{1B}[38:2::1:2:3mB\u{1B}[mC\u{1B}[m\u{1B}[m"
    #expect(compact(frame) == frame)
    #expect(compact("A\u{1B}[5mB") == "A\u{1B}[5mB")
  }

  @Test func `a transparent compactor changes nothing`() {
    var compactor = FrameCompactor(isTransparent: true)
    let frame = Array("\u{1B}[m\u{1B}[m\u{1B}(B\u{1B}(BA".utf8)
    #expect(compactor.compact(frame, settling: true) == frame)
  }

  @Test func `after forgetting the graphics are set afresh`() {
    var compactor = FrameCompactor(isTransparent: false)
    _ = compactor.compact(Array("\u{1B}(B\u{1B}[1mA".utf8))
    compactor.forget()
    #expect(compactor.compact(Array("\u{1B}(BB".utf8)) == Array("\u{1B}(B\u{1B}[0;1mB".utf8))
  }

  @Test(arguments: 0..<40)
  func `every character keeps its looks, over many frames`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var compactor = FrameCompactor(isTransparent: false)
    var whole: [UInt8] = []
    var short: [UInt8] = []
    for _ in 0..<20 {
      let frame = randomFrame(&random)
      whole += frame
      short += compactor.compact(frame)
    }
    short += compactor.compact([], settling: true)
    #expect(Looks(whole).marks == Looks(short).marks)
    #expect(short.count <= whole.count + 8)
  }

  @Test(arguments: 0..<10)
  func `random bytes never trap`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var compactor = FrameCompactor(isTransparent: false)
    let likely = Array("\u{1B}[(Bm;0123456789H".utf8)
    for _ in 0..<200 {
      let bytes = (0..<Int(random.next() % 64)).map { _ in likely[Int(random.next() % UInt64(likely.count))] }
      _ = compactor.compact(bytes)
    }
  }

  private func randomFrame(_ random: inout SplitMix) -> [UInt8] {
    let parts = [
      "\u{1B}[m", "\u{1B}(B", "\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0;1;4m", "\u{1B}[7m", "\u{1B}[27m", "\u{1B}[22m",
      "\u{1B}[24m",
      "\u{1B}[39m", "\u{1B}[49m", "\u{1B}[39;49m", "\u{1B}[31m", "\u{1B}[92m", "\u{1B}[38;5;200m", "\u{1B}[48;5;17m",
      "\u{1B}[41m",
      "\u{1B}[3;5H", "\r", "\n", "\u{1B}[K", "\u{1B}[4b", "x", "梯", "yz", "\u{1B}[?25l",
    ]
    return (0..<30).flatMap { _ in Array(parts[Int(random.next() % UInt64(parts.count))].utf8) }
  }
}

/// A terminal that remembers only with which parameters each character was drawn; written apart from `Graphics`.
private struct Looks {
  private(set) var marks: [String] = []

  init(_ bytes: [UInt8]) {
    var on: Set<Int> = []
    var colors = [38: "39", 48: "49"]
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let first = rest.unicodeScalars.first {
      guard first == "\u{1B}" else {
        marks.append(
          first.value < 0x20 ? "\(first.value)" : "\(first) \(on.sorted()) \(colors[38] ?? "") \(colors[48] ?? "")")
        rest.unicodeScalars.removeFirst()
        continue
      }
      if rest.hasPrefix("\u{1B}(B") {
        rest = rest.dropFirst(3)
        continue
      }
      let end = rest.dropFirst(2).firstIndex { $0.isLetter } ?? rest.index(before: rest.endIndex)
      let body = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
      switch rest[end] {
      case "m":
        Looks.apply(body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }, &on, &colors)
      case "K", "b": marks.append("\(body)\(rest[end]) \(on.sorted()) \(colors[38] ?? "") \(colors[48] ?? "")")
      default: marks.append("\(body)\(rest[end])")
      }
      rest = rest[rest.index(after: end)...]
    }
  }

  private static func apply(_ numbers: [Int], _ on: inout Set<Int>, _ colors: inout [Int: String]) {
    var queue = numbers[...]
    while let n = queue.popFirst() {
      switch n {
      case 0:
        on = []
        colors = [38: "39", 48: "49"]
      case 1...9: on.insert(n)
      case 22: on.subtract([1, 2])
      case 23...29: on.remove(n - 20)
      case 38, 48:
        _ = queue.popFirst()
        colors[n] = "palette \(queue.popFirst() ?? -1)"
      case 40...49, 100...107: colors[48] = "\(n)"
      default: colors[38] = "\(n)"
      }
    }
  }
}
