import Markup

/// Finds what is wrong with a piece of Markdown inside YAML or a fence.
struct MarkupCheck {
  let log: LoadLog

  /// - Parameter place: where the text's first character stands.
  func check(_ text: String, at place: Place) {
    for fault in MarkdownParser.parse(text).faults {
      let isFirst = fault.place.line == 1
      log.add(
        .markup(fault.kind),
        at: Place(
          file: place.file, line: place.line + fault.place.line - 1,
          column: isFirst ? place.column + fault.place.column - 1 : fault.place.column))
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
