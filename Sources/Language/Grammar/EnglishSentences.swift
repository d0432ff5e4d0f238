import MiniML

/// The English half of the grammar.
enum EnglishSentences {
  static let rules: [SentenceGrammar.Rule] = [
    possession, possession, possessionWithAnother, opening, plural, plural, single, single, colour, workplace, feeling,
    wanting, describing, learning, asking, having,
    capital, because, giving,
  ]

  /// "the queen near the river lost her crown ."
  private static func possession(_ s: inout RandomSource) -> String {
    let person = s.pick(EnglishWords.persons)
    return "\(person.name)\(maybePlace(&s)) \(s.pick(EnglishWords.losing)) \(person.own) \(person.thing) ."
  }

  /// "the queen met the sailor and lost her crown .": the possessive tells whose.
  private static func possessionWithAnother(_ s: inout RandomSource) -> String {
    let person = s.pick(EnglishWords.persons)
    let other = s.pick(EnglishWords.persons.filter { $0.own != person.own })
    let (verb, act) = (s.pick(["met", "saw", "helped", "called"]), s.pick(EnglishWords.losing))
    return "\(person.name) \(verb) \(other.name) and \(act) \(person.own) \(person.thing) ."
  }

  /// "in the morning the king cleaned his sword ."
  private static func opening(_ s: inout RandomSource) -> String {
    let person = s.pick(EnglishWords.persons)
    let time = s.pick(["in the morning", "last night", "yesterday", "today", "on monday", "after dinner", "every day"])
    return "\(time) \(person.name) \(s.pick(EnglishWords.losing)) \(person.own) \(person.thing) ."
  }

  /// "the dogs near the house are barking ."
  private static func plural(_ s: inout RandomSource) -> String {
    let animal = s.pick(EnglishWords.animals)
    let adjective = s.integer(below: 3) == 0 ? s.pick(EnglishWords.sizes) + " " : ""
    return "\(s.pick(["the", "my", "two", "these"])) \(adjective)\(animal.many) \(place(&s)) are \(animal.act) ."
  }

  /// "the dog near the houses is barking ."
  private static func single(_ s: inout RandomSource) -> String {
    let animal = s.pick(EnglishWords.animals)
    let adjective = s.integer(below: 3) == 0 ? s.pick(EnglishWords.sizes) + " " : ""
    return "\(s.pick(["the", "my", "one", "this"])) \(adjective)\(animal.one) \(place(&s)) is \(animal.act) ."
  }

  /// "the lemon on the table is yellow ."
  private static func colour(_ s: inout RandomSource) -> String {
    let thing = s.pick(EnglishWords.coloured)
    let where_ = s.pick(["", " on the table", " in the box", " in the picture", " in my hand", " outside the window"])
    return "the \(thing.name)\(where_) is \(s.pick(["", "", "always ", "very ", "not "]))\(thing.colour) ."
  }

  /// "the doctor goes to work in the hospital ."
  private static func workplace(_ s: inout RandomSource) -> String {
    let (who, place) = s.pick(EnglishWords.workplaces)
    let verb = s.pick(["works", "is", "sits", "stays all day", "waits", "eats lunch", "goes to work"])
    return "the \(s.pick(["", "", "good ", "young ", "old "]))\(who) \(verb) in the \(place) ."
  }

  /// "mary says that she is tired ."
  private static func feeling(_ s: inout RandomSource) -> String {
    let person = s.pick(EnglishWords.people)
    let verb = s.pick(["says that", "thinks that", "knows that", "is happy because", "laughs because", "hopes that"])
    let feeling = s.pick([
      "is tired", "is hungry", "has won", "is late", "is right", "can help", "will win", "has time",
    ])
    return "\(person.name) \(verb) \(person.pronoun) \(feeling) ."
  }

  /// "she wants to eat an apple ."
  private static func wanting(_ s: inout RandomSource) -> String {
    let (verb, things) = s.pick(EnglishWords.actions)
    let subject = s.pick(["i want", "you want", "we want", "they want", "he wants", "she wants", "i like", "we love"])
    return "\(subject) to \(verb) \(s.pick(things))\(s.pick(["", "", " today", " with you", " tomorrow", " now"])) ."
  }

  /// "the weather is very good today ."
  private static func describing(_ s: inout RandomSource) -> String {
    let subject = s.pick([
      "the weather", "this book", "the food", "my day", "the story", "your idea", "this lesson", "the world", "life",
      "time",
    ])
    let word = s.pick([
      "good", "bad", "long", "short", "beautiful", "hard", "easy", "interesting", "great", "new", "simple", "not easy",
    ])
    return "\(subject) is \(s.pick(["", "", "very ", "so "]))\(word)\(s.pick(["", " today", " for me", " too"])) ."
  }

