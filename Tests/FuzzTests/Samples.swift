import FrontEnd
import GoFrontEnd
import InventoryModel
import JavaScriptFrontEnd
import LuaFrontEnd
import PythonFrontEnd
import SwiftFrontEnd
import TreeSitter

/// A grammar with its front end and a source to break.
enum Sample: String, CaseIterable, Sendable {
  case python, go, javascript, typescript, tsx, swift, lua

  func frontEnd() throws -> any LanguageFrontEnd {
    switch self {
    case .python: try PythonFrontEnd()
    case .go: try GoFrontEnd()
    case .javascript: try JavaScriptFrontEnd(.javascript)
    case .typescript: try JavaScriptFrontEnd(.typescript)
    case .tsx: try JavaScriptFrontEnd(.tsx)
    case .swift: try SwiftFrontEnd()
    case .lua: try LuaFrontEnd()
    }
  }

  var language: Language {
    switch self {
    case .python: .python
    case .go: .go
    case .javascript: .javascript
    case .typescript, .tsx: .typescript
    case .swift: .swift
    case .lua: .lua
    }
  }

  var sources: [String] {
    switch self {
    case .python:
      [
        """
        import redis as r
        from typing import Optional, cast

        class Cache(Base, metaclass=Meta):
            \"\"\"Doc.\"\"\"
            client: Optional[r.Redis] = None

            def __init__(self, url: str = "redis://h:6379/0", *args, **kwargs):
                self.client = r.Redis.from_url(url, decode_responses=True)

            async def get(self, key, /, *, ttl=60):
                with self.client.pipeline() as p, open("f") as f:
                    for i, (a, b) in enumerate({k: v for k, v in x.items() if k}):
                        p.set(f"user:{i!r:>{ttl}}:" "x" % a, b, ex=ttl)
                try:
                    return await (lambda y=1: y)(key) or [*args, {**kwargs}]
                except (KeyError, r.RedisError) as error:
                    raise ValueError(f"{key=}") from error
                finally:
                    del self.client

            @property
            def name(self): return (yield self[1:2, ...])

        match x:
            case {"a": [1, *rest], **other} if (n := len(rest)) > 1: pass
            case Point(x=0) | None: ...
        """
      ]
    case .go:
      [
        """
        package main

        import (
          "context"
          redis "github.com/redis/go-redis/v9"
        )

        type Store[T any] struct {
          *redis.Client
          keys map[string][]T `json:"k"`
        }

        const prefix = "user:" + `raw` + "\\x41\\u00e9"

        func (s *Store[T]) Get(ctx context.Context, id int, more ...string) (v T, err error) {
          defer func() { recover() }()
          for i, k := range more {
            if n, err := s.Set(ctx, fmt.Sprintf("%s:%[2]d", k, id), i, 0).Result(); err != nil { return v, err }
          }
          switch t := any(v).(type) {
          case int, *string: go s.run(t)
          default: select { case x := <-ch: _ = x; case ch <- 1: }
          }
          _, err = s.Pipelined(ctx, func(p redis.Pipeliner) error { p.Incr(ctx, prefix); return nil })
          return
        }
        """
      ]
    case .javascript, .tsx, .typescript:
      [
        """
        import Redis, { Cluster as C } from 'ioredis';
        const { promisify = x, ...rest } = require("util"), [a, , b = 1] = list;
        export default class Cache extends Base {
          #client = new Redis({ host: 'h', port: 6379, ...rest });
          static async *get(key, { ttl = 60, ...more } = {}) {
            const r = await this.#client?.set(`user:${key}:${`x${a}`}`, JSON.stringify(b), "EX", ttl);
            for await (const [k, v] of Object.entries(more ?? {})) yield* this.#client.multi().get(k).exec();
            try { label: while (true) { break label } } catch ({ message }) { throw /re[/]x/g } finally { }
            return r ? (x) => ({ [x]: y }) : function* () { switch (r) { case 1: default: } }
          }
        }
        module.exports = { get: async key => client.getAsync(key), Cache }
        Cache.prototype.run = function () { return arguments[0] }
        """,
        """
        export class A<T extends object = {}> implements B {
          constructor(private readonly redis: Redis | undefined, @Inject('x') public y?: number) { super() }
          get<K extends keyof T>(k: K): asserts k is K { return (this.redis as any)!.get(<string>k) }
        }
        declare module "x" { export type F = (a: number, ...b: string[]) => Promise<void> }
        enum E { A = 'a', B = 1 << 2 }
        abstract class G { abstract f(): void; protected accessor z = 1 }
        """,
      ]
    case .swift:
      [
        """
        import RediStack
        @testable import struct Foundation.Date

        @MainActor final class Cache<T: Codable>: Base where T: Sendable {
          private let client: RedisClient?, keys = ["a": [1, 2]]
          var name: String { get async throws { try await client!.get("user:\\(id, default: 1)") ?? #"raw\\#(x)"# } }
          init(client: RedisClient = .init(url: "redis://h")) { self.client = client }
          subscript(key: String, _ more: Int...) -> T? { get { nil } set { client?.set(key, to: newValue) } }
          func run<each U>(_ body: @escaping (repeat each U) throws -> Void) rethrows {
            guard let client, case .some(let x) = keys["a"] else { return }
            for await (index, value) in zip(x, 0...) where index > 1 { defer { print(value) } }
            do { try body() } catch let error as NSError { throw error } catch { }
            switch x { case [1], [2]: fallthrough; case _ where true: break; @unknown default: break }
            client.send(command: "SET", with: keys.map { $0.key + \"\"\"
              \\($0) multi
              \"\"\" }) { [weak self] result in self?.run { } }
          }
        }
        extension Cache { enum Key: String { case a = "x", b } }
        #if os(Linux)
        let f = \\Cache<Int>.name
        #endif
        """
      ]
    case .lua:
      [
        """
        local key, ttl <const> = KEYS[1], tonumber(ARGV[2]) or 0x10
        -- comment
        --[==[ long ]==]
        local function f(a, ...)
          for i = 1, #ARGV, 2 do redis.call('HSET', key .. ':' .. i, ARGV[i], [[x]] .. "\\x41\\z  b") end
          for k, v in pairs({ a = 1, ['b'] = 2; 3, ... }) do if k ~= v then goto done elseif not k then break end end
          repeat local r = redis.pcall("GET", key) until r and r.err
          while true do return select('#', ...) end
          ::done::
        end
        function t.a.b:c() return self.x // 2 ^ -1 end
        return cjson.encode(f(unpack(KEYS))), t:c "s"
        """
      ]
    }
  }
}
