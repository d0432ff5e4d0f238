import CMarkGFM
import Terminal

/// A node of cmark's tree; valid only inside the call that hands it over.
struct CMarkNode {
  private let node: OpaquePointer

  init(_ node: OpaquePointer) { self.node = node }

  /// The type's name: table node types are in no header, and footnotes have no name.
  var type: String {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
    case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
    default: cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    }
  }
  var literal: String { clean(cmark_node_get_literal(node)) }
  var url: String { clean(cmark_node_get_url(node)) }
  var fenceInfo: String { clean(cmark_node_get_fence_info(node)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
  var isOrderedList: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  var isTightList: Bool { cmark_node_get_list_tight(node) != 0 }
  /// Nil for an item without a box. The node's type says whether it has one.
  var tick: Bool? { type == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil }
  var listStart: Int { Int(cmark_node_get_list_start(node)) }
  /// From 1; 0 where cmark does not say.
  var line: Int { Int(cmark_node_get_start_line(node)) }
  /// In bytes, from 1.
  var byteColumn: Int { Int(cmark_node_get_start_column(node)) }

  /// Entities such as `&#27;` have become characters by now.
  private func clean(_ text: UnsafePointer<CChar>?) -> String {
    text.map { Sanitizer.clean(String(cString: $0)) } ?? ""
  }

  var children: [CMarkNode] {
    var children: [CMarkNode] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(CMarkNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// `l`, `c`, `r` or nothing for each column of a table.
  var columnAlignments: [Table.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard count > 0, let marks = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { index in
      switch UnicodeScalar(marks[index]) {
      case "r": .right
      case "c": .centre
      default: .left
      }
    }
  }
}

/// cmark-gfm, with tables, task lists and footnotes.
enum CMarkTree {
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses a text and hands over the root of its tree, which is freed afterwards.
  static func parse<Result>(_ text: String, _ body: (CMarkNode) -> Result) -> Result {
    _ = registered
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES) else {
      preconditionFailure("cmark: out of memory")
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { preconditionFailure("cmark: out of memory") }
    defer { cmark_node_free(root) }
    return body(CMarkNode(root))
  }
}
