package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// printVersion says which Go, or which version of a module, this program is made of.
func printVersion(name string) {
	if name == "go" {
		fmt.Println(strings.TrimPrefix(runtime.Version(), "go"))
		return
	}
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == name {
			fmt.Println(strings.TrimPrefix(module.Version, "v"))
		}
	}
}
