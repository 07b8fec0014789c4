//! `loket message` and `loket signal import` of an answer: from the acknowledgement to the reply in its case.

use chrono::TimeDelta;
use loket::api::problem::exit;

use super::{Shell, file, lite};
use crate::{
    conformance::messages::{ADDRESS, case, sender, stands},
    support::mail::Sink,
};

fn words(line: &'static str) -> Vec<&'static str> {
    line.split(' ').collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledgement_goes_out_and_its_answer_lands_in_the_case() {
    let server = lite().await;
    let sink = Sink::start().await;
    let caller = sender(&server, &sink).await;
    let desk = Shell { server: caller.server.clone(), token: caller.token.clone() };
    let (_, number) = case(&caller).await;
    let made = desk.run(&["message", "acknowledge", &number, "--json"]).await.is(exit::DONE).json();
    let id = made["item"]["id"].as_str().unwrap().to_owned();
    let shown = desk.run(&["message", "show", &id]).await.is(exit::DONE).stdout;
    for part in ["Uw melding is ontvangen", &number, "Beste M. de Graaf", "concept", "melder"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains(ADDRESS), "{shown}");
    let going = desk.run(&["message", "send", &id]).await.is(exit::DONE);
    assert!(going.stderr.contains("Gaat uit om 10:00:30"), "{}", going.stderr);
    desk.run(&["message", "take-back", &id]).await.is(exit::DONE);
    let again = desk.run(&["message", "take-back", &id]).await.is(exit::CONFLICT);
    assert!(again.stderr.contains("niets terug te nemen"), "{}", again.stderr);
    desk.run(&["message", "send", &id]).await.is(exit::DONE);
    server.advance(TimeDelta::seconds(30));
    let taken = sink.taken(1).await;
    assert_eq!(
        (taken[0].to.as_slice(), taken[0].subject()),
        (&[ADDRESS.to_owned()][..], format!("Uw melding is ontvangen [{number}]"))
    );
    stands(&caller, &id, "sent").await;
    let list = desk.run(&["message", "list", &number]).await.is(exit::DONE).stdout;
    assert!(list.contains("verstuurd") && list.contains("ontvangstbevestiging"), "{list}");

    let folder = tempfile::tempdir().unwrap();
    let answer = format!(
        "From: M. de Graaf <{ADDRESS}>\r\nTo: loket@loket.example\r\nSubject: Re: {}\r\nDate: Mon, 23 Nov 2026 09:30:00 +0100\r\n\
         Message-ID: <antwoord-1@voorbeeld.nl>\r\nIn-Reply-To: <{}>\r\n\r\nDe deurwaarder komt woensdag.\r\n",
        taken[0].subject(),
        taken[0].id()
    );
    let answer = file(&folder, "antwoord.eml", &answer);
    let came = desk.run(&["signal", "import", &answer]).await.is(exit::DONE);
    assert!(came.stderr.contains(&format!("antwoord, toegevoegd aan {number}")), "{} {}", came.stdout, came.stderr);
    desk.run(&["signal", "import", &answer]).await.is(exit::DONE);
    let whole = desk.run(&["signal", "show", &number]).await.is(exit::DONE).stdout;
    assert_eq!(whole.matches("De deurwaarder komt woensdag.").count(), 1, "{whole}");
    assert!(whole.contains("bericht verstuurd aan melder: Uw melding is ontvangen"), "{whole}");
    assert_eq!(server.number("SELECT COUNT(*) FROM signals").await, 1);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_a_message_is_copied() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let (_, number) = case(&server.desk()).await;
    let mut write = words("message write --kind request --json");
    write.push(&number);
    let made = desk.run(&write).await.is(exit::DONE);
    assert!(made.stderr.contains("verstuurt geen e-mail"), "{}", made.stderr);
    let id = made.json()["item"]["id"].as_str().unwrap().to_owned();
    let text = desk.run(&["message", "show", &id, "--text"]).await.is(exit::DONE).stdout;
    assert!(text.starts_with("Aan: melder\nOnderwerp: Wij hebben nog een paar vragen") && text.contains(&number), "{text}");
    let refused = desk.run(&["message", "send", &id]).await.is(exit::CONFLICT);
    assert!(refused.stderr.contains("Deze server verstuurt geen e-mail"), "{}", refused.stderr);
    let bsn = desk.pipe(&["message", "change", &id, "--text", "-"], "Haar BSN is 111222333.").await.is(exit::INPUT);
    assert!(!bsn.stdout.contains("111222333"), "{}", bsn.stdout);
    // A place that is still to be filled does not leave.
    desk.pipe(&["message", "change", &id, "--text", "-"], "Voor {termijn} graag.").await.is(exit::DONE);
    let gap = desk.run(&["message", "send", &id]).await.is(exit::INPUT);
    assert!(gap.stderr.contains("{termijn}"), "{}", gap.stderr);
    desk.run(&["message", "discard", &id]).await.is(exit::DONE);
    desk.run(&["message", "list", &number]).await.is(exit::NOTHING);
    // A free message has no words of its own; an address is no argument.
    desk.run(&["message", "write", &number]).await.is(exit::USAGE);
    let other = r#"{"kind":"free","to":{"role":"other","name":"J. Bakker","organisation":"UWV","mail":"j.bakker@uwv.voorbeeld.nl"},"subject":"Vraag","text":"Wat is uw standpunt?"}"#;
    let made = desk.pipe(&["message", "write", &number, "--json-input", "-"], other).await.is(exit::DONE);
    assert!(made.stderr.contains("niet gedeeld") && made.stdout.contains("UWV"), "{} {}", made.stdout, made.stderr);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_with_a_mistake_about_mail_does_not_start() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("nieuw.db").display());
    let serve = ["serve", "--database", database.as_str(), "--listen", "127.0.0.1:0"];
    let there = ("LOKET_MAIL_SERVER", "mail.voorbeeld.nl");
    let from = ("LOKET_MAIL_FROM", "Loket <loket@voorbeeld.nl>");
    for (more, told) in [
        (vec![there, from, ("LOKET_MAIL_TLS", "none")], "op deze machine zelf"),
        (vec![there], "mail_from"),
        (vec![there, from, ("LOKET_MAIL_USER", "loket")], "mail_password_file"),
        (vec![there, from, ("LOKET_MAIL_DOMAIN", "geen domein")], "mail_domain"),
    ] {
        let ended = desk.in_environment(&serve, "", &more).await.is(exit::CONFIGURATION);
        assert!(ended.stderr.contains(told), "{told}: {}", ended.stderr);
    }
    server.stop().await;
}
