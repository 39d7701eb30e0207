package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	controller := &Controller{
		URL:    os.Getenv("SCAIBUNKER_CONTROLLER_URL"),
		Token:  os.Getenv("SCAIBUNKER_WORKER_TOKEN"),
		Worker: os.Getenv("WORKER_ID"),
	}
	if controller.URL == "" || controller.Token == "" {
		log.Fatal("the controller's URL and the worker token must be set")
	}
	controller.Beat(ctx)
}
