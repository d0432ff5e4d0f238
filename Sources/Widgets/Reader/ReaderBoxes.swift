import Markup

/// What stands in the place of fences and pictures: the reader knows neither demos nor files.
public struct ReaderBoxes {
  /// Rows of at most the given columns for a fence.
  public var fence: (Fence, Int) -> [StyledLine]
  /// Rows of at most the given columns for a picture below Assets; nil where it can't be read.
  public var image: (String, Int) -> [StyledLine]?

  public init(
    fence: @escaping (Fence, Int) -> [StyledLine], image: @escaping (String, Int) -> [StyledLine]? = { _, _ in nil }
  ) {
    self.fence = fence
    self.image = image
  }
}
