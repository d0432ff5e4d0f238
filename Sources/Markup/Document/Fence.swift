/// A fenced block that the engine knows.
public struct Fence: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Starts a demo: `demo gradient-descent learning-rate=0.1`.
    case demo
    /// Shows a region of the source that runs: `source Demos/GradientDescent/Optimizers.swift#sgd`.
    case source
    /// The learner commits to a number before the run decides.
    case predict
    /// A guided experiment.
    case `try`
    /// The same in Python.
    case python
  }

  public let kind: Kind
  /// What follows the kind on the opening line.
  public let arguments: String
  public let body: String
  /// The file's line of the opening line; the body begins on the next.
  public let line: Int

  public init(_ kind: Kind, arguments: String, body: String, line: Int) {
    self.kind = kind
    self.arguments = arguments
    self.body = body
    self.line = line
  }
}

extension Document {
  /// Every fence in reading order, those inside lists and quotes too.
  public var fences: [Fence] { blocks.flatMap(\.fences) }
}

extension Block {
  var fences: [Fence] {
    switch kind {
    case .fence(let fence): [fence]
    case .quote(let blocks), .callout(_, let blocks): blocks.flatMap(\.fences)
    case .list(let list): list.items.joined().flatMap(\.fences)
    default: []
    }
  }
}
