/// The tiles of a group of images, and the zeros around these.
///
/// Neighbouring tiles begin two pixels apart; a tile that looks over an edge reads zeros.
struct WinogradTiles {
  /// What a tile starts with and what of it is wanted.
  struct Tile {
    /// Where its first pixel lies among the padded images of the group.
    let source: Int
    /// Where its first output lies.
    let target: Int
    /// Whether its lower and its right outputs lie inside the image.
    let hasBelow: Bool
    let hasRight: Bool
  }

  let padded: PaddedImages
  /// Of outputs.
  let rows: Int
  let columns: Int

  init(rows: SlidingWindow, columns: SlidingWindow, channels: Int) {
    padded = PaddedImages(
      rows: ConvolutionAxis(pairs: rows), columns: ConvolutionAxis(pairs: columns), channels: channels)
    self.rows = rows.positions
    self.columns = columns.positions
  }

  /// Tiles of one image.
  var count: Int { ((rows + 1) / 2) * ((columns + 1) / 2) }

  /// Images that are done together: enough tiles for one run of the products.
  var group: Int { max(1, Winograd.tiles / count) }

  /// All tiles of so many images, whose outputs have so many channels.
  func list(images: Int, targets: Int) -> [Tile] {
    (0..<images).flatMap { image in
      stride(from: 0, to: rows, by: 2).flatMap { y in
        stride(from: 0, to: columns, by: 2).map { x in
          Tile(
            source: image * padded.imagePitch + y * padded.rowPitch + x * padded.channels,
            target: ((image * rows + y) * columns + x) * targets, hasBelow: y + 1 < rows, hasRight: x + 1 < columns)
        }
      }
    }
  }
}
