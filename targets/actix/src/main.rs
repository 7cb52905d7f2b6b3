//! A shared whiteboard over WebSocket with actix-web and actix-ws, boards in memory.

mod boards;
mod connection;
mod member;
mod messages;
mod socket;

use std::env;
use std::io;

use actix_web::rt;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use env_logger::Env;
use log::info;
use tokio_util::sync::CancellationToken;

use boards::Boards;

const STOP_GRACE_S: u64 = 2;

/// What all connections of all workers share.
struct Server {
    boards: Boards,
    stopping: CancellationToken,
}

#[actix_web::main]
async fn main() -> io::Result<()> {
    env_logger::init_from_env(Env::default().default_filter_or("warn,boardbench_actix=info"));
    let address = format!(
        "{}:{}",
        setting("HOST", "127.0.0.1"),
        setting("PORT", "8080")
    );
    let workers: usize = setting("WORKERS", "0").parse().map_err(io::Error::other)?;

    let stopping = CancellationToken::new();
    let server = Data::new(Server {
        boards: Boards::default(),
        stopping: stopping.clone(),
    });
    let mut http = HttpServer::new(move || {
        App::new()
            .app_data(server.clone())
            .route("/health", web::get().to(HttpResponse::Ok))
            .route("/ws", web::get().to(connection::upgrade))
    })
    .on_connect(socket::remember)
    // Its own handling of signals would wait for the connections without telling them anything.
    .disable_signals()
    .shutdown_timeout(STOP_GRACE_S);
    if workers > 0 {
        http = http.workers(workers);
    }
    let running = http.bind(&address)?.run();
    info!("listening on {address}");

    let handle = running.handle();
    rt::spawn(async move {
        if let Err(error) = asked_to_stop().await {
            log::error!("no signal can be waited for: {error}");
        }
        stopping.cancel();
        // Whoever has not answered the close frame within the grace is cut with the process.
        handle.stop(true).await;
    });
    running.await
}

async fn asked_to_stop() -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

fn setting(name: &str, otherwise: &str) -> String {
    env::var(name).unwrap_or_else(|_| otherwise.to_owned())
}
