"""Makes a tree of source files for benchmarks: some have to do with Redis, the others do not.

usage: generate_tree.py TREE FILES [COPIES [EVERY]]

The files are Python, Go, TypeScript and Swift in turn; COPIES of each ordinary function make a file larger (40: 8 KB;
105: 21 KB, so that 100,000 files have 2 GB). One file in EVERY (100) has to do with Redis.
"""

import pathlib
import sys

STORE = {
    "py": """\
import redis

store = redis.Redis.from_url("redis://cache:6379/0")


class Basket{number}:
    def __init__(self, client=store):
        self.client = client

    def add(self, user, item):
        self.client.sadd(f"basket:{{user}}", item)
        self.client.expire(f"basket:{{user}}", 3600)
""",
    "go": """\
package store{number}

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Basket struct{{ client *redis.Client }}

func (b *Basket) Add(ctx context.Context, user, item string) error {{
	return b.client.SAdd(ctx, "basket:"+user, item).Err()
}}
""",
    "ts": """\
import Redis from "ioredis";

export class Basket{number} {{
  private readonly client = new Redis();

  async add(user: string, item: string): Promise<void> {{
    await this.client.sadd(`basket:${{user}}`, item);
  }}
}}
""",
    "swift": """\
import RediStack

struct Basket{number} {{
  let client: RedisConnection

  func add(_ item: String, of user: String) async throws {{
    _ = try await client.sadd(item, to: "basket:\\(user)").get()
  }}
}}
""",
}

ORDINARY = {
    "py": """\
def lookup{number}_{copy}(table, keys):
    found = {{}}
    for key in keys:
        if key in table:
            found[key] = table.get(key)
    return found, len(found.keys())


""",
    "go": """\
func lookup{number}_{copy}(table map[string]int, keys []string) (map[string]int, int) {{
	found := map[string]int{{}}
	for _, key := range keys {{
		if value, ok := table[key]; ok {{
			found[key] = value
		}}
	}}
	return found, len(found)
}}

""",
    "ts": """\
export function lookup{number}_{copy}(table: Map<string, number>, keys: string[]): number {{
  const found = new Map<string, number>();
  for (const key of keys) {{
    if (table.has(key)) found.set(key, table.get(key)!);
  }}
  return [...found.keys()].length;
}}

""",
    "swift": """\
func lookup{number}_{copy}(_ table: [String: Int], _ keys: [String]) -> Int {{
  var found: [String: Int] = [:]
  for key in keys {{
    if let value = table[key] {{ found[key] = value }}
  }}
  return found.keys.count
}}

""",
}
HEADS = {"py": "", "go": "package lookup{number}\n\n", "ts": "", "swift": ""}


def generate(tree, files, copies=40, every=100):
    """Writes the files; a folder holds a hundred."""
    kinds = list(STORE)
    for number in range(files):
        folder = tree / f"part{number // 10000}" / f"package{number // 100 % 100}"
        if number % 100 == 0:
            folder.mkdir(parents=True, exist_ok=True)
        kind = kinds[number % len(kinds)]
        # Of the languages in turn, one after the other.
        block = number // every
        if number % every == (block - block * every) % len(kinds):
            text = STORE[kind].format(number=number)
        else:
            body = "".join(ORDINARY[kind].format(number=number, copy=copy) for copy in range(copies))
            text = HEADS[kind].format(number=number) + body
        (folder / f"file{number}.{kind}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__.strip())
    generate(pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:]))
