/// What can be typed in a place, made from its commands.
struct LinearHelp {
  private let place: any LinearPlace
  private let talk: LinearTalk

  init(_ place: any LinearPlace, _ talk: LinearTalk) {
    self.place = place
    self.talk = talk
  }

  func say() {
    talk.tell("linear.help")
    talk.tell("linear.help-number")
    talk.say(place.help(talk))
    for command in place.commands(talk) + LinearCommand.everywhere { talk.say(line(command)) }
  }

  /// "next, n, or Enter: reads on."
  private func line(_ command: LinearCommand) -> String {
    var forms = LinearVocabulary.forms(of: command, talk.language, talk.context)
    if command == .next { forms.append("Enter") }
    let comma = talk.language == .en ? ", " : "、"
    let colon = talk.language == .en ? ": " : "："
    return forms.joined(separator: comma) + colon + talk.context.words("linear.help.\(command.rawValue)")
  }
}
