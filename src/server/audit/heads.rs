//! The heads of the chains leave the store: whoever may rewrite the whole store cannot rewrite what is elsewhere.
//!
//! A file gets a line for each head that moved, and is only ever appended to; the system's log gets the same as a datagram (RFC 5424).

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write as _},
    os::unix::{fs::OpenOptionsExt, net::UnixDatagram},
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::{DateTime, SecondsFormat, Utc};

use crate::server::store::{Store, StoreError, audit};

/// How often heads leave the store.
pub const EVERY: Duration = Duration::from_secs(300);

/// Facility "log audit" (13), severity "informational" (6).
const PRIORITY: u8 = 13 * 8 + 6;

/// Where heads go to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// A file, made for its owner alone when it is not there.
    pub file: Option<PathBuf>,
    /// The socket of the system's log, mostly `/dev/log`.
    pub syslog: Option<PathBuf>,
}

impl Places {
    /// Do heads go nowhere?
    pub fn is_empty(&self) -> bool {
        self.file.is_none() && self.syslog.is_none()
    }
}

/// A head that was kept outside the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// When it left the store, as it was written.
    pub at: String,
    /// Whose chain.
    pub organisation: String,
    /// Its place in the chain.
    pub seq: i64,
    /// The hash of the row there.
    pub hash: String,
}

impl Kept {
    /// As a line of the file: time, organisation, place and hash.
    fn line(&self) -> String {
        format!("{} {} {} {}\n", self.at, self.organisation, self.seq, self.hash)
    }

    /// Reads a line of the file.
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let [at, organisation, seq, hash] = [parts.next()?, parts.next()?, parts.next()?, parts.next()?];
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let seq = seq.parse().ok().filter(|seq| *seq > 0)?;
        let known = parts.next().is_none() && is_hash && DateTime::parse_from_rfc3339(at).is_ok();
        known.then(|| Self { at: at.into(), organisation: organisation.into(), seq, hash: hash.into() })
    }
}

/// The heads in a file, and the lines of it that are none: a line that was cut off, or that somebody edited.
///
/// # Errors
/// When the file cannot be read.
pub fn read(file: &Path) -> io::Result<(Vec<Kept>, Vec<usize>)> {
    let text = std::fs::read_to_string(file)?;
    let (mut kept, mut wrong) = (vec![], vec![]);
    for (at, line) in text.lines().enumerate() {
        match Kept::read(line) {
            Some(head) => kept.push(head),
            None => wrong.push(at + 1),
        }
    }
    Ok((kept, wrong))
}

/// What left the store already: of each organisation the place of its head.
#[derive(Debug, Default)]
pub struct Left(BTreeMap<String, i64>);

impl Left {
    /// Sends out the heads that moved since; gives how many.
    ///
    /// # Errors
    /// When the store is away; when a place cannot be written nothing counts as sent.
    pub async fn send(&mut self, store: &Store, places: &Places, now: DateTime<Utc>) -> Result<usize, Unsent> {
        let mut link = store.read().await?;
        let at = now.to_rfc3339_opts(SecondsFormat::Secs, true);
        let heads = audit::heads(&mut link).await?;
        drop(link);
        let moved: Vec<Kept> = heads
            .into_iter()
            .filter(|(organisation, seq, _)| *seq > 0 && self.0.get(organisation) != Some(seq))
            .map(|(organisation, seq, hash)| Kept { at: at.clone(), organisation, seq, hash })
            .collect();
        if moved.is_empty() {
            return Ok(0);
        }
        if let Some(file) = &places.file {
            append(file, &moved).map_err(|error| Unsent::Place(file.clone(), error))?;
        }
        if let Some(socket) = &places.syslog {
            tell(socket, &moved).map_err(|error| Unsent::Place(socket.clone(), error))?;
        }
        let count = moved.len();
        self.0.extend(moved.into_iter().map(|head| (head.organisation, head.seq)));
        Ok(count)
    }
}

/// Why heads did not leave the store.
#[derive(Debug, thiserror::Error)]
pub enum Unsent {
    /// The store is away.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A place cannot be written.
    #[error("{}: {}", .0.display(), .1)]
    Place(PathBuf, io::Error),
}

/// One write, on disk when it returns.
fn append(file: &Path, heads: &[Kept]) -> io::Result<()> {
    let lines: String = heads.iter().map(Kept::line).collect();
    let mut file = std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(file)?;
    file.write_all(lines.as_bytes())?;
    file.sync_data()
}

fn tell(socket: &Path, heads: &[Kept]) -> io::Result<()> {
    let from = UnixDatagram::unbound()?;
    from.set_nonblocking(true)?;
    for head in heads {
        from.send_to(message(head, std::process::id()).as_bytes(), socket)?;
    }
    Ok(())
}

/// A message as RFC 5424 has it; the name of the host is the receiver's to add.
fn message(head: &Kept, process: u32) -> String {
    let mut text = format!("<{PRIORITY}>1 {} - loket {process} audit-head - ", head.at);
    let _ = write!(text, "organisation={} seq={} hash={}", head.organisation, head.seq, head.hash);
    text
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn head(seq: i64) -> Kept {
        Kept { at: "2026-11-27T08:00:00Z".into(), organisation: "LMM".into(), seq, hash: "0a".repeat(32) }
    }

    #[test]
    fn a_file_of_heads_is_the_owners_alone_grows_and_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("heads");
        append(&file, &[head(1)]).unwrap();
        append(&file, &[head(2), head(3)]).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(read(&file).unwrap(), (vec![head(1), head(2), head(3)], vec![]));
        let text = std::fs::read_to_string(&file).unwrap().replacen("LMM 2 0a", "LMM 2 zz", 1);
        std::fs::write(&file, &text[..text.len() - 9]).unwrap();
        assert_eq!(read(&file).unwrap(), (vec![head(1)], vec![2, 3]), "a line that was edited, and one that was cut off");
    }

    #[test]
    fn the_systems_log_hears_a_datagram_for_each() {
        let folder = tempfile::tempdir().unwrap();
        let socket = UnixDatagram::bind(folder.path().join("log")).unwrap();
        tell(&folder.path().join("log"), &[head(7)]).unwrap();
        let mut heard = [0; 500];
        let size = socket.recv(&mut heard).unwrap();
        let heard = String::from_utf8_lossy(&heard[..size]).replace(&std::process::id().to_string(), "42");
        let hash = "0a".repeat(32);
        assert_eq!(heard, format!("<110>1 2026-11-27T08:00:00Z - loket 42 audit-head - organisation=LMM seq=7 hash={hash}"));
    }
}
