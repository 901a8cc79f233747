package actions

type tree struct{}

func (tree) Cmd(v any, name string, key string) error { return nil }
func (tree) Subscribe(a any, topic string) error      { return nil }

func walk(t tree) {
	_ = t.Cmd(nil, "GET", "node")
	_ = t.Subscribe(nil, "topic")
}
