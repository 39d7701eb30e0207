package main

import (
	"bytes"
	"context"
	"os/exec"
	"time"
)

const inlineOutput = 64 * 1024

// Result is what the controller passes on to the caller of exec.
type Result struct {
	ExitCode      int    `json:"exit_code"`
	Stdout        string `json:"stdout"`
	Truncated     bool   `json:"truncated"`
	FullOutputRef string `json:"full_output_ref,omitempty"`
}

// Run runs a command in a bunker and cuts long output; the rest goes to storage.
func Run(ctx context.Context, bunker, command string, timeout time.Duration) (Result, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "bunker-exec", bunker, "sh", "-c", command)
	cmd.Stdout = &out
	err := cmd.Run()
	result := Result{ExitCode: cmd.ProcessState.ExitCode(), Stdout: out.String()}
	if out.Len() > inlineOutput {
		result.Stdout = out.String()[:inlineOutput]
		result.Truncated = true
		result.FullOutputRef = "/storage/output/" + bunker + "/stdout"
	}
	return result, err
}
