import Course
import Demos
import Wording

/// A statement about a run as a person says it: "loss at most 0.005 within 50 steps".
struct ClaimSpeech {
  private let talk: LinearTalk
  private let card: DemoCard?

  /// - Parameter demo: whose metrics it speaks of.
  init(_ talk: LinearTalk, demo: String) {
    self.talk = talk
    card = DemoCatalogue.demo(demo)?.card
  }

  func words(_ claim: Claim) -> String {
    let plain = [side(claim.left), talk.words("linear.claim.\(Self.name(claim.relation))"), side(claim.right)]
      .joined(separator: " ")
    guard let within = claim.within else { return plain }
    return talk.words("linear.claim.within", ["claim": plain, "steps": String(within)])
  }

  private func side(_ side: Claim.Side) -> String {
    switch side {
    case .number(let value): SpokenNumber(language: talk.language).of(value)
    case .metric(let name, at: nil): title(name)
    case .metric(let name, at: let step?):
      talk.words("linear.claim.at", ["metric": title(name), "step": String(step)])
    }
  }

  private func title(_ metric: String) -> String { card?.metricTitles[metric]?[talk.language] ?? metric }

  private static func name(_ relation: Claim.Relation) -> String {
    switch relation {
    case .less: "less"
    case .atMost: "at-most"
    case .greater: "greater"
    case .atLeast: "at-least"
    case .equal: "equal"
    case .near: "about"
    }
  }
}
