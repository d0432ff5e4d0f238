/// Recurrent networks over whole sequences, each of them one operation.
///
/// Inputs: x `[B, T, E]`, W_x `[E, gates * H]`, W_h `[H, gates * H]`, the bias, and where wanted the state to begin with,
/// `[B, H]` each; zeros otherwise. Output: the h of every step, `[B, T, H]`; its last row is the last state. Sequences of
/// no step, batches of no row and inputs of no column are allowed.
extension Operation {
  /// Long short-term memory; gates in the order i, f, g, o; bias `[4 H]`; state h and c.
  ///
  /// `[i, f, g, o] = x_t W_x + h_(t-1) W_h + b`; `c_t = sigmoid(f) c_(t-1) + sigmoid(i) tanh(g)`;
  /// `h_t = sigmoid(o) tanh(c_t)`. Source: Hochreiter and Schmidhuber (1997), "Long short-term memory".
  ///
  /// - Parameter returningCells: whether the last cells follow the last h; the output is `[B, T + 1, H]` then.
  public static func lstm(returningCells: Bool = false) -> Operation {
    Operation(.lstm) { (inputs: [Tensor]) -> Result in
      let all = lstmInputs(inputs, returningCells)
      return all.result(keeping: [all.joined(), all.room(RecurrentLSTM.keptCount(units: all.sizes.units)), all.cells()])
      { weights, bias, sums, kept, y in
        let run = RecurrentLSTM(sizes: all.sizes, joined: kept[0], kept: kept[1], cells: kept[2])
        run.forward(weights, bias: bias, sums: sums, y: y)
        if returningCells { run.copyLastCells(to: y) }
      }
    } backward: { pass in
      let all = lstmInputs(pass.inputs, returningCells)
      var back = RecurrentPass(all, pass)
      return back.gradients([(rows: 0..<all.sizes.joined, sums: 0..<4 * all.sizes.units, column: 0)]) {
        weights, gradients, kept, dc in
        RecurrentLSTM(sizes: all.sizes, joined: kept[0], kept: kept[1], cells: kept[2])
          .backward(weights, gradients, dc: dc)
      }
    }
  }

  private static func lstmInputs(_ inputs: [Tensor], _ returningCells: Bool) -> RecurrentInputs {
    RecurrentInputs("lstm", inputs, gates: 4, sums: 4, states: 2, moreSteps: returningCells ? 1 : 0)
  }

  /// The gated recurrent unit; gates in the order r, z, n; bias `[4 H]`: b_r, b_z, b_xn, b_hn.
  ///
  /// `r = sigmoid(x W_xr + h W_hr + b_r)`; `z = sigmoid(x W_xz + h W_hz + b_z)`;
  /// `n = tanh(x W_xn + b_xn + r (h W_hn + b_hn))`; `h' = (1 - z) n + z h`.
  /// Source: Cho et al. (2014). Differs from the source: r acts after the product, as in PyTorch.
  public static let gru = Operation(.gru) { (inputs: [Tensor]) -> Result in
    let all = RecurrentInputs("gru", inputs, gates: 3, sums: 4)
    return all.result(keeping: [all.joined(), all.room(4 * all.sizes.units)]) { weights, bias, sums, kept, y in
      RecurrentGRU(sizes: all.sizes, joined: kept[0], gates: kept[1]).forward(weights, bias: bias, sums: sums, y: y)
    }
  } backward: { pass in
    let all = RecurrentInputs("gru", pass.inputs, gates: 3, sums: 4)
    let (E, H, width) = (all.sizes.inputs, all.sizes.units, all.sizes.joined)
    var back = RecurrentPass(all, pass)
    // r and z see inputs and state alike; n has a sum of its own for each.
    return back.gradients([
      (rows: 0..<width, sums: 0..<2 * H, column: 0), (rows: 0..<E, sums: 2 * H..<3 * H, column: 2 * H),
      (rows: E..<width, sums: 3 * H..<4 * H, column: 2 * H),
    ]) { weights, gradients, kept, _ in
      RecurrentGRU(sizes: all.sizes, joined: kept[0], gates: kept[1]).backward(weights, gradients)
    }
  }

  /// The plain recurrent network, `h_t = tanh(x_t W_x + h_(t-1) W_h + b)`. Source: Elman (1990).
  public static let rnn = Operation(.rnn) { (inputs: [Tensor]) -> Result in
    let all = RecurrentInputs("rnn", inputs, gates: 1, sums: 1)
    return all.result(keeping: [all.joined()]) { weights, bias, sums, kept, y in
      RecurrentTanh(sizes: all.sizes, joined: kept[0]).forward(weights, bias: bias, sums: sums, y: y)
    }
  } backward: { pass in
    let all = RecurrentInputs("rnn", pass.inputs, gates: 1, sums: 1)
    var back = RecurrentPass(all, pass)
    return back.gradients([(rows: 0..<all.sizes.joined, sums: 0..<all.sizes.units, column: 0)]) {
      weights, gradients, kept, _ in
      RecurrentTanh(sizes: all.sizes, joined: kept[0]).backward(weights, gradients)
    }
  }
}
