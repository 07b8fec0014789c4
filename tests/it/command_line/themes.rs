//! `loket theme`: which there are, how readable they are, and what is wrong with one's own.

use std::fs;

use loket::{api::problem::exit, cli};
use serde_json::Value;

use super::{Ended, edge};

async fn run(arguments: &[&str], home: &tempfile::TempDir, more: &[(&str, &str)]) -> Ended {
    let path = home.path().display().to_string();
    let environment = [&[("XDG_CONFIG_HOME", path.as_str()), ("LOKET_LANGUAGE", "en")], more].concat();
    let (edge, stdout, stderr) = edge(arguments, &environment, "");
    let code = tokio::task::spawn_blocking(move || cli::run(edge)).await.expect("a call never panics");
    Ended { code, stdout: stdout.text(), stderr: stderr.text() }
}

/// A home with themes of one's own.
fn home(themes: &[(&str, &str)]) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(home.path().join("loket/themes")).expect("a folder");
    for (name, source) in themes {
        fs::write(home.path().join(format!("loket/themes/{name}.toml")), source).expect("a theme");
    }
    home
}

fn items(ended: &Ended) -> Vec<Value> {
    let whole: Value = serde_json::from_str(&ended.stdout).expect("JSON");
    whole["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn every_shipped_theme_passes_its_check() {
    let ended = run(&["theme", "check", "--json"], &home(&[]), &[]).await.is(exit::DONE);
    let items = items(&ended);
    assert!(items.iter().all(|one| one["passes"] == true));
    for name in ["terminal", "dark", "light", "contrast-dark", "contrast-light", "colourblind", "mono"] {
        let of: Vec<_> = items.iter().filter(|one| one["theme"] == name).collect();
        assert!(of.len() > 5, "{name}");
        let least = if name.starts_with("contrast-") { 7.0 } else { 4.5 };
        let texts = of.iter().filter(|one| one["least"].as_f64() == Some(least));
        assert!(texts.count() > 4 || matches!(name, "terminal" | "mono"), "{name}: {of:?}");
    }
    for palette in ["xterm", "putty", "campbell", "linux", "tango-light", "macos", "solarized-dark", "solarized-light"] {
        assert!(items.iter().any(|one| one["theme"] == "terminal" && one["on"] == palette), "{palette}");
    }
}

#[tokio::test]
async fn a_theme_that_cannot_be_read_fails_with_its_ratio() {
    let home = home(&[("flets", "inherit = 'dark'\n[roles]\ndim = '#505050'\n")]);
    let weak = run(&["theme", "check", "flets"], &home, &[]).await.is(exit::NOTHING);
    assert!(
        weak.stdout.lines().any(|line| line.contains("dim") && line.contains('!') && line.contains("4.5")),
        "{}",
        weak.stdout
    );
    let path = home.path().join("loket/themes/flets.toml");
    let file = run(&["theme", "check", path.to_str().expect("a path"), "--json"], &home, &[]).await.is(exit::NOTHING);
    assert!(items(&file).iter().any(|one| one["role"] == "dim" && one["passes"] == false));
    fs::write(&path, "inherit = 'dark'\ncontrast = 'high'\n").expect("a theme");
    run(&["theme", "check", "flets"], &home, &[]).await.is(exit::NOTHING);
    run(&["theme", "check", "nergens"], &home, &[]).await.is(exit::INPUT);
}

#[tokio::test]
async fn a_theme_whose_file_is_not_sound_fails_with_its_place() {
    let home = home(&[("stuk", "inherit = 'dark'\n[roles\n"), ("kring", "inherit = 'kring'\n"), ("goed", "inherit = 'dark'\n")]);
    for name in ["stuk", "kring"] {
        let ended = run(&["theme", "check", name], &home, &[]).await.is(exit::CONFIGURATION);
        assert!(ended.stderr.contains(&format!("{name}.toml:")), "{}", ended.stderr);
    }
    run(&["theme", "check", "goed"], &home, &[]).await.is(exit::DONE);
    let all = run(&["theme", "check"], &home, &[]).await.is(exit::CONFIGURATION);
    assert!(all.stderr.contains("stuk.toml:") && all.stderr.contains("kring.toml:"), "{}", all.stderr);
}

#[tokio::test]
async fn a_pipe_in_the_place_of_a_theme_holds_nothing_up() {
    let home = home(&[("goed", "inherit = 'dark'\n")]);
    let pipe = home.path().join("loket/themes/pijp.toml");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0).expect("a pipe");
    for arguments in [&["theme", "check"][..], &["theme", "check", "pijp"], &["config", "check"]] {
        let ended = run(arguments, &home, &[]).await.is(exit::CONFIGURATION);
        assert!(ended.stderr.contains("pijp.toml") && ended.stderr.contains("not a regular file"), "{}", ended.stderr);
    }
}

