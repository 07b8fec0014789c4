//! Messages as they come: the samples, and ones that are broken on purpose.

use proptest::prelude::*;

use super::*;
use crate::domain::ids::MunicipalityCode;

fn read_one(message: &[u8]) -> (NewSignal, Vec<&'static str>) {
    let mut intake = read(message, &Context::embedded());
    assert_eq!(intake.faults, vec![]);
    (intake.rows.remove(0).value, intake.remarks.iter().map(|remark| remark.reason.code()).collect())
}

fn size_of_request(signal: &NewSignal) -> usize {
    serde_json::to_vec(signal).map_or(usize::MAX, |bytes| bytes.len())
}

#[test]
fn the_seizure() {
    let (signal, remarks) = read_one(include_bytes!("../../../tests/data/samples/beslag.eml"));
    assert_eq!(remarks, Vec::<&str>::new());
    let facts = &signal.facts;
    assert_eq!(facts.title.raw(), "Spoed: beslag op bankrekening ondanks moratorium");
    assert_eq!(facts.reporter.name.raw(), "Noor van Beek");
    assert_eq!(facts.reporter.mail.raw(), "n.vanbeek@zwijndrecht.voorbeeld.nl");
    assert_eq!(facts.reporter.phone.raw(), "078 555 10 20");
    assert_eq!(facts.municipality, Some(MunicipalityCode(642)));
    assert_eq!(signal.received_at.map(|at| at.to_rfc3339()), Some("2026-11-20T14:42:10+00:00".into()));
    assert_eq!(
        signal.source.as_ref().map(|s| (s.system.as_str(), s.reference.raw())),
        Some(("message-id", "beslag.2026@voorbeeld.nl"))
    );
    assert!(facts.account.raw().contains("De huur wordt vrijdag geïncasseerd."), "{:?}", facts.account);
    assert_eq!(facts.bodies.iter().map(|b| b.organisation.as_str()).collect::<Vec<_>>(), ["CJIB"]);
    let [decision] = &facts.decisions[..] else { panic!("{:?}", facts.decisions) };
    assert_eq!(decision.reference.raw(), "DWB-2026-44120");
    assert_eq!(decision.announced_on.map(|day| day.to_string()), Some("2026-11-18".into()));
    assert_eq!(facts.threats, vec![], "a date is never guessed");
}

#[test]
fn the_lost_document() {
    let (signal, _) = read_one(include_bytes!("../../../tests/data/samples/verblijf.eml"));
    let facts = &signal.facts;
    assert_eq!(facts.reporter.name.raw(), "Ömer Aslan");
    assert_eq!(facts.municipality, Some(MunicipalityCode(505)));
    assert!(facts.account.raw().ends_with("Groet, Ömer Aslan (sociaal pontonnier)"), "{:?}", facts.account);
    let [attachment] = &facts.attachments[..] else { panic!("{:?}", facts.attachments) };
    assert_eq!((attachment.name.raw(), attachment.media_type.raw(), attachment.size), ("besluit.pdf", "application/pdf", 18));
    assert_eq!(facts.bodies.iter().map(|b| b.organisation.as_str()).collect::<Vec<_>>(), ["IND"]);
}

#[test]
fn a_long_subject_is_cut_on_a_word_and_kept_whole() {
    let subject = "beslag op de rekening ".repeat(40);
    let (signal, _) =
        read_one(format!("From: a@b.nl\nDate: Fri, 20 Nov 2026 15:42:10 +0100\nSubject: {subject}\n\nTekst").as_bytes());
    let title = signal.facts.title.raw();
    assert!(title.chars().count() <= 200 && title.chars().count() > 180, "{title}");
    assert!(title.ends_with("…") && subject.starts_with(title.trim_end_matches('…')));
    assert!(signal.facts.account.raw().starts_with(&format!("Onderwerp: {}\n\nTekst", subject.trim())));
}

#[test]
fn a_long_text_is_cut_and_says_how_much() {
    let body = "é".repeat(150_000);
    let (signal, remarks) = read_one(format!("From: a@b.nl\nContent-Type: text/plain; charset=utf-8\n\n{body}").as_bytes());
    let account = signal.facts.account.raw();
    assert_eq!(remarks, ["no-date", "cut"]);
    let kept = account.chars().filter(|c| *c == 'é').count();
    assert!(account.ends_with(&format!("[Afgekapt: de laatste {} tekens van deze e-mail zijn niet opgenomen.]", 150_000 - kept)));
    assert!(size_of_request(&signal) < crate::api::BODY_LIMIT);
}

