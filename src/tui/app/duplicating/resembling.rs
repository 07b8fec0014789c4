//! What a signal looks like, told without being asked: beside the preview of a new signal, and below a report that is being typed. It is asked
//! of the server when nothing is pressed for a while, and nothing ever waits for it.

use super::super::{
    Modal, PREVIEW_AFTER, State,
    actions::Pending,
    choose::{Choice, Choose, Item},
    command::Command,
    form::{Form, Purpose},
    message::{Answer, Call, Effect, Link, Refusal, Timer},
};
use super::Duplicating;
use crate::{
    api::alike::{LookAlike, LookAlikeSearch},
    domain::{
        alike::{STRONG_FROM, STRONG_MOST},
        ids::{IdempotencyKey, SignalId},
        signal::{Facts, Status},
        text::SafeText,
    },
};

/// Milliseconds without a key after which it is asked about what was typed.
const TYPED_AFTER: u64 = 600;

/// So many signals are remembered.
const KEPT: usize = 24;

/// What is known.
#[derive(Debug, Clone, Default)]
pub struct Resembling {
    /// Of signals, by version.
    known: Vec<(SignalId, i64, Vec<LookAlike>)>,
    /// Of the report that is being typed.
    typed: Typed,
}

#[derive(Debug, Clone, Default)]
struct Typed {
    /// What was asked last.
    asked: LookAlikeSearch,
    /// What came of it.
    found: Vec<LookAlike>,
}

impl State {
    /// What this signal looks like, as far as that is known of its newest version.
    pub fn resembling(&self, id: SignalId) -> &[LookAlike] {
        let version = self.whole(id).map(|whole| whole.version);
        let known = self.signals.resembling.known.iter().find(|(one, of, _)| *one == id && Some(*of) == version);
        known.map_or(&[], |(_, _, found)| found)
    }

    /// The signal in the preview, where it is new, linked to nothing, and not asked about yet.
    fn unasked(&self) -> Option<(SignalId, i64)> {
        let id = self.signals.current.filter(|_| self.link == Link::Live)?;
        let whole = self.whole(id)?;
        let is_new = matches!(whole.status, Status::Received | Status::Triage);
        let known = self.signals.resembling.known.iter().any(|(one, version, _)| (*one, *version) == (id, whole.version));
        let asked = self.requests.values().any(|one| matches!(one, Pending::Duplicate(Duplicating::Shown(..))));
        (is_new && whole.facts.links.is_empty() && !known && !asked).then_some((id, whole.version))
    }

    /// A signal was read: what it looks like is asked a moment later, where the cursor is still there.
    pub(in super::super) fn look_later(&self, id: SignalId) -> Vec<Effect> {
        let wanted = self.unasked().is_some_and(|(one, _)| one == id);
        if wanted { vec![Effect::Wait(PREVIEW_AFTER, Timer::Resembling(self.moves))] } else { vec![] }
    }

    /// The moment has passed.
    pub(in super::super) fn look_now(&mut self, moves: u64) -> Vec<Effect> {
        let Some((id, version)) = self.unasked().filter(|_| moves == self.moves) else { return vec![] };
        let request = self.request(Pending::Duplicate(Duplicating::Shown(id, version)));
        vec![Effect::Send { request, key: UNKEYED, call: Call::Resembling(id), draft: None }]
    }

    pub(super) fn resembling_came(&mut self, id: SignalId, version: i64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let found = match reply {
            Ok(Answer::LookAlikes(found)) => strong(found),
            // It is told nobody: what nobody asked for may fail. Without an answer it is asked again.
            Err(refusal) if refusal.code.is_none() => return vec![],
            _ => vec![],
        };
        let known = &mut self.signals.resembling.known;
        known.retain(|(one, ..)| *one != id);
        known.push((id, version, found));
        if known.len() > KEPT {
            known.remove(0);
        }
        // Whoever went on meanwhile is at another one.
        self.signals.current.map_or_else(Vec::new, |current| self.look_later(current))
    }

    /// What is known of the report that is being typed, where that is enough to compare.
    fn typed_search(&self) -> Option<LookAlikeSearch> {
        let form = self.intake_on_top().filter(|form| form.sending.is_none() && self.link == Link::Live)?;
        let Facts { title, account, municipality, bodies, life_domains, .. } = self.facts_in(form, &Facts::default());
        let says = !title.is_blank() || !account.is_blank();
        let bodies: Vec<_> = bodies.into_iter().map(|body| body.organisation).collect();
        let names = municipality.is_some() || !bodies.is_empty();
        (says && names).then_some(LookAlikeSearch { title, account, municipality, bodies, life_domains })
    }

