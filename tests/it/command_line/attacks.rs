//! Attack texts in every field, through every output: visible text, and no control byte but the line break.

use loket::{api::problem::exit, domain::text::is_unsafe};

use super::{Ended, Shell, file, lite};

const ATTACKS: &[&str] = &[
    "\u{1b}]52;c;QUJD\u{7}",
    "\u{1b}[2J",
    "\u{1b}[?1049l",
    "\u{1b}]52;c;AAAA",
    "\u{9b}2J",
    "\u{1b}[6n\u{1b}[c",
    "regel\rover",
    "\u{202e}om\u{2066}\u{200b}\u{ad}\u{feff}\u{e0041}",
    "\n\nid: 9999999\nevent: reset\n",
    "=cmd|'/C calc'!A0",
    "../../.ssh/authorized_keys",
    "a\0b",
];

#[track_caller]
fn safe(ended: &Ended) {
    for text in [&ended.stdout, &ended.stderr] {
        assert!(text.chars().all(|c| c == '\n' || !is_unsafe(c)), "{text:?}");
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_output_carries_a_control_byte() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    let combining = format!("e{}", "\u{301}".repeat(2000));
    let attacks: Vec<&str> = ATTACKS.iter().copied().chain([combining.as_str()]).collect();
    let mut table = "kenmerk_extern;ontvangen_op;kanaal;titel;toelichting;melder_naam;melder_telefoon;gebeurtenis;besluit_organisatie;besluit_kenmerk\n".to_owned();
    let mut register = "organisatie;functie;naam;telefoon;mandaat;mandaat_niet;domeinen\n".to_owned();
    for (at, attack) in attacks.iter().enumerate() {
        let short: String = format!("doel {}", attack.chars().take(150).collect::<String>());
        // A number holds digits; what is written around them is shown as any other text.
        let number = quoted(&format!("112 {short}"));
        let (long, short) = (quoted(attack), quoted(&short));
        table.push_str(&format!("{short};16-11-2026;form;{short};{long};{short};{short};{short};SVB;{short}\n"));
        register.push_str(&format!("UWV;{short};{};{number};geen;{short};{short}\n", quoted(&format!("doel {at}"))));
    }
    let (signals, officers) = (file(&folder, "s.csv", &table), file(&folder, "r.csv", &register));
    let imported = desk.run(&["signal", "import", &signals]).await.is(exit::DONE);
    safe(&imported);
    assert_eq!(imported.stdout, format!("{} nieuw, 0 ongewijzigd, 0 geweigerd\n", attacks.len()), "{}", imported.stderr);
    safe(&desk.run(&["register", "import", &officers]).await.is(exit::DONE));
    for (at, attack) in attacks.iter().enumerate() {
        let number = (at + 1).to_string();
        let typed = attack.replace('\0', "");
        safe(&desk.pipe(&["signal", "note", &number], &typed).await.is(exit::DONE));
        safe(&desk.run(&["signal", "note", &number, "--", &format!("x{typed}")]).await.is(exit::USAGE));
        let contact =
            ["signal", "contact", &number, "--with", &typed.chars().take(150).collect::<String>(), "--not-reached", "--json"];
        safe(&desk.run(&contact).await.is(exit::DONE));
        safe(&desk.run(&["signal", "show", &number]).await.is(exit::DONE));
        let shown = desk.run(&["signal", "show", &number, "--json"]).await.is(exit::DONE);
        safe(&shown);
        assert_eq!(shown.json()["facts"]["account"], attack.replace('\0', "␀"), "stored as sent");
        safe(&desk.run(&["signal", "show", &typed]).await);
        safe(&desk.run(&["wie", &typed, "--field", "phone"]).await);
        safe(&desk.run(&["signal", "import", &typed]).await);
    }
    for arguments in [
        &["signal", "list", "--limit", "200"][..],
        &["signal", "list", "--limit", "200", "--json"],
        &["wie", "doel"],
        &["wie", "doel", "--json"],
        &["wie", "doel", "--field", "phone"],
        &["signal", "import", &signals, "--dry-run"],
        &["signal", "import", &signals, "--json"],
        &["register", "import", &officers, "--dry-run", "--json"],
        &["signal", "import", &officers],
    ] {
        safe(&desk.run(arguments).await);
    }
}
