//go:build linux

// Package imports shows what names imports have.
// It has two lines of documentation.
package imports

import "fmt"
import alias "example.com/long/path"
import . "example.com/dot"
import _ "example.com/blank"

import (
	"example.com/go-tool/v9"
	"example.com/tool-go"
	"example.com/api/core/v1"
	"gopkg.in/yaml.v3"
	"example.com/two-words"
	`example.com/raw`
)

var (
	_ = fmt.Sprint(1)
	_ = alias.New()
	a = Dotted()
	b = tool.New()
	c = v1.New()
	d = yaml.New()
	e = words.New()
	f = raw.New()
)
