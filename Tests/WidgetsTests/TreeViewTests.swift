import Support
import Terminal
import Testing

@testable import Widgets

struct TreeViewTests {
  private static let roots = [
    TreeNode(
      id: "s1", row: ListRow("Stage 1"),
      children: [
        TreeNode(
          id: "m1", row: ListRow("Module"),
          children: [
            TreeNode(id: "l1", row: ListRow(StyledText("Lesson"), mark: StyledText("✓"))),
            TreeNode(id: "l2", row: ListRow("Later")),
          ])
      ]),
    TreeNode(id: "s2", row: ListRow("Stage 2")),
  ]

  private func picture(_ tree: TreeView, theme: Theme = mono) -> [String] {
    var surface = Surface(width: 24, height: 6)
    tree.draw(on: &surface, in: surface.bounds, theme: theme)
    return surface.lines
  }

  @Test func `branches open and close, and children are indented`() {
    var tree = TreeView(Self.roots, expanded: ["s1", "m1"])
    #expect(picture(tree) == ["❯ ▾ Stage 1", "    ▾ Module", "      ✓ Lesson", "       Later", "  Stage 2", ""])
    let used = tree.handle(.left)
    #expect(used)
    #expect(picture(tree, theme: ascii) == ["> > Stage 1", "  Stage 2", "", "", "", ""])
  }

  @Test func `right goes in, left goes out`() {
    var tree = TreeView(Self.roots)
    for (key, selected) in [
      (Key.right, "s1"), (.right, "m1"), (.right, "m1"), (.right, "l1"), (.down, "l2"), (.left, "m1"), (.left, "m1"),
      (.left, "s1"), (.character("G"), "s2"),
    ] {
      let used = tree.handle(key)
      #expect(used && tree.selected == selected, "\(key)")
    }
  }

  @Test func `Enter opens a branch and leaves a leaf to the caller`() {
    var tree = TreeView(Self.roots)
    let opened = tree.handle(.enter)
    #expect(opened && tree.expanded == ["s1"])
    tree.select("l2")
    let used = tree.handle(.enter)
    #expect(!used && tree.selected == "l2")
  }

  @Test func `selecting a hidden node opens what is above it`() {
    let tree = TreeView(Self.roots, selected: "l2")
    #expect(tree.expanded == ["s1", "m1"])
    #expect(picture(tree).contains { $0.hasPrefix("❯") && $0.contains("Later") })
  }

  @Test func `closing a branch moves the selection up to it`() {
    var tree = TreeView(Self.roots, selected: "l1")
    tree.setExpanded("s1", false)
    #expect(tree.selected == "s1")
  }

  @Test func `a click finds its node`() {
    let tree = TreeView(Self.roots, expanded: ["s1"])
    #expect(tree.id(at: Point(x: 4, y: 1), in: Rect(x: 0, y: 0, width: 20, height: 5), theme: mono) == "m1")
  }

  @Test func `an empty tree is nothing`() {
    var tree = TreeView([])
    let used = tree.handle(.down)
    #expect(!used && tree.selected == nil)
  }
}
