import Foundation
import PackagePlugin

/// Writes the marked regions of the sources into the program, so that lessons show the very code that runs.
@main
struct SourceRegionsPlugin: BuildToolPlugin {
  /// The targets whose sources may be shown.
  private static let shown = ["Demos", "MiniML", "Language"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = context.package.directoryURL.appending(path: "Sources")
    let files = Self.shown.flatMap { swiftFiles(below: sources.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "SourceRegions.swift")
    return [
      .buildCommand(
        displayName: "Collect source regions",
        executable: try context.tool(named: "RegionWriter").url,
        arguments: [output.path(), sources.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  private func swiftFiles(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
      .sorted { $0.path() < $1.path() }
  }
}
