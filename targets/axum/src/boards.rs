use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use axum::extract::ws::Utf8Bytes;

use crate::member::Member;

/// Who is on which board. A board exists while it has members.
#[derive(Default)]
pub struct Boards {
    members_by_board: RwLock<HashMap<String, Vec<Arc<Member>>>>,
}

impl Boards {
    /// Every member gets these very bytes. Nobody is waited for.
    pub fn publish(&self, board_id: &str, text: &Utf8Bytes) {
        let boards = self
            .members_by_board
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        for member in boards.get(board_id).into_iter().flatten() {
            member.send(text.clone());
        }
    }

    fn join(&self, board_id: &str, member: Arc<Member>) {
        let mut boards = self
            .members_by_board
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        boards.entry(board_id.to_owned()).or_default().push(member);
    }

    fn leave(&self, board_id: &str, member: &Arc<Member>) {
        let mut boards = self
            .members_by_board
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(members) = boards.get_mut(board_id) {
            members.retain(|present| !Arc::ptr_eq(present, member));
            if members.is_empty() {
                boards.remove(board_id);
            }
        }
    }
}

/// The boards that one member has joined; it leaves them when this is dropped.
pub struct Joined {
    boards: Arc<Boards>,
    member: Arc<Member>,
    ids: HashSet<String>,
}

impl Joined {
    pub fn new(boards: Arc<Boards>, member: Arc<Member>) -> Self {
        Self {
            boards,
            member,
            ids: HashSet::new(),
        }
    }

    /// From the return on, every message published to the board reaches the member.
    pub fn join(&mut self, board_id: &str) {
        if self.ids.insert(board_id.to_owned()) {
            self.boards.join(board_id, Arc::clone(&self.member));
        }
    }
}

impl Drop for Joined {
    fn drop(&mut self) {
        for board_id in &self.ids {
            self.boards.leave(board_id, &self.member);
        }
    }
}
