//! Another user of the same machine, in a folder that everybody may add to: what that user laid there gets nothing of loket's, however it is timed,
//! and nothing of loket listens for that user.

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::{Child, Command},
};

use rustix::process::Pid;

use crate::support::{
    http::Caller,
    process::with_children,
    program::{Serving, loket, run, said, token},
    samples::full_signal,
    seat::Seat,
};

/// That user: `nobody`.
const OTHER: u32 = 65_534;

/// Times a link is laid while a copy is made.
const RACES: usize = 12;

struct Shared {
    folder: tempfile::TempDir,
}

impl Shared {
    /// A folder as `/tmp` is, with a file of the other's in it that everybody may write.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o1777)).unwrap();
        let shared = Self { folder };
        shared.does("umask 0; : > trap");
        shared
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, script: &str) -> Command {
        let mut command = Command::new("setpriv");
        command.args([&format!("--reuid={OTHER}"), &format!("--regid={OTHER}"), "--clear-groups", "sh", "-c", script]);
        command.current_dir(self.folder.path());
        command
    }

    /// The other user does this here.
    fn does(&self, script: &str) {
        let done = run(&mut self.command(script));
        assert!(done.status.success(), "{script}: {}", said(&done));
    }

    /// The same again and again, until it is stopped.
    fn goes_on(&self, script: &str) -> Child {
        self.command(&format!("while :; do {script}; done")).spawn().unwrap()
    }

    /// Nothing came into what the other can read.
    fn caught_nothing(&self, about: &str) {
        assert_eq!(fs::metadata(self.at("trap")).unwrap().len(), 0, "{about}");
        let found = run(&mut self.command("find . -type f -readable -size +0; find . -type f -writable -size +0"));
        assert_eq!(String::from_utf8_lossy(&found.stdout), "", "{about}");
    }
}

fn database(home: &Path) -> String {
    format!("sqlite:{}", home.join("loket.db").display())
}

fn backup(home: &Path, to: &Path) -> std::process::Output {
    run(loket(home).args(["db", "backup", "--database", &database(home)]).arg(to))
}

/// Is it a file of one's own that nobody else reads?
fn is_own(path: &Path) -> bool {
    let Ok(found) = fs::symlink_metadata(path) else { return false };
    found.file_type().is_file() && found.uid() != OTHER && found.permissions().mode() & 0o77 == 0
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_user_of_the_machine_gets_nothing_by_links_races_or_sockets() {
    if !rustix::process::geteuid().is_root() {
        println!("NOT TRIED: what another user of this machine can get by links and races. Only root becomes another user.");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let secret = token(home.path(), &database(home.path()), "desk", "M. Visser");
    let serving = Serving::start(home.path(), &database(home.path()));
    let who = Caller::at(&serving.address, &secret);
    who.post("/v1/signals", &full_signal()).await.expect(201);
    let seat = Seat::of(&who);
    tokio::task::block_in_place(|| {
        let shared = Shared::new();
        laid(home.path(), &shared);
        raced(home.path(), &shared);
        exported(&seat, &shared);
        let mut terminal = seat.open(&[]);
        terminal.until_shown("S-1");
        listens(serving.id(), 1);
        listens(terminal.id(), 0);
    });
}

/// Links, a pipe and a folder, laid where a copy is to come: it is refused, and what they lead to stays as it was.
fn laid(home: &Path, shared: &Shared) {
    shared.does(
        "ln -s trap link; ln -s nothing dangling; ln trap hard; mkfifo -m 666 pipe; mkdir -m 777 folder; ln -s trap folder/copy",
    );
    for name in ["link", "dangling", "hard", "pipe", "folder"] {
        let made = backup(home, &shared.at(name));
        assert!(!made.status.success(), "{name}: {}", said(&made));
        assert!(!is_own(&shared.at(name)), "{name} was put over");
        shared.caught_nothing(name);
    }
    assert!(fs::symlink_metadata(shared.at("pipe")).unwrap().file_type().is_fifo());
    assert!(!shared.at("nothing").exists(), "what a link that leads nowhere names was made");
    // Where nothing was laid the copy comes, and is one's own.
    let made = backup(home, &shared.at("copy.db"));
    assert!(made.status.success() && is_own(&shared.at("copy.db")), "{}", said(&made));
    shared.caught_nothing("a copy");
}

/// A link that comes and goes while copies are made: each is one's own or is not there.
fn raced(home: &Path, shared: &Shared) {
    let mut racer = shared.goes_on("ln -s trap race.db 2>/dev/null; rm -f race.db 2>/dev/null");
    let mut came = 0;
    for _ in 0..RACES {
        let made = backup(home, &shared.at("race.db"));
        if made.status.success() {
            assert!(is_own(&shared.at("race.db")), "{}", said(&made));
            fs::remove_file(shared.at("race.db")).unwrap();
            came += 1;
        }
        shared.caught_nothing("a race");
    }
    racer.kill().unwrap();
    racer.wait().unwrap();
    println!("{came} of {RACES} copies came between the links");
}

/// What the interface exports into such a folder takes another name than what was laid.
fn exported(seat: &Seat, shared: &Shared) {
    let mut lay = String::from("d=$(TZ=CET-1 date +%F)");
    for ending in ["csv", "md"] {
        lay.push_str(&format!("; ln -s trap signalen-$d.{ending}; ln -s trap signalen-$d-2.{ending}"));
    }
    shared.does(&lay);
    let folder = shared.folder.path().display().to_string();
    let mut terminal = seat.open(&[("LOKET_EXPORTS_FOLDER", &folder)]);
    terminal.until_shown("S-1");
    terminal.press_until("E", |screen| screen.contains(".csv"), "the formats");
    terminal.press_until("c", |screen| screen.contains("-3.csv"), "where it was written");
    shared.caught_nothing("an export");
}

/// So many of the sockets on which a program and its children listen: for TCP; none has a name in the file system or beside it.
fn listens(first: Pid, most: usize) {
    let sockets: BTreeSet<String> = with_children(first).into_iter().flat_map(sockets_of).collect();
    let table = |name: &str| fs::read_to_string(format!("/proc/{}/net/{name}", first.as_raw_nonzero())).unwrap_or_default();
    let word = |line: &str, at: usize| line.split_whitespace().nth(at).unwrap_or_default().to_owned();
    // Flag __SO_ACCEPTCON of a socket of this machine; the inode is the seventh word.
    let unix = table("unix");
    let named: Vec<&str> = unix.lines().filter(|line| word(line, 3) == "00010000" && sockets.contains(&word(line, 6))).collect();
    assert_eq!(named, Vec::<&str>::new());
    // State 0A of TCP is LISTEN; the inode is the tenth word. An address begins with that of the loopback.
    let tcp = table("tcp") + &table("tcp6");
    let open: Vec<String> =
        tcp.lines().filter(|line| word(line, 3) == "0A" && sockets.contains(&word(line, 9))).map(|line| word(line, 1)).collect();
    assert_eq!(open.len(), most, "{open:?}");
    assert!(open.iter().all(|address| address.starts_with("0100007F:")), "{open:?}");
}

fn sockets_of(process: Pid) -> Vec<String> {
    let links = fs::read_dir(format!("/proc/{}/fd", process.as_raw_nonzero())).into_iter().flatten().flatten();
    let names = links.filter_map(|link| Some(fs::read_link(link.path()).ok()?.to_string_lossy().into_owned()));
    names.filter_map(|name| Some(name.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())).collect()
}
