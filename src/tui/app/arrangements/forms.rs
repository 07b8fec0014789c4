//! The forms about moratoria, bridgings and commitments: their fields, and what stands in them at the beginning.

use super::{
    super::{
        Modal, State,
        actions::Pending,
        date_input::Side,
        form::{Form, Kind, Purpose, Slot},
        message::{Answer, Call, Effect, Refusal},
    },
    ArrangementCall, Deed, id_in, signal_in, version_in,
};
use crate::{
    api::arrangement::{AnyArrangement, each},
    domain::{
        Date,
        arrangement::ArrangementKind,
        bridging::BridgingFacts,
        commitment::{CommitmentFacts, CommitmentSource},
        ids::{ArrangementId, SignalId},
        moratorium::MoratoriumFacts,
    },
};

/// What the kind of a moratorium may be.
const MORATORIUM: &[&str] = &["breed-moratorium", "fw-287b", "herstel-toeslagen"];
/// Who may have to pay for a bridging.
pub(super) const PAYERS: &[&str] = &["wmo", "jeugdwet", "wlz", "zvw", "forensisch"];

impl State {
    /// Opens the form that records one about a signal.
    pub(in super::super) fn open_record(&mut self, kind: ArrangementKind, signal: SignalId) -> Vec<Effect> {
        self.open_form(Form::new(Purpose::Record(kind, signal), self.subject(signal), facts(kind)))
    }

    /// Opens the form that does something with one; what stands in it comes from what was read, or is read now.
    pub(in super::super) fn open_deed(&mut self, deed: Deed, kind: ArrangementKind, id: ArrangementId) -> Vec<Effect> {
        let purpose = Purpose::Arrange(deed, kind, id);
        let mut form = Form::new(purpose, String::new(), self.slots_of(deed, kind));
        let read = self.current_clock().and_then(|clock| clock.arrangement.as_ref()).filter(|found| id_in(found) == id).cloned();
        if let Some(found) = &read {
            self.fill_from(&mut form, found);
        }
        let mut effects = self.open_form(form);
        if read.is_none() && !self.requests.values().any(|pending| *pending == Pending::Arrangement(id)) {
            let request = self.request(Pending::Arrangement(id));
            let call = Call::Arrange(Box::new(ArrangementCall::Read(kind, id)));
            effects.push(Effect::Send { request, key: self.next_key(), call, draft: None });
        }
        effects
    }

    /// One that a form is about was read, or could not be.
    pub(in super::super) fn arrangement_read(&mut self, id: ArrangementId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let at = self.modals.iter().position(
            |modal| matches!(modal, Modal::Form(form) if matches!(form.purpose, Purpose::Arrange(_, _, of) if of == id)),
        );
        let Some(at) = at else { return vec![] };
        match reply {
            Ok(Answer::Arrangement(found)) => {
                let subject = self.subject(signal_in(&found));
                if let Modal::Form(form) = &mut self.modals[at] {
                    form.subject = subject;
                    let purpose = form.purpose;
                    self.refill(purpose, version_in(&found), last_by(&found), &values_of(&found));
                }
            }
            Ok(_) => {}
            Err(refusal) => {
                if let Modal::Form(form) = &mut self.modals[at] {
                    form.refused = Some(format!("{} {}", refusal.words, refusal.advice));
                }
            }
        }
        vec![]
    }

    /// What it is about, and what stands in its fields.
    fn fill_from(&self, form: &mut Form, found: &AnyArrangement) {
        form.subject = self.subject(signal_in(found));
        form.seen = Some(version_in(found));
        for (name, value) in values_of(found) {
            form.begin(name, &value);
        }
    }

    fn slots_of(&self, deed: Deed, kind: ArrangementKind) -> Vec<Slot> {
        let today = written(self.today);
        let reason = |row| Slot::new("arrangement-reason", Kind::Line, row);
        let on = |row| Slot::new("arrangement-on", Kind::Date(Side::Past), row).required().with(&today);
        match deed {
            Deed::Correct => {
                // What it is comes with what was read: a choice begins with nothing, so that a draft is not taken for it.
                let mut slots: Vec<Slot> = facts(kind)
                    .into_iter()
                    .map(|slot| match slot.kind {
                        Kind::Choice(_) => slot.with(""),
                        _ => slot,
                    })
                    .collect();
                let mut row = slots.last().map_or(0, |slot| slot.row) + 1;
                if kind == ArrangementKind::Commitment {
                    slots.push(Slot::new("commitment-evidence", Kind::Line, row));
                    row += 1;
                }
                slots.push(reason(row));
                slots
            }
            Deed::NewDay => vec![Slot::new("commitment-due", Kind::Date(Side::Future), 0).required(), reason(1).required()],
            Deed::End => {
                let from = Slot::new("arrangement-from", Kind::Date(Side::Near), 0).required().with(&today);
                vec![from, reason(1).required()]
            }
            Deed::Settle => vec![on(0), Slot::new("bridging-settlement", Kind::Block, 1).required()],
            Deed::Keep => vec![on(0), Slot::new("arrangement-evidence", Kind::Block, 1)],
            Deed::Lapse => vec![on(0), reason(1).required()],
            Deed::Reopen => vec![reason(0).required()],
        }
    }
}

