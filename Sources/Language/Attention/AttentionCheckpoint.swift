import MiniML

/// A trained attention model with its vocabulary, and how it was made.
public struct AttentionCheckpoint: Sendable {
  public let model: AttentionModel
  public let vocabulary: WordVocabulary
  /// Steps, seed, losses: as the training wrote them.
  public let notes: [String: String]

  public init(model: AttentionModel, vocabulary: WordVocabulary, notes: [String: String]) {
    self.model = model
    self.vocabulary = vocabulary
    self.notes = notes
  }

  /// Reads `weights.safetensors` and `vocabulary.txt` of a folder; every shape is checked.
  public init(folder: String) throws(CheckpointError) {
    let (weightsPath, wordsPath) = (folder + "/weights.safetensors", folder + "/vocabulary.txt")
    guard let words = FileBytes.read(wordsPath) else { throw .missingFile(path: wordsPath) }
    guard let bytes = FileBytes.read(weightsPath) else { throw .missingFile(path: weightsPath) }
    let vocabulary = WordVocabulary(text: String(decoding: words, as: UTF8.self))
    do {
      let file = try Safetensors(bytes: bytes)
      try self.init(file, vocabulary, weightsPath)
    } catch let error as SafetensorsError {
      throw .weights(path: weightsPath, error)
    } catch let error as CheckpointError {
      throw error
    } catch {
      throw .missingFile(path: weightsPath)
    }
  }

  private init(_ file: Safetensors, _ vocabulary: WordVocabulary, _ path: String) throws {
    guard let heads = file.metadata["heads"].flatMap(Int.init), let table = file.tensors["token.weight"],
      table.rank == 2,
      let positions = file.tensors["position.weight"], positions.rank == 2, table.shape[0] == vocabulary.count,
      heads > 0, table.shape[1] > 0, table.shape[1] % heads == 0, positions.shape[0] > 0,
      positions.shape[1] == table.shape[1]
    else { throw CheckpointError.doesNotFit(path: path, words: vocabulary.count) }
    var source = RandomSource(seed: 0)
    let shape = AttentionModel.Shape(
      vocabulary: vocabulary.count, positions: positions.shape[0], channels: table.shape[1], heads: heads)
    var model = AttentionModel(shape, &source)
    model.parameters = try model.parameters.map { parameter in
      Parameter(parameter.name, try file.tensor(parameter.name, shape: parameter.value.shape))
    }
    self.init(model: model, vocabulary: vocabulary, notes: file.metadata)
  }

  /// Writes both files into a folder that exists.
  public func write(to folder: String, as format: NumberFormat = .float16) throws(CheckpointError) {
    var notes = notes
    notes["heads"] = String(model.shape.heads)
    let tensors = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value) })
    let weights = Safetensors(tensors: tensors, metadata: notes).bytes(as: format)
    for (path, bytes) in [
      (folder + "/weights.safetensors", weights), (folder + "/vocabulary.txt", Array(vocabulary.text.utf8)),
    ] {
      guard FileBytes.write(bytes, to: path) else { throw .cannotWrite(path: path) }
    }
  }
}

/// Why a checkpoint could not be had.
public enum CheckpointError: Error, Hashable, Sendable {
  /// Nobody said where the program's files are.
  case noAssetFolder
  case missingFile(path: String)
  case weights(path: String, SafetensorsError)
  /// The weights are for another vocabulary, or hold no number of heads.
  case doesNotFit(path: String, words: Int)
  case cannotWrite(path: String)
}
