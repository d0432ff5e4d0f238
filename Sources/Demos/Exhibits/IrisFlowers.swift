import Language
import MiniML

/// Anderson's iris flowers, as `Assets/datasets/iris` holds them.
struct IrisFlowers: Sendable {
  struct Flower: Sendable {
    /// Sepal length and width, petal length and width, in centimetres.
    let lengths: [Double]
    let species: Int
  }

  static let species = ["setosa", "versicolor", "virginica"]

  let flowers: [Flower]

  /// Read once; empty where the file can't be read.
  static let shared = IrisFlowers(text: AssetText.read("datasets/iris/iris.csv") ?? "")

  /// Lines of four numbers and a species; what is none is left out, as the heading.
  init(text: String) {
    flowers = text.split(whereSeparator: \.isNewline).compactMap { line in
      let cells = line.split(separator: ",")
      let lengths = cells.prefix(4).compactMap { Double($0) }
      guard cells.count == 5, lengths.count == 4, let species = Self.species.firstIndex(of: String(cells[4])) else {
        return nil
      }
      return Flower(lengths: lengths, species: species)
    }
  }

  /// One measure of one species.
  func values(_ feature: Int, species: Int) -> [Double] {
    flowers.filter { $0.species == species }.map { $0.lengths[feature] }
  }

  func values(_ feature: Int) -> [Double] { flowers.map { $0.lengths[feature] } }
}

/// A file of the assets as text.
enum AssetText {
  /// Nil where it can't be read.
  static func read(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  static func bytes(_ path: String) -> [UInt8]? { AssetFolder.path.flatMap { FileBytes.read($0 + "/" + path) } }
}
