import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a terminal is opened.
public struct CursesOptions: Sendable {
  /// The colour tier to use instead of the one found; never more than the terminal's description allows.
  public var colors: ColorTier?
  /// Whether clicks, drags and the wheel are reported.
  public var mouse: Bool
  /// Whether the terminal is asked how wide ambiguous characters are; pointless where the learner has said what to draw.
  public var probesWidth: Bool
  /// The environment: `TERM`, `NO_COLOR`, `COLORTERM`, `COLORFGBG` and what tells of ssh are read.
  public var environment: @Sendable (String) -> String?

  public init(
    colors: ColorTier? = nil, mouse: Bool = true, probesWidth: Bool = true,
    environment: @escaping @Sendable (String) -> String? = CursesOptions.variable
  ) {
    self.colors = colors
    self.mouse = mouse
    self.probesWidth = probesWidth
    self.environment = environment
  }

  /// A variable of the process's environment.
  public static let variable: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
}

extension CursesOptions {
  /// The names of terminal descriptions to try, the best first.
  ///
  /// A direct-colour description costs 40 bytes a cell, so its 256-colour sibling comes before it. Where `COLORTERM`
  /// promises more than a plain name describes, the sibling is tried first too.
  var terminalNames: [String] {
    guard let name = environment("TERM"), !name.isEmpty else { return [] }
    let direct = "-direct"
    let stem = name.hasSuffix(direct) ? String(name.dropLast(direct.count)) : name
    let isRich = ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "")
    var names = isInsideTmux ? [CursesOptions.fallbackName, name] : [name]
    if (stem != name || isRich) && !name.hasSuffix("256color") { names.insert(stem + "-256color", at: 0) }
    return names
  }

  /// Whether the terminal is a tmux of 3.2 or later, which does all that xterm's description says, and more than its own:
  /// erasing in colour, repeating, filling the last corner.
  private var isInsideTmux: Bool {
    guard let name = environment("TERM"), ["tmux", "screen"].contains(where: { name.hasPrefix($0) }) else {
      return false
    }
    let isSet = { (variable: String) in environment(variable).map { !$0.isEmpty } ?? false }
    return environment("TERM_PROGRAM") == "tmux" && isSet("TMUX") && !isSet("STY")
  }

  /// The description that stands in for an unknown terminal: nearly all understand it.
  static let fallbackName = "xterm-256color"

  /// The tier to draw with on a terminal that describes `count` colours.
  func tier(describedColors count: Int) -> ColorTier {
    let described: ColorTier = count >= 256 ? .ansi256 : count >= 8 ? .ansi16 : .none
    if let colors { return min(colors, described) }
    if let refused = environment("NO_COLOR"), !refused.isEmpty { return .none }
    return described
  }
}