/// The fields of what is recorded about a kind.
fn facts(kind: ArrangementKind) -> Vec<Slot> {
    let day = |name, side, row| Slot::new(name, Kind::Date(side), row);
    match kind {
        ArrangementKind::Moratorium => vec![
            Slot::new("moratorium-kind", Kind::Choice(MORATORIUM), 0).with("fw-287b"),
            Slot::new("moratorium-by", Kind::Line, 1).required(),
            day("moratorium-decided-on", Side::Past, 2),
            day("moratorium-first-day", Side::Near, 3).required(),
            day("moratorium-last-day", Side::Future, 4).required(),
            Slot::new("moratorium-creditors", Kind::Line, 5),
            Slot::new("moratorium-conditions", Kind::Block, 6),
        ],
        ArrangementKind::Bridging => vec![
            Slot::new("bridging-care", Kind::Block, 0).required(),
            Slot::new("bridging-at", Kind::Line, 1),
            day("bridging-agreed-on", Side::Past, 2),
            Slot::new("bridging-payer", Kind::Line, 3),
            Slot::new("bridging-candidates", Kind::Several(PAYERS), 4),
            day("bridging-starts-on", Side::Near, 5).required(),
            day("bridging-settle-by", Side::Future, 6).required(),
        ],
        ArrangementKind::Commitment => vec![
            Slot::new("commitment-text", Kind::Block, 0).required(),
            Slot::new("commitment-body", Kind::Organisation, 1).required(),
            Slot::new("commitment-person", Kind::Line, 2),
            Slot::new("commitment-to", Kind::Line, 3),
            day("commitment-called-on", Side::Past, 4),
            day("commitment-due", Side::Future, 5).required(),
        ],
    }
}

fn values_of(found: &AnyArrangement) -> Vec<(&'static str, String)> {
    match found {
        AnyArrangement::Moratorium(detail) => moratorium_values(&detail.item.facts),
        AnyArrangement::Bridging(detail) => bridging_values(&detail.item.facts),
        AnyArrangement::Commitment(detail) => commitment_values(&detail.item.facts),
    }
}

/// Who did something to it last.
fn last_by(found: &AnyArrangement) -> &str {
    each!(found, detail => detail.moves.first().map_or("", |entry| entry.by_name.raw()))
}

fn moratorium_values(facts: &MoratoriumFacts) -> Vec<(&'static str, String)> {
    let creditors: Vec<&str> = facts.creditors.iter().map(|creditor| creditor.raw()).collect();
    vec![
        ("moratorium-kind", facts.kind.code().into()),
        ("moratorium-by", facts.set_by.raw().into()),
        ("moratorium-decided-on", maybe(facts.decided_on)),
        ("moratorium-first-day", written(facts.first_day)),
        ("moratorium-last-day", written(facts.last_day)),
        ("moratorium-creditors", creditors.join("; ")),
        ("moratorium-conditions", facts.conditions.raw().into()),
    ]
}

fn bridging_values(facts: &BridgingFacts) -> Vec<(&'static str, String)> {
    let payers: Vec<&str> = facts.candidate_payers.iter().map(|payer| payer.code()).collect();
    vec![
        ("bridging-care", facts.care.raw().into()),
        ("bridging-at", facts.available_at.raw().into()),
        ("bridging-agreed-on", maybe(facts.agreed_on)),
        ("bridging-payer", facts.provisional_payer.raw().into()),
        ("bridging-candidates", payers.join(", ")),
        ("bridging-starts-on", written(facts.starts_on)),
        ("bridging-settle-by", written(facts.settle_by)),
    ]
}

fn commitment_values(facts: &CommitmentFacts) -> Vec<(&'static str, String)> {
    // What was promised at a meeting was not promised in a call: left alone, that stays so.
    let called_on = facts.source.as_ref().and_then(|source| match source {
        CommitmentSource::PhoneCall { on } => Some(*on),
        CommitmentSource::AgendaItem { .. } => None,
    });
    vec![
        ("commitment-text", facts.text.raw().into()),
        ("commitment-body", facts.organisation.to_string()),
        ("commitment-person", facts.person.raw().into()),
        ("commitment-to", facts.to.raw().into()),
        ("commitment-called-on", maybe(called_on)),
        ("commitment-due", written(facts.due.on)),
        ("commitment-evidence", facts.evidence.raw().into()),
    ]
}

/// A date as people write it in a field.
fn written(day: Date) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn maybe(day: Option<Date>) -> String {
    day.map(written).unwrap_or_default()
}
