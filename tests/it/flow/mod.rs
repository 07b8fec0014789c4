//! The flows people do all day, typed key by key over a real sshd inside tmux, at a human pace and looking at the screen. What
//! came of it is read from the server, what was copied from the terminal outside, and the keys are counted.

mod agenda;
mod alone;
mod casework;
mod forced;
mod lookup;
mod meeting;
mod signing_in;
mod time_outs;
mod together;
mod two_desks;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::support::{
    program::{loket, run, said},
    pty::{Size, USUAL},
    samples::signal_with,
    seat::Seat,
    server::TestServer,
    ssh::Sshd,
    terminal::Terminal,
    tmux::Tmux,
};

const TITLE: &str = "Kind zonder zorgverzekering";
const NUMBER: &str = "S-2026-00001";
const PHONE: &str = "+31 85 555 6305";

/// Somebody at the desk whose keyboard is two hops away.
///
/// When a test fails these go in this order: tmux is told to end while its socket, in the home of the seat, is still there.
struct Outside {
    tmux: Tmux,
    terminal: Terminal,
    sshd: Sshd,
    seat: Seat,
    server: TestServer,
}

/// Comes in over ssh, and waits for this on the screen.
fn enter(seat: &Seat, wanted: &str) -> (Tmux, Terminal, Sshd) {
    enter_sized(seat, wanted, USUAL)
}

/// The same, through a window of this size.
fn enter_sized(seat: &Seat, wanted: &str, size: Size) -> (Tmux, Terminal, Sshd) {
    let sshd = Sshd::start(seat.home());
    let tmux = Tmux::new(seat.home());
    let client = sshd.client(seat.home(), &tmux.session(&seat.door().display().to_string()));
    let mut terminal = Terminal::start(size, client);
    terminal.pty.wait(&format!("the interface; {}", sshd.log()), |screen, _| screen.contents().contains(wanted));
    terminal.presses();
    (tmux, terminal, sshd)
}

/// Reads the register of the samples in.
fn import_register(seat: &Seat) {
    let register = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/samples/register.csv");
    let imported = run(loket(seat.home()).args(["register", "import", register]));
    assert!(imported.status.success(), "{}", said(&imported));
}

impl Outside {
    /// A queue of three signals, the register of the samples, and the interface on screen.
    async fn new() -> Self {
        let server = TestServer::sqlite().await;
        let reporter =
            json!({ "name": "M. de Graaf", "organisation": "Gemeente Zwijndrecht", "phone": PHONE, "mail": "m@voorbeeld.nl" });
        let threats = json!([{ "what": "ontruiming", "on": "2026-12-02" }]);
        let facts = json!({ "reporter": reporter, "threats": threats, "bodies": [{ "organisation": "CAK" }] });
        server.desk().post("/v1/signals", &signal_with(TITLE, facts)).await.expect(201);
        server.signal("Huur en nabetaling wachten op elkaar").await;
        server.signal("Toeslag geblokkeerd na scheiding").await;
        let seat = Seat::of(&server.desk());
        tokio::task::block_in_place(|| {
            import_register(&seat);
            let (tmux, terminal, sshd) = enter(&seat, "M. de Graaf");
            Self { server, seat, terminal, sshd, tmux }
        })
    }

    /// The signal as the server has it.
    fn signal(&self, number: &str) -> Value {
        self.seat.json(&["signal", "show", number])
    }

    /// What a flow took may be no more than what is promised for it.
    #[track_caller]
    fn took(&mut self, promised: usize) {
        let pressed = self.terminal.presses();
        assert!(pressed <= promised, "{pressed} keys, where {promised} are promised");
    }

    /// Everything that reached the clipboard of the terminal outside.
    fn copied(&self) -> Vec<String> {
        copied(&self.terminal)
    }

    /// Leaves, and stops everything.
    async fn stop(self) {
        let Self { server, seat, terminal, sshd, tmux } = self;
        tokio::task::block_in_place(|| drop((terminal, tmux, sshd, seat)));
        server.stop().await;
    }
}

/// Everything that reached the clipboard of a terminal.
fn copied(terminal: &Terminal) -> Vec<String> {
    let bytes = terminal.pty.bytes();
    let text = String::from_utf8_lossy(&bytes);
    let requests = text.split("\u{1b}]52;").skip(1);
    let payload = |request: &str| {
        let (_, rest) = request.split_once(';')?;
        let end = rest.find(['\u{7}', '\u{1b}'])?;
        String::from_utf8(STANDARD.decode(&rest[..end]).ok()?).ok()
    };
    requests.filter_map(payload).collect()
}
