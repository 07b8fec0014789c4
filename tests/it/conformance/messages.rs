//! Messages about a case: written, looked through, let go, taken back, and sent once, whatever breaks.

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::{role::Role, share::SharePart},
};
use serde_json::{Value, json};

use super::{
    alarms::until,
    cases::{share_with, text},
};
use crate::support::{
    http::{Caller, Reply, new_key},
    mail::Sink,
    samples::{contact, signal_with},
    server::TestServer,
};

on_both_stores!(
    a_message_leaves_after_thirty_seconds_and_not_before,
    what_is_taken_back_never_leaves,
    nothing_gets_into_a_header,
    a_number_of_a_citizen_is_refused,
    no_address_is_shown_without_a_reveal,
    what_must_be_looked_at_is_told_first,
    without_a_mail_server_the_text_can_be_copied,
    a_draft_is_changed_and_thrown_away,
    the_log_and_the_history_know_of_it,
);

/// The address of who reported, which stands nowhere but in the mail.
pub const ADDRESS: &str = "m.degraaf@voorbeeld.nl";

/// A case with a reporter who can be written to: its id and number.
pub async fn case(desk: &Caller) -> (String, String) {
    let reporter = json!({
        "name": "M. de Graaf", "function": "zorgmarinier", "organisation": "Gemeente Zwijndrecht", "phone": "", "mail": ADDRESS
    });
    let made = desk.post(path::SIGNALS, &signal_with("Ontruiming", json!({ "reporter": reporter }))).await.expect(201);
    (text(&made["item"]["id"]), text(&made["item"]["number"]))
}

/// A message to who reported.
pub fn to_reporter(subject: &str) -> Value {
    json!({ "facts": {
        "kind": "acknowledgement", "to": { "role": "reporter" }, "subject": subject, "text": "Wij hebben uw melding.\n.punt\nDank."
    } })
}

fn to_other(mail: &str, organisation: Option<&str>) -> Value {
    json!({ "facts": {
        "kind": "request", "to": { "role": "other", "name": "J. Bakker", "organisation": organisation, "mail": mail },
        "subject": "Vraag", "text": "Wat is uw standpunt?"
    } })
}

/// An instance over the same store that sends mail, for the desk.
pub async fn sender(server: &TestServer, sink: &Sink) -> Caller {
    server.instance_with_mail(sink.mail()).await
}

/// A draft: its id.
pub async fn draft(desk: &Caller, signal: &str, new: &Value) -> String {
    text(&desk.post(&path::SIGNAL_MESSAGES.replace("{id}", signal), new).await.expect(201)["item"]["id"])
}

/// Lets it go: as it is then.
pub async fn let_go(desk: &Caller, id: &str) -> Value {
    let now = one(desk, id).await;
    let version = now["item"]["version"].as_i64().unwrap();
    desk.act(&path::MESSAGE_SEND.replace("{id}", id), version, &json!({ "looked": true })).await.expect(200)
}

/// As it is now.
pub async fn one(desk: &Caller, id: &str) -> Value {
    desk.get(&path::MESSAGE.replace("{id}", id)).await.expect(200)
}

/// Waits until the row says so.
pub async fn stands(desk: &Caller, id: &str, state: &str) {
    until(state, async || one(desk, id).await["item"]["state"] == state).await;
}

/// The timeline of its case, newest first.
pub async fn timeline(desk: &Caller, signal: &str) -> Vec<Value> {
    desk.get(&path::SIGNAL.replace("{id}", signal)).await.expect(200)["timeline"].as_array().unwrap().clone()
}

