"""Writes rules for ast-grep and semgrep that name every command: make_command_rules.py COMMANDS.tsv FOLDER

A rule of theirs can go by a method's name and by a receiver's; these do, with the names that client libraries give to
the commands in each language.
"""

import json
import pathlib
import sys

RECEIVER = "(?i)redis|valkey|client|conn|cache|rdb|pipe"


def names(table):
    for line in pathlib.Path(table).read_text(encoding="utf-8").splitlines()[1:]:
        name = line.split("\t")[0]
        if name and " " not in name and "." not in name and "-" not in name:
            yield name


def spellings(commands, language):
    lower = sorted({name.lower() for name in commands})
    if language == "go":
        known = {"hset": "HSet", "hget": "HGet", "hgetall": "HGetAll", "zadd": "ZAdd", "lpush": "LPush", "rpush": "RPush",
                 "sadd": "SAdd", "setnx": "SetNX", "setex": "SetEx", "hincrby": "HIncrBy", "incrby": "IncrBy"}
        return sorted({known.get(name, name.capitalize()) for name in lower})
    return lower


def main():
    table, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    commands = list(names(table))
    folder.mkdir(parents=True, exist_ok=True)
    rules, documents = [], []
    for language in ("python", "go", "javascript", "typescript"):
        methods = "|".join(spellings(commands, language))
        documents.append(json.dumps({
            "id": f"commands-{language}", "language": language, "rule": {"pattern": "$CLIENT.$METHOD($$$ARGUMENTS)"},
            "constraints": {"METHOD": {"regex": f"^({methods})$"}, "CLIENT": {"regex": RECEIVER}}}))
        rules.append({
            "id": f"commands-{language}", "message": "a command", "severity": "INFO", "languages": [language],
            "patterns": [
                {"pattern": "$CLIENT.$METHOD(...)"},
                {"metavariable-regex": {"metavariable": "$METHOD", "regex": f"^({methods})$"}},
                {"metavariable-regex": {"metavariable": "$CLIENT", "regex": f".*({RECEIVER}).*"}}]})
    (folder / "ast-grep-commands.yml").write_text("\n---\n".join(documents), encoding="utf-8")
    (folder / "semgrep-commands.yml").write_text(json.dumps({"rules": rules}), encoding="utf-8")


if __name__ == "__main__":
    main()
