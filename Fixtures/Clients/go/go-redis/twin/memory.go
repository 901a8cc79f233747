// Package twin has a store in memory behind the interface that a real one has elsewhere.
package twin

import "context"

// Client has the name and the methods of the library's.
type Client struct{ values map[string]string }

// NewClient has the name of the library's constructor.
func NewClient() *Client { return &Client{values: map[string]string{}} }

// Get reads the map.
func (c *Client) Get(ctx context.Context, key string) (string, bool) {
	value, ok := c.values[key]
	return value, ok
}

// Set writes the map.
func (c *Client) Set(ctx context.Context, key, value string) { c.values[key] = value }

func use(ctx context.Context) {
	client := NewClient()
	client.Set(ctx, "a", "b")
	client.Get(ctx, "a")
}
