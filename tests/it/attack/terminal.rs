//! The real interface in a real terminal, over rows full of attacks: what it writes is judged byte by byte.

use super::{ATTACKS, fill, is_forbidden, marked, stream};
use crate::support::{
    proof::is_long,
    pty::{Size, Terminal},
    server::TestServer,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_byte_of_the_interface_comes_from_data() {
    let server = TestServer::sqlite().await;
    fill(&server).await;
    let listed = server.desk().get("/v1/signals?status=open&limit=200").await.expect(200);
    let order: Vec<usize> = listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["title"].as_str().unwrap().strip_prefix('M')?.split_once('M')?.0.parse().ok())
        .collect();
    assert_eq!(order.len(), ATTACKS.len());
    let sizes = [Size { columns: 100, rows: 30 }, Size { columns: 80, rows: 24 }, Size { columns: 200, rows: 60 }];
    for size in &sizes[..if is_long() { 3 } else { 1 }] {
        tokio::task::block_in_place(|| walk(&server, *size, &order));
    }
    server.stop().await;
}

/// Through the list, every signal with its timeline, the lookup and the register.
fn walk(server: &TestServer, size: Size, order: &[usize]) {
    let desk = server.desk();
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::loket(home.path(), size, &[("LOKET_SERVER", &desk.server), ("LOKET_TOKEN", &desk.token)], &[]);
    terminal.until_shown("M0M");
    terminal.keys("G");
    terminal.keys("gg");
    terminal.keys("\r");
    for (place, at) in order.iter().enumerate() {
        if place > 0 {
            terminal.keys("J");
        }
        terminal.until_shown(&format!("R{at}R"));
        terminal.keys("G");
        terminal.until_shown(&format!("N{at}N"));
    }
    terminal.keys("\u{1b}");
    let list = format!("{} signalen", ATTACKS.len() + 1);
    terminal.until_shown(&list);
    // On a wide screen the list is there all the time: the signal is closed when the way back is no longer offered.
    terminal.until(|screen| !screen.contains("Esc terug"), "the signal is closed");
    terminal.keys("@");
    terminal.keys("regisseur");
    terminal.until(|screen| screen.contains("O0O") || screen.contains("O1O"), "hits of the lookup");
    for _ in 0..ATTACKS.len() {
        terminal.keys("\u{1b}[B");
    }
    // Escape and a key right behind it would be one key, with Alt.
    terminal.keys("\u{1b}");
    terminal.until(|screen| !screen.contains('╭'), "the lookup closed");
    terminal.keys("3");
    terminal.keys("regisseur");
    terminal.until(|screen| screen.contains("O0O") || screen.contains("O1O"), "the register");
    for _ in 0..ATTACKS.len() {
        terminal.keys("\u{1b}[B");
    }
    terminal.keys("\u{1b}");
    terminal.until(|screen| !screen.contains("treffers"), "the search is cleared");
    terminal.keys("\u{1b}");
    terminal.until_shown(&list);
    terminal.keys("q");
    let bytes = terminal.end();
    for letter in ['M', 'T', 'R', 'N', 'C', 'A', 'O', 'H'] {
        for (at, _) in ATTACKS.iter().enumerate().filter(|(_, attack)| attack.contains(is_forbidden)) {
            let raw = marked(letter, at);
            // The mark, and the text up to and including one character after the first that steers.
            let needle: String = raw
                .chars()
                .scan(2, |left, c| {
                    let goes_on = *left > 0;
                    *left -= i32::from(is_forbidden(c) || *left < 2);
                    goes_on.then_some(c)
                })
                .collect();
            let found = bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
            assert!(!found, "{needle:?} reached the terminal as it is");
        }
    }
    assert_eq!(stream::faults(&bytes), Vec::<String>::new());
}
