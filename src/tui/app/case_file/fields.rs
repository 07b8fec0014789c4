//! The parts of a case file as fields of a form, and read from them. Of what is not touched nothing is changed.

use std::sync::LazyLock;

use super::super::{
    State,
    agenda::listed,
    date_input::{Side, dutch},
    form::{Form, Kind, Slot},
    forms::{correcting::report_slots, intake::MOST},
};
use crate::domain::{
    Date,
    ids::SignalId,
    money, organisation,
    signal::{Attempt, Body, DocumentLink, Facts, LifeDomain, Outcome, PlanStep, SharingGround},
    text::RawText,
};

/// A part of a case file, as a form changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactsPart {
    /// What was reported: reporter, municipality, bodies, title, account, threats, decisions.
    Report,
    /// Life domains.
    Domains,
    /// What each body says.
    Positions,
    /// The stalemate, and the results that are wanted.
    Stalemate,
    /// What was tried.
    Tried,
    /// Grounds for sharing.
    Grounds,
    /// The plan.
    Plan,
    /// Documents kept elsewhere.
    Documents,
    /// How it ended: the case is closed with it.
    Outcome(Outcome),
}

impl FactsPart {
    const PLAIN: [Self; 8] =
        [Self::Report, Self::Domains, Self::Positions, Self::Stalemate, Self::Tried, Self::Grounds, Self::Plan, Self::Documents];

    /// Its code, in the names of texts and drafts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Report => "facts",
            Self::Domains => "domains",
            Self::Positions => "positions",
            Self::Stalemate => "stalemate",
            Self::Tried => "tried",
            Self::Grounds => "grounds",
            Self::Plan => "plan",
            Self::Documents => "documents",
            Self::Outcome(_) => "outcome",
        }
    }

    /// The key of the head of its form.
    pub fn title(self) -> &'static str {
        match self {
            Self::Report => "form-title-facts",
            Self::Domains => "form-title-domains",
            Self::Positions => "form-title-positions",
            Self::Stalemate => "form-title-stalemate",
            Self::Tried => "form-title-tried",
            Self::Grounds => "form-title-grounds",
            Self::Plan => "form-title-plan",
            Self::Documents => "form-title-documents",
            Self::Outcome(_) => "form-title-outcome",
        }
    }

    /// The name of the draft about this part of a signal.
    pub fn slot(self, signal: SignalId) -> String {
        match self {
            Self::Outcome(outcome) => format!("outcome-{outcome}-{signal}"),
            part => format!("{}-{signal}", part.code()),
        }
    }

    /// What a draft of this name is about.
    pub fn of_slot(code: &str, rest: &str) -> Option<(Self, SignalId)> {
        let (part, rest) = match code {
            "outcome" => {
                let (outcome, rest) = rest.split_once('-')?;
                (Self::Outcome(Outcome::from_code(outcome)?), rest)
            }
            code => (Self::PLAIN.into_iter().find(|part| part.code() == code)?, rest),
        };
        Some((part, SignalId(rest.parse().ok()?)))
    }
}

/// Life domains by their codes.
static DOMAINS: LazyLock<Vec<&'static str>> = LazyLock::new(|| LifeDomain::ALL.iter().map(|domain| domain.code()).collect());

/// Rows of fields: the first has no number, each next one does.
macro_rules! rows {
    ($($field:literal),+) => {
        [
            [$($field),+],
            [$(concat!($field, "-2")),+],
            [$(concat!($field, "-3")),+],
            [$(concat!($field, "-4")),+],
            [$(concat!($field, "-5")),+],
            [$(concat!($field, "-6")),+],
        ]
    };
}

/// What is to be done, by whom, by when, and the day it was done.
pub(super) const STEPS: [[&str; 4]; MOST] = rows!("file-step", "file-step-who", "file-step-due", "file-step-done");
/// The ground, why, with whom, and until when.
pub(super) const GROUNDS: [[&str; 4]; MOST] =
    rows!("file-ground", "file-ground-purpose", "file-ground-with", "file-ground-until");
/// The title, its date, and where it is.
pub(super) const DOCUMENTS: [[&str; 3]; MOST] = rows!("file-document", "file-document-dated", "file-document-address");

