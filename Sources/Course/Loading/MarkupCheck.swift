import Markup

/// Finds what is wrong with a piece of Markdown inside YAML or a fence.
struct MarkupCheck {
  let log: LoadLog

  /// - Parameter place: where the text's first character stands.
  func check(_ text: String, at place: Place) {
    let parsed = MarkdownParser.parse(text)
    let noted = LoadLog.Text(document: parsed.document, start: place)
    log.note(parsed.document, at: place)
    for fault in parsed.faults { log.add(.markup(fault.kind), at: noted.place(of: fault.place)) }
    for note in parsed.document.footnotes {
      log.add(.markup(.footnoteInBox), at: noted.place(of: note.place))
    }
  }
}

extension YAMLValue {
  /// A text whose Markdown is checked.
  func markdown() -> String? {
    guard let text = text() else { return nil }
    MarkupCheck(log: log).check(text, at: markdownPlace)
    return text
  }

  /// Where the Markdown begins: the line below a `|` or `>`.
  var markdownPlace: Place {
    switch node.scalar?.style {
    case .literal, .folded: Place(file: file, line: place.line + 1)
    default: textPlace
    }
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
