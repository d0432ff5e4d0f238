import Wording

/// What is happening to the leading marble, judged from its last steps.
struct DescentNarration {
  /// The verdicts, each for its own pattern of the last steps.
  enum Verdict: Hashable {
    case waiting, diverged, growing, arrived, wrongValley, atSaddle, swinging, zigzagging, crawling, descending
  }

  private let demo: GradientDescentDemo
  private let marble: Marble

  init(_ demo: GradientDescentDemo) {
    self.demo = demo
    marble = demo.leader
  }

  /// How many steps back it looks, at most five.
  private var window: Int { min(5, marble.losses.count - 1) }

  /// The loss now over the loss a window ago.
  private var ratio: Double { marble.loss / marble.losses[marble.losses.count - 1 - window] }

  /// The same for the part of the loss above the nearest minimum, which is all that a walk can still take off.
  private var excessRatio: Double {
    let nearest = demo.surface.minima.min { ($0 - marble.w).length < ($1 - marble.w).length }
    let floor = nearest.map { demo.surface.loss($0) } ?? 0
    let before = marble.losses[marble.losses.count - 1 - window] - floor
    return before > 0 ? (marble.loss - floor) / before : ratio
  }

  var verdict: Verdict {
    if marble.hasDiverged { return .diverged }
    if window == 0 { return .waiting }
    let slope = demo.surface.gradient(marble.w).length
    if demo.distance(marble) < 0.01 && slope < 0.1 { return isInWrongValley ? .wrongValley : .arrived }
    if ratio > 1.001 { return .growing }
    if let saddle = demo.surface.saddlePoint, (marble.w - saddle).length < 0.4, slope < 0.3 { return .atSaddle }
    if let axis = overshotAxis { return ratio > 0.999 && abs(marble.w[axis]) > 0.01 ? .swinging : .zigzagging }
    return excessRatio > 0.98 ? .crawling : .descending
  }

  /// The axis whose slope matters and changed its sign at every one of the last steps, three at least; y first, the
  /// steeper one.
  private var overshotAxis: Int? {
    let last = marble.gradients.suffix(window + 1)
    guard last.count >= 4 else { return nil }
    return [1, 0].first { axis in
      zip(last, last.dropFirst()).allSatisfy { $0[axis] * $1[axis] < 0 && abs($1[axis]) > 0.05 * $1.length }
    }
  }

  private var isInWrongValley: Bool { demo.surface.loss(demo.surface.minima[0]) < marble.loss - 0.01 }

  var sentence: Bilingual {
    let first = main
    guard demo.chosen == nil, demo.stepCount > 0, let race else { return first }
    return Bilingual(en: first.en + " " + race.en, zh: first.zh + race.zh)
  }

  private var main: Bilingual {
    let (name, rate) = (marble.optimizer.title, NumberText.short(demo.rates.learningRate))
    let loss = NumberText.short(marble.loss, digits: 3)
    switch verdict {
    case .waiting: return waiting(loss)
    case .diverged: return diverged(name, rate)
    case .growing:
      let grown = percent(ratio - 1)
      return Bilingual(
        en: "\(name.en): the rate \(rate) is too large: the loss grew \(grown) in the last \(steps.en).",
        zh: "\(name.zh)：学习率 \(rate) 太大，损失在最近 \(window) 步里增加了 \(grown)。")
    case .arrived:
      let distance = NumberText.short(demo.distance(marble), digits: 2)
      return Bilingual(
        en: "\(name.en) has arrived: \(distance) from the minimum, loss \(loss).",
        zh: "\(name.zh)：已到谷底，离极小值点 \(distance)，损失 \(loss)。")
    case .wrongValley:
      let lowest = demo.surface.minima[0]
      let place = "(\(NumberText.short(lowest.x)), \(NumberText.short(lowest.y)))"
      return Bilingual(
        en:
          "\(name.en) rests in the shallower valley, at loss \(loss); the slope here is 0, yet a deeper one lies at \(place).",
        zh: "\(name.zh)：停在较浅的谷里，损失 \(loss)；此处坡度为 0，但 \(place) 处还有更深的谷。")
    case .atSaddle: return saddle(name, loss)
    default: return underway(name, rate, loss)
    }
  }
}

extension DescentNarration {
  private var steps: Bilingual {
    Bilingual(en: window == 1 ? "step" : "\(window) steps", zh: "\(window) 步")
  }

