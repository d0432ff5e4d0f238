/// What was wrong and how to put it right. Both languages stand here, in the one place that knows every case; this
/// module imports none of ours, so they are plain texts.
extension FormulaError {
  public var english: String {
    switch self {
    case .empty: "type a formula, such as w*x + b"
    case .tooLong(let count, let limit): "\(count) characters, at most \(limit) fit: shorten it"
    case .tooDeep(let limit, _): "more than \(limit) levels of nesting: take some parentheses away"
    case .unexpectedCharacter(let character, _):
      "\"\(character)\" has no meaning here: use names, numbers, + - * / ^ and parentheses"
    case .malformedNumber(let text, _): "\"\(text)\" is no number: write it like 0.5 or 1e-3"
    case .missingValue: "a value is missing here: a number, a name or something in parentheses"
    case .missingOperator: "an operator is missing between the two values, such as *"
    case .unclosedParenthesis: "this parenthesis is never closed: add )"
    case .unopenedParenthesis: "this parenthesis was never opened: take it away or add ("
    case .unknownFunction(let name, let near, _):
      "there is no function \(name); did you mean \(near)? For a product write \(name)*(...)"
    case .missingArgument(let function, _):
      "\(function.rawValue) needs its argument in parentheses: \(function.rawValue)(x)"
    }
  }

  public var chinese: String {
    switch self {
    case .empty: "请输入一个公式，例如 w*x + b"
    case .tooLong(let count, let limit): "共 \(count) 个字符，最多 \(limit) 个：请缩短"
    case .tooDeep(let limit, _): "嵌套超过 \(limit) 层：请去掉一些括号"
    case .unexpectedCharacter(let character, _): "“\(character)”在这里没有意义：请使用变量名、数字、+ - * / ^ 和括号"
    case .malformedNumber(let text, _): "“\(text)”不是一个数：请写成 0.5 或 1e-3 的形式"
    case .missingValue: "这里缺少一个值：可以是数字、变量名或括号里的式子"
    case .missingOperator: "两个值之间缺少运算符，例如 *"
    case .unclosedParenthesis: "这个括号没有闭合：请补上 )"
    case .unopenedParenthesis: "这个右括号没有对应的左括号：请删去它，或补上 ("
    case .unknownFunction(let name, let near, _): "没有函数 \(name)；是不是 \(near)？如果想写乘法，请写成 \(name)*(...)"
    case .missingArgument(let function, _): "\(function.rawValue) 的参数要放在括号里：\(function.rawValue)(x)"
    }
  }
}
