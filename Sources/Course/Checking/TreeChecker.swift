/// Checks the tree as a whole: circles of prerequisites, folders that no row names.
struct TreeChecker {
  let course: Course
  let folder: String
  let log: LoadLog

  func check() {
    for circle in circles() {
      let place = log.place(of: circle[0], .lesson) ?? Place(file: "course.yaml")
      log.add(.circle(circle + [circle[0]]), at: place)
    }
    checkFolders()
  }

  /// Each circle once, from its first lesson in the order of the course.
  private func circles() -> [[String]] {
    let needs = Dictionary(course.entries.map { ($0.id, $0.needs) }, uniquingKeysWith: { first, _ in first })
    var finished: Set<String> = []
    var path: [String] = []
    var found: [[String]] = []
    func visit(_ id: String) {
      if let start = path.firstIndex(of: id) {
        found.append(Array(path[start...]))
        return
      }
      guard finished.insert(id).inserted else { return }
      path.append(id)
      for need in needs[id] ?? [] { visit(need) }
      path.removeLast()
    }
    for entry in course.entries { visit(entry.id) }
    return found
  }

  /// A folder that stands in no row would never be shown.
  private func checkFolders() {
    look(in: "", for: course.stages.map(\.id))
    for stage in course.stages {
      look(in: stage.id, for: stage.modules.map(\.id))
      for module in stage.modules { look(in: "\(stage.id)/\(module.id)", for: module.lessons.map(\.id)) }
    }
  }

  private func look(in path: String, for known: [String]) {
    for name in TextFile.names(in: "\(folder)/\(path)") where !known.contains(name) {
      let child = path.isEmpty ? name : "\(path)/\(name)"
      guard TextFile.isFolder("\(folder)/\(child)") else { continue }
      log.add(.strayFolder(name, known: known), at: Place(file: child, line: 0, column: 0))
    }
  }
}
