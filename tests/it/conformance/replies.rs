//! Mail that answers what loket sent lands in its case, once; what names two cases, or comes from somebody unknown there, is a report of its own.

use chrono::TimeDelta;
use loket::{
    api::path,
    domain::role::Role,
    intake::{Context, signals},
};
use serde_json::{Value, json};

use super::{
    cases::text,
    messages::{ADDRESS, case, draft, let_go, sender, stands, to_reporter},
};
use crate::support::{http::Caller, mail::Sink, server::TestServer};

on_both_stores!(
    an_answer_lands_in_its_case_by_what_it_answers,
    a_number_counts_with_a_sender_who_is_known,
    the_same_mail_twice_changes_nothing,
    what_names_two_cases_is_a_report_of_its_own,
    an_answer_to_a_closed_case_says_so,
    a_number_of_a_citizen_in_it_is_masked,
    only_the_desk_puts_mail_into_cases,
);

/// A mail as it is sent by the command line: from a file, through the reader of files.
fn mail(from: &str, subject: &str, id: &str, answers: &str, text: &str) -> Value {
    let answers = if answers.is_empty() {
        String::new()
    } else {
        format!("In-Reply-To: <{answers}>\r\nReferences: <eerder@x> <{answers}>\r\n")
    };
    let file = format!(
        "From: {from}\r\nTo: loket@loket.example\r\nSubject: {subject}\r\nDate: Mon, 16 Nov 2026 09:30:00 +0100\r\n\
         Message-ID: <{id}>\r\n{answers}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    );
    let read = signals("antwoord.eml", file.as_bytes(), &Context::embedded());
    assert_eq!(read.faults, vec![], "{file}");
    serde_json::to_value(&read.rows[0].value).unwrap()
}

/// A case to which a message went: its id, number, and the Message-ID.
async fn written_to(server: &TestServer, desk: &Caller) -> (String, String, String) {
    let (signal, number) = case(desk).await;
    let id = draft(desk, &signal, &to_reporter("Uw melding is ontvangen")).await;
    let going = let_go(desk, &id).await;
    server.advance(TimeDelta::seconds(30));
    stands(desk, &id, "sent").await;
    (signal, number, text(&going["item"]["messageId"]))
}

async fn newest(desk: &Caller, signal: &str) -> Value {
    desk.get(&path::SIGNAL.replace("{id}", signal)).await.expect(200)["timeline"][0].clone()
}

async fn an_answer_lands_in_its_case_by_what_it_answers(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number, sent) = written_to(server, &desk).await;
    let before = desk.get(&path::SIGNAL.replace("{id}", &signal)).await.expect(200)["version"].as_i64().unwrap();
    // Whoever it comes from: that id is nobody's to guess.
    let new = mail("Jan <j@elders.voorbeeld.nl>", "Re: iets anders", "a1@elders", &sent, "De deurwaarder komt woensdag.");
    assert!(new["answers"].as_array().unwrap().contains(&json!(sent)), "{new}");
    let came = desk.post(path::SIGNALS, &new).await.expect(201);
    assert_eq!((&came["item"]["number"], &came["reply"], &came["created"]), (&json!(number), &json!(true), &json!(true)));
    assert_eq!(came["item"]["version"], json!(before + 1));
    let entry = newest(&desk, &signal).await;
    assert_eq!(
        (&entry["kind"], &entry["linked"]["verb"], &entry["linked"]["label"]),
        (&json!("mail"), &json!("came-in"), &json!("Jan"))
    );
    assert!(text(&entry["text"]).contains("De deurwaarder komt woensdag."), "{entry}");
    assert!(!entry.to_string().contains("elders.voorbeeld.nl"), "{entry}");
    assert_eq!(server.number("SELECT COUNT(*) FROM signals").await, 1, "no report of its own");
}

async fn a_number_counts_with_a_sender_who_is_known(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number, _) = written_to(server, &desk).await;
    let subject = format!("Antw: Uw melding [{number}]");
    let known = mail(&format!("M. de Graaf <{}>", ADDRESS.to_uppercase()), &subject, "b1@x", "", "Hierbij.");
    let came = desk.post(path::SIGNALS, &known).await.expect(201);
    assert_eq!((&came["item"]["number"], &came["reply"]), (&json!(number), &json!(true)));
    assert_eq!(newest(&desk, &signal).await["linked"]["label"], "reporter");
    let stranger = mail("X <x@vreemd.voorbeeld.nl>", &subject, "b2@x", "", "Hierbij.");
    let own = desk.post(path::SIGNALS, &stranger).await.expect(201);
    assert_ne!(own["item"]["number"], json!(number));
    assert_eq!(own.get("reply"), None);
    assert!(text(&newest(&desk, &text(&own["item"]["id"])).await["text"]).contains(&number), "why it is one");
    // Somebody else whom loket wrote to about it.
    let mut other = to_reporter("Vraag");
    other["facts"]["to"] =
        json!({ "role": "other", "name": "J. Bakker", "organisation": "UWV", "mail": "j.bakker@uwv.voorbeeld.nl" });
    let id = draft(&desk, &signal, &other).await;
    let_go(&desk, &id).await;
    let from = mail("J. Bakker <j.bakker@uwv.voorbeeld.nl>", &subject, "b3@x", "", "Wij bellen.");
    assert_eq!(desk.post(path::SIGNALS, &from).await.expect(201)["item"]["number"], json!(number));
}

