//! Taking a signal, noting, calling, taking a report: what is on the server afterwards, and with how many keys.

use serde_json::Value;

use super::{NUMBER, Outside, TITLE};
use crate::support::{pty::USUAL, terminal::Terminal};

/// The text of the only note.
fn note(signal: &Value) -> &str {
    only(signal, "note")["text"].as_str().unwrap()
}

/// The only entry of this kind.
#[track_caller]
fn only<'a>(signal: &'a Value, kind: &str) -> &'a Value {
    let entries: Vec<&Value> = signal["timeline"].as_array().unwrap().iter().filter(|entry| entry["kind"] == kind).collect();
    assert_eq!(entries.len(), 1, "{signal:#}");
    entries[0]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn take_it_yourself_in_one_key_note_and_call() {
    let mut outside = Outside::new().await;
    tokio::task::block_in_place(|| {
        outside.terminal.press_until("c", |screen| screen.contains("staat op uw naam"), "claimed");
        outside.took(1);
        assert_eq!(outside.signal(NUMBER)["owner"]["name"], outside.server.desk().name.as_str());
        // A note: one key to begin, one to save, and what is typed.
        let text = "CAK gebeld: de aanmelding wacht op het BRP-adres.";
        outside.terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
        outside.terminal.type_text(text);
        outside.terminal.until_shown(text);
        outside.terminal.press_until("\x13", |screen| screen.contains("Notitie bij") && screen.contains("opgeslagen"), "saved");
        outside.took(2 + text.chars().count());
        assert_eq!(note(&outside.signal(NUMBER)), text);
        // A call: begin, reached, agreed, call back, save: four keys and what is typed.
        let (agreed, back) = ("belt vrijdag terug", "vr");
        outside.terminal.press_until("b", |screen| screen.contains("─ Contactmoment"), "the form");
        outside.terminal.press("j");
        outside.terminal.type_text(agreed);
        outside.terminal.until_shown(agreed);
        outside.terminal.press("\r");
        outside.terminal.type_text(back);
        outside.terminal.press_until("\r", |screen| screen.contains("Contactmoment bij"), "saved");
        outside.took(4 + agreed.chars().count() + back.chars().count());
        let signal = outside.signal(NUMBER);
        let contact = &only(&signal, "contact")["contact"];
        assert_eq!((&contact["reached"], &contact["agreed"]), (&true.into(), &agreed.into()), "{signal:#}");
        assert_eq!(contact["callBackOn"], "2026-11-20", "the Friday after the server's Monday");
    });
    outside.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_user_finds_the_way_with_help_tab_and_enter() {
    let mut outside = Outside::new().await;
    tokio::task::block_in_place(|| {
        // "How do I take this one?"
        let terminal = &mut outside.terminal;
        terminal.press_until("?", |screen| screen.contains("Hulp: alle toetsen"), "help");
        terminal.type_text("claim");
        terminal.press_until("\r", |screen| screen.contains("nu uitvoeren?"), "asked, since help was only read");
        terminal.press_until("j", |screen| screen.contains("staat op uw naam"), "claimed from help");
        assert_eq!(outside.signal(NUMBER)["owner"]["name"], outside.server.desk().name.as_str());
        // A note, saved with the button.
        let text = "Melder is op de hoogte.";
        let terminal = &mut outside.terminal;
        terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
        terminal.type_text(text);
        terminal.press("\t");
        terminal.press_until("\r", |screen| screen.contains("Notitie bij") && screen.contains("opgeslagen"), "saved");
        assert_eq!(note(&outside.signal(NUMBER)), text);
        // A report by telephone: from field to field with Tab.
        let terminal = &mut outside.terminal;
        terminal.press_until("+", |screen| screen.contains("─ Telefonische melding"), "the form");
        let fields = [
            "J. Visser",
            "schuldhulpverlener",
            "Gemeente Breda",
            "076 555 1234",
            "j@voorbeeld.nl",
            "Breda",
            "Uitkering stopt, huur loopt door",
            "Sinds oktober geen inkomen.",
            "UWV",
            "",
            "",
            "ontruiming",
            "4-12-2026",
        ];
        for field in fields {
            terminal.type_text(field);
            terminal.press("\t");
        }
        terminal.until_shown("4-12-2026");
        terminal.press_until("\x13", |screen| screen.contains("vastgelegd"), "saved");
        // Asking for help, the word, Enter and yes; begin, text, button; begin, the fields with their Tabs, save.
        outside
            .took(8 + 1 + text.chars().count() + 2 + 1 + 1 + fields.iter().map(|field| field.chars().count() + 1).sum::<usize>());
        let listed = outside.seat.json(&["signal", "list"]);
        let number = listed["items"].as_array().unwrap().iter().find(|row| row["title"] == fields[6]).unwrap()["number"].clone();
        let facts = outside.signal(number.as_str().unwrap())["facts"].clone();
        assert!(facts["reporter"].get("phone").is_none(), "shielded");
        let revealed = outside.seat.json(&["signal", "show", number.as_str().unwrap(), "--reveal"]);
        assert_eq!(revealed["facts"]["reporter"]["phone"], "076 555 1234");
        assert_eq!((&facts["municipality"], &facts["account"]), (&"0758".into(), &fields[7].into()), "{facts:#}");
        assert_eq!(facts["threats"][0]["on"], "2026-12-04");
        assert_eq!(facts["bodies"][0]["organisation"], "UWV");
    });
    outside.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_half_typed_is_still_there_when_ssh_is_cut_and_tmux_is_opened_again() {
    let mut outside = Outside::new().await;
    tokio::task::block_in_place(|| {
        let text = "Halverwege een zin valt de verbinding";
        outside.terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
        outside.terminal.type_text(text);
        outside.terminal.until_shown(text);
        outside.sshd.kill_connections();
        let client = outside.sshd.client(outside.seat.home(), &outside.tmux.session("false"));
        let cut = std::mem::replace(&mut outside.terminal, Terminal::start(USUAL, client));
        cut.ended();
        outside.terminal.until_shown(text);
        outside.terminal.type_text(" weg.");
        outside.terminal.press_until("\x13", |screen| screen.contains("Notitie bij") && screen.contains(TITLE), "saved");
        assert_eq!(note(&outside.signal(NUMBER)), format!("{text} weg."));
    });
    outside.stop().await;
}
