use serde_json::{Value, json};

/// What a text asks for.
pub enum Request {
    Join { board_id: String, user_id: String },
    Publish { board_id: String },
}

/// Reads a whole text; the error is the reason that the sender is told.
pub fn parse(text: &str) -> Result<Request, &'static str> {
    let mut message: Value = serde_json::from_str(text).map_err(|_| "malformed JSON")?;
    if !message.is_object() {
        return Err("not a JSON object");
    }
    let board_id = take_string(&mut message, "boardId").ok_or("boardId is missing")?;
    if message["type"] == "join" {
        let user_id = take_string(&mut message, "userId").ok_or("userId is missing")?;
        Ok(Request::Join { board_id, user_id })
    } else {
        Ok(Request::Publish { board_id })
    }
}

fn take_string(message: &mut Value, key: &str) -> Option<String> {
    match message.get_mut(key).map(Value::take) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

pub fn joined(board_id: &str, user_id: &str) -> String {
    json!({ "type": "joined", "boardId": board_id, "userId": user_id }).to_string()
}

pub fn error(reason: &str) -> String {
    json!({ "type": "error", "reason": reason }).to_string()
}
