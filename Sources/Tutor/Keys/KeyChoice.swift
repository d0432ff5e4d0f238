import Terminal

/// The keys that a learner gave to commands, laid over the tables.
enum KeyChoice {
  /// Keys that mean the same whatever is chosen, so that nobody locks himself in.
  private static let reserved: [Key: Command] = [.control("c"): .quit, .escape: .back]

  static func isReserved(_ key: Key, for command: Command) -> Bool {
    reserved[key].map { $0 != command } ?? false
  }

  /// What goes wrong with these keys in any place: every fault once, in the order of the commands.
  static func faults(_ chosen: [Command: [Key]]) -> [PreferencesFault] {
    guard !chosen.isEmpty else { return [] }
    var faults: [PreferencesFault] = []
    for (_, table) in KeyTable.places {
      for fault in shared(chosen, table) + lost(chosen, table) where !faults.contains(fault) { faults.append(fault) }
    }
    return faults
  }

  private static func shared(_ chosen: [Command: [Key]], _ table: KeyTable) -> [PreferencesFault] {
    let commands = table.commands.filter { chosen[$0] != nil }
    return commands.indices.flatMap { index in
      commands[(index + 1)...].flatMap { second in
        (chosen[commands[index]] ?? []).filter { chosen[second]?.contains($0) == true && table.accepts($0) }
          .map { .sharedKey($0, commands[index], second) }
      }
    }
  }

  private static func lost(_ chosen: [Command: [Key]], _ table: KeyTable) -> [PreferencesFault] {
    let after = table.customised(chosen)
    return table.commands.compactMap { command in
      guard chosen[command] == nil, !table.keys(of: command).isEmpty, after.keys(of: command).isEmpty else {
        return nil
      }
      for key in table.keys(of: command) {
        if let other = after.command(for: key) { return .lostKey(key, of: command, to: other) }
      }
      return nil
    }
  }

  /// What a command keeps beside its chosen keys.
  fileprivate static func kept(_ command: Command) -> [Key] { reserved.filter { $0.value == command }.map(\.key) }
}

extension KeyTable {
  /// Its commands, each once, in order.
  var commands: [Command] {
    var seen: Set<Command> = []
    return bindings.map(\.command).filter { seen.insert($0).inserted }
  }

  /// The keys that reach a command.
  func keys(of command: Command) -> [Key] {
    bindings.filter { $0.command == command }.flatMap(\.keys).filter { self.command(for: $0) == command }
  }

  /// Whether a key may be a command here.
  func accepts(_ key: Key) -> Bool { !isTyping || !key.isForTyping }

  /// The table with the keys that a learner chose: a chosen key goes before any that was there.
  func customised(_ chosen: [Command: [Key]]) -> KeyTable {
    guard !chosen.isEmpty else { return self }
    var given: [Command: [Key]] = [:]
    var taken: Set<Key> = []
    for command in commands {
      let keys = (chosen[command] ?? []).filter { accepts($0) && !taken.contains($0) }
      if keys.isEmpty { continue }
      given[command] = keys
      taken.formUnion(keys)
    }
    return KeyTable(
      rebind(bindings, given, taken), extra: extra,
      refusals: refusals.map { refusal in
        guard let keys = chosen[refusal.binding.command] else { return refusal }
        return Refusal(binding: refusal.binding.on(keys), reason: refusal.reason)
      },
      isTyping: isTyping)
  }

  private func rebind(_ bindings: [KeyBinding], _ given: [Command: [Key]], _ taken: Set<Key>) -> [KeyBinding] {
    var done: Set<Command> = []
    return bindings.compactMap { binding in
      if let keys = given[binding.command] {
        guard done.insert(binding.command).inserted else { return nil }
        let kept = KeyChoice.kept(binding.command).filter { binding.keys.contains($0) && !keys.contains($0) }
        return binding.on(keys + kept)
      }
      let left = binding.keys.filter { !taken.contains($0) }
      return left.count == binding.keys.count ? binding : left.isEmpty ? nil : binding.on(left)
    }
  }
}
