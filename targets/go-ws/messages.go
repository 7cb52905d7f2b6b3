package main

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// What the contract does not allow; the text is the reason that the sender is told.
var (
	errBinary    = errors.New("binary frames are not allowed")
	errNoUTF8    = errors.New("not UTF-8")
	errNoJSON    = errors.New("malformed JSON")
	errNoObject  = errors.New("not a JSON object")
	errNoBoardID = errors.New("boardId is missing")
	errNoUserID  = errors.New("userId is missing")
)

// request is what a text asks for.
type request struct {
	join    bool
	boardID string
	userID  string // empty unless join
}

// parse reads a whole text. Into a value of any kind and not into a struct, because that would take
// "BoardID" for "boardId", too. The libraries do not check texts for UTF-8, and encoding/json
// repairs what is wrong; the members, to whom the bytes go as they are, would have to hang up.
func parse(text []byte, isText bool) (request, error) {
	if !isText {
		return request{}, errBinary
	}
	if !utf8.Valid(text) {
		return request{}, errNoUTF8
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		return request{}, errNoJSON
	}
	object, isObject := value.(map[string]any)
	if !isObject {
		return request{}, errNoObject
	}
	boardID, isString := object["boardId"].(string)
	if !isString {
		return request{}, errNoBoardID
	}
	if object["type"] != "join" {
		return request{boardID: boardID}, nil
	}
	userID, isString := object["userId"].(string)
	if !isString {
		return request{}, errNoUserID
	}
	return request{join: true, boardID: boardID, userID: userID}, nil
}

func joinedAnswer(join request) []byte {
	return answer(struct {
		Type    string `json:"type"`
		BoardID string `json:"boardId"`
		UserID  string `json:"userId"`
	}{"joined", join.boardID, join.userID})
}

func errorAnswer(reason error) []byte {
	return answer(struct {
		Type   string `json:"type"`
		Reason string `json:"reason"`
	}{"error", reason.Error()})
}

func answer(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings can always be marshalled
	}
	return text
}
