/// How this build's kernels round: what makes the last digits of a run differ from one machine's build to another's.
public enum KernelVariant: UInt8, CaseIterable, Sendable {
  /// `a * b + c` in one instruction with one rounding.
  case fused = 1
  /// A product and a sum, each rounded: builds for machines without that instruction.
  case portable = 2

  #if GRADUS_PORTABLE
    public static let current = KernelVariant.portable
  #else
    public static let current = KernelVariant.fused
  #endif
}
