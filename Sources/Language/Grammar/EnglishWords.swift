/// The words that the English rules choose from.
enum EnglishWords {
  /// An owner, its possessive, and the one thing that it owns.
  static let persons: [(name: String, own: String, thing: String)] = [
    ("the queen", "her", "crown"), ("the king", "his", "sword"), ("the sailor", "his", "boat"),
    ("the farmer", "his", "horse"), ("the girl", "her", "doll"), ("the boy", "his", "ball"),
    ("the teacher", "her", "book"), ("the doctor", "his", "glasses"), ("the actress", "her", "mirror"),
    ("the painter", "his", "brush"), ("the mother", "her", "ring"), ("the father", "his", "hat"),
    ("the princess", "her", "shoes"), ("the cook", "his", "knife"), ("the singer", "her", "voice"),
    ("the student", "his", "pen"), ("the nurse", "her", "key"), ("the driver", "his", "car"),
  ]
  static let losing = ["lost", "found", "forgot", "cleaned", "sold", "hid", "showed", "wanted"]

  static let people: [(name: String, pronoun: String)] = [
    ("mary", "she"), ("anna", "she"), ("alice", "she"), ("lily", "she"), ("tom", "he"), ("john", "he"), ("peter", "he"),
    ("jack", "he"), ("my mother", "she"), ("my father", "he"), ("my sister", "she"), ("my brother", "he"),
    ("the woman", "she"), ("the man", "he"),
  ]

  static let animals: [(one: String, many: String, act: String)] = [
    ("dog", "dogs", "barking"), ("bird", "birds", "singing"), ("fish", "fish", "swimming"),
    ("horse", "horses", "running"), ("cat", "cats", "sleeping"), ("baby", "babies", "crying"),
    ("child", "children", "playing"), ("student", "students", "reading"), ("cow", "cows", "eating"),
    ("worker", "workers", "building"), ("rabbit", "rabbits", "jumping"), ("flower", "flowers", "growing"),
  ]
  static let places = [
    "house", "houses", "river", "tree", "trees", "garden", "school", "road", "hill", "hills", "door", "wall", "walls",
    "station", "shop", "shops", "window", "windows",
  ]
  static let sizes = ["big", "small", "old", "young", "happy", "little", "white", "black"]

  static let coloured: [(name: String, colour: String)] = [
    ("lemon", "yellow"), ("snow", "white"), ("grass", "green"), ("sky", "blue"), ("tomato", "red"), ("coal", "black"),
    ("banana", "yellow"), ("milk", "white"), ("leaf", "green"), ("sea", "blue"), ("rose", "red"), ("night", "black"),
    ("apple", "red"), ("sun", "bright"), ("moon", "bright"), ("ice", "cold"), ("fire", "hot"), ("sugar", "sweet"),
  ]

  static let workplaces: [(String, String)] = [
    ("doctor", "hospital"), ("teacher", "school"), ("farmer", "field"), ("cook", "kitchen"), ("king", "palace"),
    ("sailor", "harbour"), ("student", "library"), ("worker", "factory"), ("driver", "car"), ("singer", "theatre"),
    ("baker", "bakery"), ("banker", "bank"),
  ]

  static let actions: [(String, [String])] = [
    ("eat", ["an apple", "rice", "bread", "some cake", "dinner"]), ("drink", ["tea", "water", "milk", "coffee"]),
    ("read", ["a book", "a letter", "the story", "a poem"]), ("see", ["the sea", "the moon", "a film", "my friends"]),
    ("buy", ["a car", "a hat", "flowers", "a house"]), ("learn", ["english", "chinese", "music", "the truth"]),
    ("play", ["football", "the piano", "games", "chess"]), ("write", ["a letter", "a poem", "some code", "a book"]),
    ("go", ["home", "to school", "to work", "to the park"]), ("ride", ["a horse", "my bike", "the bus"]),
  ]
  static let things = ["book", "pen", "hat", "key", "car", "ball", "phone", "cup", "bag", "dog", "cat", "shoes"]
  static let foods = ["apples", "bananas", "tea", "coffee", "fish", "rice", "cake", "bread", "milk"]

  static let capitals: [(String, String)] = [
    ("france", "paris"), ("china", "beijing"), ("japan", "tokyo"), ("england", "london"), ("italy", "rome"),
    ("germany", "berlin"), ("spain", "madrid"), ("russia", "moscow"), ("egypt", "cairo"), ("greece", "athens"),
  ]

  /// What did not move, and why.
  static let reasons: [(String, String)] = [
    ("animal", "tired"), ("street", "wide"), ("trophy", "big"), ("river", "deep"), ("horse", "old"), ("child", "young"),
    ("box", "heavy"), ("night", "dark"), ("car", "slow"), ("baby", "small"), ("winter", "cold"), ("cat", "lazy"),
  ]
}
