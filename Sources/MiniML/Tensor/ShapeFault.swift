/// Stops the program for a fault of the programmer's: shapes that do not fit, an index outside.
///
/// `fatalError` and not `preconditionFailure`, which says nothing in an optimised build.
enum ShapeFault {
  static func trap(_ operation: String, _ message: String) -> Never {
    fatalError("\(operation): \(message)")
  }

  static func trap(_ operation: String, _ a: [Int], _ b: [Int]) -> Never {
    fatalError("\(operation): shapes \(a) and \(b) do not fit")
  }
}
