package glide

import "context"

type Client struct{}

func (*Client) Get(ctx context.Context, key string) string { return key }

func local(ctx context.Context, client *Client) { client.Get(ctx, "k") }
