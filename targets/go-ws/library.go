package main

import (
	"context"
	"fmt"
	"net/http"

	gorilla "github.com/gorilla/websocket"
)

const maxMessageBytes = 64 << 10

// library is what speaks WebSocket.
type library interface {
	// accept makes the request a WebSocket; when it cannot, it has answered the request.
	accept(w http.ResponseWriter, r *http.Request) (socket, error)
	// message makes of a text what its sockets can write, any number of them.
	message(text []byte) *message
}

// message is a text on its way to members.
type message struct {
	size     int                      // of the text, in bytes
	text     []byte                   // for coder
	prepared *gorilla.PreparedMessage // for gorilla
}

// socket is one WebSocket connection. One goroutine reads and one writes; the rest may be called by
// any goroutine at any time.
type socket interface {
	// read returns the next message, and whether it is a text. An error ends the connection.
	read() (content []byte, isText bool, err error)
	write(msg *message) error
	// ping returns nil when the peer has answered, which somebody has to read.
	ping(ctx context.Context) error
	// close tells the peer that the server goes away.
	close(reason string)
	// cut ends the connection without a word; a second call does nothing.
	cut()
}

func libraryNamed(name string) (library, error) {
	switch name {
	case "coder":
		return coderLibrary{}, nil
	case "gorilla":
		return &gorillaLibrary{}, nil
	}
	return nil, fmt.Errorf("LIBRARY must be one of coder, gorilla, was %s", name)
}
