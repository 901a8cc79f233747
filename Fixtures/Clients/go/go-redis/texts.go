package cache

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/redis/go-redis/v9"
)

func tokenKey(space string) string {
	var b strings.Builder
	b.Grow(len(space) + 3)
	b.WriteString("token")
	b.WriteByte('/')
	b.WriteString(space)
	return b.String()
}

func userKey(id int, room string) string {
	buffer := bytes.NewBufferString("user:")
	fmt.Fprintf(buffer, "%d", id)
	if room != "" {
		buffer.WriteString(":" + room)
	}
	return buffer.String()
}

func prefixed(prefix string, ids []string) []string {
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = prefix + id
	}
	return keys
}

func texts(ctx context.Context, client *redis.Client, name string, ids []string) {
	client.Get(ctx, tokenKey(name))                                    // want GET "token/{}"
	client.Get(ctx, userKey(len(name), name))                          // want GET "user:{}:{}" "user:{}"
	client.Get(ctx, path.Join("files", name, "size"))                  // want GET "files/{}/size"
	client.Get(ctx, strings.ReplaceAll("page:<id>", "<id>", name))     // want GET "page:{}"
	client.Get(ctx, strings.Replace("a b", " ", "_", 1))               // want GET "a_b"
	client.MGet(ctx, prefixed("item:", ids)...)                        // want MGET "item:{}"

	keys := make([]string, len(ids)+1)
	keys[0] = "first"
	copy(keys[1:], prefixed("next:", ids))
	client.Del(ctx, keys...) // want DEL "first" "next:{}"

	var text strings.Builder
	_ = text.String()
	var label fmt.Stringer
	client.Get(ctx, label.String()) // want GET "{}"
}

func streamKey(name string, sharded bool) string {
	var b strings.Builder
	if sharded {
		b.WriteString("sharded:{")
		b.WriteString(name)
		b.WriteByte('}')
	} else {
		b.WriteString("stream:")
		b.WriteString(name)
	}
	b.WriteString(":meta")
	return b.String()
}

func listed(names []string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteString("-")
		b.WriteString(name)
	}
	return b.String()
}

func branches(ctx context.Context, client *redis.Client, name string, names []string) {
	client.Get(ctx, streamKey(name, true)) // want GET "sharded:{{}}:meta" "stream:{}:meta"
	client.Del(ctx, "all"+listed(names))   // want DEL "all{}"
}
