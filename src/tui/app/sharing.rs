//! Sharing a case with another organisation, and ending that: the forms, and what they ask the server. Whether it may be is the server's
//! to decide; nothing here is shown as done before it said so.

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    command::Command,
    date_input::Side,
    form::{Form, Kind, Purpose, Slot},
    message::{Answer, Call, Effect, Refusal},
};
use crate::{
    api::{
        problem::Fault,
        share::{EndShare, NewShare},
    },
    domain::{
        ids::{ShareId, SignalId},
        organisation,
        share::{ShareBasis, ShareFacts, ShareFlag, SharePart, SharedWith},
        text::RawText,
    },
    locale::Language,
};

/// Grounds to choose from. What is no law yet is not among them.
const BASES: &[&str] = &["public-task", "legal-obligation", "vital-interest", "consent", "none"];
/// What the parts are called in a Dutch form, in the order of [`SharePart::ALL`].
const DUTCH_PARTS: &[&str] = &[
    "patstelling",
    "standpunt",
    "geprobeerd",
    "gebeurtenissen",
    "besluiten",
    "resultaat",
    "toelichting",
    "melder",
    "huishouden",
    "notities",
    "toezeggingen",
];
/// The same in English.
const ENGLISH_PARTS: &[&str] = &[
    "stalemate",
    "position",
    "tried",
    "events",
    "decisions",
    "result",
    "account",
    "reporter",
    "household",
    "notes",
    "commitments",
];
/// What the flags are called, in the order of [`ShareFlag::ALL`].
const DUTCH_FLAGS: &[&str] = &["bijzonder", "strafrechtelijk", "beroepsgeheim"];
/// The same in English.
const ENGLISH_FLAGS: &[&str] = &["special", "criminal", "secrecy"];

/// What parts and flags are called.
fn names(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::Dutch => (DUTCH_PARTS, DUTCH_FLAGS),
        Language::English => (ENGLISH_PARTS, ENGLISH_FLAGS),
    }
}

/// The fields of a request, and the field of the form in which each was typed.
const FIELDS: &[(&str, &str)] = &[
    ("recipient", "share-recipient"),
    ("basis", "share-basis"),
    ("law", "share-law"),
    ("purpose", "share-purpose"),
    ("parts", "share-parts"),
    ("flags", "share-flags"),
    ("decidedBy", "share-decided-by"),
    ("until", "share-until"),
    ("reason", "share-reason"),
];

/// The values that a field names, by what they are called there: a form keeps the words of the language it was opened in.
fn named<T: Copy>(form: &Form, name: &str, all: &[T]) -> Option<Vec<T>> {
    let slot = form.slots.iter().find(|slot| slot.name == name)?;
    let Kind::Several(names) = slot.kind else { return None };
    let found = Kind::codes_in(names, slot.field.text()).ok()?;
    Some(names.iter().zip(all).filter(|(name, _)| found.contains(name)).map(|(_, one)| *one).collect())
}

impl State {
    /// The form that shares the case under the cursor.
    pub(super) fn share_command(&mut self) -> Vec<Effect> {
        self.current_signal().map_or_else(Vec::new, |signal| self.open_share(signal))
    }

