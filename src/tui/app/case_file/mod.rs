//! The case file of a signal: its parts, each with a form; what triage asks of them; and how a case ends.
//!
//! Triage prompts and never blocks: any part can be passed by, and comes back with what is still open.

mod closing;
mod fields;
pub use fields::{FactsPart, label_row, slots_of};

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    command::Command,
    form::Purpose,
    message::Effect,
};
use crate::domain::{
    Date,
    ids::SignalId,
    organisation::OrganisationKind,
    signal::{Facts, Signal, file::next_step},
    triage::{self, Asked, Prompt, PromptState},
};

/// Where triage leads to, in the order in which it is thought of.
const WAYS: &[Command] =
    &[Command::Claim, Command::Contact, Command::Let, Command::Suspend, Command::RecordBridging, Command::Share, Command::Close];

impl FactsPart {
    /// The parts as triage goes through them.
    const ASKED: [Self; 8] =
        [Self::Domains, Self::Positions, Self::Stalemate, Self::Tried, Self::Report, Self::Grounds, Self::Plan, Self::Documents];

    /// The questions that are answered in it.
    fn prompts(self) -> &'static [Prompt] {
        match self {
            Self::Domains => &[Prompt::LifeDomains],
            Self::Positions => &[Prompt::NationalBody],
            Self::Stalemate => &[Prompt::Stalemate, Prompt::DesiredResult],
            Self::Tried => &[Prompt::Tried],
            Self::Report => &[Prompt::Threat, Prompt::Decision],
            Self::Grounds => &[Prompt::Ground],
            Self::Plan | Self::Documents | Self::Outcome(_) => &[],
        }
    }
}

impl State {
    /// Opens triage of the signal under the cursor: its parts, with what is still asked. One that was not read is read first.
    pub(super) fn triage_command(&mut self) -> Vec<Effect> {
        let Some(signal) = self.current_signal() else { return vec![] };
        self.open_triage(signal)
    }

    /// What triage asks of a signal, and how far it is answered.
    pub fn asked_of(&self, signal: &Signal) -> Vec<Asked> {
        triage::ask(&signal.facts, |code| {
            let kind = self.reference.organisation(code).map(|found| found.kind);
            matches!(kind, Some(OrganisationKind::NationalBody | OrganisationKind::Ministry))
        })
    }

    pub(super) fn open_triage(&mut self, id: SignalId) -> Vec<Effect> {
        let Some(whole) = self.whole(id) else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return self.read(id);
        };
        let asked = self.asked_of(whole);
        let answered = asked.iter().filter(|one| one.standing == PromptState::Answered).count();
        let still = |part: FactsPart| {
            let open = |one: &&Asked| part.prompts().contains(&one.prompt) && one.standing != PromptState::Answered;
            asked.iter().find(open)
        };
        let line = |(part, at): (FactsPart, u32)| Item {
            letter: char::from_digit(at, 10).unwrap_or(' '),
            label: self.texts.get(&format!("part-{}", part.code())),
            note: match still(part) {
                Some(open) => self.texts.get(&format!("triage-{}-{}", open.prompt, open.standing)),
                None => self.filled_words(part, &whole.facts),
            },
            choice: Choice::Form(Purpose::EditFacts(part, id)),
        };
        let mut items: Vec<Item> = FactsPart::ASKED.into_iter().zip(1..).map(line).collect();
        // After a part was saved it goes on with the next one that still asks something.
        let done = self.signals.triaging.filter(|(signal, _)| *signal == id).map(|(_, part)| part);
        let from = done.and_then(|part| FactsPart::ASKED.iter().position(|one| *one == part)).map_or(0, |at| at + 1);
        let order = (from..FactsPart::ASKED.len()).chain(0..from);
        let cursor = order.into_iter().find(|at| still(FactsPart::ASKED[*at]).is_some()).unwrap_or(0);
        let ways = WAYS.iter().filter(|command| self.unavailable(**command).is_none());
        items.extend(ways.map(|command| Item {
            letter: '·',
            label: self.texts.get(&command.word()),
            note: self.keymap.shown(*command).unwrap_or_default(),
            choice: Choice::Run(*command),
        }));
        let values = [("subject", self.subject(id).into()), ("answered", answered.into()), ("count", asked.len().into())];
        let title = self.texts.with("choose-triage", &values);
        self.signals.triaging = Some((id, done.unwrap_or(FactsPart::Documents)));
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor)));
        vec![]
    }

    /// What stands in a part of which nothing is asked any more.
    fn filled_words(&self, part: FactsPart, facts: &Facts) -> String {
        let count = |key: &str, count: usize| self.texts.with(key, &[("count", count.into())]);
        match part {
            FactsPart::Plan => match next_step(&facts.plan) {
                Some(step) => {
                    let day = step.due.map(|due| format!("{}: ", self.texts.day(due))).unwrap_or_default();
                    format!("{day}{}", step.what.line())
                }
                None if facts.plan.is_empty() => self.texts.get("triage-no-plan"),
                None => self.texts.get("triage-plan-done"),
            },
            FactsPart::Documents => count("triage-documents", facts.documents.len()),
            _ => format!("✓ {}", self.texts.get("triage-answered")),
        }
    }

    /// A part was saved: triage goes on where it was begun.
    pub(super) fn go_on_with_triage(&mut self, part: FactsPart, signal: SignalId) {
        if self.signals.triaging.is_some_and(|(triaged, _)| triaged == signal) && self.modals.is_empty() {
            self.signals.triaging = Some((signal, part));
            self.open_triage(signal);
        }
    }

    /// `wo 2-12: UWV belt terug (J. Bakker)`: the step that is next, and whether its day is past.
    pub fn next_step_words(&self, facts: &Facts, today: Date) -> Option<(String, bool)> {
        let step = next_step(&facts.plan)?;
        let day = step.due.map(|due| format!("{}: ", self.texts.day(due))).unwrap_or_default();
        let who = if step.who.is_blank() { String::new() } else { format!(" ({})", step.who.line()) };
        Some((format!("{day}{}{who}", step.what.line()), step.is_late(today)))
    }
}
