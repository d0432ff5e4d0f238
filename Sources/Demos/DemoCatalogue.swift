/// Every demo there is: one line each.
public enum DemoCatalogue {
  public static let all: [any Demo.Type] = [
    GradientDescentDemo.self,
    BackpropagationDemo.self,
    SelfAttentionDemo.self,
  ]

  public static func demo(_ id: String) -> (any Demo.Type)? { all.first { $0.card.id == id } }
}
