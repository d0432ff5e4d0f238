import ArgumentParser
import Demos
import Foundation
import Language

/// `gradus model`: the models that this project trains itself.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Train the models that the demos run on.", subcommands: [ModelTrainCommand.self])
}

/// `gradus model train self-attention`: makes the checkpoint of a demo again, from the data that ships.
struct ModelTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model from the data that ships and write its checkpoint.")

  @Argument(help: "The model's name: self-attention.")
  var name: String

  @Option(help: "Training steps.")
  var steps = 9_000

  @Option(help: "The seed of weights and sentences.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Where to write weights.safetensors and vocabulary.txt, when it is not where the demo reads them.",
      valueName: "dir"))
  var output: String?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    guard steps > 0 else { throw ValidationError("--steps must be at least 1, got \(steps).") }
  }

  func run() throws {
    guard name == "self-attention" else {
      throw Failure.report(
        "there is no model named \"\(name)\"; the one that can be trained is self-attention", Failure.usage)
    }
    let assets = try content.folders().assets.path
    let output = output ?? assets + "/" + Checkpoints.selfAttentionFolder
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      try train(assets: assets).write(to: output)
    } catch let error as CheckpointError {
      throw Failure.report(error.message.en)
    } catch {
      throw Failure.report("the folder \(output) cannot be made; give another with --output")
    }
    print("written to \(output)")
  }

  private func train(assets: String) throws(CheckpointError) -> AttentionCheckpoint {
    let corpus = try AttentionTraining.corpus(assets: assets)
    return AttentionTraining.checkpoint(corpus, .init(steps: steps, seed: seed)) { step, loss in
      if step % 100 == 0 || step == steps { print("step \(step) of \(steps)  loss \((loss * 1000).rounded() / 1000)") }
    }
  }
}