    /// Another report is begun.
    pub(in super::super) fn forget_typed(&mut self) {
        self.signals.resembling.typed = Typed::default();
    }

    fn intake_on_top(&self) -> Option<&Form> {
        match self.modals.last() {
            Some(Modal::Form(form)) if form.purpose == Purpose::Intake => Some(form),
            _ => None,
        }
    }

    /// Something was typed a moment ago: when it stays quiet, it is asked.
    pub(in super::super) fn typed_look_later(&self) -> Vec<Effect> {
        let is_new = self.typed_search().is_some_and(|search| search != self.signals.resembling.typed.asked);
        if is_new { vec![Effect::Wait(TYPED_AFTER, Timer::Typed(self.presses))] } else { vec![] }
    }

    /// It stayed quiet. One request at a time: what was typed meanwhile is asked when that is answered.
    pub(in super::super) fn typed_look_now(&mut self, presses: u64) -> Vec<Effect> {
        let asked = self.requests.values().any(|one| matches!(one, Pending::Duplicate(Duplicating::Typed)));
        let Some(search) = self.typed_search().filter(|_| presses == self.presses && !asked) else { return vec![] };
        if search == self.signals.resembling.typed.asked {
            return vec![];
        }
        self.signals.resembling.typed.asked = search.clone();
        let request = self.request(Pending::Duplicate(Duplicating::Typed));
        vec![Effect::Send { request, key: UNKEYED, call: Call::ResemblingTyped(Box::new(search)), draft: None }]
    }

    pub(super) fn typed_came(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let typed = &mut self.signals.resembling.typed;
        match reply {
            Ok(Answer::LookAlikes(found)) => typed.found = strong(found),
            // To be asked again.
            _ => *typed = Typed::default(),
        }
        self.typed_look_later()
    }

    /// What the report that is being typed looks like; nothing where no report is typed or that is not known.
    pub fn typed_alikes(&self) -> &[LookAlike] {
        let typed = &self.signals.resembling.typed;
        // Of what says something else by now it stays until it is known anew; of an empty form nothing is known.
        if self.typed_search().is_some() { &typed.found } else { &[] }
    }

    /// `Lijkt op S-466: zelfde gemeente, SVB`, and by which key they are looked at.
    pub fn typed_alike_words(&self) -> Option<String> {
        let key = self.way_to(Command::TextAlikes);
        let first = self.typed_alikes().first()?;
        let because = first.grounds.because.iter().map(|one| self.texts.get(&format!("resemblance-{one}")));
        let because = because.collect::<Vec<_>>().join(", ");
        let values = [("number", first.signal.number.short().into()), ("because", because.into()), ("key", key.into())];
        Some(self.texts.with(if self.plain { "typed-alike-plain" } else { "typed-alike" }, &values))
    }

    /// Shows what the report that is being typed looks like; whoever goes to one keeps what was typed as a draft.
    pub(in super::super) fn show_typed_alikes(&mut self) -> Vec<Effect> {
        let item = |(one, at): (&LookAlike, u32)| {
            let status = self.texts.get(&format!("status-{}", one.signal.status));
            let label = format!("{}  {status}  {}", one.signal.number.short(), one.signal.title.line());
            let because = one.grounds.because.iter().map(|why| self.texts.get(&format!("resemblance-{why}")));
            Item {
                letter: char::from_digit(at, 10).unwrap_or(' '),
                label: SafeText::line(&label).into_string(),
                note: because.collect::<Vec<_>>().join(", "),
                choice: Choice::LeaveFor(one.signal.id),
            }
        };
        let mut items: Vec<Item> = self.typed_alikes().iter().zip(1..).map(item).collect();
        if items.is_empty() {
            return vec![];
        }
        items.push(Item::of(&self.texts, "typed-alike-on", Choice::Nothing));
        let title = self.texts.get("choose-typed-alike");
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// Goes to a signal; the report that was being typed is kept as a draft.
    pub(in super::super) fn leave_for(&mut self, id: SignalId) -> Vec<Effect> {
        let mut effects = match self.intake_on_top() {
            Some(_) => self.back(),
            None => vec![],
        };
        effects.extend(self.go_to(id));
        effects
    }
}

/// What asks and changes nothing has no key of its own.
const UNKEYED: IdempotencyKey = IdempotencyKey(uuid::Uuid::nil());

fn strong(found: Vec<LookAlike>) -> Vec<LookAlike> {
    found.into_iter().filter(|one| one.grounds.likeness >= STRONG_FROM && !one.linked).take(STRONG_MOST).collect()
}