    /// The form that ends sharing; of several it is asked which.
    pub(super) fn end_share_command(&mut self) -> Vec<Effect> {
        let Some(signal) = self.current_signal() else { return vec![] };
        let standing: Vec<SharedWith> = self.shared_with(signal).into_iter().cloned().collect();
        if let [only] = &standing[..] {
            return self.open_end_share(signal, only.id);
        }
        let item = |(one, at): (&SharedWith, u32)| Item {
            letter: char::from_digit(at, 36).unwrap_or(' '),
            label: self.reference.body(&one.recipient),
            note: self.texts.with("share-until", &[("day", self.texts.day(one.until).into())]),
            choice: Choice::Form(Purpose::EndShare(signal, one.id)),
        };
        let items = standing.iter().zip(1..).map(item).collect();
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("form-title-end-share"), items)));
        vec![]
    }

    /// With whom a case is shared today, as far as it was read.
    pub fn shared_with(&self, signal: SignalId) -> Vec<&SharedWith> {
        let marks = self.whole(signal).map_or(&[][..], |whole| &whole.shares);
        marks.iter().filter(|one| one.until >= self.today).collect()
    }

    /// Why sharing cannot be ended here; nothing: it can.
    pub(super) fn no_share_here(&self) -> Option<&'static str> {
        let Some(signal) = self.current_signal() else { return Some("nothing-selected") };
        if self.whole(signal).is_none() {
            return Some("not-read-yet");
        }
        self.shared_with(signal).is_empty().then_some("why-not-shared")
    }

    pub(super) fn open_share(&mut self, signal: SignalId) -> Vec<Effect> {
        let (parts, flags) = names(self.texts.language());
        let slots = vec![
            Slot::new("share-recipient", Kind::Organisation, 0).required(),
            Slot::new("share-basis", Kind::Choice(BASES), 1).with("public-task"),
            Slot::new("share-law", Kind::Line, 2),
            Slot::new("share-purpose", Kind::Line, 3).required(),
            Slot::new("share-parts", Kind::Several(parts), 4).required(),
            Slot::new("share-flags", Kind::Several(flags), 5),
            Slot::new("share-decided-by", Kind::Line, 6).required(),
            Slot::new("share-until", Kind::Date(Side::Future), 7).required(),
        ];
        self.open_form(Form::new(Purpose::Share(signal), self.subject(signal), slots))
    }

    pub(super) fn open_end_share(&mut self, signal: SignalId, share: ShareId) -> Vec<Effect> {
        let with = self.shared_with(signal).into_iter().find(|one| one.id == share);
        let with = with.map(|one| format!("  {}", self.reference.body(&one.recipient))).unwrap_or_default();
        let subject = format!("{}{with}", self.subject(signal));
        let slots = vec![Slot::new("share-reason", Kind::Line, 0).required()];
        self.open_form(Form::new(Purpose::EndShare(signal, share), subject, slots))
    }

    /// What is asked before a case is shared, which nothing takes back: what goes to whom, until when.
    pub(super) fn question_of_share(&self, form: &Form) -> Option<Choose> {
        let Purpose::Share(signal) = form.purpose else { return None };
        let (with, parts, until) = self.shared_by(form)?;
        let texts = &self.texts;
        let title = texts.with("share-asked", &[("number", self.short_number(signal).into()), ("with", with.as_str().into())]);
        let purpose = RawText::from(form.text("share-purpose").trim()).line().into_string();
        let values = [
            ("with", with.into()),
            ("parts", parts.into()),
            ("until", until.into()),
            ("basis", texts.get(&format!("form-choice-{}", form.text("share-basis"))).into()),
            ("purpose", purpose.into()),
            ("how", self.way_to(Command::EndShare).into()),
        ];
        let about = ["share-asked-parts", "share-asked-why", "share-asked-end"].map(|key| texts.with(key, &values)).to_vec();
        let item = |key: &str, choice| Item::of(texts, key, choice);
        let items = vec![item("share-asked-no", Choice::Nothing), item("share-asked-yes", Choice::Propose)];
        Some(Choose::new(title, items).about(about))
    }

    /// With whom a form shares, what, and until when; in words.
    fn shared_by(&self, form: &Form) -> Option<(String, String, String)> {
        let slot = |name: &str| form.slots.iter().find(|slot| slot.name == name);
        let until = slot("share-until").and_then(|slot| slot.date(self.today))?;
        let with = organisation::find(&self.reference.organisations, form.text("share-recipient"))?;
        let parts = match slot("share-parts")?.kind {
            Kind::Several(names) => Kind::codes_in(names, form.text("share-parts")).ok()?,
            _ => return None,
        };
        Some((self.reference.body(&with.code), parts.join(", "), self.texts.day(until)))
    }

    /// What a form asks; nothing: it is about something else.
    pub(super) fn call_of_share(&self, form: &Form) -> Option<Call> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        match form.purpose {
            Purpose::Share(signal) => {
                let until = form.slots.iter().find(|slot| slot.name == "share-until");
                let recipient = organisation::find(&self.reference.organisations, form.text("share-recipient"))?;
                let facts = ShareFacts {
                    recipient: recipient.code.clone(),
                    basis: ShareBasis::from_code(form.text("share-basis"))?,
                    law: raw("share-law"),
                    flags: named(form, "share-flags", ShareFlag::ALL)?,
                    purpose: raw("share-purpose"),
                    parts: named(form, "share-parts", SharePart::ALL)?,
                    decided_by: raw("share-decided-by"),
                    until: until.and_then(|slot| slot.date(self.today))?,
                };
                Some(Call::Share(signal, Box::new(NewShare { facts })))
            }
            Purpose::EndShare(signal, share) => Some(Call::EndShare(signal, share, EndShare { reason: raw("share-reason") })),
            _ => None,
        }
    }

    /// What the server found wrong in a form about sharing, each at its field.
    pub(super) fn faults_of_share(&self, form: &Form, refusal: &Refusal) -> Option<(String, Option<usize>)> {
        if !form.purpose.is_about_share() {
            return None;
        }
        let slot = |fault: &Fault| {
            let name = fault.at.trim_start_matches("/facts").trim_start_matches('/').split('/').next()?;
            let (_, wanted) = FIELDS.iter().find(|(field, _)| *field == name)?;
            form.slots.iter().position(|slot| slot.name == *wanted)
        };
        self.words_of_faults(form, refusal, slot)
    }

    /// It is done: says with whom it is shared now, or no longer.
    pub(super) fn share_saved(&mut self, purpose: Purpose, answer: Answer) -> Vec<Effect> {
        let Some(signal) = purpose.signal() else { return vec![] };
        let key = if matches!(purpose, Purpose::Share(_)) { "done-share" } else { "done-end-share" };
        let number = self.short_number(signal);
        if let Answer::Signal(whole) = answer {
            self.made(&whole);
            self.keep(*whole);
        }
        let with: Vec<String> = self.shared_with(signal).iter().map(|one| self.reference.body(&one.recipient)).collect();
        let with = if with.is_empty() { "none".to_owned() } else { with.join(", ") };
        self.say_with(Tone::Done, key, &[("number", number.into()), ("with", with.into())]);
        self.said_for_good("kept-share");
        self.rest()
    }

    /// The form that shared a case was saved: what was shared and until when stands in it, and is said.
    pub(super) fn say_shared(&mut self, form: &Form) {
        let Purpose::Share(signal) = form.purpose else { return };
        let Some((with, parts, until)) = self.shared_by(form) else { return };
        let values = [
            ("number", self.short_number(signal).into()),
            ("with", with.into()),
            ("until", until.into()),
            ("parts", parts.into()),
            ("how", self.way_to(Command::EndShare).into()),
        ];
        self.say_with(Tone::Done, "done-share-parts", &values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_flag_and_ground_that_is_law_has_a_name_in_the_form() {
        for language in Language::ALL {
            let (parts, flags) = names(*language);
            assert_eq!((parts.len(), flags.len()), (SharePart::ALL.len(), ShareFlag::ALL.len()));
            // Timeline, message and form say it in the same words.
            let texts = crate::locale::Texts::new(*language);
            let told = SharePart::ALL.iter().map(|part| texts.get(&format!("share-field-{part}"))).collect::<Vec<_>>();
            assert_eq!(told, parts);
        }
        let today = "2026-11-16".parse().unwrap();
        let law: Vec<&str> = ShareBasis::ALL.iter().filter(|one| one.is_in_force_on(today)).map(|one| one.code()).collect();
        assert_eq!(BASES, law);
        let slot = Slot::new("share-parts", Kind::Several(DUTCH_PARTS), 0);
        let form = |text: &str| Form::new(Purpose::Intake, String::new(), vec![slot.clone().with(text)]);
        let parts = named(&form("besluiten, patst; notities"), "share-parts", SharePart::ALL).unwrap();
        assert_eq!(parts, [SharePart::Stalemate, SharePart::Decisions, SharePart::Notes]);
        assert_eq!(named(&form("ge"), "share-parts", SharePart::ALL), None, "geprobeerd or gebeurtenissen");
    }
}