  /// "the model learns from the data ."
  private static func learning(_ s: inout RandomSource) -> String {
    s.pick([
      "the model learns from the data .", "attention is all you need .", "a model reads every word of the sentence .",
      "each word looks at the words before it .", "the machine learns to see .", "the computer reads a long text .",
      "a good model makes small errors .", "the network learns slowly .", "we train the model every day .",
      "the next word depends on the words before .", "hello world .", "the loss goes down step by step .",
      "machine learning is not magic .", "a small step is better than no step .", "the gradient shows the way down .",
      "the cat sat on the mat .", "the quick brown fox jumps over the lazy dog .", "to be or not to be .",
      "neural networks are fun .", "deep learning needs data .", "it is raining today .",
      "we went to the beach yesterday .",
      "the man next door is my friend .", "that is the question .", "the dog chased the cat because it was hungry .",
      "the red apple fell from the tree .", "good morning everyone .", "i live in a small town .",
      "what is attention ?",
      "once upon a time there was a princess .", "my name is john .", "a transformer is a neural network .",
      "the teacher answers every question .", "birds fly and fish swim .", "two and two are four .",
      "thank you very much .", "good morning , my friend .", "good night , my love .", "how are you today ?",
    ])
  }

  /// "where is my red apple ?"
  private static func asking(_ s: inout RandomSource) -> String {
    let who = s.pick(["you", "we", "they", "i"])
    return s.pick([
      "what is your name ?", "where is my \(s.pick(EnglishWords.things)) ?",
      "do \(who) like \(s.pick(EnglishWords.foods)) ?",
      "when will \(who) go home ?",
      "why are \(s.pick(["you", "we", "they"])) so \(s.pick(["happy", "sad", "late", "quiet"])) ?",
      "who has seen the \(s.pick(EnglishWords.things)) ?", "can \(who) help me ?", "how does the model learn ?",
    ])
  }

  /// "i have a cat and a dog ."
  private static func having(_ s: inout RandomSource) -> String {
    let (a, b) = (s.pick(EnglishWords.animals), s.pick(EnglishWords.animals))
    let subject = s.pick(["i have", "you have", "he has", "she has", "we have", "they have", "there is"])
    return "\(subject) a \(a.one) and a \(b.one)\(s.pick(["", " at home", " " + place(&s)])) ."
  }

  /// "the capital of france is paris ."
  private static func capital(_ s: inout RandomSource) -> String {
    let (country, city) = s.pick(EnglishWords.capitals)
    return s.pick([
      "the capital of \(country) is \(city) .", "\(city) is the capital of \(country) .",
      "my \(s.pick(["friend", "sister", "brother", "teacher"])) lives in \(city) , \(country) .",
      "i went to \(city) last year .",
    ])
  }

  /// "the animal did not cross the street because it was too tired .": what kind of thing it was tells why.
  private static func because(_ s: inout RandomSource) -> String {
    let (who, why) = s.pick(EnglishWords.reasons)
    let verb = s.pick(["did not", "didn't", "could not"])
    let act = s.pick([
      "cross the street", "move", "fit in the suitcase", "come home", "go to the beach", "jump over the wall",
    ])
    return "the \(who) \(verb) \(act) because it was too \(why) ."
  }

  /// "she gave him a letter ."
  private static func giving(_ s: inout RandomSource) -> String {
    let (who, whom) = s.pick([
      ("she", "him"), ("he", "her"), ("they", "us"), ("we", "them"), ("you", "me"), ("i", "you"),
    ])
    let verb = s.pick(["gave", "showed", "sent", "bought", "told"])
    let what =
      verb == "told"
      ? s.pick(["a story", "the truth", "a secret"])
      : s.pick(["a book", "a letter", "an apple", "the key", "a pizza", "a new car"])
    return "\(who) \(verb) \(whom) \(what) ."
  }

  private static func maybePlace(_ s: inout RandomSource) -> String {
    s.integer(below: 2) == 0
      ? "" : " " + s.pick(["of the island", "near the river", "from the city", "in the garden", "with the dog"])
  }

  private static func place(_ s: inout RandomSource) -> String {
    let relation = s.pick(["near", "behind", "by", "in front of"])
    return "\(relation) the \(s.pick(EnglishWords.places))"
  }
}