/// The fields that are one thing with this one; none where a field stands alone.
pub fn label_row(name: &str) -> &'static [&'static str] {
    let four = STEPS.iter().chain(&GROUNDS).map(|row| &row[..]);
    four.chain(DOCUMENTS.iter().map(|row| &row[..])).find(|row| row.contains(&name)).unwrap_or_default()
}

/// Fields for a part of these facts, and one row more than there are; of rows no less than these.
pub fn slots_of(part: FactsPart, facts: &Facts, rows: (usize, usize)) -> Vec<Slot> {
    let count = |has: usize| (has + 1).max(rows.0).min(MOST);
    let mut slots = vec![];
    match part {
        FactsPart::Report => return report_slots(facts, rows),
        FactsPart::Domains => slots.push(Slot::new("file-domains", Kind::Several(&DOMAINS), 0)),
        FactsPart::Positions => slots.push(Slot::new("file-positions", Kind::Block, 0)),
        FactsPart::Stalemate => slots.extend([
            Slot::new("file-stalemate", Kind::Block, 0),
            Slot::new("file-desired-household", Kind::Block, 1),
            Slot::new("file-desired-professional", Kind::Block, 2),
        ]),
        FactsPart::Tried => slots.push(Slot::new("file-tried", Kind::Block, 0)),
        FactsPart::Grounds => {
            for ([basis, purpose, with, until], row) in
                GROUNDS.into_iter().zip((0..).step_by(3)).take(count(facts.sharing_grounds.len()))
            {
                slots.push(Slot::new(basis, Kind::Line, row));
                slots.push(Slot::new(purpose, Kind::Line, row + 1));
                slots.push(Slot::new(with, Kind::Line, row + 2));
                slots.push(Slot::new(until, Kind::Date(Side::Near), row + 2));
            }
        }
        FactsPart::Plan => {
            for (at, [what, who, due, done]) in STEPS.into_iter().enumerate().take(count(facts.plan.len())) {
                let row = at as u16 * 3;
                slots.push(Slot::new(what, Kind::Line, row));
                slots.push(Slot::new(who, Kind::Line, row + 1));
                slots.push(Slot::new(due, Kind::Date(Side::Near), row + 1));
                if at < facts.plan.len() {
                    slots.push(Slot::new(done, Kind::Date(Side::Past), row + 2));
                }
            }
        }
        FactsPart::Documents => {
            for ([title, dated, address], row) in DOCUMENTS.into_iter().zip((0..).step_by(2)).take(count(facts.documents.len())) {
                slots.push(Slot::new(title, Kind::Line, row));
                slots.push(Slot::new(dated, Kind::Date(Side::Past), row));
                slots.push(Slot::new(address, Kind::Exempt, row + 1));
            }
        }
        FactsPart::Outcome(_) => slots.extend([
            Slot::new("file-result", Kind::Block, 0),
            Slot::new("file-legal-room", Kind::Line, 1),
            Slot::new("file-budget", Kind::Exempt, 2),
        ]),
    }
    slots
}

