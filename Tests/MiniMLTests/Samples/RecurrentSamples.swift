import MiniML

extension OperationSample {
  /// Without and with a state to begin with.
  static let recurrences = [
    OperationSample(.lstm(), [[2, 3, 2], [2, 12], [3, 12], [12]]),
    OperationSample(.lstm(), [[2, 3, 2], [2, 12], [3, 12], [12], [2, 3], [2, 3]], name: "lstm-state"),
    OperationSample(
      .lstm(returningCells: true), [[2, 3, 2], [2, 12], [3, 12], [12], [2, 3], [2, 3]], name: "lstm-cells"),
    OperationSample(.gru, [[2, 3, 2], [2, 9], [3, 9], [12]]),
    OperationSample(.gru, [[2, 3, 2], [2, 9], [3, 9], [12], [2, 3]], name: "gru-state"),
    OperationSample(.rnn, [[2, 3, 2], [2, 3], [3, 3], [3]]),
    OperationSample(.rnn, [[2, 3, 2], [2, 3], [3, 3], [3], [2, 3]], name: "rnn-state"),
  ]
}