async fn a_message_leaves_after_thirty_seconds_and_not_before(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    // One that was let go ten seconds earlier: once it is sent, the server looked at the moment at which the other must still wait.
    let earlier = draft(&desk, &case(&desk).await.0, &to_reporter("Eerder")).await;
    let_go(&desk, &earlier).await;
    server.advance(TimeDelta::seconds(10));
    let (signal, number) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Uw melding is ontvangen — café")).await;
    let going = let_go(&desk, &id).await;
    assert_eq!((&going["item"]["state"], &going["item"]["releaseAt"]), (&json!("outgoing"), &json!("2026-11-16T09:00:40Z")));
    server.advance(TimeDelta::seconds(29));
    stands(&desk, &earlier, "sent").await;
    server.advance(TimeDelta::seconds(1));
    let taken = sink.taken(2).await;
    let mail = &taken[1];
    assert_eq!((mail.from.as_str(), mail.to.as_slice()), ("loket@loket.example", [ADDRESS.to_owned()].as_slice()));
    assert_eq!(mail.subject(), format!("Uw melding is ontvangen — café [{number}]"));
    assert_eq!(mail.text().trim_end(), "Wij hebben uw melding.\n.punt\nDank.");
    assert_eq!(mail.id(), text(&going["item"]["messageId"]));
    assert!(mail.header("Reply-To").contains("antwoord@loket.example") && mail.header("From").contains("Loket Maatwerk"));
    // Of the moment at which it was sent.
    assert!(mail.header("Date").contains("16 Nov 2026 09:00:40"), "{}", mail.header("Date"));
    stands(&desk, &id, "sent").await;
    let entry = &timeline(&desk, &signal).await[0];
    assert_eq!(
        (&entry["kind"], &entry["linked"]["verb"], &entry["linked"]["label"]),
        (&json!("mail"), &json!("sent"), &json!("reporter"))
    );
    assert_eq!((&entry["text"], &entry["byName"]), (&going["item"]["facts"]["subject"], &json!(desk.name)));
    assert_eq!(sink.count(), 2, "each once");
}

async fn what_is_taken_back_never_leaves(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, _) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Eerste")).await;
    let going = let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(29));
    let take_back = path::MESSAGE_TAKE_BACK.replace("{id}", &id);
    let back = desk.act(&take_back, going["item"]["version"].as_i64().unwrap(), &json!({})).await.expect(200);
    assert_eq!((&back["item"]["state"], back["item"].get("releaseAt")), (&json!("taken-back"), None));
    let again = desk.act(&take_back, back["item"]["version"].as_i64().unwrap(), &json!({})).await;
    again.problem(Code::NotPossibleNow);
    assert_eq!(again.fault_at(""), "message-not-outgoing");
    // Whatever is let go after it goes first.
    let other = draft(&desk, &signal, &to_reporter("Tweede")).await;
    let_go(&desk, &other).await;
    server.advance(TimeDelta::hours(3));
    let taken = sink.taken(1).await;
    stands(&desk, &other, "sent").await;
    assert!(taken[0].subject().starts_with("Tweede"), "{taken:?}");
    assert_eq!((sink.count(), &one(&desk, &id).await["item"]["state"]), (1, &json!("taken-back")));
    assert_eq!(timeline(&desk, &signal).await.iter().filter(|entry| entry["kind"] == "mail").count(), 1);
    // It may go after all, and is the message it was.
    let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    assert_eq!(sink.taken(2).await[1].id(), text(&back["item"]["messageId"]));
    stands(&desk, &id, "sent").await;
    let version = one(&desk, &id).await["item"]["version"].as_i64().unwrap();
    assert_eq!(desk.act(&take_back, version, &json!({})).await.fault_at(""), "message-sent");
}

async fn nothing_gets_into_a_header(server: &TestServer) {
    let desk = server.desk();
    let (signal, _) = case(&desk).await;
    let to = path::SIGNAL_MESSAGES.replace("{id}", &signal);
    for end in ["\r\nBcc: x@voorbeeld.nl", "\n", "\u{0}", "\u{2028}"] {
        let subject = desk.post(&to, &to_reporter(&format!("Uw melding{end}"))).await;
        assert_eq!(subject.fault_at("/facts/subject"), "control-characters");
        let mail = desk.post(&to, &to_other(&format!("a@voorbeeld.nl{end}"), None)).await;
        assert_eq!(mail.fault_at("/facts/to/mail"), "not-a-mail-address");
        let mut name = to_other("a@voorbeeld.nl", None);
        name["facts"]["to"]["name"] = format!("Jan{end}").into();
        assert_eq!(desk.post(&to, &name).await.fault_at("/facts/to/name"), "control-characters");
    }
    let id = draft(&desk, &signal, &to_reporter("Goed")).await;
    let patched = desk.patch(&path::MESSAGE.replace("{id}", &id), 1, &json!({ "subject": "x\r\nBcc: y@voorbeeld.nl" })).await;
    assert_eq!(patched.fault_at("/subject"), "control-characters");
    for (wrong, place) in [
        (json!({ "role": "other", "name": "x" }), "/facts/to/mail"),
        (json!({ "role": "reporter", "mail": "a@voorbeeld.nl" }), "/facts/to/mail"),
        (json!({ "role": "other", "mail": "a@voorbeeld.nl", "organisation": "NIEMAND" }), "/facts/to/organisation"),
    ] {
        let mut new = to_reporter("x");
        new["facts"]["to"] = wrong;
        assert_eq!(desk.post(&to, &new).await.fault_places(), [place]);
    }
}

