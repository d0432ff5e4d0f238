import MiniML

/// The whole training of the self-attention model, from the data that ships to a checkpoint.
public enum AttentionTraining {
  /// The folder of the real sentences below the asset folder.
  public static let datasetFolder = "datasets/short-sentences"

  /// The corpus that ships, read from the asset folder.
  public static func corpus(assets: String) throws(CheckpointError) -> AttentionCorpus {
    let english = try text(assets + "/" + datasetFolder + "/english.txt")
    return AttentionCorpus(english: english, chinese: try text(assets + "/" + datasetFolder + "/chinese.txt"))
  }

  /// Trains to the end. Same corpus and settings, same checkpoint, bit for bit on machines of one kind.
  ///
  /// - Parameter progress: told, after each step, its number and the running mean of the loss in nats a token.
  public static func checkpoint(
    _ corpus: AttentionCorpus, _ settings: AttentionTrainer.Settings, progress: (_ step: Int, _ loss: Double) -> Void
  ) -> AttentionCheckpoint {
    var trainer = AttentionTrainer(corpus, settings)
    var mean = 0.0
    while trainer.step < settings.steps {
      let loss = trainer.trainStep()
      mean = trainer.step == 1 ? loss : 0.99 * mean + 0.01 * loss
      progress(trainer.step, mean)
    }
    let notes = [
      "command": "gradus model train self-attention --steps \(settings.steps) --seed \(settings.seed)",
      "steps": String(settings.steps), "seed": String(settings.seed), "loss": rounded(mean),
      "held-out loss": rounded(trainer.heldOutLoss()),
    ]
    return AttentionCheckpoint(model: trainer.model, vocabulary: corpus.vocabulary, notes: notes)
  }

  private static func text(_ path: String) throws(CheckpointError) -> String {
    guard let bytes = FileBytes.read(path) else { throw .missingFile(path: path) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func rounded(_ loss: Double) -> String {
    loss.isFinite ? String((loss * 10_000).rounded() / 10_000) : String(loss)
  }
}
