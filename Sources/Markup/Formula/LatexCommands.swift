/// The LaTeX commands that lessons may use.
enum LatexCommands {
  static let environments: Set<String> = [
    "matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "Bmatrix", "cases", "aligned", "align", "align*", "gathered",
    "array", "split",
  ]

  /// Commands with arguments or an effect of their own; `FormulaParser` knows each.
  static let structural: Set<String> = [
    "frac", "dfrac", "tfrac", "binom", "sqrt", "hat", "widehat", "bar", "overline", "tilde", "widetilde", "vec", "dot",
    "ddot", "mathbf", "boldsymbol", "bm", "mathit", "mathsf", "mathtt", "mathbb", "mathcal", "mathscr", "mathfrak",
    "mathrm", "text", "textbf", "textit", "textrm", "operatorname", "left", "right", "middle", "begin", "end", "big",
    "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "displaystyle", "textstyle", "limits",
    "nolimits", "nonumber", "underbrace", "overbrace", "overset", "underset", "stackrel", "not", "substack",
    "underline", "boxed", "pmod",
  ]

  static func symbol(_ name: String) -> MathSymbol? { symbols[name] }

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
    ("square", "□", "[]"), ("star", "⋆", "*"), ("bigstar", "★", "*"), ("colon", ":", ":"),
  ]

  private static let binary: [Entry] = [
    ("cdot", "·", "*"), ("times", "×", "x"), ("div", "÷", "/"), ("pm", "±", "+-"), ("mp", "∓", "-+"),
    ("odot", "⊙", "(.)"),
    ("oplus", "⊕", "(+)"), ("ominus", "⊖", "(-)"), ("otimes", "⊗", "(x)"), ("circ", "∘", "o"), ("ast", "∗", "*"),
    ("bullet", "•", "*"), ("cup", "∪", "union"), ("cap", "∩", "intersect"), ("setminus", "∖", "\\"),
    ("land", "∧", "and"),
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
    ("succ", "≻", ">"), ("hookrightarrow", "↪", "->"), ("rightsquigarrow", "⇝", "~>"),
  ]

  private static let opening: [Entry] = [
    ("{", "{", "{"), ("lbrace", "{", "{"), ("langle", "⟨", "<"), ("lfloor", "⌊", "floor("), ("lceil", "⌈", "ceil("),
    ("lvert", "|", "|"), ("lVert", "‖", "||"), ("lbrack", "[", "["),
  ]

  private static let closing: [Entry] = [
    ("}", "}", "}"), ("rbrace", "}", "}"), ("rangle", "⟩", ">"), ("rfloor", "⌋", ")"), ("rceil", "⌉", ")"),
    ("rvert", "|", "|"), ("rVert", "‖", "||"), ("rbrack", "]", "]"),
  ]

  private static let punctuation: [Entry] = []

  private static let large: [Entry] = [
    ("sum", "∑", "sum"), ("prod", "∏", "prod"), ("coprod", "∐", "coprod"), ("bigcup", "⋃", "union"),
    ("bigcap", "⋂", "intersection"), ("bigoplus", "⊕", "(+)"), ("bigotimes", "⊗", "(x)"), ("bigodot", "⊙", "(.)"),
    ("bigwedge", "⋀", "and"), ("bigvee", "⋁", "or"),
  ]

  private static let integrals: [Entry] = [
    ("int", "∫", "int"), ("iint", "∬", "iint"), ("iiint", "∭", "iiint"), ("oint", "∮", "oint"),
  ]

  private static let functions = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin",
    "arccos", "arctan", "det", "dim", "ker", "deg", "arg", "hom",
  ]

  private static let limitFunctions: [(String, String)] = [
    ("max", "max"), ("min", "min"), ("sup", "sup"), ("inf", "inf"), ("lim", "lim"), ("limsup", "lim sup"),
    ("liminf", "lim inf"), ("gcd", "gcd"), ("Pr", "Pr"), ("argmax", "arg max"), ("argmin", "arg min"),
  ]
}

extension LatexCommands {
  /// Every command that stands for one symbol.
  static var names: [String] { symbols.keys.sorted() }
}
