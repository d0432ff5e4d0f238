/// Finds footnotes that nothing refers to: cmark drops them in silence.
struct UnusedFootnotes {
  private var definitions: [(name: String, place: SourcePlace)] = []
  private var uses: Set<String> = []

  static func faults(in masked: MaskedText) -> [MarkupFault] {
    var search = UnusedFootnotes()
    search.read(masked)
    return search.definitions.filter { !search.uses.contains($0.name.lowercased()) }.map {
      MarkupFault(.unusedFootnote($0.name), at: $0.place)
    }
  }

  /// Looks at every line outside code.
  private mutating func read(_ masked: MaskedText) {
    var fence: CodeFence?
    for line in masked.lines {
      let characters = line.map(\.character)[...]
      if let open = fence {
        if open.isClosed(by: characters) { fence = nil }
      } else if let open = CodeFence(opening: characters) {
        fence = open
      } else if let place = line.first?.place {
        read(characters, at: place)
      }
    }
  }

  private mutating func read(_ line: ArraySlice<Character>, at place: SourcePlace) {
    var rest = line
    let indent = line.prefix { $0 == " " }.count
    if indent < 4, let (name, end) = Self.mark(rest.dropFirst(indent)), line[end...].first == ":" {
      definitions.append((name, place))
      rest = line[end...]
    }
    while let start = rest.firstIndex(of: "[") {
      guard let (name, end) = Self.mark(rest[start...]) else {
        rest = rest[(start + 1)...]
        continue
      }
      uses.insert(name.lowercased())
      rest = rest[end...]
    }
  }

  /// The name of a mark `[^name]` that begins here, and what follows it.
  private static func mark(_ text: ArraySlice<Character>) -> (name: String, end: Int)? {
    guard text.starts(with: "[^"), let end = text.firstIndex(of: "]") else { return nil }
    let name = String(text[(text.startIndex + 2)..<end])
    return name.isEmpty ? nil : (name, end + 1)
  }
}
