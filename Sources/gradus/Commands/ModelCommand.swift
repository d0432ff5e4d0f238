import ArgumentParser
import Foundation
import Language
import Wording

/// `gradus model`: the models that this project trains.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "List and train the models that Gradus ships.",
    subcommands: [ModelListCommand.self, ModelTrainCommand.self])
}

/// `gradus model list`
struct ModelListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the models that ship.")

  @OptionGroup var content: ContentOptions

  func run() throws {
    let folder = try content.folders().assets.appendingPathComponent("checkpoints")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names.sorted() { print(name) }
  }
}

/// `gradus model train self-attention`: makes the shipped checkpoint anew.
struct ModelTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model that ships, by the command written in its SOURCE.md.")

  @Argument(help: "The model's name: self-attention.")
  var name: String

  @Option(help: "How many training steps.")
  var steps = 9000

  @Option(help: "The seed of everything random; same seed, same weights.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The folder to write; the shipped one when left out.", valueName: "dir"))
  var output: String?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    guard steps > 0 else { throw ValidationError("--steps: expected a whole number from 1, got \(steps).") }
  }

  func run() throws {
    guard name == "self-attention" else {
      throw Failure.unknown("model to train", name, known: ["self-attention"], see: "model list")
    }
    let assets = try content.folders().assets
    let folder = output ?? assets.appendingPathComponent("checkpoints/self-attention").path
    do {
      let corpus = try AttentionTraining.corpus(assets: assets.path)
      let settings = AttentionTrainer.Settings(steps: steps, seed: seed)
      let checkpoint = AttentionTraining.checkpoint(corpus, settings, progress: report)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try checkpoint.write(to: folder)
      print("Wrote \(folder); held-out loss \(checkpoint.notes["held-out loss"] ?? "unknown") nats a token.")
    } catch let error as CheckpointError {
      throw Failure.report("\(error)")
    } catch { throw Failure.report("\(folder) can't be written: \(error.localizedDescription)") }
  }

  private func report(_ step: Int, _ loss: Double) {
    guard step % 100 == 0 || step == steps else { return }
    print("step \(step) of \(steps)  loss \(NumberText.fixed(loss, decimals: 3)) nats a token")
  }
}
