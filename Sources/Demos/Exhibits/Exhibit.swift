import Plots
import Wording

/// One chart of the gallery, with real numbers: from the data that the program ships, or computed when it is asked for.
public struct Exhibit: Sendable {
  /// Kebab-case and permanent.
  public let id: String
  public let title: Bilingual
  /// How to read such a chart, in a sentence.
  public let reading: Bilingual
  private let make: @Sendable (Language) -> any Chart

  init(
    _ id: String, _ title: Bilingual, reading: Bilingual, _ make: @escaping @Sendable (Language) -> any Chart
  ) {
    self.id = id
    self.title = title
    self.reading = reading
    self.make = make
  }

  /// The chart with its words in a language. The first call may train a small model: up to some tenths of a second.
  public func chart(_ language: Language) -> any Chart { make(language) }
}

/// Every chart that Gradus draws, at least once.
public enum ExhibitCatalogue {
  public static let all: [Exhibit] = lines + points + matrices + images + bars + graphs + panels

  public static func exhibit(_ id: String) -> Exhibit? { all.first { $0.id == id } }
}
