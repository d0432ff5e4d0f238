/// How a terminal draws the next character, as the parameters of `CSI … m` set it.
struct Graphics: Hashable {
  /// The attributes on, one bit a parameter: 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse.
  private(set) var attributes: UInt8 = 0
  /// The parameter of the colour: 39 for the terminal's own, 30-37, 90-97, or 1000 + index for `38;5;index`.
  private(set) var foreground = 39
  /// The same for the background, 10 less than the parameter.
  private(set) var background = 39

  /// Takes the parameters of one sequence; false where one of them is not known here.
  mutating func apply(_ parameters: [Int]) -> Bool {
    var i = 0
    while i < parameters.count {
      switch parameters[i] {
      case 0: self = Graphics()
      case 1...4, 7: attributes |= 1 << UInt8(parameters[i])
      case 22: attributes &= ~0b110
      case 23, 24, 27: attributes &= ~(1 << UInt8(parameters[i] - 20))
      case 30...37, 39, 90...97: foreground = parameters[i]
      case 40...47, 49, 100...107: background = parameters[i] - 10
      case 38, 48:
        guard i + 2 < parameters.count, parameters[i + 1] == 5, parameters[i + 2] < 256 else { return false }
        if parameters[i] == 38 { foreground = 1000 + parameters[i + 2] } else { background = 1000 + parameters[i + 2] }
        i += 2
      default: return false
      }
      i += 1
    }
    return true
  }

  /// The shortest sequence that leads here from `other`; from anywhere when nil. Empty when nothing differs.
  func sequence(from other: Graphics?) -> [UInt8] {
    if self == other { return [] }
    let afresh = parameters(from: Graphics(), clearing: false)
    let whole = afresh.isEmpty ? "" : "0;" + afresh.joined(separator: ";")
    guard let other else { return Array("\u{1B}[\(whole)m".utf8) }
    let step = parameters(from: other, clearing: true).joined(separator: ";")
    return Array("\u{1B}[\(step.utf8.count <= whole.utf8.count ? step : whole)m".utf8)
  }

  private func parameters(from other: Graphics, clearing: Bool) -> [String] {
    var list: [String] = []
    var kept = other.attributes
    if clearing {
      if kept & ~attributes & 0b110 != 0 {
        list.append("22")
        kept &= ~0b110
      }
      for bit in [3, 4, 7] as [UInt8] where kept & ~attributes & (1 << bit) != 0 { list.append("\(20 + bit)") }
    }
    for bit in [1, 2, 3, 4, 7] as [UInt8] where attributes & ~kept & (1 << bit) != 0 { list.append("\(bit)") }
    if foreground != other.foreground { list.append(Graphics.parameter(foreground, shift: 0)) }
    if background != other.background { list.append(Graphics.parameter(background, shift: 10)) }
    return list
  }

  private static func parameter(_ color: Int, shift: Int) -> String {
    color >= 1000 ? "\(38 + shift);5;\(color - 1000)" : "\(color + shift)"
  }
}
