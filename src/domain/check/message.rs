//! What a message must satisfy before it is kept, and what must be looked at before it goes.

use std::collections::HashSet;

use super::{Finding, Kind, NOTE_MOST, TITLE_MOST, Texts};
use crate::domain::{
    Date, identifying,
    ids::OrganisationCode,
    message::{Message, MessageFacts, MessageRecipient, RecipientRole, is_address},
    organisation::{self, Organisation},
    personal,
    share::Share,
    signal::{EntryKind, Signal},
    text::RawText,
};

impl Texts for MessageFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/subject"), Kind::Title, &mut self.subject);
        see(&format!("{at}/text"), Kind::Free, &mut self.text);
        see(&format!("{at}/to/name"), Kind::Line, &mut self.to.name);
        see(&format!("{at}/to/mail"), Kind::Exempt, &mut self.to.mail);
    }
}

/// A character that could end a header or a line of the protocol, or that no text holds.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// What is wrong with a message, whoever looked at it.
pub fn message_facts(facts: &MessageFacts, at: &str, organisations: &HashSet<OrganisationCode>) -> Vec<Finding> {
    let mut findings = vec![];
    let mut see = |field: &str, code, value: String| findings.push(Finding::new(format!("{at}/{field}"), code, value));
    // The number that is added to a subject takes nothing from its length.
    let subject = facts.subject.raw();
    let subject = subject.strip_suffix(']').and_then(|rest| rest.rsplit_once(" [S-")).map_or(subject, |(subject, _)| subject);
    for (field, text, most) in [("subject", subject, TITLE_MOST), ("text", facts.text.raw(), NOTE_MOST)] {
        if text.trim().is_empty() {
            see(field, "required", String::new());
        }
        if text.chars().count() > most {
            see(field, "too-long", most.to_string());
        }
    }
    if facts.to.name.raw().chars().count() > super::LINE_MOST {
        see("to/name", "too-long", super::LINE_MOST.to_string());
    }
    for (field, text) in [("subject", &facts.subject), ("to/name", &facts.to.name)] {
        if text.raw().chars().any(is_control) {
            see(field, "control-characters", String::new());
        }
    }
    if facts.text.raw().chars().any(|c| is_control(c) && !matches!(c, '\n' | '\r' | '\t')) {
        see("text", "control-characters", String::new());
    }
    let MessageRecipient { role, name, organisation, mail } = &facts.to;
    match role {
        RecipientRole::Reporter => {
            for (field, is_there) in
                [("to/name", !name.is_blank()), ("to/organisation", organisation.is_some()), ("to/mail", !mail.is_blank())]
            {
                if is_there {
                    see(field, "not-together", RecipientRole::Reporter.code().to_owned());
                }
            }
        }
        RecipientRole::Other if mail.raw().is_empty() => see("to/mail", "required", String::new()),
        RecipientRole::Other if !is_address(mail.raw()) => see("to/mail", "not-a-mail-address", String::new()),
        RecipientRole::Other => {}
    }
    if organisation.as_ref().is_some_and(|code| !organisations.contains(code)) {
        see("to/organisation", "unknown-value", String::new());
    }
    findings
}

/// What it answers must be a mail of this case.
pub fn answers_a_mail(facts: &MessageFacts, case: &Signal, at: &str) -> Option<Finding> {
    let entry = facts.in_reply_to?;
    let is_there = case.timeline.iter().any(|one| one.id == entry && one.kind == EntryKind::Mail);
    (!is_there).then(|| Finding::new(format!("{at}/inReplyTo"), "unknown-value", ""))
}

/// What must be looked at before it goes: what looks like somebody, and a recipient with whom the case is not shared.
pub fn message_doubts(message: &Message, case: &Signal, shares: &[Share], today: Date) -> Vec<Finding> {
    let facts = &message.facts;
    let mut findings = vec![];
    let known = [&facts.to.name, &case.facts.reporter.name, &message.made_by_name].map(|name| name.raw().trim());
    for (field, text) in [("/subject", &facts.subject), ("/text", &facts.text)] {
        // Whoever it is written to may be greeted, and who writes it signs.
        let bare = known.iter().filter(|name| !name.is_empty()).fold(text.raw().to_owned(), |text, name| text.replace(name, ""));
        if personal::find(&bare).is_some() || identifying::find(&bare).is_some() {
            findings.push(Finding::new(field, "message-personal", ""));
        }
    }
    if !is_shared(&facts.to, case, shares, today) {
        findings.push(Finding::new("/to", "message-not-shared", ""));
    }
    findings
}

/// May this recipient know of the case: who reported it, somebody of the same organisation or of the desk, or one with whom it is shared?
fn is_shared(to: &MessageRecipient, case: &Signal, shares: &[Share], today: Date) -> bool {
    if to.role == RecipientRole::Reporter {
        return true;
    }
    let Some(code) = &to.organisation else { return false };
    let all = organisation::all();
    let is_theirs = |text: &RawText| named(&all, text).is_some_and(|found| found.code == *code);
    let stands = |share: &&Share| share.facts.recipient == *code && share.stands_on(today);
    code.is_desk()
        || *code == case.reported_by
        || is_theirs(&case.facts.reporter.organisation)
        || shares.iter().any(|share| stands(&share))
        || case.facts.sharing_grounds.iter().any(|ground| {
            !ground.basis.is_blank() && ground.until.is_none_or(|until| until >= today) && is_theirs(&ground.recipient)
        })
}

