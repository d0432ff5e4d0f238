import Synchronization

/// The checkpoints that ship with the program, each read when it is first asked for.
public enum Checkpoints {
  private static let selfAttentionCache = Mutex<[String: AttentionCheckpoint]>([:])

  /// The folder of the self-attention model below the asset folder.
  public static let selfAttentionFolder = "checkpoints/self-attention"

  /// The model of the demo *self-attention*; kept after the first reading.
  public static func selfAttention() throws(CheckpointError) -> AttentionCheckpoint {
    guard let assets = AssetFolder.path else { throw .noAssetFolder }
    let folder = assets + "/" + selfAttentionFolder
    if let known = selfAttentionCache.withLock({ $0[folder] }) { return known }
    let checkpoint = try AttentionCheckpoint(folder: folder)
    selfAttentionCache.withLock { $0[folder] = checkpoint }
    return checkpoint
  }
}
