//! Connections: so many at once, and each has to send the head of a request in good time. hyper itself, because `axum::serve` sets neither.

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    response::Response,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
};
use tower_service::Service;

/// Most connections at once; who comes after that waits until there is room.
pub const MOST: usize = 4_096;

/// How long the head of a request may take, and how long a connection may stay without one.
pub const HEAD: Duration = Duration::from_secs(60);

/// How long nothing is accepted after the system gave no connection: too many files are open.
const PAUSE: Duration = Duration::from_secs(1);

/// Serves until `closing` says so, and then until every connection is done with its last request.
pub async fn serve(listener: TcpListener, router: Router, mut closing: watch::Receiver<bool>, most: usize, head: Duration) {
    let (seats, graceful) = (Arc::new(Semaphore::new(most)), GracefulShutdown::new());
    let closed = async move { drop(closing.wait_for(|closing| *closing).await) };
    let mut closed = std::pin::pin!(closed);
    loop {
        let accepted = async {
            let seat = seats.clone().acquire_owned().await;
            (listener.accept().await, seat)
        };
        let (accepted, seat) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut closed => break,
        };
        let (stream, from) = match accepted {
            Ok(accepted) => accepted,
            Err(error) if is_of_one(&error) => continue,
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        drop(stream.set_nodelay(true));
        let router = router.clone();
        let service = service_fn(move |request: Request<Incoming>| answered(router.clone(), from, request));
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(head);
        let connection = graceful.watch(builder.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
            drop(seat);
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

async fn answered(mut router: Router, from: SocketAddr, request: Request<Incoming>) -> Result<Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(from));
    router.call(request).await
}

/// Did only this one connection fail before it was there?
fn is_of_one(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpStream,
    };

    use super::*;

    async fn started(most: usize, head: Duration) -> (SocketAddr, watch::Sender<bool>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let closing = watch::Sender::new(false);
        let router = Router::new()
            .route("/", axum::routing::get(|ConnectInfo(from): ConnectInfo<SocketAddr>| async move { from.ip().to_string() }));
        (address, closing.clone(), tokio::spawn(serve(listener, router, closing.subscribe(), most, head)))
    }

    const ASK: &[u8] = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    async fn read(stream: &mut TcpStream) -> String {
        let mut bytes = vec![0; 4096];
        let length = stream.read(&mut bytes).await.unwrap();
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_head_that_does_not_end_closes_its_connection() {
        let (address, _closing, _serving) = started(8, Duration::from_millis(50)).await;
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(&ASK[..20]).await.unwrap();
        // Ends, whether with an answer before it or not.
        let mut rest = vec![];
        slow.read_to_end(&mut rest).await.unwrap();
        assert!(!String::from_utf8_lossy(&rest).contains("127.0.0.1"));
        let mut quick = TcpStream::connect(address).await.unwrap();
        quick.write_all(ASK).await.unwrap();
        assert!(read(&mut quick).await.ends_with("127.0.0.1"));
    }

    #[tokio::test]
    async fn who_comes_when_all_seats_are_taken_waits_for_one() {
        let (address, closing, serving) = started(1, HEAD).await;
        let mut first = TcpStream::connect(address).await.unwrap();
        first.write_all(ASK).await.unwrap();
        assert!(read(&mut first).await.ends_with("127.0.0.1"));
        let mut second = TcpStream::connect(address).await.unwrap();
        second.write_all(ASK).await.unwrap();
        let mut bytes = [0; 1];
        let early = tokio::time::timeout(Duration::from_millis(100), second.read(&mut bytes)).await;
        assert!(early.is_err(), "answered though there is one seat, which is taken");
        drop(first);
        assert!(read(&mut second).await.ends_with("127.0.0.1"));
        // Told to stop, it ends though a connection is open.
        closing.send_replace(true);
        tokio::time::timeout(Duration::from_secs(5), serving).await.expect("it stops").unwrap();
        assert_eq!(second.read(&mut bytes).await.unwrap(), 0);
    }
}
