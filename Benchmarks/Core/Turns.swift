/// The cases that were asked for, each made at its first turn.
struct Turns {
  let folder: String
  private var cases: [String: any BenchmarkCase] = [:]

  private init(folder: String) { self.folder = folder }

  /// Takes a turn for each line read, until there is none.
  static func answer(folder: String) {
    var turns = Turns(folder: folder)
    while let name = readLine() { Output.line(turns.take(name)) }
  }

  /// One turn of a case, as a line of JSON; the first turn of each is preceded by one to warm up.
  private mutating func take(_ name: String) -> String {
    var work = cases[name] ?? Self.warmed(name, folder)
    let samples = work.turn()
    cases[name] = work
    let fields = [
      "\"case\": \"\(name)\"", "\"wall\": \(samples.wall)", "\"cpu\": \(samples.processor)",
      "\"metric\": \(Self.object(work.metric))", "\"work\": \(Self.object(work.work))",
    ]
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private static func warmed(_ name: String, _ folder: String) -> any BenchmarkCase {
    var work = Cases.make(name, folder: folder)
    _ = work.turn()
    return work
  }

  private static func object(_ pairs: [(String, Double)]) -> String {
    let fields = pairs.map { name, value in
      let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
      return "\"\(name)\": \(value.isFinite ? number : "null")"
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  static func runByHand(_ name: String, folder: String, runs: Int) {
    var work = warmed(name, folder)
    let wall = (0..<runs).flatMap { _ in work.turn().wall }.sorted()
    Output.line("\(name): median \(wall[wall.count / 2]) s, least \(wall[0]) s, \(wall.count) samples")
    for (name, value) in work.metric { Output.line("  \(name) \(value)") }
  }
}
