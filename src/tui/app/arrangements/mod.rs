//! Working moratoria, bridgings and commitments from the board or a signal: recording, correcting, closing, opening again. The
//! server decides; nothing here is shown as done before it said so.

mod asking;
mod call;
mod faults;
mod forms;
mod sending;

use super::{
    Modal, Pane, State, Tone,
    choose::{Choice, Choose, Item},
    command::Command,
    form::Purpose,
    message::{Answer, Effect},
};
use crate::{
    api::arrangement::{AnyArrangement, PossibleVerb, each},
    domain::{
        arrangement::{ArrangementKind, ArrangementVerb},
        deadline::DeadlineKind,
        ids::{ArrangementId, SignalId},
        role::coded_enum,
        signal::{LinkedVerb, Signal},
    },
    locale::Language,
};

pub use call::{ArrangementCall, SeenArrangement};

coded_enum!(
    /// What a form does with one that is there.
    Deed {
        /// Corrects what was recorded.
        Correct = "correct",
        /// Gives a commitment another day.
        NewDay = "new-day",
        /// A moratorium ended.
        End = "end",
        /// Who pays for a bridging was settled.
        Settle = "settle",
        /// A commitment was kept.
        Keep = "keep",
        /// A commitment need not be kept any more.
        Lapse = "lapse",
        /// It was closed by mistake.
        Reopen = "reopen",
    }
);

impl Deed {
    /// The verb the server knows it by.
    fn verb(self) -> ArrangementVerb {
        match self {
            Self::Correct | Self::NewDay => ArrangementVerb::Change,
            Self::End => ArrangementVerb::End,
            Self::Settle => ArrangementVerb::Settle,
            Self::Keep => ArrangementVerb::Keep,
            Self::Lapse => ArrangementVerb::Lapse,
            Self::Reopen => ArrangementVerb::Reopen,
        }
    }

    /// The one kind it is for; nothing: for all.
    fn only(self) -> Option<ArrangementKind> {
        match self {
            Self::Correct | Self::Reopen => None,
            Self::End => Some(ArrangementKind::Moratorium),
            Self::Settle => Some(ArrangementKind::Bridging),
            Self::NewDay | Self::Keep | Self::Lapse => Some(ArrangementKind::Commitment),
        }
    }
}

/// What a command does with one that is there.
pub(super) fn deed(command: Command) -> Option<Deed> {
    Some(match command {
        Command::CorrectArrangement => Deed::Correct,
        Command::NewDueDay => Deed::NewDay,
        Command::EndMoratorium => Deed::End,
        Command::SettleBridging => Deed::Settle,
        Command::KeepCommitment => Deed::Keep,
        Command::LapseCommitment => Deed::Lapse,
        Command::ReopenArrangement => Deed::Reopen,
        _ => return None,
    })
}

/// The permission a command asks for.
pub(super) fn rights(command: Command) -> &'static [&'static str] {
    match (command, deed(command).and_then(Deed::only)) {
        (Command::RecordCommitment, _) | (_, Some(ArrangementKind::Commitment)) => &["commitment.write"],
        (Command::CorrectArrangement | Command::ReopenArrangement, _) => &["arrangement.write", "commitment.write"],
        _ => &["arrangement.write"],
    }
}

/// One of a signal: which, of which kind, in words.
struct Target {
    kind: ArrangementKind,
    id: ArrangementId,
    label: String,
}

/// The kind a row of the board is about.
fn kind_of(kind: DeadlineKind) -> Option<ArrangementKind> {
    ArrangementKind::ALL.iter().copied().find(|one| one.deadline() == kind)
}

impl State {
    /// Performs a command; on the board about the row under the cursor, as soon as that was read.
    pub(super) fn arrangement_command(&mut self, command: Command) -> Vec<Effect> {
        let record = match command {
            Command::RecordMoratorium => Some(ArrangementKind::Moratorium),
            Command::RecordBridging => Some(ArrangementKind::Bridging),
            Command::RecordCommitment => Some(ArrangementKind::Commitment),
            _ => None,
        };
        let Some(signal) = self.current_signal() else { return vec![] };
        if let Some(kind) = record {
            return self.open_record(kind, signal);
        }
        let Some(deed) = deed(command) else { return vec![] };
        if self.pane == Pane::Board && deed != Deed::Reopen {
            let Some(row) = self.board.current else { return vec![] };
            self.board.touched();
            let found = self.current_clock().and_then(|clock| clock.arrangement.as_ref());
            let Some((kind, id)) = found.map(|found| (kind_in(found), id_in(found))) else {
                self.board.wanted = Some((row, command));
                return self.stale_clock().map_or_else(Vec::new, |id| self.read_clock(id));
            };
            return self.open_deed(deed, kind, id);
        }
        let Some(whole) = self.whole(signal) else {
            // It is read now: the second press opens the form.
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return self.read(signal);
        };
        let targets = self.targets_of(whole, deed);
        match &targets[..] {
            [] => {
                self.say_with(Tone::Info, nothing_to(deed), &[]);
                vec![]
            }
            [only] => self.open_deed(deed, only.kind, only.id),
            _ => {
                let item = |(at, target): (usize, &Target)| Item {
                    letter: char::from_digit(at as u32 + 1, 36).unwrap_or(' '),
                    label: self.texts.get(&format!("deadline-kind-{}", target.kind)),
                    note: target.label.clone(),
                    choice: Choice::Form(Purpose::Arrange(deed, target.kind, target.id)),
                };
                let items = targets.iter().enumerate().map(item).collect();
                let title = self.texts.get("choose-arrangement");
                self.modals.push(Modal::Choose(Choose::new(title, items)));
                vec![]
            }
        }
    }