async fn a_number_of_a_citizen_is_refused(server: &TestServer) {
    let desk = server.desk();
    let (signal, _) = case(&desk).await;
    let to = path::SIGNAL_MESSAGES.replace("{id}", &signal);
    let mut new = to_reporter("Vraag");
    new["facts"]["text"] = "Het gaat om 111222333.".into();
    desk.post(&to, &new).await.problem(Code::BsnInText);
    desk.post(&to, &to_reporter("Over 111222333")).await.problem(Code::BsnInText);
    let id = draft(&desk, &signal, &to_reporter("Goed")).await;
    let patch = desk.patch(&path::MESSAGE.replace("{id}", &id), 1, &json!({ "text": "BSN 111222333" })).await;
    patch.problem(Code::BsnInText);
    let kept = server.texts("SELECT document FROM messages").await.join(" ");
    assert!(!kept.contains("111222333"), "{kept}");
}

async fn no_address_is_shown_without_a_reveal(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, _) = case(&desk).await;
    // Also when somebody typed it: it is who reported.
    let mut typed = to_other(&ADDRESS.to_uppercase(), None);
    typed["facts"]["text"] = "Dank.".into();
    let id = draft(&desk, &signal, &typed).await;
    assert_eq!(one(&desk, &id).await["item"]["facts"]["to"], json!({ "role": "reporter" }));
    let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    assert_eq!(sink.taken(1).await[0].to, [ADDRESS]);
    stands(&desk, &id, "sent").await;
    for place in [path::SIGNAL, path::SIGNAL_MESSAGES] {
        let told = desk.get(&place.replace("{id}", &signal)).await.text();
        assert!(!told.to_lowercase().contains(ADDRESS), "{place}: {told}");
    }
    let told = desk.get(&path::MESSAGE.replace("{id}", &id)).await.text();
    assert!(!told.to_lowercase().contains(ADDRESS), "{told}");
    // Nor in what is kept of the message.
    for table in ["messages", "history"] {
        let column = if table == "messages" { "document" } else { "new" };
        let only = if table == "messages" { "" } else { " WHERE entity = 'message'" };
        let kept = server.texts(&format!("SELECT {column} FROM {table}{only}")).await.join(" ");
        assert!(!kept.to_lowercase().contains(ADDRESS), "{table}: {kept}");
    }
    // A case without an address has nobody to write to.
    let none = desk.post(path::SIGNALS, &signal_with("Zonder", json!({}))).await.expect(201);
    let id = draft(&desk, &text(&none["item"]["id"]), &to_reporter("Aan niemand")).await;
    let sent = desk.act(&path::MESSAGE_SEND.replace("{id}", &id), 1, &json!({})).await;
    sent.problem(Code::NotPossibleNow);
    assert_eq!(sent.fault_at(""), "message-no-address");
}

async fn what_must_be_looked_at_is_told_first(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, _) = case(&desk).await;
    let send = |id: &str| path::MESSAGE_SEND.replace("{id}", id);
    let mut named = to_reporter("Vraag");
    named["facts"]["text"] = "Beste M. de Graaf, hoe gaat het met mevrouw Jansen?".into();
    let id = draft(&desk, &signal, &named).await;
    assert_eq!(one(&desk, &id).await["warnings"], json!(["message-personal"]));
    let refused = desk.act(&send(&id), 1, &json!({})).await;
    refused.problem(Code::InvalidInput);
    assert_eq!(refused.fault_at("/text"), "message-personal");
    desk.act(&send(&id), 1, &json!({ "looked": true })).await.expect(200);
    // Of the UWV nobody knows of this case until it is shared.
    let id = draft(&desk, &signal, &to_other("j.bakker@uwv.voorbeeld.nl", Some("UWV"))).await;
    assert_eq!(desk.act(&send(&id), 1, &json!({})).await.fault_at("/to"), "message-not-shared");
    desk.post(&path::SIGNAL_SHARES.replace("{id}", &signal), &share_with("UWV", &[SharePart::Stalemate])).await.expect(201);
    assert_eq!(one(&desk, &id).await["warnings"], json!([]));
    desk.act(&send(&id), 1, &json!({})).await.expect(200);
}

