//! Data never steers the terminal: every attack text as title, note and name, through every output of the program.

mod command_line;
mod present;
mod stream;
mod terminal;

use loket::domain::role::Role;
use serde_json::{Value, json};

use crate::support::{
    samples::{officer, signal_with},
    server::TestServer,
};

/// What somebody might send. Each is valid Unicode; what is not is refused before it is stored.
const ATTACKS: [&str; 24] = [
    "\u{1b}]52;c;YWFudmFs\u{7}",
    "\u{1b}]52;c;YWFudmFs\u{1b}\\",
    "\u{1b}[2J",
    "\u{1b}[?1049l",
    "\u{1b}]52;c;AAAA",
    "\u{1b}]0;titel\u{7}",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{9b}2J",
    "\u{9d}52;c;YWFudmFs\u{9c}",
    "\u{1b}[6n",
    "\u{1b}[c",
    "\u{1b}c",
    "voor\rachter",
    "een\u{8}\u{8}\u{8}twee",
    "\u{202e}exe.txt",
    "\u{2066}links\u{2069}",
    "nul\u{200b}breed",
    "zacht\u{ad}streepje",
    "\u{feff}bom",
    "\u{e0041}\u{e007f}vlag",
    "nul\u{0}teken",
    "\n\nid: 9999999\nevent: reset\n",
    "=cmd|'/C calc'!A0",
    "../../.ssh/authorized_keys",
];

/// The text with a mark before it, by which it is recognised on a screen.
fn marked(letter: char, at: usize) -> String {
    format!("{letter}{at}{letter}{}", ATTACKS[at])
}

/// Characters that may reach nobody's terminal: said here once more, apart from the program's own list.
fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// A server in which every attack stands in every place; gives the signals in the order of the attacks.
async fn fill(server: &TestServer) -> Vec<Value> {
    let desk = server.desk();
    let mut signals = vec![];
    for (at, attack) in ATTACKS.iter().enumerate() {
        let facts = json!({
            "account": format!("{}\nregel twee {attack}", marked('T', at)), "labels": [attack], "stalemate": attack,
            "reporter": { "name": marked('R', at), "function": attack, "organisation": attack, "phone": attack, "mail": attack },
            "threats": [{ "what": marked('H', at), "on": "2027-01-04" }],
            "decisions": [{ "organisation": "SVB", "reference": attack, "kind": attack, "announcedOn": "2026-11-10" }],
            "attachments": [{ "name": attack, "mediaType": attack, "size": 1 }],
            "tried": [{ "what": attack, "with": attack }]
        });
        let mut body = signal_with(&marked('M', at), facts);
        body["source"] = json!({ "system": "kenmerk", "reference": format!("{attack}{at}") });
        let item = desk.post("/v1/signals", &body).await.expect(201)["item"].clone();
        let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
        let owner = server.account(Role::Desk, &marked('A', at), "LMM").await;
        owner.post(&format!("{path}/claims"), &json!({})).await.ok();
        let contact = json!({ "contact": { "with": marked('C', at), "reached": true, "agreed": attack } });
        owner.post(&format!("{path}/contact-moments"), &contact).await.ok();
        let noted = owner.post(&format!("{path}/notes"), &json!({ "text": format!("{}\n{attack}", marked('N', at)) })).await.ok();
        signals.push(noted);
        let mut person = officer("UWV", &marked('O', at));
        for field in
            ["title", "phone", "mail", "availability", "deputy", "mandateExcludes", "mandateSource", "escalation", "provenance"]
        {
            person["facts"][field] = (*attack).into();
        }
        person["facts"]["title"] = format!("regisseur {attack}").into();
        person["facts"]["domains"] = json!([attack]);
        desk.post("/v1/officers", &person).await.expect(201);
    }
    let marks = format!("e{}", "\u{301}".repeat(90_000));
    desk.post("/v1/signals", &signal_with("Accenten", json!({ "account": marks }))).await.expect(201);
    signals
}
