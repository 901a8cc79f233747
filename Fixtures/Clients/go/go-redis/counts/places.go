package counts

const base = "count/"

var Sets = struct {
	Active string
}{
	Active: "counts:active",
}

func bucket(name, period string) string {
	if period == "" {
		return name + "/total"
	}
	return name + "/" + period
}
