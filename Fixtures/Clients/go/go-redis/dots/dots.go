// Package dots imports the names themselves.
package dots

import (
	"context"

	. "github.com/redis/go-redis/v9"
)

func dotted(ctx context.Context) {
	client := NewClient(&Options{})
	client.Get(ctx, "dotted") // want GET "dotted"
	typed(ctx, client)
}

func typed(ctx context.Context, client *Client) {
	client.Del(ctx, "typed") // want DEL "typed"
}
