//! The register looked up letter by letter: loket beside fzf and skim on the same entries; and `loket wie`, from its start to its end.

use std::{
    fmt::Write as _,
    ops::Range,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use loket::{
    demo::{Plan, officers},
    domain::municipality::Gazetteer,
};

use crate::{
    Wish,
    figures::{Keys, milliseconds, percentile},
    process::{activity, memory},
    program::{Program, filter, loket},
    server::Server,
    session::{Answer, Press, Session},
};

/// What is typed: one name, words in any order, a slip, and what nobody is called.
const QUERIES: [&str; 5] = ["jansen", "regisseur utrecht", "yildiz", "lukaszevski", "sgravenhage"];
/// Numbers of entries it is measured with.
const ENTRIES: [u32; 2] = [100_000, 1_000_000];
/// Lines of the screen on which every one of the programs shows rows, and nothing else.
const ROWS: Range<usize> = 5..16;
/// Silence that ends the answer to a letter.
fn loket_settled(entries: u32) -> Duration {
    Duration::from_millis(if entries > 100_000 { 400 } else { 150 })
}
/// The others answer in parts: the letter first, the rows when they are found, later with more lines.
fn others_settled(entries: u32) -> Duration {
    Duration::from_millis(if entries > 100_000 { 1_700 } else { 700 })
}
/// The longest it may take until every entry is there.
const LOADED: Duration = Duration::from_secs(900);
/// Runs of the command line.
const RUNS: usize = 30;

/// What was measured of one program.
struct Found {
    name: String,
    /// To the first byte: the letter stands on the screen.
    echo: Keys,
    /// To the last change of a row, of the letters that change any.
    rows: Keys,
    /// To the last byte, of the letters that change no row.
    none: Keys,
    memory: f64,
}

/// Measures and prints, at each number of entries.
pub fn run(wish: &Wish, folder: &Path) {
    for entries in wish.officers.map_or(ENTRIES.to_vec(), |entries| vec![entries]) {
        let mut found = vec![];
        eprintln!("loket: {entries} entries");
        let server = Server::start(folder, 300, entries);
        let program = loket("loket", &server, folder, wish.theme.as_deref());
        found.push(typed(&program, Some(("3", entries)), loket_settled(entries)));
        let lines = lines(folder, entries);
        let commands = [commands(&server, &["wie", "cak"]), commands(&server, &["wie", "cak", "--field", "phone"])];
        drop(server);
        for name in ["fzf", "sk"] {
            match filter(name, &lines, entries) {
                Some(program) => {
                    eprintln!("{name}: {entries} lines");
                    found.push(typed(&program, None, others_settled(entries)));
                }
                None => println!("{name} is not installed and is left out."),
            }
        }
        print(entries, &found, &commands);
    }
}

/// The entries as lines of text.
fn lines(folder: &Path, entries: u32) -> std::path::PathBuf {
    let plan = Plan { signals: 300, officers: entries, seed: 1, today: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day") };
    let (gazetteer, mut text) = (Gazetteer::embedded(), String::new());
    for officer in officers(&plan) {
        let facts = officer.facts;
        let municipalities: Vec<&str> =
            facts.municipalities.iter().filter_map(|code| gazetteer.get(*code)).map(|one| one.name.as_str()).collect();
        let (name, title, phone) = (facts.name.line(), facts.title.line(), facts.phone.line());
        writeln!(text, "{name:<28} {title:<34} {:<10} {:<20} {phone}", facts.organisation.as_str(), municipalities.join(", "))
            .expect("text");
    }
    let path = folder.join(format!("register-{entries}.txt"));
    std::fs::write(&path, text).expect("a file");
    path
}

/// Types every query, letter by letter, and takes it back. `pane` is the key of the pane with the register, and how many entries it shows
/// when all are there.
fn typed(program: &Program, pane: Option<(&'static str, u32)>, settled: Duration) -> Found {
    let mut session = Session::start(&program.command, &program.environment);
    session.begin(&program.ready);
    if let Some((pane, entries)) = pane {
        session.press(Press::Text(pane));
        all_there(&mut session, entries);
    }
    at_rest(&mut session);
    let (mut echo, mut rows, mut none) = (Keys::default(), Keys::default(), Keys::default());
    for query in QUERIES {
        for at in 0..query.len() {
            let (answer, changed) = session.press_watching(Press::Text(&query[at..=at]), settled, ROWS);
            echo.add(Answer { last: answer.first, ..answer });
            match changed {
                Some(_) => rows.add(Answer { last: changed, ..answer }),
                None => none.add(answer),
            }
        }
        // Everything back to the start of the line.
        session.press_until(Press::Text("\x15"), settled);
    }
    let found = Found { name: program.name.to_owned(), echo, rows, none, memory: memory(session.process()) };
    session.press(Press::Text("\x1b"));
    session.end(program.quit);
    found
}

/// Waits until the screen tells so many entries.
fn all_there(session: &mut Session, entries: u32) {
    let since = Instant::now();
    loop {
        session.rest(Duration::from_millis(500));
        let digits: String = session.contents().chars().filter(|c| !matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}')).collect();
        if digits.split(|c: char| !c.is_ascii_digit()).any(|number| number == entries.to_string()) {
            return;
        }
        assert!(since.elapsed() < LOADED, "{entries} entries never came:\n{}", session.contents());
    }
}

/// Waits until the program has nothing left to do: half a second with next to no work.
fn at_rest(session: &mut Session) {
    loop {
        let before = activity(session.process()).processor;
        session.rest(Duration::from_millis(500));
        if activity(session.process()).processor.saturating_sub(before) < Duration::from_millis(25) {
            return;
        }
    }
}

/// From the start of a command to its end, in milliseconds.
fn commands(server: &Server, arguments: &[&str]) -> Vec<f64> {
    let once = || {
        let at = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(arguments)
            .env("LOKET_SERVER", &server.address)
            .env("LOKET_TOKEN", &server.token)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.expect("it starts").success(), "{arguments:?}");
        milliseconds(at.elapsed())
    };
    once();
    (0..RUNS).map(|_| once()).collect()
}

fn print(entries: u32, found: &[Found], commands: &[Vec<f64>; 2]) {
    let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
    println!(
        "\n{entries} entries; {} letters of each program; 100 by 30.\n",
        found.first().map_or(0, |one| one.echo.bytes.len())
    );
    println!("| what, ms: median / 95 % | {} |", names.join(" | "));
    println!("|---|{}", "---:|".repeat(names.len()));
    let times = |keys: &Keys| match (keys.median(), keys.worst_of_twenty()) {
        (Some(median), Some(worst)) => format!("{median:.2} / {worst:.2}"),
        _ => "–".to_owned(),
    };
    let counted = |keys: &Keys| format!("{} ({})", times(keys), keys.times.len());
    let row = |what: &str, value: &dyn Fn(&Found) -> String| {
        println!("| {what} | {} |", found.iter().map(value).collect::<Vec<_>>().join(" | "));
    };
    row("the letter stands there", &|one| times(&one.echo));
    row("the rows stand there, of letters that change any (how many)", &|one| counted(&one.rows));
    row("the last byte, of letters that change no row (how many)", &|one| counted(&one.none));
    row("memory, MiB", &|one| format!("{:.1}", one.memory));
    for (what, times) in ["loket wie cak", "loket wie cak --field phone"].iter().zip(commands) {
        let (median, worst) = (percentile(times, 50).unwrap_or_default(), percentile(times, 95).unwrap_or_default());
        println!("`{what}`, from start to end, {RUNS} runs: {median:.1} / {worst:.1} ms");
    }
}
