import MiniML

/// The project's own side of the benchmarks. `core.py` starts it and asks for one turn after another, between the turns
/// of the peers; by hand it runs a case a few times:
///
///     gradus-bench --data FOLDER [--threads N] CASE [RUNS]      median and least seconds
///     gradus-bench --data FOLDER [--threads N] --turns          reads names of cases, answers each with a JSON line
///     gradus-bench startup                                      milliseconds from the first line to the first step
@main struct GradusBench {
  private var arguments = Array(CommandLine.arguments.dropFirst())

  static func main() {
    let watch = Stopwatch()
    var program = GradusBench()
    program.run(since: watch)
  }

  private mutating func run(since watch: Stopwatch) {
    guard arguments != ["startup"] else { return Output.line("\(FirstStep.milliseconds(since: watch))") }
    let folder = option("--data") ?? "."
    ThreadPool.shared.setThreads(option("--threads").flatMap { Int($0) } ?? 1)
    guard arguments != ["--turns"] else { return Turns.answer(folder: folder) }
    guard let name = arguments.first else {
      Output.fail("gradus-bench [--data FOLDER] [--threads N] CASE [RUNS] | --turns | startup")
    }
    Turns.runByHand(name, folder: folder, runs: arguments.dropFirst().first.flatMap { Int($0) } ?? 5)
  }

  /// The word after an option, taken out of the arguments; nil where the option is not there.
  private mutating func option(_ name: String) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(place...place + 1) }
    return arguments[place + 1]
  }
}
