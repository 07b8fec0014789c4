//! How a case ends: its outcome, what was achieved, the legal room and the budget that were used. And what is wrong with a part of
//! the case file as it was typed.

use super::{
    super::{
        Modal, State,
        agenda::listed,
        choose::{Choice, Choose, Item},
        form::{Form, Purpose},
        message::{Answer, Effect},
    },
    FactsPart,
    fields::{DOCUMENTS, GROUNDS, STEPS},
};
use crate::domain::{
    ids::SignalId,
    money::cents,
    signal::{DocumentLink, Outcome, Signal, Status},
};

/// The side exits, in the order of the menu.
const SIDE_EXITS: [Status; 3] = [Status::Referred, Status::OutOfScope, Status::Withdrawn];

impl FactsPart {
    /// The status and outcome that a signal gets with it; nothing: it has these already, or the part leaves them alone.
    pub(in super::super) fn ends_as(self, signal: &Signal) -> Option<(Status, Option<Outcome>)> {
        let Self::Outcome(outcome) = self else { return None };
        let end = (Status::Closed, Some(outcome));
        ((signal.status, signal.outcome) != end).then_some(end)
    }
}

impl State {
    /// Asks how it ended. One case gets a form for what was achieved; of several only the outcome is written down.
    pub(in super::super) fn close_command(&mut self) -> Vec<Effect> {
        let targets = self.targets();
        self.signals.triaging = None;
        let of_outcome = |outcome: &Outcome| Item {
            letter: self.texts.get(&format!("outcome-{outcome}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.get(&format!("outcome-{outcome}")),
            note: match outcome {
                Outcome::Referred => self.texts.get("close-outcome-referred-note"),
                _ => String::new(),
            },
            choice: match targets[..] {
                [signal] => Choice::Form(Purpose::EditFacts(FactsPart::Outcome(*outcome), signal)),
                _ => Choice::End(targets.clone(), *outcome),
            },
        };
        let of_exit = |status: &Status| Item {
            letter: self.texts.get(&format!("close-{status}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.get(&format!("status-{status}")),
            note: self.texts.get(&format!("close-{status}-note")),
            choice: Choice::Status(targets.clone(), *status),
        };
        let items = Outcome::ALL.iter().map(of_outcome).chain(SIDE_EXITS.iter().map(of_exit)).collect();
        let about = match targets[..] {
            [signal] => self.subject(signal),
            _ => self.texts.with("count-marked", &[("count", targets.len().into())]),
        };
        let title = self.texts.with("choose-close", &[("subject", about.into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// In the head of a form about a part: of which signal, and how it ends.
    pub(in super::super) fn subject_of_part(&self, part: FactsPart, signal: SignalId) -> String {
        match part {
            FactsPart::Outcome(outcome) => format!("{}  {}", self.texts.get(&format!("outcome-{outcome}")), self.subject(signal)),
            _ => self.subject(signal),
        }
    }

    /// A part was saved: told as what it is, and triage goes on where it was begun.
    pub(in super::super) fn part_saved(&mut self, part: FactsPart, signal: SignalId, answer: Answer) -> Vec<Effect> {
        let was_closed = self.whole(signal).is_some_and(|whole| whole.status == Status::Closed);
        let effects = self.facts_saved(answer);
        if let (FactsPart::Outcome(outcome), false) = (part, was_closed) {
            let values =
                [("number", self.short_number(signal).into()), ("outcome", self.texts.get(&format!("outcome-{outcome}")).into())];
            let text = self.texts.with("saved-closed", &values);
            if let Some(message) = &mut self.message {
                message.text = crate::domain::text::SafeText::line(&text);
            }
        }
        self.go_on_with_triage(part, signal);
        effects
    }

    /// What is wrong with what was typed about a part: the field, and the key of the words.
    pub(in super::super) fn part_fault(&self, part: FactsPart, form: &Form) -> Option<(&'static str, &'static str)> {
        let lacks = |first: &'static str, rest: &[&str], key| {
            let filled = rest.iter().any(|name| form.filled(name).is_some());
            (form.filled(first).is_none() && filled).then_some((first, key))
        };
        match part {
            FactsPart::Positions => {
                let wrong = form.is_changed("file-positions") && self.positions_in(form.text("file-positions")).is_err();
                wrong.then_some(("file-positions", "form-file-positions-wrong"))
            }
            FactsPart::Tried if form.is_changed("file-tried") => {
                listed::fault_of_tried(form.text("file-tried"), self.today).map(|(_, key)| ("file-tried", key))
            }
            FactsPart::Plan => STEPS.into_iter().find_map(|[what, rest @ ..]| lacks(what, &rest, "form-file-step-needed")),
            FactsPart::Grounds => {
                GROUNDS.into_iter().find_map(|[basis, rest @ ..]| lacks(basis, &rest, "form-file-ground-needed"))
            }
            FactsPart::Documents => DOCUMENTS.into_iter().find_map(|[title, dated, address]| {
                let is_there = form.filled(title).is_some() || form.filled(dated).is_some();
                let to = DocumentLink { address: form.text(address).trim().into(), ..DocumentLink::default() };
                let leads_nowhere =
                    (is_there && form.filled(address).is_none()) || (form.is_changed(address) && !to.has_address());
                let leads_nowhere = leads_nowhere && (is_there || form.filled(address).is_some());
                let untitled = lacks(title, &[dated, address], "form-file-document-needed");
                untitled.or_else(|| leads_nowhere.then_some((address, "form-file-document-address-wrong")))
            }),
            FactsPart::Outcome(_) => {
                let wrong = form.filled("file-budget").is_some_and(|text| cents(text).is_none());
                wrong.then_some(("file-budget", "form-file-budget-wrong"))
            }
            _ => None,
        }
    }
}