fn named<'a>(all: &'a [Organisation], text: &RawText) -> Option<&'a Organisation> {
    if text.is_blank() { None } else { organisation::find(all, text.raw()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        arrangement::decide::Moment,
        ids::{AccountId, MessageId, ShareId},
        message::{MessageKind, decide},
        share::{ShareBasis, ShareFacts, SharePart},
        signal::{bare::bare, decide::Actor},
    };

    const UWV: &str = "UWV";

    fn facts() -> MessageFacts {
        MessageFacts {
            kind: MessageKind::Free,
            to: MessageRecipient::reporter(),
            subject: "Uw melding".into(),
            text: "Wij hebben haar ontvangen.\nDank.".into(),
            in_reply_to: None,
        }
    }

    fn other(organisation: Option<&str>) -> MessageRecipient {
        MessageRecipient {
            role: RecipientRole::Other,
            name: "J. de Wit".into(),
            organisation: organisation.map(|code| OrganisationCode(code.into())),
            mail: "j.dewit@voorbeeld.nl".into(),
        }
    }

    fn wrong(change: impl Fn(&mut MessageFacts)) -> Vec<(String, &'static str)> {
        let mut facts = facts();
        change(&mut facts);
        let all = HashSet::from([OrganisationCode(UWV.into())]);
        message_facts(&facts, "", &all).into_iter().map(|one| (one.at, one.code)).collect()
    }

    #[test]
    fn nothing_gets_into_a_header() {
        assert_eq!(wrong(|_| {}), []);
        for end in ["\r\nBcc: x@voorbeeld.nl", "\n", "\r", "\0", "\u{7f}", "\u{2028}x", "\u{85}"] {
            assert_eq!(
                wrong(|one| one.subject = format!("x{end}y").into()),
                [("/subject".into(), "control-characters")],
                "{end:?}"
            );
            let name = wrong(|one| one.to = MessageRecipient { name: format!("x{end}y").into(), ..other(None) });
            assert_eq!(name, [("/to/name".into(), "control-characters")], "{end:?}");
            let mail = wrong(|one| one.to = MessageRecipient { mail: format!("a@voorbeeld.nl{end}").into(), ..other(None) });
            assert_eq!(mail, [("/to/mail".into(), "not-a-mail-address")], "{end:?}");
        }
        assert_eq!(wrong(|one| one.text = "a\u{1b}[2J".into()), [("/text".into(), "control-characters")]);
    }

    #[test]
    fn the_number_that_was_added_makes_no_subject_too_long() {
        let long = "x".repeat(TITLE_MOST);
        assert_eq!(wrong(|one| one.subject = format!("{long} [S-2026-00421]").into()), []);
        assert_eq!(wrong(|one| one.subject = format!("{long}x").into()), [("/subject".into(), "too-long")]);
        assert_eq!(wrong(|one| one.subject = " [S-2026-00421]".into()), [("/subject".into(), "required")]);
    }

    #[test]
    fn the_reporter_is_named_by_role_alone() {
        let wrong = wrong(|one| one.to = MessageRecipient { role: RecipientRole::Reporter, ..other(Some(UWV)) });
        let at: Vec<&str> = wrong.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(at, ["/to/name", "/to/organisation", "/to/mail"]);
    }

    fn doubts(facts: MessageFacts, case: &Signal, shares: &[Share]) -> Vec<&'static str> {
        let actor = Actor { account: AccountId(uuid::Uuid::nil()), name: "mw. A. Meijer".into() };
        let moment = Moment { actor: &actor, now: "2026-11-16T09:00:00Z".parse().unwrap() };
        let message = decide::draft(MessageId(uuid::Uuid::nil()), case, facts, "x", moment);
        let today = "2026-11-16".parse().unwrap();
        message_doubts(&message, case, shares, today).into_iter().map(|one| one.code).collect()
    }

    #[test]
    fn who_may_not_know_of_the_case_is_asked_about() {
        let mut case = bare();
        let to = |organisation: Option<&str>| MessageFacts { to: other(organisation), ..facts() };
        assert_eq!(doubts(facts(), &case, &[]), [] as [&str; 0]);
        assert_eq!(doubts(to(None), &case, &[]), ["message-not-shared"]);
        assert_eq!(doubts(to(Some(UWV)), &case, &[]), ["message-not-shared"]);
        let share = |until: &str| Share {
            id: ShareId(uuid::Uuid::nil()),
            version: 1,
            signal: case.id,
            signal_number: case.number,
            facts: ShareFacts {
                recipient: OrganisationCode(UWV.into()),
                basis: ShareBasis::PublicTask,
                law: "x".into(),
                flags: vec![],
                purpose: "x".into(),
                parts: vec![SharePart::Stalemate],
                decided_by: "x".into(),
                until: until.parse().unwrap(),
            },
            recorded_at: case.received_at,
            recorded_by: AccountId(uuid::Uuid::nil()),
            recorded_by_name: "x".into(),
            ended: None,
        };
        assert_eq!(doubts(to(Some(UWV)), &case, &[share("2026-11-16")]), [] as [&str; 0]);
        assert_eq!(doubts(to(Some(UWV)), &case, &[share("2026-11-15")]), ["message-not-shared"]);
        case.facts.reporter.organisation = UWV.into();
        assert_eq!(doubts(to(Some(UWV)), &case, &[]), [] as [&str; 0]);
    }

    #[test]
    fn what_looks_like_somebody_is_asked_about_and_a_greeting_is_not() {
        let mut case = bare();
        case.facts.reporter.name = "mw. van der Berg".into();
        let text = |text: &str| MessageFacts { text: text.into(), ..facts() };
        assert_eq!(doubts(text("Beste mw. van der Berg, dank."), &case, &[]), [] as [&str; 0]);
        assert_eq!(doubts(text("Met vriendelijke groet,\nmw. A. Meijer"), &case, &[]), [] as [&str; 0]);
        assert_eq!(doubts(text("Het gaat om mevrouw Jansen."), &case, &[]), ["message-personal"]);
    }
}
