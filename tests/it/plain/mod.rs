//! loket as lines, without a terminal: lines in, text out. Every pane and state as it is read, in both languages.

mod agenda;
mod answers;
mod conflict;
mod explaining;
mod reach;
mod real;
mod told;

use std::sync::Arc;

use loket::{
    domain::{
        ids::SignalId,
        signal::{ContactMoment, Entry, EntryKind, Owner, SignalSummary},
    },
    locale::{Language, Texts},
    tui::{
        app::{
            Start, State,
            message::{Answer, Call, Effect, Link, Msg, NotCopied},
        },
        plain::{Conversation, SIZE},
    },
};

use uuid::Uuid;

use crate::interface::{self, me, now, person, replica, rows, whole};

/// Somebody who reads lines, and a server that answers at once.
pub struct Reader {
    pub state: State,
    pub conversation: Conversation,
    pub rows: Vec<SignalSummary>,
    pub sent: Vec<Call>,
    pub quit: bool,
}

impl Reader {
    pub fn new(language: Language) -> Self {
        Self::with(language, rows())
    }

    pub fn with(language: Language, rows: Vec<SignalSummary>) -> Self {
        let mut reader = Self::alone(language);
        reader.rows = rows;
        reader.tell(Msg::Link(Link::Live));
        reader.tell(Msg::Me(Box::new(person())));
        let replica = replica(&reader.rows);
        reader.tell(Msg::Replica(replica));
        reader
    }

    /// Before anything is known.
    pub fn alone(language: Language) -> Self {
        let start = Start { plain: true, texts: Arc::new(Texts::new(language)), ..interface::start(SIZE, language) };
        Self { state: State::new(start), conversation: Conversation::default(), rows: vec![], sent: vec![], quit: false }
    }

    /// A message, and all that follows from it.
    pub fn tell(&mut self, message: Msg) {
        let mut waiting = vec![message];
        while !waiting.is_empty() {
            let effects: Vec<Effect> = waiting.drain(..).flat_map(|message| self.state.update(message)).collect();
            waiting = effects.into_iter().filter_map(|effect| self.perform(effect)).collect();
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Wait(_, timer) => Some(Msg::Timer(timer)),
            Effect::LoadDraft(slot) => Some(Msg::Draft { slot, text: None, saved_at: now() }),
            Effect::ListDrafts => Some(Msg::Drafts { offers: vec![], unreadable: Default::default(), asked: true }),
            Effect::Copy(text) => Some(Msg::Copied(Err(NotCopied::Off(text)))),
            Effect::Send { request, call: Call::Resembling(_) | Call::ResemblingTyped(_), .. } => {
                Some(Msg::Reply { request, reply: Ok(Answer::LookAlikes(vec![])) })
            }
            Effect::Send { request, call, .. } => {
                let answer = self.answer(&call);
                self.sent.push(call);
                Some(Msg::Reply { request, reply: Ok(answer) })
            }
            Effect::Quit => {
                self.quit = true;
                None
            }
            _ => None,
        }
    }

    fn answer(&self, call: &Call) -> Answer {
        let row = |id: SignalId| self.rows.iter().find(|row| row.id == id).unwrap();
        let entry = |kind, text: &str, contact: Option<ContactMoment>| Entry {
            at: now(),
            by_name: "M. Visser".into(),
            kind,
            text: text.into(),
            contact,
            ..whole_entry()
        };
        let signal = match call {
            Call::Read(id) => whole(row(*id), None, 1),
            Call::Claim { signal, .. } => whole(row(*signal), Some(me()), 2),
            Call::Release(id) => whole(row(*id), None, 2),
            Call::Patch { signal, .. } => whole(row(*signal), None, 2),
            Call::Note { signal, text } => {
                let mut signal = whole(row(*signal), None, 2);
                signal.timeline = vec![entry(EntryKind::Note, text.raw(), None)];
                signal
            }
            Call::Contact { signal, contact, .. } => {
                let mut signal = whole(row(*signal), None, 2);
                signal.timeline = vec![entry(EntryKind::Contact, "", Some(contact.clone()))];
                signal
            }
            Call::Create(_) => whole(&self.rows[0], None, 1),
            Call::CreateView(_) | Call::PatchView { .. } | Call::DeleteView { .. } => return Answer::Saved,
            Call::SearchOfficers { .. } => return Answer::Officers(vec![]),
            // No clock stands on the board of these tests.
            _ => return Answer::Saved,
        };
        Answer::Signal(Box::new(signal))
    }

    /// What is read when nothing is typed: what changed, and the question.
    pub fn read(&mut self) -> String {
        let news = self.conversation.news(&self.state);
        let shown = self.conversation.show(&self.state);
        format!("{news}{shown}{}", self.conversation.prompt(&self.state))
    }

    /// Types a line; what is read after it.
    pub fn type_line(&mut self, typed: &str) -> String {
        let reply = self.conversation.line(&self.state, typed);
        let mut said = if reply.say.is_empty() { String::new() } else { format!("{}\n", reply.say.trim_end()) };
        for message in reply.tell {
            self.tell(message);
        }
        said.push_str(&self.read());
        said
    }

    /// Several lines, as they stand on the paper.
    pub fn talk(&mut self, lines: &[&str]) -> String {
        let mut paper = self.read();
        for line in lines {
            paper = format!("{paper}{line}\n{}", self.type_line(line));
        }
        paper.push('\n');
        paper
    }
}

fn whole_entry() -> Entry {
    serde_json::from_value(
        serde_json::json!({"id": Uuid::nil(), "at": now(), "by": me(), "byName": "M. Visser", "kind": "note", "text": ""}),
    )
    .unwrap()
}

/// The owner of a row, for rows that somebody has.
pub fn owner(name: &str, account: loket::domain::ids::AccountId) -> Owner {
    Owner { account, name: name.into(), lease_until: now() + chrono::TimeDelta::minutes(15) }
}
