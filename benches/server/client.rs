//! The cheapest client there is: connections that stay open, a request written, its answer read. Its costs are the same for
//! both servers.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// What is asked of whom.
#[derive(Debug, Clone)]
pub struct Target {
    address: SocketAddr,
    path: String,
    token: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Milliseconds from request to last byte.
    pub median: f64,
    /// Pages a second.
    pub rate: f64,
}

impl Target {
    pub fn new(address: SocketAddr, path: &str, token: Option<&str>) -> Self {
        Self { address, path: path.to_owned(), token: token.map(str::to_owned) }
    }

    /// The page after a cursor.
    pub fn after(&self, cursor: &str) -> Self {
        Self { path: format!("{}&after={cursor}", self.path), ..self.clone() }
    }

    fn request(&self) -> Vec<u8> {
        let token = self.token.as_ref().map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
        format!("GET {} HTTP/1.1\r\nhost: localhost\r\n{token}\r\n", self.path).into_bytes()
    }
}

/// One answer's body.
pub fn page(target: &Target) -> Vec<u8> {
    runtime().block_on(async {
        let mut stream = TcpStream::connect(target.address).await.expect("a connection");
        let mut buffer = vec![];
        let body = ask(&mut stream, &target.request(), &mut buffer).await;
        // Only the items: one of the two tells a cursor too.
        let text = buffer[body].to_vec();
        assert!(text.starts_with(b"{\"items\":["), "{}", String::from_utf8_lossy(&text));
        text
    })
}

/// So many clients ask again and again for so long.
pub fn load(target: &Target, clients: usize, time: Duration) -> Outcome {
    runtime().block_on(async {
        let until = Instant::now() + time;
        let tasks: Vec<_> = (0..clients)
            .map(|_| {
                let (address, request) = (target.address, target.request());
                tokio::spawn(async move {
                    let mut stream = TcpStream::connect(address).await.expect("a connection");
                    stream.set_nodelay(true).expect("an option");
                    let (mut buffer, mut times) = (vec![], vec![]);
                    while Instant::now() < until {
                        let began = Instant::now();
                        ask(&mut stream, &request, &mut buffer).await;
                        times.push(began.elapsed().as_secs_f64() * 1000.0);
                    }
                    times
                })
            })
            .collect();
        let mut times = vec![];
        for task in tasks {
            times.extend(task.await.expect("a client"));
        }
        times.sort_unstable_by(f64::total_cmp);
        Outcome { median: times[times.len() / 2], rate: times.len() as f64 / time.as_secs_f64() }
    })
}

/// Reads one whole answer into the buffer; gives where its body is.
async fn ask(stream: &mut TcpStream, request: &[u8], buffer: &mut Vec<u8>) -> std::ops::Range<usize> {
    stream.write_all(request).await.expect("it takes the request");
    buffer.clear();
    loop {
        assert!(stream.read_buf(buffer).await.expect("an answer") > 0, "the server hung up");
        let Some(end) = memchr::memmem::find(buffer, b"\r\n\r\n").map(|at| at + 4) else { continue };
        let head = std::str::from_utf8(&buffer[..end]).expect("a head");
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .and_then(|text| text.trim().parse::<usize>().ok());
        let whole = end + length.unwrap_or_else(|| panic!("no length: {head}"));
        while buffer.len() < whole {
            assert!(stream.read_buf(buffer).await.expect("an answer") > 0, "the server hung up");
        }
        return end..whole;
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}
