//! Every command of the table can be given as a line.

use loket::{
    locale::Language,
    tui::{
        app::{
            command::{Command, Scope},
            key::{Key, KeyCode},
            message::Msg,
            pointing::Pointed,
        },
        plain::{Found, find},
    },
};

use super::Reader;

/// The lines that lead to a place where the commands of a scope are.
fn way(scope: Scope) -> &'static [&'static str] {
    match scope {
        Scope::Signal | Scope::List | Scope::Global | Scope::Traces => &[],
        Scope::Agenda => &["pane-agenda"],
        Scope::TimeOut | Scope::Arrangement | Scope::Board => &["termijnen"],
        Scope::Calendar => &["termijnen", "kalender"],
        Scope::Detail => &["1"],
        Scope::Lookup => &["@", "boer"],
        Scope::Card => &["@", "boer", "1"],
        Scope::Menu => &["s"],
        Scope::Panel => &["facets"],
        Scope::Conflict => &[],
        Scope::Explanation => &["uitleg termijnen"],
        Scope::Finder => &["hulp"],
        Scope::Filter => &["filter"],
        Scope::Text => &["n"],
    }
}

#[test]
fn every_command_can_be_given_by_its_name_in_both_languages() {
    for language in Language::ALL {
        for command in Command::ALL {
            let mut reader = match command.scope() {
                Scope::Conflict => super::conflict::asked(*language),
                Scope::Traces => {
                    let mut reader = Reader::new(*language);
                    reader.state.update(Msg::Me(Box::new(crate::interface::traces::privacy_officer())));
                    reader
                }
                _ => Reader::new(*language),
            };
            reader.read();
            for line in way(command.scope()) {
                reader.type_line(line);
            }
            for name in [command.name().to_owned(), reader.state.texts.get(&command.word())] {
                let found = find(&reader.state, &name);
                // Two commands of one place may have the same word: then the reader is asked which.
                let known = match &found {
                    Found::One(one) => one == command || reader.state.texts.get(&one.word()) == name,
                    Found::Several(several) => several.contains(command),
                    Found::None => false,
                };
                assert!(known, "{language} {command:?} {name:?}: {found:?}");
            }
            let typed = match command.scope() {
                Scope::Text
                | Scope::Finder
                | Scope::Lookup
                | Scope::Filter
                | Scope::Menu
                | Scope::Panel
                | Scope::Conflict
                | Scope::Explanation => {
                    format!("/{}", command.name())
                }
                _ => command.name().to_owned(),
            };
            let reply = reader.conversation.line(&reader.state, &typed);
            let gives = |message: &Msg| match message {
                Msg::Pointed(Pointed::Run(run)) => run == command,
                // Leaving and closing go by keys and other commands too.
                Msg::Key(key) => *key == Key::new(KeyCode::Enter),
                _ => false,
            };
            assert!(reply.tell.iter().any(gives), "{language} {command:?}: {reply:?}");
        }
    }
}

#[test]
fn keys_that_can_be_typed_are_commands_too_in_every_keymap() {
    for (name, lines) in
        [("standaard", &["c", "gg", "g g"][..]), ("vim", &["c", "gg", "yy", "s s"][..]), ("office", &["+", "*"][..])]
    {
        let mut reader = Reader::new(Language::Dutch);
        reader.state.keymap = std::sync::Arc::new(loket::tui::app::keymap::Keymap::shipped(name).unwrap());
        for line in lines {
            assert!(matches!(find(&reader.state, line), Found::One(_)), "{name} {line}");
        }
        // What cannot be typed into a line is a word there, and no command.
        for line in ["F2", "Ctrl+C"] {
            assert_eq!(find(&reader.state, line), Found::None, "{name} {line}");
        }
    }
}

#[test]
fn q_quits_and_the_rest_asks() {
    let mut reader = Reader::new(Language::Dutch);
    reader.talk(&["x", "zzz", "vo"]);
    assert!(!reader.quit);
    reader.type_line("q");
    assert!(reader.quit);
}
