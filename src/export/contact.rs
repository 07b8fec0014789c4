//! One contact as a vCard (RFC 6350): texts escaped, lines folded at 75 octets, ended by CR LF. The function stands before the person, so
//! that a mobile shows whom one calls.

use uuid::Uuid;

use super::calendar::{escaped, instant, line};
use crate::domain::{
    officer::Officer,
    text::{RawText, SafeText},
};

/// The vCard of an entry of the register. `organisation` is the name of its organisation; `note` is what must be known before calling:
/// the mandate, and when it was verified.
pub fn contact(officer: &Officer, organisation: &str, note: &str) -> String {
    let facts = &officer.facts;
    let organisation = SafeText::line(organisation);
    let name = if facts.name.is_blank() { facts.title.line() } else { facts.name.line() };
    let mut out = String::new();
    line(&mut out, "BEGIN:VCARD");
    line(&mut out, "VERSION:4.0");
    line(&mut out, concat!("PRODID:-//loket//loket ", env!("CARGO_PKG_VERSION"), "//NL"));
    line(&mut out, &format!("UID:urn:uuid:{}", Uuid::hyphenated(officer.id.0)));
    line(&mut out, &format!("REV:{}", instant(officer.changed_at)));
    line(&mut out, &format!("KIND:{}", if facts.name.is_blank() { "group" } else { "individual" }));
    line(&mut out, &format!("FN:{}", escaped(name.as_str())));
    line(&mut out, &format!("ORG:{}", escaped(organisation.as_str())));
    let mut property = |name: &str, text: &RawText| {
        if !text.is_blank() {
            line(&mut out, &format!("{name}:{}", escaped(text.line().as_str().trim())));
        }
    };
    property("TITLE", &facts.title);
    // The central number is the one to call.
    property("TEL;VALUE=text;TYPE=\"work,voice\";PREF=1", &facts.phone);
    property("TEL;VALUE=text;TYPE=\"work,voice\";PREF=2", &facts.direct_phone);
    property("EMAIL;TYPE=work;PREF=1", &facts.mail);
    property("EMAIL;TYPE=work;PREF=2", &facts.direct_mail);
    property("NOTE", &RawText::from(note));
    line(&mut out, "END:VCARD");
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_text_is_harmless_and_no_line_is_long() {
        let officer: Officer = serde_json::from_value(json!({
            "id": "018f0000-0000-7000-8000-000000000001", "version": 1, "changedAt": "2026-11-16T09:00:00Z", "source": null,
            "facts": { "organisation": "CAK", "mandate": "beslissen", "name": "S. de Boer; jr, \\n\r\nTEL:112",
                "title": "é".repeat(60), "phone": "+31 85 555 0101", "directMail": "s@voorbeeld.nl" },
        }))
        .unwrap();
        let card = contact(&officer, "Gemeente 's-Gravenhage", "beslissen, geverifieerd 3-11-2026");
        assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n") && card.ends_with("END:VCARD\r\n"), "{card}");
        assert!(card.split("\r\n").all(|line| line.len() <= 75), "{card}");
        let unfolded = card.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        assert!(lines.contains(&"UID:urn:uuid:018f0000-0000-7000-8000-000000000001"), "{card}");
        assert!(lines.contains(&"TEL;VALUE=text;TYPE=\"work,voice\";PREF=1:+31 85 555 0101"), "{card}");
        assert!(lines.contains(&"NOTE:beslissen\\, geverifieerd 3-11-2026"), "{card}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("TEL")).count(), 1, "no text makes a property: {card}");
        let name = lines.iter().find(|line| line.starts_with("FN:")).unwrap();
        assert!(name.contains("S. de Boer\\; jr\\,"), "{name}");
    }
}
