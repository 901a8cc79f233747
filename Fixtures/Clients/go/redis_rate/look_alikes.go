package limits

import (
	"context"

	"golang.org/x/time/rate"
)

func local(ctx context.Context) bool {
	limiter := rate.NewLimiter(10, 1)
	_ = limiter.Wait(ctx)
	return limiter.Allow()
}
