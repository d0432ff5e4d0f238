import Wording

/// Says in both languages what is wrong with the progress file, and what follows from it.
public enum ProgressSentences {
  public static func sentence(_ error: ProgressError) -> Bilingual {
    switch error {
    case .newerFile(let path, let version, let known):
      Bilingual(
        en:
          "\(path) was written by a newer Gradus (format \(version), this one knows \(known)). It was left untouched, "
          + "and nothing will be saved: update Gradus.",
        zh: "\(path) 由较新版本的 Gradus 写成（格式 \(version)，本版本只认识 \(known)）。文件未被改动，本次不保存进度：请更新 Gradus。")
    case .damaged(let path, let aside):
      Bilingual(
        en: "\(path) was damaged. It was kept as \(aside), and a new one was begun.",
        zh: "\(path) 已损坏。旧文件保留为 \(aside)，并新建了一个进度文件。")
    case .damagedAndStuck(let path, let reason):
      Bilingual(
        en: "\(path) is damaged and cannot be renamed (\(reason)). Nothing will be saved: move it away by hand.",
        zh: "\(path) 已损坏，且无法改名（\(reason)）。本次不保存进度：请手动移走该文件。")
    case .readOnly(let path):
      Bilingual(
        en: "\(path) may not be written. Nothing will be saved: check its permissions.",
        zh: "\(path) 不可写。本次不保存进度：请检查文件权限。")
    case .diskFull(let path):
      Bilingual(
        en: "The disk is full: \(path) could not be written. Answers are kept in memory and saved once there is room.",
        zh: "磁盘已满，无法写入 \(path)。答案暂存在内存中，有空间后会自动保存。")
    case .locked(let path):
      Bilingual(
        en: "Another program holds \(path). Answers are kept in memory and saved once it lets go.",
        zh: "另一个程序正占用 \(path)。答案暂存在内存中，待其释放后会自动保存。")
    case .folder(let error): sentence(error)
    case .failed(let path, let code, let reason):
      Bilingual(
        en: "\(path) could not be used: \(reason) (SQLite \(code)). Answers are kept in memory while Gradus runs.",
        zh: "无法使用 \(path)：\(reason)（SQLite \(code)）。Gradus 运行期间答案暂存在内存中。")
    }
  }

  public static func sentence(_ error: FoldersError) -> Bilingual {
    switch error {
    case .noHome:
      Bilingual(
        en: "There is no home folder to save in. Nothing will be saved: set HOME, or GRADUS_HOME to a folder.",
        zh: "找不到可保存进度的主目录，本次不保存进度：请设置 HOME，或把 GRADUS_HOME 设为一个目录。")
    case .cannotMake(let path, let reason):
      Bilingual(
        en: "The folder \(path) cannot be made (\(reason)). Nothing will be saved: set GRADUS_HOME to another folder.",
        zh: "无法创建目录 \(path)（\(reason)），本次不保存进度：请把 GRADUS_HOME 设为其他目录。")
    case .unwritable(let path, let reason):
      Bilingual(
        en: "The folder \(path) may not be written (\(reason)). Nothing will be saved: check its permissions, or set "
          + "GRADUS_HOME to another folder.",
        zh: "目录 \(path) 不可写（\(reason)），本次不保存进度：请检查权限，或把 GRADUS_HOME 设为其他目录。")
    }
  }
}
