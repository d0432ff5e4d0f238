import MiniML
import Wording

/// What each operation does with the gradient that comes back to it, in a few words.
enum BackpropagationRules {
  static func rule(_ rule: ScalarRule) -> Bilingual {
    switch rule {
    case .leaf: Bilingual(en: "a leaf keeps it", zh: "叶子节点留下梯度")
    case .add: Bilingual(en: "+ passes the gradient on unchanged", zh: "加法把梯度原样传下去")
    case .subtract:
      Bilingual(en: "- passes the gradient on, to the second input with the other sign", zh: "减法把梯度传下去，对第二个输入变号")
    case .multiply:
      Bilingual(en: "* passes each input the gradient times the other's value", zh: "乘法传给每个输入的是梯度乘以另一个输入的值")
    case .divide: Bilingual(en: "a/b passes on the gradient times 1/b and -a/b^2", zh: "a/b 传下去的是梯度乘以 1/b 和 -a/b^2")
    case .power:
      Bilingual(
        en: "a^b passes on the gradient times b*a^(b-1) and a^b*log(a)", zh: "a^b 传下去的是梯度乘以 b*a^(b-1) 和 a^b*log(a)")
    case .negate: Bilingual(en: "the sign turns the gradient round", zh: "取负使梯度变号")
    case .tanh: Bilingual(en: "tanh passes on the gradient times 1 - tanh^2", zh: "tanh 传下去的是梯度乘以 1 - tanh^2")
    case .sigmoid: Bilingual(en: "sigmoid passes on the gradient times s*(1 - s)", zh: "sigmoid 传下去的是梯度乘以 s*(1 - s)")
    case .relu: Bilingual(en: "relu passes the gradient above zero and stops it below", zh: "relu 在零以上让梯度通过，在零以下截断")
    case .exp: Bilingual(en: "exp passes on the gradient times its own value", zh: "exp 传下去的是梯度乘以它自己的值")
    case .log: Bilingual(en: "log passes on the gradient divided by its input", zh: "log 传下去的是梯度除以它的输入")
    case .sqrt: Bilingual(en: "sqrt passes on the gradient divided by twice the root", zh: "sqrt 传下去的是梯度除以根的两倍")
    case .sin: Bilingual(en: "sin passes on the gradient times cos", zh: "sin 传下去的是梯度乘以 cos")
    case .cos: Bilingual(en: "cos passes on the gradient times -sin", zh: "cos 传下去的是梯度乘以 -sin")
    case .abs: Bilingual(en: "abs passes on the gradient times its input's sign", zh: "abs 传下去的是梯度乘以输入的符号")
    case .step, .sign: Bilingual(en: "a flat piece passes nothing on", zh: "平坦的一段不传递梯度")
    }
  }
}