    /// What a signal has to which this can be done: what is open, or to open again what was closed last.
    fn targets_of(&self, signal: &Signal, deed: Deed) -> Vec<Target> {
        let may = |kind: ArrangementKind| {
            let right = if kind == ArrangementKind::Commitment { "commitment.write" } else { "arrangement.write" };
            deed.only().is_none_or(|only| only == kind) && (self.me.is_none() || self.may(right))
        };
        if deed != Deed::Reopen {
            let open = signal.arrangements.iter().filter(|day| may(day.kind));
            return open
                .map(|day| Target {
                    kind: day.kind,
                    id: day.id,
                    label: format!("{}  {}", self.texts.day(day.on), day.label.line()),
                })
                .collect();
        }
        let mut seen = std::collections::HashSet::new();
        let last = signal.timeline.iter().filter_map(|entry| {
            let kind = ArrangementKind::ALL.iter().copied().find(|kind| kind.entry() == entry.kind && may(*kind))?;
            let linked = entry.linked.as_ref()?;
            // The newest entry about it says how it is now.
            seen.insert(linked.id).then_some((kind, linked))
        });
        last.filter(|(_, linked)| {
            matches!(linked.verb, LinkedVerb::Ended | LinkedVerb::Settled | LinkedVerb::Kept | LinkedVerb::Cancelled)
        })
        .map(|(kind, linked)| Target { kind, id: ArrangementId(linked.id), label: linked.label.line().into_string() })
        .collect()
    }

    /// Why a command cannot run here: the key of a text, or the server's words.
    pub(super) fn no_arrangement_here(&self, command: Command) -> Option<Result<&'static str, String>> {
        let deed = deed(command)?;
        let Some(signal) = self.current_signal() else { return Some(Ok("nothing-selected")) };
        if self.pane != Pane::Board || deed == Deed::Reopen {
            let whole = match self.whole(signal) {
                Some(whole) => whole,
                // From the board it is read at the first press.
                None => return (self.pane != Pane::Board).then_some(Ok("not-read-yet")),
            };
            return self.targets_of(whole, deed).is_empty().then_some(Ok(nothing_to(deed)));
        }
        let row = self.clock_row()?;
        let Some(kind) = kind_of(row.kind()) else { return Some(Ok(nothing_to(deed))) };
        if deed.only().is_some_and(|only| only != kind) {
            return Some(Ok(nothing_to(deed)));
        }
        let right = if kind == ArrangementKind::Commitment { "commitment.write" } else { "arrangement.write" };
        if self.me.is_some() && !self.may(right) {
            return Some(Ok("why-no-right"));
        }
        let found = self.current_clock()?.arrangement.as_ref()?;
        let verbs: &[PossibleVerb] = each!(found, detail => &detail.verbs);
        let refused = verbs.iter().find(|one| one.verb == deed.verb())?.refused.as_ref()?;
        let dutch = self.texts.language() == Language::Dutch;
        Some(Err(if dutch { refused.nl.clone() } else { refused.en.clone() }))
    }

    /// It is saved: says what its day is now, and what a reader must know.
    pub(super) fn arrangement_saved(&mut self, purpose: Purpose, answer: &Answer) -> Vec<Effect> {
        let Answer::Arrangement(found) = answer else { return vec![] };
        let dutch = self.texts.language() == Language::Dutch;
        let kind = kind_in(found);
        let (number, day, warning) = each!(&**found, detail => {
            let item = &detail.item;
            let closed = item.closed.as_ref().map(|closed| closed.on);
            let day = closed.unwrap_or(crate::domain::arrangement::ArrangementFacts::day(&item.facts));
            (item.signal_number.short(), day, detail.warnings.first().cloned())
        });
        let key = match purpose {
            Purpose::Arrange(Deed::NewDay, ..) => "done-arrangement-correct".to_owned(),
            Purpose::Arrange(deed, ..) => format!("done-arrangement-{deed}"),
            _ => "done-arrangement-record".to_owned(),
        };
        let what = self.texts.get(&format!("deadline-kind-{kind}"));
        let values = [("number", number.into()), ("what", what.into()), ("day", self.texts.day(day).into())];
        let mut words = self.texts.with(&key, &values);
        let closing = matches!(purpose, Purpose::Arrange(Deed::End | Deed::Settle | Deed::Keep | Deed::Lapse, ..));
        match warning.filter(|_| !closing) {
            Some(warning) => {
                words = format!("{words} {}", if dutch { warning.nl } else { warning.en });
                self.say(Tone::Warn, words);
            }
            None => self.say(Tone::Done, words),
        }
        self.forget_clocks();
        self.rest()
    }
}

/// Which of the three it is.
pub fn kind_in(found: &AnyArrangement) -> ArrangementKind {
    match found {
        AnyArrangement::Moratorium(_) => ArrangementKind::Moratorium,
        AnyArrangement::Bridging(_) => ArrangementKind::Bridging,
        AnyArrangement::Commitment(_) => ArrangementKind::Commitment,
    }
}

fn id_in(found: &AnyArrangement) -> ArrangementId {
    each!(found, detail => detail.item.id)
}

fn signal_in(found: &AnyArrangement) -> SignalId {
    each!(found, detail => detail.item.signal)
}

fn version_in(found: &AnyArrangement) -> i64 {
    each!(found, detail => detail.item.version)
}

/// Why there is nothing to do this to.
fn nothing_to(deed: Deed) -> &'static str {
    match deed {
        Deed::Correct => "why-no-arrangement",
        Deed::Reopen => "why-none-closed",
        Deed::End => "why-no-moratorium",
        Deed::Settle => "why-no-bridging",
        Deed::NewDay | Deed::Keep | Deed::Lapse => "why-no-commitment",
    }
}