async fn the_same_mail_twice_changes_nothing(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number, sent) = written_to(server, &desk).await;
    let new = mail("M. de Graaf <m@x.nl>", "Re: melding", "c1@x", &sent, "Een keer.");
    let (one, other) = tokio::join!(desk.post(path::SIGNALS, &new), desk.post(path::SIGNALS, &new));
    let mut created = [one.ok(), other.ok()].map(|told| {
        assert_eq!((&told["item"]["number"], &told["reply"]), (&json!(number), &json!(true)));
        told["created"].as_bool().unwrap()
    });
    created.sort_unstable();
    assert_eq!(created, [false, true]);
    let version = desk.get(&path::SIGNAL.replace("{id}", &signal)).await.expect(200)["version"].clone();
    let again = desk.post(path::SIGNALS, &new).await.expect(200);
    assert_eq!((&again["created"], &again["reply"], &again["item"]["version"]), (&json!(false), &json!(true), &version));
    let whole = desk.get(&path::SIGNAL.replace("{id}", &signal)).await.expect(200);
    let came = whole["timeline"].as_array().unwrap().iter().filter(|entry| entry["linked"]["verb"] == "came-in").count();
    assert_eq!(came, 1);
}

async fn what_names_two_cases_is_a_report_of_its_own(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (first, number, _) = written_to(server, &desk).await;
    let (second, other, sent) = written_to(server, &desk).await;
    let new = mail(&format!("M. de Graaf <{ADDRESS}>"), &format!("Re: [{number}]"), "d1@x", &sent, "Over welke?");
    let came = desk.post(path::SIGNALS, &new).await.expect(201);
    assert_eq!(came.get("reply"), None);
    let note = newest(&desk, &text(&came["item"]["id"])).await;
    assert!(text(&note["text"]).contains(&number) && text(&note["text"]).contains(&other), "{note}");
    for case in [&first, &second] {
        assert_eq!(newest(&desk, case).await["linked"]["verb"], "sent", "nothing was added");
    }
    assert_eq!(desk.post(path::SIGNALS, &new).await.expect(200)["item"]["id"], came["item"]["id"], "once");
}

async fn an_answer_to_a_closed_case_says_so(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number, sent) = written_to(server, &desk).await;
    let at = path::SIGNAL.replace("{id}", &signal);
    let version = desk.get(&at).await.expect(200)["version"].as_i64().unwrap();
    desk.patch(&at, version, &json!({ "status": "closed", "outcome": "within_rules" })).await.expect(200);
    let new = mail("M. <m@x.nl>", "Re: melding", "e1@x", &sent, "Toch nog een vraag.");
    let came = desk.post(path::SIGNALS, &new).await.expect(201);
    assert_eq!(
        (&came["item"]["number"], &came["item"]["status"], &came["reply"]),
        (&json!(number), &json!("closed"), &json!(true))
    );
}

async fn a_number_of_a_citizen_in_it_is_masked(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, _, sent) = written_to(server, &desk).await;
    let new = mail("M. <m@x.nl>", "Re: melding", "f1@x", &sent, "Haar BSN is 111222333.");
    let came = desk.post(path::SIGNALS, &new).await.expect(201);
    assert_eq!((&came["masked"], &came["item"]["flags"]), (&json!(1), &json!(["bsn_masked"])));
    assert!(!newest(&desk, &signal).await.to_string().contains("111222333"));
    assert!(!server.texts("SELECT new FROM history").await.join(" ").contains("111222333"));
}

async fn only_the_desk_puts_mail_into_cases(server: &TestServer) {
    let sink = Sink::start().await;
    let desk = sender(server, &sink).await;
    let (signal, number, _) = written_to(server, &desk).await;
    let form = server.role(Role::IntakeForm);
    let title = format!("Re: [{number}]");
    let facts = json!({ "facts": { "title": title, "account": "x", "reporter": { "mail": ADDRESS } } });
    form.post(path::REPORTS, &facts).await.ok();
    assert_eq!(newest(&desk, &signal).await["linked"]["verb"], "sent", "what a form hands in names no case");
}
