import Terminal

/// Takes pictures of one size, one after another, and makes a file of them. Same pictures, same bytes.
public protocol Recorder {
  /// Takes the next picture.
  mutating func add(_ picture: Surface)

  /// The whole file.
  func text(_ caption: Caption) -> String
}