#[tokio::test]
async fn ones_own_themes_are_listed_and_one_with_a_shipped_name_takes_its_place() {
    let home = home(&[("zee", "inherit = 'dark'\n"), ("light", "inherit = 'light'\n[roles]\naccent = '#000080'\n")]);
    let listed = run(&["theme", "list", "--json"], &home, &[("LOKET_THEME", "zee")]).await.is(exit::DONE);
    let listed = items(&listed);
    assert_eq!(listed.iter().filter(|one| one["name"] == "light").count(), 1);
    assert_eq!(listed.len(), 8);
    let chosen: Vec<_> = listed.iter().filter(|one| one["chosen"] == true).map(|one| one["name"].clone()).collect();
    assert_eq!(chosen, ["zee"]);
    let shown = run(&["theme", "show", "light", "--json"], &home, &[]).await.is(exit::DONE);
    let shown: Value = serde_json::from_str(&shown.stdout).expect("JSON");
    assert_eq!(shown["roles"]["accent"], "#000080");
    assert_eq!(shown["roles"]["background"], "#fbfbf8");
}

#[tokio::test]
async fn a_mistake_is_a_warning_with_its_place_and_what_was_meant() {
    let home = home(&[("zee", "inherit = 'dark'\n[roles]\naccent = 'bold yelow'\n")]);
    let told = run(&["config", "check"], &home, &[]).await;
    assert!(told.stderr.contains("zee.toml") && told.stderr.contains("yellow"), "{}", told.stderr);
    assert!(told.stderr.contains(":3:") || told.stderr.contains("3 │"), "{}", told.stderr);
    let shown = run(&["theme", "show", "zee"], &home, &[]).await.is(exit::DONE);
    assert!(shown.stdout.contains("accent = \"#82aaff\""), "what is wrong keeps what was inherited: {}", shown.stdout);
}

#[tokio::test]
async fn lines_are_ascii_where_nothing_else_is_shown() {
    let own = [("vlak", "borders = 'ascii'\n"), ("zee", "inherit = 'dark'\n")];
    for (environment, name, expected) in [
        (&[("LC_ALL", "nl_NL.UTF-8")][..], "dark", false),
        (&[("LC_ALL", "C")], "dark", true),
        (&[("LANG", "nl_NL.ISO-8859-1")], "zee", true),
        (&[("LC_ALL", "nl_NL.utf8"), ("LANG", "C")], "dark", false),
        (&[("LANG", "nl_NL.UTF-8"), ("TERM", "linux")], "dark", true),
        (&[("LANG", "nl_NL.UTF-8"), ("TERM", "linux"), ("LOKET_BORDERS", "unicode")], "dark", false),
        (&[("LANG", "nl_NL.UTF-8"), ("LOKET_BORDERS", "ascii")], "terminal", true),
        (&[("LANG", "nl_NL.UTF-8")], "vlak", true),
        (&[("LANG", "nl_NL.UTF-8"), ("LOKET_BORDERS", "unicode")], "vlak", false),
    ] {
        let shown = run(&["theme", "show", name], &home(&own), environment).await.is(exit::DONE);
        assert_eq!(shown.stdout.contains("borders = \"ascii\""), expected, "{name} {environment:?}");
    }
}
