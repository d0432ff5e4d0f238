import Course
import Demos

// throw-away
let arguments = CommandLine.arguments
let demo = DemoCatalogue.demo(arguments[1])!
var settings = Settings(defaultsOf: demo.card)
var text: String? = nil
for a in arguments.dropFirst(3) {
  if a.hasPrefix("text=") { text = String(a.dropFirst(5)) } else {
    let parts = a.split(separator: "=", maxSplits: 1).map(String.init)
    try settings.set(parts[0], toText: parts[1], card: demo.card)
  }
}
print(demo.init(settings: settings, seed: 1).narration(.en))
var run = try HeadlessRun(demo, steps: Int(arguments[2])!, settings: settings, seed: 1, text: text)
print(run.player.demo.metrics.map { "\($0.name)=\($0.value)" })
while let row = run.next() {
  print(row.json)
  print("   ", run.player.demo.narration(.en))
}
for r in run.player.demo.table(.en).rows { print(r) }
