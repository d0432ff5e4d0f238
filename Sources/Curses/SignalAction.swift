#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a signal does, set and put back.
struct SignalAction {
  private let number: Int32
  private let before: sigaction

  /// Installs `handler` for a signal.
  init(_ number: Int32, flags: Int32, handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = flags
    sigemptyset(&action.sa_mask)
    var before = sigaction()
    sigaction(number, &action, &before)
    self.number = number
    self.before = before
  }

  /// Changes nothing: `restore` puts back what is set now.
  init(keeping number: Int32) {
    var before = sigaction()
    sigaction(number, nil, &before)
    self.number = number
    self.before = before
  }

  /// Gives a signal its default action.
  init(default number: Int32) {
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    var before = sigaction()
    sigaction(number, &action, &before)
    self.number = number
    self.before = before
  }

  func restore() {
    var before = before
    sigaction(number, &before, nil)
  }
}
