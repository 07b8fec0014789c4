//! Keeps the repository tidy: import rules, length and first line of files, nothing printed by the way, no machine in it.

mod layers;
mod paths;

use std::{
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Longest file, in lines.
const MOST_LINES: usize = 400;

/// A file of the repository: its path from the root, with `/`, and its text.
struct File {
    name: String,
    text: String,
}

#[test]
fn nobody_imports_what_the_architecture_forbids() {
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    let crates: Vec<String> = manifest["dependencies"].as_table().unwrap().keys().map(|name| name.replace('-', "_")).collect();
    let mut faults = vec![];
    let mut checked = 0;
    for file in files("src", &["rs"]).iter().filter(|file| !is_test(&file.name)) {
        let module = module(&file.name);
        let module: Vec<&str> = module.split("::").collect();
        faults.extend(layers::faults(&module, &file.text, &crates).into_iter().map(|fault| format!("{}: {fault}", file.name)));
        checked += 1;
    }
    assert!(checked > 30, "only {checked} files seen");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_architecture_document_has_every_row_of_the_table() {
    let document = fs::read_to_string(Path::new(ROOT).join("docs/architecture.md")).unwrap();
    let missing: Vec<&str> =
        layers::LAYERS.iter().map(|layer| layer.at).filter(|at| !document.contains(&format!("\n| `{at}` |"))).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// What is promised of security, and by which test: each of them is there.
#[test]
fn every_promise_of_security_names_tests_that_there_are() {
    let document = fs::read_to_string(Path::new(ROOT).join("docs/security.md")).unwrap();
    let rows = document.split_once("| promise | test |").unwrap().1;
    let rows: Vec<&str> = rows.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 10, "{rows:?}");
    let tests: String = files("tests", &["rs"]).into_iter().map(|file| file.text).collect();
    for row in rows {
        let named = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
        let names: Vec<&str> = named.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{row}");
        for name in names {
            assert!(tests.contains(&format!("fn {name}(")), "{name}: {row}");
        }
    }
}

/// Two types of one name would be one in the description of the API, and input be checked against either.
#[test]
fn types_of_the_api_have_names_of_their_own() {
    let mut names: Vec<(String, String)> = vec![];
    for file in ["src/domain", "src/api"].iter().flat_map(|folder| files(folder, &["rs"])) {
        let mut awaited = false;
        for line in file.text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            let is_name = line.starts_with("pub struct ") || line.starts_with("pub enum ") || line.ends_with(" {");
            if line.starts_with("#[derive(") && line.contains("ToSchema") || line.ends_with("coded_enum!(") {
                awaited = true;
            } else if awaited && is_name {
                let name = line.trim_start_matches("pub struct ").trim_start_matches("pub enum ");
                // In a macro there is none yet.
                let name = name.split(|c: char| !c.is_alphanumeric()).next().filter(|name| !name.is_empty());
                names.extend(name.map(|name| (name.to_owned(), file.name.clone())));
                awaited = false;
            }
        }
    }
    assert!(names.len() > 200, "only {} types seen", names.len());
    names.sort();
    let doubled: Vec<_> = names.windows(2).filter(|pair| pair[0].0 == pair[1].0).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut faults = vec![];
    for file in ["src", "tests", "benches"].iter().flat_map(|folder| files(folder, &["rs"])) {
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{}: {lines} lines, at most {MOST_LINES}", file.name));
        }
        if !file.text.starts_with("//! ") {
            faults.push(format!("{}: the first line does not say what it is (//!)", file.name));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn nothing_is_printed_or_left_unfinished() {
    let mut faults = vec![];
    for file in files("src", &["rs"]) {
        let code = paths::without_comments(&file.text);
        let may_print = file.name.starts_with("src/cli/") || is_test(&file.name);
        for call in ["println!", "eprintln!", "print!", "eprint!"] {
            if !may_print && has_word(&code, call) {
                faults.push(format!("{}: {call}", file.name));
            }
        }
        for call in ["dbg!", "todo!", "unimplemented!"] {
            if has_word(&code, call) {
                faults.push(format!("{}: {call}", file.name));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn no_machine_and_no_foreign_registry_stands_in_a_file() {
    // Put together here, so that this file does not hold them itself.
    let machine: Vec<String> = ["work", "root"].iter().map(|name| format!("/{name}/")).collect();
    let mut faults = vec![];
    for file in files("", &["rs", "toml", "md", "ftl", "csv", "eml", "sql", "yml", "yaml", "sh", "run", "lock"]) {
        for path in &machine {
            if file.text.match_indices(path.as_str()).any(|(at, _)| starts_a_path(&file.text, at)) {
                faults.push(format!("{}: {path}", file.name));
            }
        }
        if file.name == "Cargo.lock" {
            let strange =
                file.text.lines().filter(|line| line.starts_with("source = ")).filter(|line| !line.contains("crates.io-index"));
            faults.extend(strange.map(|line| format!("Cargo.lock: {line}")));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_checks_can_fail() {
    assert!(has_word("fn f() { print!(x) }", "print!"));
    assert!(!has_word("fn f() { eprintln!(x); my_print!(x) }", "print!"));
    assert!(starts_a_path("see /x/y", 4) && !starts_a_path("a/x/y", 1) && !starts_a_path("https://h/x/y", 9));
    assert_eq!(module("src/tui/app/mod.rs"), "tui::app");
    assert_eq!(module("src/domain/term/rule.rs"), "domain::term::rule");
    assert!(is_test("src/domain/term/arithmetic_tests.rs") && is_test("src/demo/tests.rs") && !is_test("src/demo/mod.rs"));
}

/// The files under a folder with one of these endings (or names), in order. Build output and version control aside.
fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut open: Vec<PathBuf> = vec![Path::new(ROOT).join(folder)];
    let mut found = vec![];
    while let Some(path) = open.pop() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "target" | ".git" | "node_modules") {
                open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            }
        } else if endings.iter().any(|ending| name == *ending || name.ends_with(&format!(".{ending}"))) {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let name = path.strip_prefix(ROOT).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File { name, text });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Sources that only tests mount.
fn is_test(name: &str) -> bool {
    let stem = name.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    stem == "tests" || stem.ends_with("_tests") || name.contains("/tests/")
}

fn module(name: &str) -> String {
    let path = name.trim_start_matches("src/").trim_end_matches(".rs");
    path.trim_end_matches("/mod").replace('/', "::")
}

fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Is this slash the first of a path, not one in the middle of an address?
fn starts_a_path(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '}' | ')' | '~'))
}
