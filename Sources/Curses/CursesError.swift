/// Why a terminal could not be opened.
public enum CursesError: Error, Hashable, Sendable {
  case inputIsNoTerminal
  case outputIsNoTerminal
  /// `TERM` is not set.
  case terminalUnset
  /// The terminal cannot move its cursor, as `dumb` cannot.
  case terminalTooPlain(name: String)
  /// Neither the terminal's name nor the stand-in is in the terminfo database.
  case noDescription(name: String, standIn: String)
  /// The system gave no file for the frames: the error number.
  case noFrameBuffer(errno: Int32)
}

/// What the learner should know about a terminal that was opened all the same.
public enum CursesNotice: Hashable, Sendable {
  case unknownTerminal(name: String, standIn: String)
}

extension CursesError {
  /// What is wrong and what to do, in English or Chinese.
  public func sentence(chinese: Bool) -> String {
    switch self {
    case .inputIsNoTerminal:
      chinese
        ? "标准输入不是终端，界面无法打开。请直接在终端里运行 gradus，不要用管道或重定向；也可以用 `gradus --screen-reader` 一行一行地对话，管道也行；在脚本里请用 `gradus list`、`gradus show` 等命令。"
        : "Standard input is not a terminal, so the screen cannot be opened. Run gradus in a terminal without a pipe or "
          + "redirection, talk to `gradus --screen-reader`, which works through pipes too, or use commands such as "
          + "`gradus list` and `gradus show` in scripts."
    case .outputIsNoTerminal:
      chinese
        ? "标准输出不是终端，界面无法打开。请直接在终端里运行 gradus，不要用管道或重定向；也可以用 `gradus --screen-reader` 一行一行地对话，管道也行；在脚本里请用 `gradus list`、`gradus show` 等命令。"
        : "Standard output is not a terminal, so the screen cannot be opened. Run gradus in a terminal without a pipe or "
          + "redirection, talk to `gradus --screen-reader`, which works through pipes too, or use commands such as "
          + "`gradus list` and `gradus show` in scripts."
    case .terminalUnset:
      chinese
        ? "环境变量 TERM 没有设置，无法得知终端的类型。请先运行 `export TERM=xterm-256color`，再试一次。"
        : "TERM is not set, so the kind of terminal is unknown. Run `export TERM=xterm-256color` and try again."
    case .terminalTooPlain(let name):
      chinese
        ? "终端类型“\(name)”不能移动光标，无法显示界面。请换一个终端，或先运行 `export TERM=xterm-256color`；也可以用 `gradus --screen-reader` 一行一行地对话；想读纯文本请用 `gradus show`。"
        : "The terminal type \"\(name)\" cannot move its cursor, so no screen can be drawn. Use another terminal, or run "
          + "`export TERM=xterm-256color` if yours is better than its name; `gradus --screen-reader` speaks in lines, and `gradus show` prints lessons as plain text."
    case .noDescription(let name, let standIn):
      chinese
        ? "系统里既没有终端类型“\(name)”的描述，也没有“\(standIn)”的描述。请安装 ncurses 的终端数据库（Debian：`apt-get install ncurses-base`）。"
        : "Neither \"\(name)\" nor \"\(standIn)\" is described on this system. Install the terminal database of ncurses "
          + "(Debian: `apt-get install ncurses-base`)."
    case .noFrameBuffer(let number):
      chinese
        ? "系统没能为画面分配缓冲文件（错误号 \(number)）。请检查内存和打开文件数的上限（`ulimit -n`）。"
        : "The system gave no file to prepare frames in (error \(number)). Check memory and the limit of open files "
          + "(`ulimit -n`)."
    }
  }
}

extension CursesNotice {
  /// The notice as a sentence, in English or Chinese.
  public func sentence(chinese: Bool) -> String {
    switch self {
    case .unknownTerminal(let name, let standIn):
      chinese
        ? "未知的终端类型“\(name)”，已按 \(standIn) 处理。"
        : "Unknown terminal type \"\(name)\": treated as \(standIn)."
    }
  }
}
