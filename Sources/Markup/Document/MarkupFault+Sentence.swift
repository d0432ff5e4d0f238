extension MarkupFault {
  /// What is wrong and how to put it right, in one English sentence without the place.
  public var sentence: String {
    switch kind {
    case .unclosedFrontMatter: "the front matter is not closed; expected a line `---` after it"
    case .unclosedMath("$"): "`$` opens a formula that nothing closes; close it with `$`, or write `\\$` for a dollar"
    case .unclosedMath(let delimiter):
      "`\(delimiter)` opens a formula that nothing closes; close it with `\(delimiter)` before the next blank line"
    case .formula(let kind): "the formula cannot be read: \(kind.sentence)"
    case .unparsedEmphasis(let near):
      "the emphasis marks near “\(near)” were left as text; put punctuation outside them, or write `\\*` for an asterisk"
    case .html(let tag): "`\(tag)` is HTML, which is not interpreted; write Markdown, or put it in backticks"
    case .image(let url):
      "the image `\(url)` cannot be shown; expected a .pgm file below Assets, alone in its paragraph"
    case .link(let url): "the link to `\(url)` is not opened; expected an address that begins with `https://`"
    case .unknownFootnote(let name): "the footnote `[^\(name)]` has no text; add a line `[^\(name)]: …`"
    case .unusedFootnote(let name): "nothing refers to the footnote `[^\(name)]`; put the mark into the text"
    case .footnoteInBox: "a footnote is not shown here; move it into the lesson's own text"
    case .unknownCallout(let name):
      "unknown callout `[!\(name)]`; expected \(Callout.allCases.map { "`[!\($0.rawValue.uppercased())]`" }.joined(separator: ", "))"
    case .nestedFence(let kind): "a `\(kind.rawValue)` fence inside a list or a quote is not run; move it to the margin"
    case .controlCharacter(let scalar):
      "the character U+\(Self.hex(scalar)) must not be sent to a terminal and was left out; delete it"
    }
  }

  private static func hex(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension FormulaError.Kind {
  var sentence: String {
    switch self {
    case .unknownCommand(let name, let near):
      "unknown command `\\\(name)`"
        + (near.map { "; did you mean `\\\($0)`?" } ?? "; Sources/Markup/Formula/LatexCommands.swift lists those known")
    case .unknownEnvironment(let name):
      "unknown environment `\(name)`; known are \(LatexCommands.environments.sorted().joined(separator: ", "))"
    case .missingArgument(let command): "`\(command)` lacks its argument; expected `{…}` after it"
    case .unclosedGroup: "`{` is not closed; expected `}`"
    case .unexpected(let text): "unexpected `\(text)`; expected a symbol, a command or `{…}`"
    case .unclosedEnvironment(let name): "`\\begin{\(name)}` is not closed; expected `\\end{\(name)}`"
    case .unclosedDelimiter: "`\\left` is not closed; expected `\\right`"
    case .doubleScript(let mark): "two `\(mark)` after the same symbol; group them with `{…}`"
    case .tooDeep: "nested too deeply; expected at most \(FormulaParser.maximumDepth) levels"
    }
  }
}
