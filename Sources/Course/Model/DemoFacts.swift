/// What the checker must know of demos, sources and pictures without importing them.
public struct DemoFacts: Hashable, Sendable {
  public var demos: [DemoFact]
  /// Ids of the source regions: `Demos/GradientDescent/Optimizers.swift#sgd`.
  public var regions: [String]
  /// The pictures below Assets, by their paths.
  public var images: [String]

  public init(demos: [DemoFact], regions: [String], images: [String] = []) {
    self.demos = demos
    self.regions = regions
    self.images = images
  }

  public func demo(_ id: String) -> DemoFact? { demos.first { $0.id == id } }
}

/// One demo's ids and what its knobs accept.
public struct DemoFact: Hashable, Sendable {
  public enum Accepted: Hashable, Sendable {
    case numbers(ClosedRange<Double>)
    case choices([String])
  }

  public var id: String
  public var knobs: [String: Accepted]
  public var presets: [String]
  public var metrics: [String]
  public var takesText: Bool

  public init(
    id: String, knobs: [String: Accepted], presets: [String] = [], metrics: [String], takesText: Bool = false
  ) {
    self.id = id
    self.knobs = knobs
    self.presets = presets
    self.metrics = metrics
    self.takesText = takesText
  }
}
