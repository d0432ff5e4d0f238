/// The LaTeX commands that lessons may use.
enum LatexCommands {
  static let environments: Set<String> = [
    "matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "Bmatrix", "smallmatrix", "cases", "dcases", "rcases",
    "aligned", "align", "align*", "gathered", "gather", "gather*", "equation", "equation*", "array", "split",
  ]

  /// Commands with arguments or an effect of their own; `FormulaParser` knows each.
  static let structural: Set<String> = Set(
    """
    frac dfrac tfrac cfrac binom dbinom tbinom sqrt mathbf boldsymbol bm mathit mathsf mathtt mathbb mathbbm mathds mathcal mathscr \
    mathfrak mathrm mathop mathbin mathrel text textbf textit textrm operatorname left right middle begin end big Big bigg Bigg bigl \
    bigr bigm Bigl Bigr Bigm biggl biggr Biggl Biggr displaystyle textstyle limits nolimits displaylimits nonumber notag tag \
    underbrace overbrace overset underset stackrel not substack boxed pmod quad qquad thinspace enspace
    """.split(separator: " ").map { String($0) }
  ).union(accents.keys).union(arrows.keys)

  static let accents: [String: FormulaNode.Accent] = [
    "hat": .hat, "widehat": .hat, "bar": .bar, "overline": .bar, "tilde": .tilde, "widetilde": .tilde, "vec": .vec,
    "overrightarrow": .vec, "dot": .dot, "ddot": .ddot, "check": .check, "breve": .breve, "acute": .acute,
    "grave": .grave, "mathring": .ring, "underline": .under,
  ]

  /// Arrows with something above and below.
  static let arrows: [String: FormulaNode.Arrow] = [
    "xrightarrow": .right, "xleftarrow": .left, "xleftrightarrow": .both, "xRightarrow": .doubleRight,
    "xLeftarrow": .doubleLeft, "xmapsto": .mapsTo,
  ]

  static func symbol(_ name: String) -> MathSymbol? { symbols[name] }

  /// The symbol that a character typed as such stands for; nil where none does.
  static func symbol(_ character: Character) -> MathSymbol? { character.isASCII ? nil : characters[character] }

  /// The known command that a mistyped one is nearest to; nil where none is near.
  static func near(_ name: String) -> String? {
    let known = structural.union(symbols.keys)
    let ranked = known.map { (EditDistance.between($0, name), $0) }.sorted { $0 < $1 }
    guard let best = ranked.first, best.0 <= max(1, name.count / 3) else { return nil }
    return best.1
  }

  /// Letters of `\mathbb` and `\mathcal` that have a character outside the supplementary planes, which few terminal
  /// fonts cover.
  static let doubleStruck: [Character: String] = ["R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ"]
  static let script: [Character: String] = [
    "L": "ℒ", "H": "ℋ", "B": "ℬ", "E": "ℰ", "F": "ℱ", "I": "ℐ", "M": "ℳ", "R": "ℛ",
  ]

  fileprivate static let symbols: [String: MathSymbol] = {
    var symbols: [String: MathSymbol] = [:]
    for (names, role) in [
      (greek, MathSymbol.Role.ordinary), (ordinary, .ordinary), (binary, .binary), (relations, .relation),
      (opening, .opening), (closing, .closing), (large, .large), (integrals, .integral), (punctuation, .punctuation),
    ] {
      for (name, unicode, ascii) in names { symbols[name] = MathSymbol(unicode, ascii, role) }
    }
    for name in functions { symbols[name] = MathSymbol(name, name, .function) }
    for (name, text) in limitFunctions { symbols[name] = MathSymbol(text, text, .limitFunction) }
    return symbols
  }()

  /// The first command in the alphabet wins where several make the same character.
  private static let characters: [Character: MathSymbol] = {
    var characters: [Character: MathSymbol] = [:]
    for name in symbols.keys.sorted() {
      guard let symbol = symbols[name], let character = symbol.unicode.first, symbol.unicode.count == 1 else {
        continue
      }
      if characters[character] == nil { characters[character] = symbol }
    }
    return characters
  }()

  private typealias Entry = (String, String, String)

