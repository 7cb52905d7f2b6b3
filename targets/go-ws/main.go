// A shared whiteboard over WebSocket, boards in memory.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const (
	headerTimeout = 5 * time.Second
	requestGrace  = 500 * time.Millisecond
	stopGrace     = 2 * time.Second
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "version" {
		printVersion(os.Args[2])
		return
	}
	if err := run(); err != nil {
		slog.Error("cannot serve", "error", err)
		os.Exit(1)
	}
}

// run serves until SIGTERM or an interrupt.
func run() error {
	library, err := libraryNamed(setting("LIBRARY", "coder"))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")))
	if err != nil {
		return err
	}

	connections := newConnections(library)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /ws", connections.serve)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: headerTimeout}

	stopping, forget := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer forget()
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	slog.Info("listening", "address", listener.Addr().String())
	select {
	case err := <-failed:
		return err
	case <-stopping.Done():
	}

	// A second signal ends the process at once.
	forget()
	// Who has connected and asked for nothing yet must not use up what the others have to say good-bye.
	grace, cancel := context.WithTimeout(context.Background(), requestGrace)
	err = server.Shutdown(grace)
	cancel()
	grace, cancel = context.WithTimeout(context.Background(), stopGrace)
	defer cancel()
	connections.close(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	return err
}

func setting(name, otherwise string) string {
	if value, set := os.LookupEnv(name); set {
		return value
	}
	return otherwise
}
