package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"runtime"
	"time"
)

const heartbeat = 10 * time.Second

// Controller is the worker's view of the controller.
type Controller struct {
	URL    string
	Token  string
	Worker string
}

// Beat reports free capacity until the context ends. A failed beat is logged and tried again with the next one.
func (c *Controller) Beat(ctx context.Context) {
	ticker := time.NewTicker(heartbeat)
	defer ticker.Stop()
	for {
		if err := c.beatOnce(ctx); err != nil {
			log.Printf("heartbeat not sent: %v", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (c *Controller) beatOnce(ctx context.Context) error {
	url := fmt.Sprintf("%s/workers/%s/heartbeat?free_cpu=%d&free_memory_mb=%d", c.URL, c.Worker, runtime.NumCPU(), 4096)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+c.Token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusUnauthorized {
		return fmt.Errorf("the controller does not accept this worker's token")
	}
	return nil
}
