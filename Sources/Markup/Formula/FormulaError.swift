/// Why a formula could not be read.
public struct FormulaError: Error, Hashable {
  public enum Kind: Hashable, Sendable {
    case unknownCommand(String, near: String?)
    case unknownEnvironment(String)
    /// A command such as `\frac` at the end.
    case missingArgument(String)
    case unclosedGroup
    case unexpected(String)
    case unclosedEnvironment(String)
    case unclosedDelimiter
    /// `x_1_2`.
    case doubleScript(String)
    case tooDeep
  }

  public let kind: Kind
  /// Characters of the LaTeX before the fault.
  public let column: Int

  public init(_ kind: Kind, column: Int) {
    self.kind = kind
    self.column = column
  }
}
