/// Scripts that teach a shell the commands and flags.
enum Completions {
  static func script(for shell: String) throws(UsageError) -> String {
    switch shell {
    case "bash": bash
    case "zsh": "autoload -U +X bashcompinit && bashcompinit\n" + bash
    case "fish": fish
    default: throw UsageError("no completions for '\(shell)': bash, zsh, fish")
    }
  }

  private static var bash: String {
    let cases = CommandDefinition.all.map { command in
      "    \(command.name)) words=\"\(command.flags.map(\.name).joined(separator: " "))\" ;;"
    }
    return """
      _redis_inventory() {
        local words word="${COMP_WORDS[COMP_CWORD]}"
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
          *) words="\(CommandDefinition.all.map(\.name).joined(separator: " ")) --version --help" ;;
        esac
        if [[ $COMP_CWORD -gt 1 && $word != -* ]]; then
          COMPREPLY=($(compgen -f -- "$word"))
        else
          COMPREPLY=($(compgen -W "$words" -- "$word"))
        fi
      }
      complete -o filenames -F _redis_inventory redis-inventory

      """
  }

  private static var fish: String {
    CommandDefinition.all.map { command in
      let head = "complete -c redis-inventory -n __fish_use_subcommand -a \(command.name) -d '\(command.summary)'\n"
      return head + command.flags.map { fish($0, of: command) }.joined()
    }.joined()
  }

  private static func fish(_ flag: Flag, of command: CommandDefinition) -> String {
    let condition = "'__fish_seen_subcommand_from \(command.name)'"
    let value = flag.value == nil ? "" : " -r"
    return "complete -c redis-inventory -n \(condition) -l \(flag.name.dropFirst(2))\(value) -d '\(flag.summary)'\n"
  }
}
