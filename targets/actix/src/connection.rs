use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use actix_web::error::ErrorServiceUnavailable;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, rt};
use actix_ws::{
    AggregatedMessage, AggregatedMessageStream, CloseCode, CloseReason, ProtocolError, Session,
};
use bytestring::ByteString;
use futures_util::StreamExt;
use log::warn;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use crate::Server;
use crate::boards::Joined;
use crate::member::{MAX_UNREAD_BYTES, Member};
use crate::messages::{self, Request};
use crate::socket::Socket;

const MAX_MESSAGE_BYTES: usize = 64 * 1024;
const PING_INTERVAL: Duration = Duration::from_secs(30);

/// How long a close frame may wait for what is before it.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(5);

/// Makes the request a WebSocket, which stays with the worker that accepted it.
pub async fn upgrade(
    request: HttpRequest,
    body: Payload,
    server: Data<Server>,
) -> actix_web::Result<HttpResponse> {
    let socket = request
        .conn_data::<Arc<Socket>>()
        .cloned()
        .ok_or_else(|| ErrorServiceUnavailable("no file descriptor is left"))?;
    let (response, session, stream) = actix_ws::handle(&request, body)?;
    let stream = stream
        .max_frame_size(MAX_MESSAGE_BYTES)
        .aggregate_continuations()
        .max_continuation_size(MAX_MESSAGE_BYTES);
    rt::spawn(serve(session, stream, socket, server.into_inner()));
    Ok(response)
}

/// Serves one connection until it ends: one task reads, writes and pings. Once session and stream are
/// dropped, actix-web closes the connection.
async fn serve(
    session: Session,
    mut stream: AggregatedMessageStream,
    socket: Arc<Socket>,
    server: Arc<Server>,
) {
    let (member, outbox) = Member::new();
    let mut joined = Joined::new(Arc::clone(&server), Arc::clone(&member));
    let mut writing = pin!(outbox.write_to(session.clone()));
    let mut overflow = pin!(member.overflow());
    let mut stopping = pin!(server.stopping.cancelled());
    let mut said_good_bye = false;
    let mut pings = interval_at(Instant::now() + PING_INTERVAL, PING_INTERVAL);
    pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut alive = true;

    let close_code = loop {
        tokio::select! {
            biased;
            () = &mut overflow => {
                warn!("cut a slow reader: over {MAX_UNREAD_BYTES} bytes unread");
                socket.cut();
                return;
            }
            () = &mut writing => return,
            received = stream.next() => match received {
                Some(Ok(AggregatedMessage::Text(text))) => {
                    handle(&text, &server, &member, &mut joined);
                }
                Some(Ok(AggregatedMessage::Binary(_))) => {
                    member.send(messages::error("binary frames are not allowed"));
                }
                Some(Ok(AggregatedMessage::Ping(payload))) => member.pong(payload),
                Some(Ok(AggregatedMessage::Pong(_))) => alive = true,
                Some(Ok(AggregatedMessage::Close(_))) => break CloseCode::Normal,
                Some(Err(ProtocolError::Overflow)) => break CloseCode::Size,
                // Invalid UTF-8, or fragments over the limit.
                Some(Err(_)) => break CloseCode::Invalid,
                None => return,
            },
            // The peer answers.
            () = &mut stopping, if !said_good_bye => {
                said_good_bye = true;
                member.close("server is stopping");
            }
            _ = pings.tick() => {
                if !alive {
                    socket.cut();
                    return;
                }
                alive = false;
                member.ping();
            }
        }
    };
    drop(joined);
    if !said_good_bye {
        let _ = timeout(
            CLOSE_TIMEOUT,
            session.close(Some(CloseReason::from(close_code))),
        )
        .await;
    }
}

fn handle(text: &ByteString, server: &Server, member: &Member, joined: &mut Joined) {
    match messages::parse(text) {
        Ok(Request::Join { board_id, user_id }) => {
            joined.join(&board_id);
            member.send(messages::joined(&board_id, &user_id));
        }
        Ok(Request::Publish { board_id }) => server.boards.publish(&board_id, text),
        Err(reason) => member.send(messages::error(reason)),
    }
}
