import Markup

/// Gathers what a reading finds: every fault, so that none hides another, and every name that is to be looked up.
final class LoadLog {
  private(set) var faults: [CourseFault] = []
  private(set) var mentions: [Mention] = []
  /// Every Markdown text read.
  private(set) var texts: [Text] = []
  private var seen: Set<CourseFault> = []
  private var places: [DefinedName: Place] = [:]

  private struct DefinedName: Hashable {
    var noun: CourseFault.Noun
    var scope: String
    var id: String
  }

  /// A Markdown text, and where in its file it begins.
  struct Text {
    var document: Document
    var start: Place

    /// The place in the file of a place in the text.
    func place(of place: SourcePlace) -> Place {
      Place(
        file: start.file, line: start.line + place.line - 1,
        column: place.line == 1 ? start.column + place.column - 1 : place.column)
    }
  }

  func note(_ document: Document, at start: Place) { texts.append(Text(document: document, start: start)) }

  func add(_ kind: CourseFault.Kind, at place: Place) {
    let fault = CourseFault(file: place.file, line: place.line, column: place.column, kind: kind)
    if seen.insert(fault).inserted { faults.append(fault) }
  }

  /// Notes where an id is given; a fault where another of the same scope had it before.
  func define(_ id: String, _ noun: CourseFault.Noun, scope: String = "", at place: Place) {
    let name = DefinedName(noun: noun, scope: scope, id: id)
    if let first = places[name] {
      add(.repeatedID(id, of: noun, firstFile: first.file, firstLine: first.line), at: place)
    } else {
      places[name] = place
    }
  }

  /// Where an id was given first.
  func place(of id: String, _ noun: CourseFault.Noun) -> Place? {
    places[DefinedName(noun: noun, scope: "", id: id)]
  }

  func mention(_ what: Mention.What, at place: Place) { mentions.append(Mention(what: what, place: place)) }
}

/// A place in a file: lines and columns from 1, columns in characters.
struct Place: Hashable {
  var file: String
  var line: Int = 1
  var column: Int = 1

  func moved(by characters: Int) -> Place { Place(file: file, line: line, column: column + characters) }
}

/// A name used in a lesson, for the checker to look up.
struct Mention: Hashable {
  enum What: Hashable {
    case demo(String)
    case preset(String, demo: String)
    case setting(KnobSetting, demo: String)
    case knob(String, demo: String)
    case typedText(demo: String)
    case metric(String, demo: String)
    case region(String)
    case image(String)
    case term(String)
    case resource(String)
    case objective(String)
    case lesson(String)
    case module(String)
  }

  var what: What
  var place: Place
}
