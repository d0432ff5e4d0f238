/// The version of this program: a demo may compute something else in another.
public struct ReleaseVersion: Hashable, Sendable, CustomStringConvertible {
  public let major: UInt8
  public let minor: UInt8
  public let patch: UInt8

  public static let current = ReleaseVersion(major: 0, minor: 1, patch: 0)

  public init(major: UInt8, minor: UInt8, patch: UInt8) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  public var description: String { "\(major).\(minor).\(patch)" }
}
