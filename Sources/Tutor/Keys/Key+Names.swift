import Terminal

/// The names of keys, as the settings file writes them and as the screen shows them.
extension Key {
  private static let named: [(name: String, key: Key)] = [
    ("space", .character(" ")), ("enter", .enter), ("return", .enter), ("esc", .escape), ("escape", .escape),
    ("tab", .tab), ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete), ("insert", .insert),
    ("home", .home), ("end", .end), ("page-up", .pageUp), ("page-down", .pageDown), ("pgup", .pageUp),
    ("pgdn", .pageDown), ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("alt-left", .altLeft),
    ("alt-right", .altRight),
  ]

  /// Every name but those of single characters, for suggestions.
  public static let names =
    named.map(\.name) + (1...12).map { "f\($0)" }
    + "abcdefghijklmnopqrstuvwxyz".flatMap { ["ctrl-\($0)", "alt-\($0)"] }

  /// A key by its name: one character, `space`, `ctrl-n`, `alt-left`, `f5`; nil for anything else.
  public init?(name: String) {
    let low = name.lowercased()
    if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else if let key = Self.named.first(where: { $0.name == low })?.key {
      self = key
    } else if low.hasPrefix("f"), let number = Int(low.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if low.hasPrefix("ctrl-"), low.count == 6, let letter = low.last, letter.isASCII {
      // A terminal can't tell these from the keys whose bytes they share.
      self = ["i": .tab, "m": .enter, "j": .enter, "h": .backspace, "[": .escape][letter] ?? .control(letter)
    } else if low.hasPrefix("alt-"), name.count == 5, let character = name.last {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// The name that `init(name:)` reads.
  public var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "ctrl-\(letter)"
    case .alt(let character): "alt-\(character)"
    case .function(let number): "f\(number)"
    default: Self.named.first { $0.key == self }?.name ?? "?"
    }
  }

  /// As the screen shows it: `Ctrl-N`, `↑`, `Space`.
  var label: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .altLeft: "Alt-←"
    case .altRight: "Alt-→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    default: name.split(separator: "-").map { $0.capitalized }.joined(separator: "-")
    }
  }

  /// Whether a text field needs the key for itself.
  var isForTyping: Bool {
    switch self {
    case .character, .backspace, .delete, .left, .right, .home, .end: true
    default: false
    }
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
