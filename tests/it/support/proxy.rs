//! A proxy in front of one or more servers that does to requests and replies what networks do: it loses, cuts, doubles, holds and
//! delays them. What happens to a request is drawn from a seed, and everything that happened is counted.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
    task::AbortHandle,
};

use super::Lot;

/// What becomes of a request.
#[derive(Debug, Clone)]
pub enum Fate {
    /// Nothing happens to it.
    Pass,
    /// It is passed on after a while.
    Delay(Duration),
    /// It never gets to a server, and the connection ends.
    DropRequest,
    /// It is done, the reply is read to its end and thrown away, and the connection ends.
    LoseReply,
    /// After so many bytes of the reply the connection ends; with none at once, while the server is at it.
    CutAfter(usize),
    /// It gets nowhere and nothing comes back; the connection stays.
    HalfOpen,
    /// It gets to the server twice at the same time; one of the replies comes back.
    Duplicate,
    /// Of the reply only the head comes back, until it is told.
    Hold(Arc<Notify>),
    /// Something that is not the server answers, with this status and a page.
    Html(u16),
    /// The reply comes back so many bytes at a time.
    Slow(usize, Duration),
}

/// What was counted, beside the names of [`Fate::name`].
pub const REQUESTS: &str = "requests";
/// Replies to writes that were done, and that nobody got.
pub const ACKNOWLEDGEMENTS_LOST: &str = "acknowledgements lost";
/// Replies that came back whole.
pub const ANSWERED: &str = "answered";
/// Replies that were cut before their end, and connections that were ended.
pub const CUT: &str = "replies cut";

impl Fate {
    /// What it is counted as.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Pass => "passed",
            Self::Delay(_) => "delayed",
            Self::DropRequest => "requests lost",
            Self::LoseReply => "replies lost",
            Self::CutAfter(_) => "to be cut",
            Self::HalfOpen => "half open",
            Self::Duplicate => "doubled",
            Self::Hold(_) => "held",
            Self::Html(_) => "pages",
            Self::Slow(..) => "slow",
        }
    }
}

/// The first line of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// `GET`, `POST`, …
    pub method: String,
    /// Path and query.
    pub path: String,
}

impl Head {
    /// Does it ask for something to be changed?
    pub fn writes(&self) -> bool {
        self.method != "GET" && !self.path.contains("/_search")
    }
}

/// `http://127.0.0.1:PORT`.
fn upstream(server: &str) -> SocketAddr {
    server.trim_start_matches("http://").parse().unwrap()
}

type Decide = Arc<dyn Fn(&Head, &mut Lot) -> Fate + Send + Sync>;

struct Shared {
    upstreams: Mutex<Vec<SocketAddr>>,
    turn: AtomicUsize,
    fate: Mutex<Decide>,
    lot: Mutex<Lot>,
    counts: watch::Sender<BTreeMap<&'static str, u64>>,
    breaker: watch::Sender<()>,
}

/// A running proxy. It takes no more connections once this is dropped.
pub struct Proxy {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    shared: Arc<Shared>,
    accepting: AbortHandle,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
        self.cut();
    }
}

impl Proxy {
    /// In front of these servers (`http://127.0.0.1:PORT`), each in its turn; one that refuses is passed over.
    pub async fn start<F>(servers: &[&str], seed: u64, fate: F) -> Self
    where
        F: Fn(&Head, &mut Lot) -> Fate + Send + Sync + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            upstreams: Mutex::new(servers.iter().copied().map(upstream).collect()),
            turn: AtomicUsize::new(0),
            fate: Mutex::new(Arc::new(fate)),
            lot: Mutex::new(Lot(seed)),
            counts: watch::Sender::default(),
            breaker: watch::Sender::default(),
        });
        let own = shared.clone();
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                client.set_nodelay(true).ok();
                tokio::spawn(serve(own.clone(), client));
            }
        });
        Self { address, shared, accepting: accepting.abort_handle() }
    }

    /// From now on this happens to requests.
    pub fn set_fate<F>(&self, fate: F)
    where
        F: Fn(&Head, &mut Lot) -> Fate + Send + Sync + 'static,
    {
        *self.shared.fate.lock().unwrap() = Arc::new(fate);
    }

    /// From now on nothing happens to requests.
    pub fn behave(&self) {
        self.set_fate(|_, _| Fate::Pass);
    }

    /// From now on another server stands in the place of one.
    pub fn replace(&self, server: &str, by: &str) {
        let mut upstreams = self.shared.upstreams.lock().unwrap();
        *upstreams.iter_mut().find(|one| **one == upstream(server)).unwrap() = upstream(by);
    }

    /// Ends every connection.
    pub fn cut(&self) {
        self.shared.breaker.send_replace(());
    }

    /// How often something happened.
    pub fn count(&self, what: &str) -> u64 {
        self.shared.counts.borrow().get(what).copied().unwrap_or(0)
    }

    /// Waits until something happened so often.
    pub async fn reaches(&self, what: &'static str, count: u64) {
        let mut counts = self.shared.counts.subscribe();
        counts.wait_for(|counts| counts.get(what).is_some_and(|is| *is >= count)).await.unwrap();
    }

    /// Everything that happened, in words.
    pub fn told(&self) -> String {
        let counts = self.shared.counts.borrow();
        counts.iter().map(|(what, count)| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
    }
}

impl Shared {
    fn note(&self, what: &'static str) {
        self.counts.send_modify(|counts| *counts.entry(what).or_default() += 1);
    }

