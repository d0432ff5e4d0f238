/// How a box-drawing character (U+2500 to U+257F) is drawn, so that no font need have it: as lines from the middle of its
/// cell to the edges, or as a path of its own.
enum BoxGlyph: Hashable {
  /// The weight of the line to each edge: 0 none, 1 light, 2 heavy.
  struct Arms: Hashable {
    var left = 0
    var right = 0
    var up = 0
    var down = 0
  }

  case arms(Arms)
  /// SVG path data from the cell's top left corner, in a cell of 8 by 16.
  case path(String, isHeavy: Bool)

  /// Nil for other characters, and for those where single and double lines meet.
  init?(_ scalar: UInt32) {
    if let (path, isHeavy) = Self.path(scalar) {
      self = .path(path, isHeavy: isHeavy)
    } else if let arms = Self.arms(scalar) {
      self = .arms(arms)
    } else {
      return nil
    }
  }

  /// Left, right, up, down for each character of U+2500 to U+254B in order; four zeros where it is dashed.
  private static let first = """
    1100 2200 0011 0022 0000 0000 0000 0000 0000 0000 0000 0000 \
    0101 0201 0102 0202 1001 2001 1002 2002 0110 0210 0120 0220 1010 2010 1020 2020 \
    0111 0211 0121 0112 0122 0221 0212 0222 1011 2011 1021 1012 1022 2021 2012 2022 \
    1101 2101 1201 2201 1102 2102 1202 2202 1110 2110 1210 2210 1120 2120 1220 2220 \
    1111 2111 1211 2211 1121 1112 1122 2121 1221 2112 1212 2221 2212 2122 1222 2222
    """.split(separator: " ")

  /// The same for the half lines, U+2574 to U+257F.
  private static let halves = "1000 0010 0100 0001 2000 0020 0200 0002 1200 0012 2100 0021".split(separator: " ")

  private static func arms(_ scalar: UInt32) -> Arms? {
    let digits: Substring
    switch scalar {
    case 0x2500...0x254B: digits = first[Int(scalar - 0x2500)]
    case 0x2574...0x257F: digits = halves[Int(scalar - 0x2574)]
    default: return nil
    }
    let weights = digits.compactMap(\.wholeNumberValue)
    return Arms(left: weights[0], right: weights[1], up: weights[2], down: weights[3])
  }

  private static func path(_ scalar: UInt32) -> (String, isHeavy: Bool)? {
    switch scalar {
    case 0x2504, 0x2505: ("m.8 8h1m1.7 0h1m1.7 0h1", scalar == 0x2505)
    case 0x2506, 0x2507: ("m4 1.2v2.6m0 2.7v2.6m0 2.7v2.6", scalar == 0x2507)
    case 0x2508, 0x2509: ("m.5 8h.8m1.2 0h.8m1.2 0h.8m1.2 0h.8", scalar == 0x2509)
    case 0x250A, 0x250B: ("m4 1v1.6m0 2.4v1.6m0 2.4v1.6m0 2.4v1.6", scalar == 0x250B)
    case 0x254C, 0x254D: ("m1 8h1.6m2.4 0h1.6", scalar == 0x254D)
    case 0x254E, 0x254F: ("m4 1.5v4.6m0 3.4v4.6", scalar == 0x254F)
    default: curves[scalar].map { ($0, false) }
    }
  }

  /// Double lines, arcs and diagonals.
  private static let curves: [UInt32: String] = [
    0x2550: "m0 6.5h8m-8 3h8", 0x2551: "m2.5 0v16m3-16v16",
    0x2554: "m8 6.5h-5.5v9.5m5.5-6.5h-2.5v6.5", 0x2557: "m0 6.5h5.5v9.5m-5.5-6.5h2.5v6.5",
    0x255A: "m8 9.5h-5.5v-9.5m5.5 6.5h-2.5v-6.5", 0x255D: "m0 9.5h5.5v-9.5m-5.5 6.5h2.5v-6.5",
    0x256D: "m4 16v-4q0-4 4-4", 0x256E: "m0 8q4 0 4 4v4", 0x256F: "m0 8q4 0 4-4v-4", 0x2570: "m4 0v4q0 4 4 4",
    0x2571: "m8 0l-8 16", 0x2572: "m0 0l8 16", 0x2573: "m0 0l8 16m0-16l-8 16",
  ]
}