async fn without_a_mail_server_the_text_can_be_copied(server: &TestServer) {
    let desk = server.desk();
    let (signal, _) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Uw melding")).await;
    let sent = desk.act(&path::MESSAGE_SEND.replace("{id}", &id), 1, &json!({ "looked": true })).await;
    sent.problem(Code::NotPossibleNow);
    assert_eq!(sent.fault_at(""), "mail-not-configured");
    let now = one(&desk, &id).await;
    assert_eq!((&now["mailIsSent"], &now["item"]["state"], &now["item"]["version"]), (&json!(false), &json!("draft"), &json!(1)));
    let list = desk.get(&path::SIGNAL_MESSAGES.replace("{id}", &signal)).await.expect(200);
    assert_eq!((&list["mailIsSent"], &list["items"][0]), (&json!(false), &now["item"]));
}

async fn a_draft_is_changed_and_thrown_away(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number) = case(&desk).await;
    let to = path::SIGNAL_MESSAGES.replace("{id}", &signal);
    let (key, new) = (new_key(), to_reporter("Eerste"));
    let made = desk.post_with(key, &to, &new).await.expect(201);
    assert_eq!(desk.post_with(key, &to, &new).await.ok()["item"], made["item"], "once");
    let id = text(&made["item"]["id"]);
    let at = path::MESSAGE.replace("{id}", &id);
    let changed = desk.patch(&at, 1, &json!({ "subject": "Tweede", "text": "Anders." })).await.expect(200);
    assert_eq!(changed["item"]["facts"]["subject"], json!(format!("Tweede [{number}]")));
    desk.patch(&at, 1, &json!({ "text": "x" })).await.problem(Code::StaleVersion);
    assert_eq!(desk.patch(&at, 2, &json!({ "text": "Anders." })).await.expect(200)["item"]["version"], 2, "no difference");
    // What goes is not changed and not thrown away.
    let_go(&desk, &id).await;
    assert_eq!(desk.patch(&at, 3, &json!({ "text": "x" })).await.fault_at(""), "message-not-draft");
    let delete = |version| desk.versioned("DELETE", &at, version, None);
    assert_eq!(Reply::of(delete(3)).await.fault_at(""), "message-not-draft");
    desk.act(&path::MESSAGE_TAKE_BACK.replace("{id}", &id), 3, &json!({})).await.expect(200);
    let gone = Reply::of(delete(4)).await.expect(200);
    assert_eq!((&gone["item"]["state"], &gone["item"]["facts"]["text"]), (&json!("discarded"), &json!("")));
    desk.get(&at).await.problem(Code::NotFound);
    assert_eq!(desk.get(&to).await.expect(200)["items"], json!([]));
    desk.act(&path::MESSAGE_SEND.replace("{id}", &id), 5, &json!({})).await.problem(Code::NotFound);
    // What it answers is a mail of this case.
    desk.post(&format!("/v1/signals/{signal}/contact-moments"), &contact("SVB")).await.ok();
    let entry = timeline(&desk, &signal).await[0]["id"].clone();
    let mut answer = to_reporter("Antwoord");
    answer["facts"]["inReplyTo"] = entry;
    assert_eq!(desk.post(&to, &answer).await.fault_at("/facts/inReplyTo"), "unknown-value");
}

async fn the_log_and_the_history_know_of_it(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number) = case(&desk).await;
    let id = draft(&desk, &signal, &to_reporter("Uw melding")).await;
    let_go(&desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    stands(&desk, &id, "sent").await;
    let officer = server.role(Role::PrivacyOfficer);
    let found = officer.post(path::AUDIT_SEARCH, &json!({ "object": number })).await.expect(200);
    let verbs: Vec<&str> = found["items"].as_array().unwrap().iter().filter_map(|row| row["verb"].as_str()).collect();
    for verb in ["message.create", "message.send", "message.sent"] {
        assert!(verbs.contains(&verb), "{verb}: {verbs:?}");
    }
    let versions = server.number(&format!("SELECT MAX(version) FROM history WHERE entity = 'message' AND object = '{id}'")).await;
    assert_eq!(versions, 3);
}