impl State {
    /// What stands in the fields of a part.
    pub(in super::super) fn values_of_part(&self, part: FactsPart, facts: &Facts) -> Vec<(&'static str, String)> {
        let line = |text: &RawText| text.line().into_string();
        let day = |day: Option<Date>| day.map(dutch).unwrap_or_default();
        let block = |text: &RawText| text.raw().to_owned();
        let lines = |all: Vec<String>| all.join("\n");
        match part {
            FactsPart::Report => self.values_of_facts(facts),
            FactsPart::Domains => {
                let codes: Vec<&str> = facts.life_domains.iter().map(|domain| domain.code()).collect();
                vec![("file-domains", codes.join(", "))]
            }
            FactsPart::Positions => {
                let told = |body: &Body| format!("{}: {}", self.reference.body(&body.organisation), line(&body.position));
                vec![("file-positions", lines(facts.bodies.iter().map(told).collect()))]
            }
            FactsPart::Stalemate => vec![
                ("file-stalemate", block(&facts.stalemate)),
                ("file-desired-household", block(&facts.desired_by_household)),
                ("file-desired-professional", block(&facts.desired_by_professional)),
            ],
            FactsPart::Tried => vec![("file-tried", lines(facts.tried.iter().map(listed::told).collect()))],
            FactsPart::Grounds => {
                let values = |(fields, at): ([&'static str; 4], usize)| {
                    let one = facts.sharing_grounds.get(at);
                    let text = |of: fn(&SharingGround) -> &RawText| one.map(|one| line(of(one))).unwrap_or_default();
                    let texts = [text(|one| &one.basis), text(|one| &one.purpose), text(|one| &one.recipient)];
                    let [basis, purpose, with] = texts;
                    fields.into_iter().zip([basis, purpose, with, day(one.and_then(|one| one.until))])
                };
                GROUNDS.into_iter().zip(0..).flat_map(values).collect()
            }
            FactsPart::Plan => {
                let values = |(fields, at): ([&'static str; 4], usize)| {
                    let one = facts.plan.get(at);
                    let text = |of: fn(&PlanStep) -> &RawText| one.map(|one| line(of(one))).unwrap_or_default();
                    let days = [day(one.and_then(|one| one.due)), day(one.and_then(|one| one.done_on))];
                    let [due, done] = days;
                    fields.into_iter().zip([text(|one| &one.what), text(|one| &one.who), due, done])
                };
                STEPS.into_iter().zip(0..).flat_map(values).collect()
            }
            FactsPart::Documents => {
                let values = |(fields, at): ([&'static str; 3], usize)| {
                    let one = facts.documents.get(at);
                    let text = |of: fn(&DocumentLink) -> &RawText| one.map(|one| line(of(one))).unwrap_or_default();
                    let dated = day(one.and_then(|one| one.dated_on));
                    fields.into_iter().zip([text(|one| &one.title), dated, text(|one| &one.address)])
                };
                DOCUMENTS.into_iter().zip(0..).flat_map(values).collect()
            }
            FactsPart::Outcome(_) => vec![
                ("file-result", block(&facts.result)),
                ("file-legal-room", line(&facts.legal_room)),
                ("file-budget", facts.budget_cents.map(money::euros).unwrap_or_default()),
            ],
        }
    }

    /// These facts with what was changed in the fields of a form about a part of them.
    pub(in super::super) fn facts_of_part(&self, part: FactsPart, form: &Form, base: &Facts) -> Facts {
        let text = |name: &str, base: &RawText| match form.is_changed(name) {
            true => RawText::from(form.text(name).trim()),
            false => base.clone(),
        };
        match part {
            FactsPart::Report => self.facts_in(form, base),
            FactsPart::Domains => {
                let codes = Kind::codes_in(&DOMAINS, form.text("file-domains")).unwrap_or_default();
                let typed = || codes.iter().filter_map(|code| LifeDomain::from_code(code)).collect();
                let life_domains = if form.is_changed("file-domains") { typed() } else { base.life_domains.clone() };
                Facts { life_domains, ..base.clone() }
            }
            FactsPart::Positions => {
                // What was written on several lines about a body that is not touched stays so.
                let as_known = |body: Body| {
                    let is = |one: &&Body| one.organisation == body.organisation && line_of(&one.position) == body.position.raw();
                    base.bodies.iter().find(is).cloned().unwrap_or(body)
                };
                let typed =
                    || self.positions_in(form.text("file-positions")).unwrap_or_default().into_iter().map(as_known).collect();
                let bodies = if form.is_changed("file-positions") { typed() } else { base.bodies.clone() };
                Facts { bodies, ..base.clone() }
            }
            FactsPart::Stalemate => Facts {
                stalemate: text("file-stalemate", &base.stalemate),
                desired_by_household: text("file-desired-household", &base.desired_by_household),
                desired_by_professional: text("file-desired-professional", &base.desired_by_professional),
                ..base.clone()
            },
            FactsPart::Tried => {
                let typed = || listed::attempts(form.text("file-tried"), self.today);
                let tried: Vec<Attempt> = if form.is_changed("file-tried") { typed() } else { base.tried.clone() };
                Facts { tried, ..base.clone() }
            }
            FactsPart::Grounds => Facts { sharing_grounds: self.grounds_in(form, base), ..base.clone() },
            FactsPart::Plan => Facts { plan: self.plan_in(form, base), ..base.clone() },
            FactsPart::Documents => Facts { documents: self.documents_in(form, base), ..base.clone() },
            FactsPart::Outcome(_) => {
                let typed = || money::cents(form.text("file-budget"));
                Facts {
                    result: text("file-result", &base.result),
                    legal_room: text("file-legal-room", &base.legal_room),
                    budget_cents: if form.is_changed("file-budget") { typed() } else { base.budget_cents },
                    ..base.clone()
                }
            }
        }
    }

    /// Bodies with what each says, one a line: `SVB: wacht op de gemeente`.
    ///
    /// # Errors
    /// What stands for a body and is none.
    pub(in super::super) fn positions_in(&self, text: &str) -> Result<Vec<Body>, String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let read = |line: &str| {
            let (body, position) = line.split_once(':').unwrap_or((line, ""));
            let found = organisation::find(&self.reference.organisations, body.trim());
            let found = found.ok_or_else(|| body.trim().to_owned())?;
            Ok(Body { organisation: found.code.clone(), position: position.trim().into() })
        };
        lines.map(read).collect()
    }

    fn grounds_in(&self, form: &Form, base: &Facts) -> Vec<SharingGround> {
        let mut grounds = vec![];
        for (at, fields) in GROUNDS.into_iter().enumerate() {
            let known = base.sharing_grounds.get(at);
            if !fields.iter().any(|name| form.is_changed(name)) {
                grounds.extend(known.cloned());
                continue;
            }
            let [basis, purpose, with, until] = fields;
            let of = |name: &str, of: fn(&SharingGround) -> &RawText| changed_text(form, name, known.map(of));
            let ground = SharingGround {
                basis: of(basis, |one| &one.basis),
                purpose: of(purpose, |one| &one.purpose),
                recipient: of(with, |one| &one.recipient),
                until: self.day_in(form, until, known.and_then(|one| one.until)),
            };
            if !(ground.basis.is_blank() && ground.purpose.is_blank() && ground.recipient.is_blank() && ground.until.is_none()) {
                grounds.push(ground);
            }
        }
        grounds.extend(base.sharing_grounds.iter().skip(MOST).cloned());
        grounds
    }

    fn plan_in(&self, form: &Form, base: &Facts) -> Vec<PlanStep> {
        let mut plan = vec![];
        for (at, fields) in STEPS.into_iter().enumerate() {
            let known = base.plan.get(at);
            if !fields.iter().any(|name| form.is_changed(name)) {
                plan.extend(known.cloned());
                continue;
            }
            let [what, who, due, done] = fields;
            let step = PlanStep {
                what: changed_text(form, what, known.map(|one| &one.what)),
                who: changed_text(form, who, known.map(|one| &one.who)),
                due: self.day_in(form, due, known.and_then(|one| one.due)),
                done_on: self.day_in(form, done, known.and_then(|one| one.done_on)),
            };
            if step != PlanStep::default() {
                plan.push(step);
            }
        }
        plan.extend(base.plan.iter().skip(MOST).cloned());
        plan
    }

    fn documents_in(&self, form: &Form, base: &Facts) -> Vec<DocumentLink> {
        let mut documents = vec![];
        for (at, fields) in DOCUMENTS.into_iter().enumerate() {
            let known = base.documents.get(at);
            if !fields.iter().any(|name| form.is_changed(name)) {
                documents.extend(known.cloned());
                continue;
            }
            let [title, dated, address] = fields;
            let document = DocumentLink {
                title: changed_text(form, title, known.map(|one| &one.title)),
                dated_on: self.day_in(form, dated, known.and_then(|one| one.dated_on)),
                address: changed_text(form, address, known.map(|one| &one.address)),
            };
            if document != DocumentLink::default() {
                documents.push(document);
            }
        }
        documents.extend(base.documents.iter().skip(MOST).cloned());
        documents
    }
}

fn line_of(text: &RawText) -> String {
    text.line().into_string().trim().to_owned()
}

fn changed_text(form: &Form, name: &str, known: Option<&RawText>) -> RawText {
    match form.is_changed(name) {
        true => form.text(name).trim().into(),
        false => known.cloned().unwrap_or_default(),
    }
}