  private func waiting(_ loss: String) -> Bilingual {
    let slope = NumberText.short(demo.surface.gradient(marble.w).length, digits: 3)
    return Bilingual(
      en: "The marble waits at the start: loss \(loss), slope \(slope). Each step goes against the slope.",
      zh: "弹珠在起点等待：损失 \(loss)，坡度 \(slope)。每一步都朝坡度的反方向走。")
  }

  private func diverged(_ name: Bilingual, _ rate: String) -> Bilingual {
    let step = marble.divergedAt ?? 0
    if marble.optimizer == .sgd, let critical = demo.surface.criticalRate, demo.rates.learningRate > critical {
      let limit = NumberText.short(critical)
      return Bilingual(
        en:
          "\(name.en) diverged at step \(step): the rate \(rate) is above \(limit), the most this surface bears; every step lands higher on the other side.",
        zh: "\(name.zh)：第 \(step) 步发散，学习率 \(rate) 超过了这个地形的上限 \(limit)，每一步都落到对面更高的地方。")
    }
    return Bilingual(
      en:
        "\(name.en) diverged at step \(step): the rate \(rate) is too large here, the loss passed a million. Try a tenth of it.",
      zh: "\(name.zh)：第 \(step) 步发散，学习率 \(rate) 在这里太大，损失超过了一百万。试试它的十分之一。")
  }

  private func saddle(_ name: Bilingual, _ loss: String) -> Bilingual {
    let slope = NumberText.short(demo.surface.gradient(marble.w).length, digits: 2)
    return Bilingual(
      en:
        "\(name.en) hesitates near the saddle: the slope is only \(slope), though loss \(loss) is no minimum: there is a way down.",
      zh: "\(name.zh)：在鞍点附近徘徊，坡度只有 \(slope)，但损失 \(loss) 并非极小值，还有下坡的路。")
  }

  private func underway(_ name: Bilingual, _ rate: String, _ loss: String) -> Bilingual {
    let fallen = percent(1 - ratio)
    let axis = overshotAxis == 0 ? "x" : "y"
    switch verdict {
    case .swinging:
      return Bilingual(
        en:
          "\(name.en) swings for ever: at rate \(rate) each step jumps to the mirror place in \(axis), and the loss stays at \(loss).",
        zh: "\(name.zh)：永远来回跳，学习率 \(rate) 让每一步都跳到 \(axis) 的镜像位置，损失停在 \(loss)。")
    case .zigzagging:
      return Bilingual(
        en:
          "\(name.en) zigzags: \(axis) overshot the bottom at each of the last \(steps.en), yet the loss fell \(fallen), to \(loss).",
        zh: "\(name.zh)：走之字，最近 \(window) 步里 \(axis) 每步都越过谷底，但损失仍降了 \(fallen)，到 \(loss)。")
    case .crawling:
      return Bilingual(
        en:
          "\(name.en) crawls: the loss fell only \(fallen) in the last \(steps.en), to \(loss). The rate \(rate) is small for this slope.",
        zh: "\(name.zh)：走得很慢，最近 \(window) 步损失只降了 \(fallen)，到 \(loss)。学习率 \(rate) 对这个坡度偏小。")
    default:
      return Bilingual(
        en: "\(name.en) descends: the loss fell \(fallen) in the last \(steps.en), to \(loss).",
        zh: "\(name.zh)：正在下坡，最近 \(window) 步损失降了 \(fallen)，到 \(loss)。")
    }
  }

  /// Who is in front, and who is out.
  private var race: Bilingual? {
    let running = demo.shown.filter { !$0.hasDiverged && $0.loss.isFinite }
    guard let first = running.min(by: { $0.loss < $1.loss }) else {
      return Bilingual(en: "All four are out.", zh: "四个全部出局。")
    }
    guard first.optimizer != marble.optimizer else { return nil }
    let loss = NumberText.short(first.loss, digits: 2)
    return Bilingual(
      en: "In front: \(first.optimizer.title.en), loss \(loss).", zh: "领先者：\(first.optimizer.title.zh)，损失 \(loss)。")
  }

  private func percent(_ share: Double) -> String {
    let value = share * 100
    return NumberText.fixed(value, decimals: abs(value) < 10 ? 1 : 0) + " %"
  }
}