#[test]
fn a_text_of_control_characters_still_fits_a_request() {
    let (signal, _) = read_one(format!("From: a@b.nl\nSubject: x\n\n{}", "\x1b".repeat(200_000)).as_bytes());
    assert!(size_of_request(&signal) < crate::api::BODY_LIMIT);
}

#[test]
fn ten_thousand_parts_and_twenty_megabytes() {
    let mut message =
        "From: a@b.nl\nSubject: veel\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nhallo\n"
            .to_owned();
    message.push_str(
        &"--x\nContent-Type: application/pdf; name=\"a.pdf\"\nContent-Disposition: attachment\n\nAAAA\n".repeat(10_000),
    );
    message.push_str("--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=groot.pdf\n\n");
    message.push_str(&"A".repeat(20 << 20));
    message.push_str("\n--x--\n");
    let (signal, remarks) = read_one(message.as_bytes());
    assert_eq!(signal.facts.attachments.len(), LIST_MOST);
    assert!(remarks.contains(&"attachments-cut"));
    assert!(signal.facts.account.raw().contains("[Van 9901 bijlagen is hier niets genoteerd.]"));
    assert!(size_of_request(&signal) < crate::api::BODY_LIMIT);
}

#[test]
fn odd_messages() {
    for (message, codes) in [
        (&b"From: a@b.nl\n\n"[..], vec!["no-text", "no-date"]),
        (b"From: a@b.nl\nDate: gisteren\nSubject: x\n\nTekst", vec!["no-date"]),
        (b"From: a@b.nl\nSubject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Alleen HTML", vec!["no-date"]),
        (b"From: a@b.nl\nSubject: \0\n\nTe\0kst", vec!["nul-replaced", "no-date"]),
    ] {
        assert_eq!(read_one(message).1, codes, "{:?}", String::from_utf8_lossy(message));
    }
    let nested = b"From: a@b.nl\nSubject: FW\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nZie bijlage\n--x\nContent-Type: message/rfc822\n\nFrom: c@d.nl\nSubject: Oud bericht\n\nTekst\n--x--\n";
    let (signal, _) = read_one(nested);
    assert_eq!(signal.facts.attachments[0].name.raw(), "Oud bericht");
    assert_eq!(signal.facts.account.raw(), "Zie bijlage");
}

#[test]
fn what_is_no_message_is_refused() {
    for bytes in [&b""[..], b"titel;kanaal\nx;y", b"\xff\xfe\0\0", b"Content-Type: message/rfc822\n\n"] {
        assert_eq!(read(bytes, &Context::embedded()).rows.len(), 0);
    }
    let deep = b"Content-Type: message/rfc822\r\nFrom: a@b.nl\r\n\r\n".repeat(50_000);
    assert_eq!(read(&deep, &Context::embedded()).faults[0].reason, Reason::MessageTooEntangled);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let context = Context::embedded();
        read(&bytes, &context);
        read(&[b"From: a@b.nl\nContent-Type: multipart/mixed; boundary=x\n\n--x\n".as_slice(), &bytes].concat(), &context);
    }

    #[test]
    fn pieces_of_messages_never_panic(pieces in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let message: String = pieces.iter().map(|at| PIECES[*at]).collect();
        read(format!("From: a@b.nl\n{message}").as_bytes(), &Context::embedded());
    }
}

const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\n\n",
    "--x",
    "--x--",
    "--y\n",
    "Content-Type: multipart/mixed; boundary=x\n",
    "Content-Type: multipart/alternative; boundary=y\n",
    "Content-Type: message/rfc822\n",
    "Content-Type: text/html; charset=utf-16\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "Subject: =?utf-8?q?=C3=96?=\n",
    "Subject: =?utf-8?b?\u{e9}?=",
    "Content-Disposition: attachment; filename*0*=utf-8''%e2%80\n",
    "=E9=\n",
    "<p>&#x0;&eacute",
    "AAAA",
    "\0",
    "Date: Sun, 25 Oct 2026 02:30:00\n",
    "Met vriendelijke groet\n",
    "078 555 10 20",
    "kenmerk X, bekendgemaakt op 01-01-2026",
    "é",
];
