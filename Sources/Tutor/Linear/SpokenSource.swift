/// Where a stretch of the program's source comes from, in words.
enum SpokenSource {
  /// `Demos/GradientDescent/Optimizers.swift` of a region's id.
  static func file(_ region: String) -> String { region.split(separator: "#").first.map(String.init) ?? region }
}
