import Course
import Foundation

/// Runs the Python twins with the interpreter of `GRADUS_PYTHON`, else `python3`, without network or user packages.
struct PythonSnippetJudge: SnippetJudge {
  /// A snippet that takes longer is stopped.
  private static let seconds = 60.0

  func run(_ source: String, needs: [String]) -> SnippetOutcome {
    let imports = needs.map { "import \($0)" }.joined(separator: "\n")
    guard case .printed = execute(imports) else { return .unavailable }
    return execute(source)
  }

  private func execute(_ source: String) -> SnippetOutcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["GRADUS_PYTHON"] ?? "python3", "-"]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    do { try process.run() } catch { return .unavailable }
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + Self.seconds)
    timer.setEventHandler { process.terminate() }
    timer.resume()
    try? input.fileHandleForWriting.write(contentsOf: Data(source.utf8))
    try? input.fileHandleForWriting.close()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    timer.cancel()
    guard process.terminationStatus != 127 else { return .unavailable }
    guard process.terminationStatus == 0 else {
      return .failed(lastLine: said.split(whereSeparator: \.isNewline).last.map(String.init) ?? "no output")
    }
    return .printed(printed)
  }
}