  private static let greek: [Entry] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ϵ"), ("varepsilon", "ε"), ("zeta", "ζ"),
    ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"),
    ("nu", "ν"), ("xi", "ξ"), ("pi", "π"), ("varpi", "ϖ"), ("rho", "ρ"), ("varrho", "ϱ"), ("sigma", "σ"),
    ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"), ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"),
    ("omega", "ω"), ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
    ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
  ].map { ($0.0, $0.1, $0.0.hasPrefix("var") ? String($0.0.dropFirst(3)) : $0.0) }

  private static let ordinary: [Entry] = [
    ("partial", "∂", "d"), ("nabla", "∇", "grad"), ("infty", "∞", "inf"), ("ell", "ℓ", "l"), ("hbar", "ħ", "hbar"),
    ("top", "⊤", "T"), ("bot", "⊥", "_|_"), ("emptyset", "∅", "{}"), ("varnothing", "∅", "{}"),
    ("forall", "∀", "for all"),
    ("exists", "∃", "exists"), ("neg", "¬", "not"), ("lnot", "¬", "not"), ("prime", "′", "'"), ("dagger", "†", "+"),
    ("ldots", "…", "..."), ("dots", "…", "..."), ("cdots", "⋯", "..."), ("vdots", "⋮", ":"), ("ddots", "⋱", "..."),
    ("Re", "Re", "Re"), ("Im", "Im", "Im"), ("imath", "i", "i"), ("jmath", "j", "j"), ("angle", "∠", "angle"),
    ("%", "%", "%"), ("#", "#", "#"), ("_", "_", "_"), ("$", "$", "$"), ("&", "&", "&"), ("|", "‖", "||"),
    ("Vert", "‖", "||"), ("vert", "|", "|"), ("backslash", "\\", "\\"), ("checkmark", "✓", "ok"),
    ("degree", "°", "deg"),
    ("aleph", "ℵ", "aleph"), ("wp", "℘", "P"), ("complement", "∁", "complement"), ("ddagger", "‡", "++"),
    ("dotsb", "⋯", "..."), ("dotsc", "…", "..."), ("iddots", "⋰", "..."), ("nexists", "∄", "not exists"),
    ("therefore", "∴", "therefore"), ("because", "∵", "because"), ("triangle", "△", "triangle"),
    ("blacksquare", "■", "[]"), ("lozenge", "◊", "<>"), ("surd", "√", "sqrt"), ("flat", "♭", "b"), ("sharp", "♯", "#"),
    ("square", "□", "[]"), ("star", "⋆", "*"), ("bigstar", "★", "*"), ("colon", ":", ":"),
  ]

  private static let binary: [Entry] = [
    ("cdot", "·", "*"), ("times", "×", "*"), ("div", "÷", "/"), ("pm", "±", "+-"), ("mp", "∓", "-+"),
    ("odot", "⊙", "(.)"),
    ("oplus", "⊕", "(+)"), ("ominus", "⊖", "(-)"), ("otimes", "⊗", "(x)"), ("circ", "∘", "o"), ("ast", "∗", "*"),
    ("bullet", "•", "*"), ("cup", "∪", "union"), ("cap", "∩", "intersect"), ("setminus", "∖", "\\"),
    ("uplus", "⊎", "(+)"), ("sqcup", "⊔", "join"), ("sqcap", "⊓", "meet"), ("diamond", "⋄", "<>"),
    ("amalg", "⨿", "|_|"),
    ("oslash", "⊘", "(/)"), ("boxplus", "⊞", "[+]"), ("boxtimes", "⊠", "[x]"), ("ltimes", "⋉", "|x"),
    ("rtimes", "⋊", "x|"), ("land", "∧", "and"),
    ("wedge", "∧", "and"), ("lor", "∨", "or"), ("vee", "∨", "or"), ("bmod", "mod", "mod"),
  ]

  private static let relations: [Entry] = [
    ("le", "≤", "<="), ("leq", "≤", "<="), ("ge", "≥", ">="), ("geq", "≥", ">="), ("ne", "≠", "!="), ("neq", "≠", "!="),
    ("lt", "<", "<"), ("gt", ">", ">"), ("ll", "≪", "<<"), ("gg", "≫", ">>"), ("approx", "≈", "~="),
    ("simeq", "≃", "~="),
    ("sim", "∼", "~"), ("cong", "≅", "~="), ("equiv", "≡", "=="), ("propto", "∝", "prop. to"), ("in", "∈", "in"),
    ("notin", "∉", "not in"), ("ni", "∋", "contains"), ("subset", "⊂", "subset of"),
    ("subseteq", "⊆", "subset of or ="),
    ("supset", "⊃", "superset of"), ("supseteq", "⊇", "superset of or ="), ("to", "→", "->"), ("rightarrow", "→", "->"),
    ("leftarrow", "←", "<-"), ("gets", "←", "<-"), ("leftrightarrow", "↔", "<->"), ("Rightarrow", "⇒", "=>"),
    ("Leftarrow", "⇐", "<="), ("Leftrightarrow", "⇔", "<=>"), ("implies", "⟹", "==>"), ("iff", "⟺", "<==>"),
    ("mapsto", "↦", "|->"), ("longrightarrow", "⟶", "-->"), ("longleftarrow", "⟵", "<--"), ("uparrow", "↑", "up"),
    ("downarrow", "↓", "down"), ("mid", "|", "|"), ("parallel", "∥", "||"), ("perp", "⊥", "_|_"),
    ("coloneqq", "≔", ":="),
    ("triangleq", "≜", ":="), ("doteq", "≐", ".="), ("models", "⊨", "|="), ("vdash", "⊢", "|-"), ("prec", "≺", "<"),
    ("Longrightarrow", "⟹", "==>"), ("Longleftarrow", "⟸", "<=="), ("Longleftrightarrow", "⟺", "<==>"),
    ("longleftrightarrow", "⟷", "<-->"), ("longmapsto", "⟼", "|-->"), ("leadsto", "⇝", "~>"),
    ("updownarrow", "↕", "up-down"), ("Uparrow", "⇑", "up"), ("Downarrow", "⇓", "down"), ("nearrow", "↗", "rising to"),
    ("searrow", "↘", "falling to"), ("swarrow", "↙", "<-"), ("nwarrow", "↖", "<-"), ("rightharpoonup", "⇀", "->"),
    ("rightleftharpoons", "⇌", "<=>"), ("leftarrowtail", "↢", "<-<"), ("twoheadrightarrow", "↠", "->>"),
    ("impliedby", "⟸", "<=="), ("leqslant", "≤", "<="), ("geqslant", "≥", ">="), ("lesssim", "≲", "<~"),
    ("gtrsim", "≳", ">~"), ("nleq", "≰", "not <="), ("ngeq", "≱", "not >="), ("nless", "≮", "not <"),
    ("ngtr", "≯", "not >"), ("subsetneq", "⊊", "proper subset of"), ("nsubseteq", "⊈", "not subset of"),
    ("sqsubseteq", "⊑", "[="), ("preceq", "≼", "<="), ("succeq", "≽", ">="), ("asymp", "≍", "~="),
    ("eqqcolon", "≕", "=:"), ("nmid", "∤", "does not divide"), ("vDash", "⊨", "|="), ("Vdash", "⊩", "||-"),
    ("dashv", "⊣", "-|"), ("owns", "∋", "contains"), ("succ", "≻", ">"), ("hookrightarrow", "↪", "->"),
    ("rightsquigarrow", "⇝", "~>"),
  ]

  private static let opening: [Entry] = [
    ("{", "{", "{"), ("lbrace", "{", "{"), ("langle", "⟨", "<"), ("lfloor", "⌊", "floor("), ("lceil", "⌈", "ceil("),
    ("lvert", "|", "|"), ("lVert", "‖", "||"), ("lbrack", "[", "["), ("llbracket", "⟦", "[["),
  ]

  private static let closing: [Entry] = [
    ("}", "}", "}"), ("rbrace", "}", "}"), ("rangle", "⟩", ">"), ("rfloor", "⌋", ")"), ("rceil", "⌉", ")"),
    ("rvert", "|", "|"), ("rVert", "‖", "||"), ("rbrack", "]", "]"), ("rrbracket", "⟧", "]]"),
  ]

  private static let punctuation: [Entry] = []

  private static let large: [Entry] = [
    ("sum", "∑", "sum"), ("prod", "∏", "prod"), ("coprod", "∐", "coprod"), ("bigcup", "⋃", "union"),
    ("bigcap", "⋂", "intersection"), ("bigoplus", "⊕", "(+)"), ("bigotimes", "⊗", "(x)"), ("bigodot", "⊙", "(.)"),
    ("bigwedge", "⋀", "and"), ("bigvee", "⋁", "or"), ("biguplus", "⨄", "union"), ("bigsqcup", "⨆", "join"),
  ]

  private static let integrals: [Entry] = [
    ("int", "∫", "int"), ("iint", "∬", "iint"), ("iiint", "∭", "iiint"), ("oint", "∮", "oint"),
  ]

  private static let functions = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin",
    "arccos", "arctan", "dim", "ker", "deg", "arg", "hom",
  ]

  private static let limitFunctions: [(String, String)] = [
    ("max", "max"), ("min", "min"), ("sup", "sup"), ("inf", "inf"), ("lim", "lim"), ("limsup", "lim sup"),
    ("liminf", "lim inf"), ("gcd", "gcd"), ("det", "det"), ("Pr", "Pr"), ("argmax", "arg max"), ("argmin", "arg min"),
  ]
}

extension LatexCommands {
  /// Every command that stands for one symbol.
  static var names: [String] { symbols.keys.sorted() }
}
