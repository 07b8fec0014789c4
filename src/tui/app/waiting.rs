//! What was pressed and is not confirmed: what is kept and sent by itself, and what cannot be, of which it is not known whether it was
//! done.

use super::{
    Modal, State, Tone,
    acting::Act,
    actions::Pending,
    command::Command,
    form::{Form, Purpose},
    message::{Effect, Refusal, Sent, SentInVain},
};
use crate::{
    api::problem::Code,
    domain::{Instant, ids::SignalId, text::SafeText, zone},
};

/// What a form says while there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unconfirmed {
    /// What was pressed is on disk and is sent by itself.
    Waits,
    /// It is not known whether it was done.
    Unknown,
}

/// What was done without an answer: it may show later.
#[derive(Debug, Clone, Default)]
pub struct Unknown(Vec<(SignalId, Act)>);

impl Unknown {
    /// Was a claim of this signal pressed that was never answered? It is told once.
    pub(super) fn claimed(&mut self, id: SignalId) -> bool {
        let before = self.0.len();
        self.0.retain(|(signal, act)| (*signal, *act) != (id, Act::Claim));
        self.0.len() < before
    }
}

impl State {
    /// What is said of what is not confirmed.
    pub fn words_of(&self, unconfirmed: Unconfirmed) -> String {
        self.texts.get(match unconfirmed {
            Unconfirmed::Waits if self.settings.keep_drafts => "form-waits",
            Unconfirmed::Waits => "form-waits-here",
            Unconfirmed::Unknown => "form-unanswered",
        })
    }

    /// So many texts wait now to be sent.
    pub(super) fn waiting_is(&mut self, count: usize) -> Vec<Effect> {
        self.waiting = count;
        vec![]
    }

    /// What was pressed in a form is on disk and is sent by itself. Where lines are read, nobody looks at a form.
    pub(super) fn form_waits(&mut self, at: Option<usize>) -> Vec<Effect> {
        match at.and_then(|at| self.modals.get_mut(at)) {
            Some(Modal::Form(form)) if !self.plain => form.unconfirmed = Some(Unconfirmed::Waits),
            _ => {
                if let Some(at) = at {
                    self.modals.remove(at);
                }
                self.say(Tone::Warn, self.words_of(Unconfirmed::Waits));
            }
        }
        vec![]
    }

    /// A request that changes something has no answer yet.
    pub(super) fn unanswered(&mut self, request: u64) -> Vec<Effect> {
        match self.requests.get(&request) {
            Some(Pending::Form(_)) => {
                let form = self.modals.iter_mut().find_map(|modal| match modal {
                    Modal::Form(form) if form.sending == Some(request) => Some(form),
                    _ => None,
                });
                match form {
                    Some(form) => _ = form.unconfirmed.get_or_insert(Unconfirmed::Unknown),
                    None => self.say(Tone::Warn, self.words_of(Unconfirmed::Unknown)),
                }
            }
            Some(Pending::Act { signal, .. }) => {
                let number = self.short_number(*signal);
                self.say_with(Tone::Warn, "act-unanswered", &[("number", number.into())]);
            }
            Some(Pending::View(_) | Pending::Confirm) => self.say(Tone::Warn, self.words_of(Unconfirmed::Unknown)),
            _ => {}
        }
        vec![]
    }

    /// An action on a signal came to nothing that is known: should it be done after all, that is told when it shows.
    pub(super) fn remember_unknown(&mut self, id: SignalId, act: Option<Act>, refusal: &Refusal) {
        let answered = |code: Code| !matches!(code, Code::Internal | Code::TimedOut);
        if let Some(act) = act.filter(|_| !refusal.code.is_some_and(answered)) {
            self.unknown.0.retain(|(signal, _)| *signal != id);
            self.unknown.0.push((id, act));
        }
    }

    /// What had waited was answered. The form of what is saved closes, as it does when its own answer comes; what was refused is a draft
    /// again, and its form can be gone on with.
    pub(super) fn resent(&mut self, saved: &[Sent], refused: Vec<SentInVain>, elsewhere: &[Sent]) -> Vec<Effect> {
        for sent in saved.iter().chain(elsewhere) {
            self.modals.retain(|modal| !matches!(modal, Modal::Form(form) if form.is_sent(sent)));
        }
        let done = Some(saved.len()).filter(|saved| *saved > 0);
        let done = match done {
            Some(saved) => self.texts.with("resent", &[("count", saved.into())]),
            None if elsewhere.is_empty() => String::new(),
            None => self.texts.get("resent-elsewhere"),
        };
        let Some(first) = refused.first() else {
            self.say(Tone::Done, done);
            return vec![];
        };
        let key = self.way_to(Command::Drafts);
        let why = SafeText::line(&first.words).into_string();
        let values = [("count", refused.len().into()), ("why", why.into()), ("key", key.into())];
        let kept = first.draft.is_some();
        self.say_with(Tone::Fail, if kept { "resent-refused" } else { "resent-refused-unkept" }, &values);
        if let Some(message) = &mut self.message {
            message.advice = SafeText::line(&done);
        }
        let today = self.today;
        let mut effects = vec![];
        for SentInVain { sent, words, draft, same } in refused {
            let open = self.modals.iter_mut().find_map(|modal| match modal {
                Modal::Form(form) if form.is_sent(&sent) => Some(form),
                _ => None,
            });
            if let Some(form) = open {
                form.comes_back(words, same);
                // It is kept as what is typed here, and needs no place in the list.
                effects.extend(match (form.keep(today), draft) {
                    (Some(Effect::SaveDraft { slot, text }), Some(id)) => Some(Effect::KeepInstead { slot, text, id }),
                    (keep, _) => keep,
                });
            }
        }
        effects
    }

    /// The server's clock is another than it was told to be.
    pub(super) fn server_clock(&mut self, now: Instant) -> Vec<Effect> {
        self.skew = now - self.now;
        let here = self.now;
        // Before the server told who we are, the day is the one of the clock here.
        if self.me.is_none() || zone::date_of(now) == self.today { vec![] } else { self.clock(here) }
    }

    /// What is said of a form that closes while what it sent has no answer.
    pub(super) fn words_of_unanswered(&self, form: &Form) -> String {
        let kept = form.unconfirmed == Some(Unconfirmed::Waits) || !self.is_unkept(&form.purpose.slot());
        match form.purpose.waits() && kept {
            true => self.words_of(Unconfirmed::Waits),
            false if form.unconfirmed.is_some() => self.words_of(Unconfirmed::Unknown),
            false => self.words_of_draft(),
        }
    }
}

impl Form {
    /// Was this sent by it, and does it wait for what comes of that?
    fn is_sent(&self, sent: &Sent) -> bool {
        self.sending.is_some() && self.key == Some(sent.key) && self.purpose.slot() == sent.slot
    }

    /// What it sent was refused: it can be written in again, and saves something new.
    fn comes_back(&mut self, why: String, same: bool) {
        (self.sending, self.unconfirmed) = (None, None);
        self.key = self.key.filter(|_| same);
        self.refused = Some(why);
    }
}

impl Purpose {
    /// Is what it sends kept on disk, and sent by itself when the server does not answer?
    pub fn waits(self) -> bool {
        matches!(self, Self::Note(_) | Self::Contact(_) | Self::CorrectContact(..) | Self::Intake)
    }
}