    async fn connect(&self) -> Option<TcpStream> {
        let upstreams = self.upstreams.lock().unwrap().clone();
        for _ in 0..upstreams.len() {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed);
            if let Ok(upstream) = TcpStream::connect(upstreams[turn % upstreams.len()]).await {
                upstream.set_nodelay(true).ok();
                return Some(upstream);
            }
        }
        None
    }

    /// Sends a request to a server; the reply is still to be read.
    async fn forward(&self, request: &[u8]) -> Option<TcpStream> {
        let mut upstream = self.connect().await?;
        upstream.write_all(request).await.ok()?;
        Some(upstream)
    }

    /// The reply to its end.
    async fn whole(&self, request: &[u8]) -> Option<Vec<u8>> {
        let (mut upstream, mut reply) = (self.forward(request).await?, vec![]);
        upstream.read_to_end(&mut reply).await.ok()?;
        Some(reply)
    }

    async fn play(&self, fate: Fate, head: &Head, request: &[u8], client: &mut TcpStream) -> Option<()> {
        match fate {
            Fate::Pass => self.pass(request, client, usize::MAX).await,
            Fate::Delay(pause) => {
                tokio::time::sleep(pause).await;
                self.pass(request, client, usize::MAX).await
            }
            Fate::DropRequest => None,
            Fate::LoseReply => {
                let reply = self.whole(request).await?;
                if head.writes() && reply.starts_with(b"HTTP/1.1 2") {
                    self.note(ACKNOWLEDGEMENTS_LOST);
                }
                None
            }
            Fate::CutAfter(most) => self.pass(request, client, most).await,
            Fate::HalfOpen => {
                // Until the client has had enough.
                client.read(&mut [0]).await.ok().map(drop)
            }
            Fate::Duplicate => {
                let (one, other) = tokio::join!(self.whole(request), self.whole(request));
                client.write_all(&other.or(one)?).await.ok()
            }
            Fate::Hold(told) => {
                let (mut upstream, mut reply) = (self.forward(request).await?, vec![]);
                let end = read_head(&mut upstream, &mut reply).await?;
                client.write_all(&reply[..end]).await.ok()?;
                told.notified().await;
                client.write_all(&reply[end..]).await.ok()?;
                self.pump(&mut upstream, client, usize::MAX).await
            }
            Fate::Html(status) => {
                let page = "<html><body>Welkom op ons netwerk</body></html>";
                let length = page.len();
                let head = format!("HTTP/1.1 {status} Ja\r\ncontent-type: text/html\r\ncontent-length: {length}\r\n");
                client.write_all(format!("{head}connection: close\r\n\r\n{page}").as_bytes()).await.ok()
            }
            Fate::Slow(bytes, pause) => {
                let (mut upstream, mut part) = (self.forward(request).await?, vec![0; bytes]);
                loop {
                    let count = upstream.read(&mut part).await.ok().filter(|count| *count > 0)?;
                    client.write_all(&part[..count]).await.ok()?;
                    tokio::time::sleep(pause).await;
                }
            }
        }
    }

    async fn pass(&self, request: &[u8], client: &mut TcpStream, most: usize) -> Option<()> {
        let mut upstream = self.forward(request).await?;
        self.pump(&mut upstream, client, most).await
    }

    /// Passes on what comes, so many bytes at most.
    async fn pump(&self, upstream: &mut TcpStream, client: &mut TcpStream, most: usize) -> Option<()> {
        let (mut left, mut part) = (most, vec![0; 16 << 10]);
        while left > 0 {
            let room = part.len().min(left);
            let count = upstream.read(&mut part[..room]).await.ok()?;
            if count == 0 {
                self.note(ANSWERED);
                return Some(());
            }
            client.write_all(&part[..count]).await.ok()?;
            left -= count;
        }
        self.note(CUT);
        None
    }
}

/// One connection carries one request: a reply then ends with its connection.
async fn serve(shared: Arc<Shared>, mut client: TcpStream) {
    let mut breaker = shared.breaker.subscribe();
    let one = async {
        let mut request = vec![];
        let end = read_head(&mut client, &mut request).await?;
        let head = read_body(&mut client, &mut request, end).await?;
        let fate = {
            let decide = shared.fate.lock().unwrap().clone();
            decide(&head, &mut shared.lot.lock().unwrap())
        };
        shared.note(REQUESTS);
        shared.note(fate.name());
        shared.play(fate, &head, &request, &mut client).await
    };
    tokio::select! {
        _ = one => {}
        _ = breaker.changed() => shared.note(CUT),
    }
}

/// Reads until the head is there; gives where it ends.
async fn read_head(from: &mut TcpStream, into: &mut Vec<u8>) -> Option<usize> {
    loop {
        if let Some(end) = memchr::memmem::find(into, b"\r\n\r\n") {
            return Some(end + 4);
        }
        from.read_buf(into).await.ok().filter(|count| *count > 0)?;
    }
}

/// Reads the rest of a request, and asks the server to end the connection behind its reply.
async fn read_body(from: &mut TcpStream, request: &mut Vec<u8>, end: usize) -> Option<Head> {
    let text = String::from_utf8(request[..end].to_vec()).ok()?;
    let mut lines = text.split("\r\n");
    let first = lines.next()?;
    let length = lines.filter_map(|line| line.split_once(':')).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let whole = end + length.map_or(Some(0), |(_, value)| value.trim().parse::<usize>().ok())?;
    while request.len() < whole {
        from.read_buf(request).await.ok().filter(|count| *count > 0)?;
    }
    request.truncate(whole);
    let after = first.len() + 2;
    request.splice(after..after, *b"connection: close\r\n");
    let mut words = first.split(' ').map(str::to_owned);
    Some(Head { method: words.next()?, path: words.next()? })
}
