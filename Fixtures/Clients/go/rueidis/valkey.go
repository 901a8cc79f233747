package build

import (
	"context"

	"github.com/valkey-io/valkey-go"
	"github.com/valkey-io/valkey-go/valkeycompat"
)

func forked(ctx context.Context) error {
	client, err := valkey.NewClient(valkey.ClientOption{InitAddress: []string{":6379"}})
	if err != nil {
		return err
	}
	client.Do(ctx, client.B().Incr().Key("valkey").Build()) // want INCR "valkey"
	adapter := valkeycompat.NewAdapter(client)
	return adapter.Set(ctx, "adapted", 1, 0).Err() // want SET "adapted"
}
