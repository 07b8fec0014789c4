//! `loket explain`: pages without a server, by name or by words, and the organisation's own.

use std::fs;

use serde_json::Value;

use crate::{
    api::problem::exit,
    explanation::{Known, SHIPPED, read},
    locale::{Language, Texts},
};

use super::{call, explanations};

/// A home with pages of one's own.
fn home(pages: &[(&str, &str)]) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("loket/topics/en")).unwrap();
    pages.iter().for_each(|(name, source)| fs::write(home.path().join("loket/topics").join(name), source).unwrap());
    home
}

fn at(home: &tempfile::TempDir, arguments: &[&str]) -> (u8, String, String) {
    call(arguments, &[("XDG_CONFIG_HOME", &home.path().display().to_string())])
}

#[test]
fn a_page_is_told_by_its_name_or_by_words_in_both_languages() {
    let (code, dutch, stderr) = call(&["explain", "termijnen"], &[]);
    assert_eq!((code, stderr.as_str()), (exit::DONE, ""));
    for part in ["Termijnen\n\n", "Wat zegt de wet\n", "Awb artikel 6:7", "g w", "Zie ook: bezwaar"] {
        assert!(dutch.contains(part), "{part}: {dutch}");
    }
    assert!(!dutch.contains("{key"), "{dutch}");
    let (code, english, _) = call(&["uitleg", "pro", "forma", "--lang", "en"], &[]);
    assert_eq!(code, exit::DONE);
    assert!(english.contains("Objection, also pro forma") && english.contains("What the law says"), "{english}");
    // Another keymap has another key.
    let (_, office, _) = call(&["explain", "contactmoment", "--keymap", "office"], &[]);
    assert!(office.contains("F8"), "{office}");
}

#[test]
fn what_is_not_there_says_what_was_meant_and_what_is_not_clear_is_listed() {
    let (code, out, err) = call(&["explain", "hardheidsclausle"], &[]);
    assert_eq!((code, out.as_str()), (exit::NOTHING, ""));
    assert!(err.contains("Bedoelt u “hardheidsclausule”?"), "{err}");
    let (code, out, err) = call(&["explain", "brief"], &[]);
    assert_eq!(code, exit::SEVERAL);
    assert!(out.contains("time-out") && err.contains("meer plaatsen"), "{out}{err}");
    let (code, out, _) = call(&["explain", "--list"], &[]);
    assert_eq!(code, exit::DONE);
    SHIPPED.iter().for_each(|(name, ..)| assert!(out.contains(name), "{name}: {out}"));
}

#[test]
fn for_programs_there_is_json() {
    let (_, out, _) = call(&["explain", "bezwaar", "--json"], &[]);
    let page: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((page["name"].as_str(), page["own"].as_bool()), (Some("bezwaar"), Some(false)));
    let sections = page["sections"].as_array().unwrap();
    assert_eq!(sections[1]["heading"], "Wat zegt de wet");
    assert!(sections[1]["text"].as_str().unwrap().contains("Awb artikel 6:16"));
    let (_, out, _) = call(&["explain", "--json"], &[]);
    let list: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(list["items"].as_array().unwrap().len(), SHIPPED.len());
}

#[test]
fn own_pages_count_and_what_is_wrong_with_one_is_told_with_its_line() {
    let home = home(&[
        ("klachtenlijn.md", "---\ntitle: Klachtenlijn\nalso: zeuren\n---\nBel\u{1b}[2J 10.\n"),
        ("termijnen.md", "---\ntitle: Onze termijnen\nrelated: klachtenlijn, bezwar\n---\nVraag het na.\n"),
        ("en/klachtenlijn.md", "# Complaints\n\nCall 10.\n"),
        ("Foute Naam.md", "# x\n\nx\n"),
        ("leeg.md", ""),
    ]);
    let (code, out, err) = at(&home, &["explain", "zeuren"]);
    assert_eq!(code, exit::DONE);
    assert!(out.contains("Klachtenlijn\n") && !out.contains('\u{1b}'), "{out:?}");
    for part in ["termijnen.md:3:24", "“bezwaar”?", "Foute Naam.md", "leeg.md:1:1"] {
        assert!(err.contains(part), "{part}: {err}");
    }
    let (_, out, _) = at(&home, &["explain", "termijnen"]);
    assert!(out.starts_with("Onze termijnen\n"), "{out}");
    let (_, out, _) = at(&home, &["explain", "klachtenlijn", "--lang", "en"]);
    assert!(out.contains("Call 10."), "{out}");
    let (code, _, err) = at(&home, &["config", "check"]);
    assert_eq!(code, exit::CONFIGURATION);
    assert!(err.contains("bezwar"), "{err}");
}

#[test]
fn every_command_and_field_that_a_page_names_is_there() {
    let (names, commands) = (SHIPPED.iter().map(|(name, ..)| (*name).to_owned()).collect::<Vec<_>>(), explanations::commands());
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let is_place = |name: &str| explanations::is_place(&texts, name);
        let known = Known { commands: &commands, names: &names, is_place: &is_place };
        for (name, dutch, english) in SHIPPED {
            for source in [dutch, english] {
                assert_eq!(read(name, source, &known).1, vec![], "{name}");
            }
        }
    }
}
