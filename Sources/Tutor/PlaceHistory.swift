/// Where a learner has been, as a browser keeps it: back, forward, and a new way cuts off what was ahead.
struct PlaceHistory: Hashable {
  /// Places kept at most.
  static let limit = 100

  private(set) var places: [TutorPlace] = []
  private(set) var index = -1

  var current: TutorPlace? { places.indices.contains(index) ? places[index] : nil }
  var canGoBack: Bool { index > 0 }
  var canGoForward: Bool { index + 1 < places.count }

  /// Notes where in the current place the learner is now, so that coming back leads there.
  mutating func update(_ place: TutorPlace?) {
    guard let place, let current, current.isSame(as: place) else { return }
    places[index] = place
  }

  /// A place was entered.
  mutating func visit(_ place: TutorPlace?) {
    guard let place else { return }
    if let current, current.isSame(as: place) { return update(place) }
    places.removeSubrange((index + 1)...)
    places.append(place)
    if places.count > Self.limit { places.removeFirst() }
    index = places.count - 1
  }

  /// Goes back or forward; nil, and nothing done, at the end.
  mutating func move(by places: Int) -> TutorPlace? {
    guard self.places.indices.contains(index + places) else { return nil }
    index += places
    return current
  }
}
