//! A mail server of the tests: real SMTP on a loopback port, which takes messages, says no, says not now, or breaks off.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use loket::server::mail::{Mail, MailSettings, MailTls};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// What becomes of the next message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is taken.
    Take,
    /// The recipient is refused for good: 550, with the address in its words, as mail servers do.
    Refuse,
    /// Not now: 451, after the text.
    NotNow,
    /// It is taken, and the connection breaks off before that is said.
    BreakOff,
}

/// A message that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// As in `MAIL FROM`.
    pub from: String,
    /// As in `RCPT TO`.
    pub to: Vec<String>,
    /// Headers and text, lines ending in a line feed.
    pub data: String,
}

impl Taken {
    /// A header, unfolded; empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        let head = self.data.split("\n\n").next().unwrap_or_default().replace("\n ", " ").replace("\n\t", " ");
        let start = format!("{}:", name.to_ascii_lowercase());
        let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(&start));
        line.map(|line| line[start.len()..].trim().to_owned()).unwrap_or_default()
    }

    /// The Message-ID without its brackets.
    pub fn id(&self) -> String {
        self.header("Message-ID").trim_matches(['<', '>']).to_owned()
    }

    /// The subject in words.
    pub fn subject(&self) -> String {
        let parsed = mail_parser::MessageParser::default().parse(self.data.as_bytes()).unwrap();
        parsed.subject().unwrap_or_default().to_owned()
    }

    /// The text in words.
    pub fn text(&self) -> String {
        let parsed = mail_parser::MessageParser::default().parse(self.data.as_bytes()).unwrap();
        parsed.body_text(0).unwrap_or_default().replace("\r\n", "\n")
    }
}

/// The mail server.
pub struct Sink {
    port: u16,
    answers: Arc<Mutex<VecDeque<Answer>>>,
    taken: watch::Receiver<Vec<Taken>>,
}

impl Sink {
    /// One that takes everything until it is told otherwise.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let answers = Arc::<Mutex<VecDeque<Answer>>>::default();
        let (news, taken) = watch::channel(vec![]);
        let (news, told) = (Arc::new(news), answers.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, told.clone(), news.clone()));
            }
        });
        Self { port, answers, taken }
    }

    /// What becomes of the next messages, in order; after them every one is taken.
    pub fn answers(&self, answers: &[Answer]) {
        self.answers.lock().unwrap().extend(answers);
    }

    /// What was taken, once it is this many.
    pub async fn taken(&self, many: usize) -> Vec<Taken> {
        let mut taken = self.taken.clone();
        let come = taken.wait_for(|taken| taken.len() >= many);
        match tokio::time::timeout(Duration::from_secs(30), come).await {
            Ok(found) => found.unwrap().clone(),
            Err(_) => panic!("not {many} messages came, but: {:?}", self.taken.borrow()),
        }
    }

    /// How many were taken by now.
    pub fn count(&self) -> usize {
        self.taken.borrow().len()
    }

    /// How a server sends to it.
    pub fn mail(&self) -> Mail {
        let settings = MailSettings {
            server: "127.0.0.1".into(),
            port: Some(self.port),
            tls: MailTls::None,
            user: None,
            password: None,
            from: "Loket Maatwerk <loket@loket.example>".into(),
            reply_to: Some("antwoord@loket.example".into()),
            domain: None,
        };
        Mail::new(settings).unwrap()
    }
}

async fn serve(stream: TcpStream, answers: Arc<Mutex<VecDeque<Answer>>>, news: Arc<watch::Sender<Vec<Taken>>>) {
    let mut stream = BufReader::new(stream);
    let mut next = None;
    let mut one = Taken { from: String::new(), to: vec![], data: String::new() };
    if say(&mut stream, "220 sink.example ESMTP").await.is_err() {
        return;
    }
    loop {
        let mut line = String::new();
        if !matches!(stream.read_line(&mut line).await, Ok(size) if size > 0) {
            return;
        }
        let line = line.trim_end().to_owned();
        let command = line.to_ascii_uppercase();
        let answer = if command.starts_with("EHLO") {
            "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8".to_owned()
        } else if command.starts_with("MAIL FROM:") {
            next = Some(answers.lock().unwrap().pop_front().unwrap_or(Answer::Take));
            one = Taken { from: address(&line), to: vec![], data: String::new() };
            "250 go on".to_owned()
        } else if command.starts_with("RCPT TO:") {
            let to = address(&line);
            one.to.push(to.clone());
            if next == Some(Answer::Refuse) { format!("550 5.1.1 <{to}>: user unknown") } else { "250 go on".to_owned() }
        } else if command == "DATA" {
            if say(&mut stream, "354 go on").await.is_err() {
                return;
            }
            let Some(data) = data(&mut stream).await else { return };
            one.data = data;
            match next {
                Some(Answer::NotNow) => "451 4.3.0 not now".to_owned(),
                answer => {
                    news.send_modify(|taken| taken.push(one.clone()));
                    if answer == Some(Answer::BreakOff) {
                        return;
                    }
                    "250 taken".to_owned()
                }
            }
        } else if command == "QUIT" {
            let _ = say(&mut stream, "221 bye").await;
            return;
        } else {
            "250 fine".to_owned()
        };
        if say(&mut stream, &answer).await.is_err() {
            return;
        }
    }
}

/// The text up to the line with a dot alone, dots at the start of a line undone.
async fn data(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut data = String::new();
    loop {
        let mut line = vec![];
        if stream.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned();
        if line == "." {
            return Some(data);
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
        data.push('\n');
    }
}

fn address(line: &str) -> String {
    let rest = line.split_once('<').map_or("", |(_, rest)| rest);
    rest.split_once('>').map_or("", |(address, _)| address).to_owned()
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) -> std::io::Result<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await
}
