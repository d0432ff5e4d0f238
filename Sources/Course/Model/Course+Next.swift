extension Course {
  /// The lesson to take now: the first written one that is not passed and whose written prerequisites are; else the
  /// first not passed; nil when all are.
  public func next(_ states: [String: LessonState]) -> LessonEntry? {
    let isPassed = { (id: String) in states[id]?.level == .passed }
    let open = entries.filter { $0.isWritten && !isPassed($0.id) }
    let ready = open.first { $0.needs.allSatisfy { self.entry($0)?.isWritten != true || isPassed($0) } }
    return ready ?? open.first
  }
}
