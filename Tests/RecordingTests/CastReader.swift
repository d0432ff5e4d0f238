import Foundation
import Terminal

/// Plays an asciicast: a small terminal that knows the control sequences that recordings use, and no others.
struct CastReader {
  let header: [String: Any]
  /// The screen after each event, and when it came.
  private(set) var screens: [(time: Double, surface: Surface)] = []
  /// Sequences that it does not know.
  private(set) var unknown: [String] = []
  private(set) var isCursorShown = true
  private var x = 0
  private var y = 0
  private var style = Style.plain

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map { Data($0.utf8) }
    header = try JSONSerialization.jsonObject(with: lines[0]) as? [String: Any] ?? [:]
    var surface = Surface(width: header["width"] as? Int ?? 0, height: header["height"] as? Int ?? 0)
    for line in lines.dropFirst() {
      let event = try JSONSerialization.jsonObject(with: line) as? [Any] ?? []
      guard event.count == 3, let time = event[0] as? Double, event[1] as? String == "o",
        let output = event[2] as? String
      else {
        unknown.append(String(decoding: line, as: UTF8.self))
        continue
      }
      write(output, on: &surface)
      screens.append((time, surface))
    }
  }

  private mutating func write(_ output: String, on surface: inout Surface) {
    var rest = output.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        control(&rest, on: &surface)
      } else {
        var text = String(Character(scalar))
        while let mark = rest.first, TextWidth.of(mark) == 0, mark != "\u{1B}" {
          text.unicodeScalars.append(rest.removeFirst())
        }
        x += surface.write(text, x: x, y: y, style: style)
      }
    }
  }

  private mutating func control(_ rest: inout Substring.UnicodeScalarView, on surface: inout Surface) {
    guard rest.popFirst() == "[" else { return unknown.append("escape") }
    var parameters = ""
    while let scalar = rest.popFirst() {
      if (0x40...0x7E).contains(scalar.value) {
        return perform(parameters, scalar, on: &surface)
      }
      parameters.unicodeScalars.append(scalar)
    }
    unknown.append("open sequence")
  }

  private mutating func perform(_ parameters: String, _ final: Unicode.Scalar, on surface: inout Surface) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch (final, parameters) {
    case ("H", _): (x, y) = ((numbers.last ?? 1) - 1, (numbers.first ?? 1) - 1)
    case ("J", "2"): surface = Surface(surface.size)
    case ("h", "?25"): isCursorShown = true
    case ("l", "?25"): isCursorShown = false
    case ("m", _): restyle(numbers)
    default: unknown.append(parameters + String(final))
    }
  }

  private mutating func restyle(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = .plain
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 3: style.attributes.insert(.italic)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 30...37: style.foreground = .indexed(UInt8(number - 30))
      case 38: style.foreground = color(&rest)
      case 39: style.foreground = .standard
      case 40...47: style.background = .indexed(UInt8(number - 40))
      case 48: style.background = color(&rest)
      case 49: style.background = .standard
      case 90...97: style.foreground = .indexed(UInt8(number - 82))
      case 100...107: style.background = .indexed(UInt8(number - 92))
      default: unknown.append("\(number)m")
      }
    }
  }

  private mutating func color(_ rest: inout ArraySlice<Int>) -> Color {
    guard rest.popFirst() == 5, let index = rest.popFirst() else {
      unknown.append("colour")
      return .standard
    }
    return .indexed(UInt8(index))
  }
}
