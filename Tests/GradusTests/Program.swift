import Foundation

/// The program as built beside these tests, run as somebody would run it in a shell.
struct Program {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// The output as JSON; nil where it is none.
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed) }
    var object: [String: Any] { json as? [String: Any] ?? [:] }
    var rows: [[String: Any]] { json as? [[String: Any]] ?? [] }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let file: URL = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "gradus")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : root.appending(path: ".build/debug/gradus")
  }()

  /// A folder for what a run may keep, and for the files it is given; removed by the test's end.
  let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// Runs it with nothing of this machine's environment but what is named.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  /// - Parameter input: what it reads; nothing when nil.
  func run(_ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws -> Outcome {
    let name = UUID().uuidString
    let (output, errors) = (try home.write("\(name).out", ""), try home.write("\(name).err", ""))
    let process = Process()
    process.executableURL = Self.file
    process.arguments = arguments
    process.environment = ["GRADUS_HOME": home.path, "LANG": "C.UTF-8", "TERM": "xterm-256color"].merging(environment) {
      $1
    }
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(filePath: try home.write("\(name).in", $0))) }
      ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
