extension ContourChart {
  /// Where the land is lowest and how high it rises, as far as a grid of 41 by 41 places shows it; then where the tracks
  /// end.
  public var facts: [ChartFact] {
    var lowest: (place: PlotPoint, height: Double)?
    var high = -Double.infinity
    for row in 0...40 {
      for column in 0...40 {
        let place = PlotPoint(x: x.scale.value(at: Double(column) / 40), y: y.scale.value(at: Double(row) / 40))
        let height = function(place.x, place.y)
        guard height.isFinite else { continue }
        if lowest.map({ height < $0.height }) ?? true { lowest = (place, height) }
        high = max(high, height)
      }
    }
    guard let lowest else { return [.empty] }
    let shown = paths.filter { !$0.isGhost }
    let ends = shown.enumerated().compactMap { index, path in
      path.points.last.map {
        ChartFact.arrived(number: shown.count > 1 ? index + 1 : nil, at: $0, height: function($0.x, $0.y))
      }
    }
    return [.landscape(lowest: lowest.place, low: lowest.height, high: high)] + ends
  }

  /// Where each path ends, and the function there.
  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.number), .words(x.title, else: .x), .words(y.title, else: .y), .notion(.height)],
      rows: paths.filter { !$0.isGhost }.enumerated().map { index, path in
        guard let end = path.points.last else { return ["\(index + 1)", "", "", ""] }
        let numbers = [end.x, end.y, function(end.x, end.y)]
        return ["\(index + 1)"] + numbers.map { NumberLabel.short($0, digits: 4) }
      })
  }
}
