//! Working a time-out from the board or a signal: proposals, what the body is told, and the second person. The server decides
//! every date; nothing here is shown as done before it is confirmed.

mod faults;
mod forms;
mod settling;
mod words;

use super::{
    Pane, State, Tone,
    command::Command,
    form::Purpose,
    message::{Answer, Effect},
};
use crate::{
    api::time_out::TimeOutDetail,
    domain::{text::SafeText, time_out::TimeOutVerb},
    locale::{Language, Letter, LetterNames},
};

pub use words::shown_lines;

/// The verb of a command about a time-out that is there.
pub(super) fn verb(command: Command) -> Option<TimeOutVerb> {
    Some(match command {
        Command::Extend => TimeOutVerb::Extend,
        Command::Resume => TimeOutVerb::Resume,
        Command::EndTimeOut => TimeOutVerb::End,
        Command::TellBody => TimeOutVerb::TellBody,
        Command::BodyConfirmed => TimeOutVerb::BodyConfirmed,
        _ => return None,
    })
}

impl State {
    /// The time-out of the clock under the cursor, if it was read.
    pub(super) fn current_time_out(&self) -> Option<&TimeOutDetail> {
        self.current_clock().and_then(|clock| clock.time_out.as_ref())
    }

    /// Performs a command about the clock under the cursor; when that was not read yet, as soon as it is.
    pub(super) fn time_out_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Suspend => return self.suspend(),
            Command::Settle if self.pane == Pane::Agenda => return self.settle_sending(),
            _ => {}
        }
        let Some(id) = self.board.current else { return vec![] };
        self.board.touched();
        if self.current_clock().is_none() {
            self.board.wanted = Some((id, command));
            return self.stale_clock().map_or_else(Vec::new, |id| self.read_clock(id));
        }
        match command {
            Command::Settle => self.settle(),
            Command::Letter | Command::Remind => self.save_letter(command == Command::Remind),
            _ => self.open_proposal(command),
        }
    }

    /// Why a command about a time-out cannot run on the clock under the cursor: the key of a text, or the server's words.
    pub(super) fn no_time_out_here(&self, command: Command) -> Option<Result<&'static str, String>> {
        let Some(row) = self.clock_row() else { return Some(Ok("nothing-selected")) };
        if row.is_over() {
            return Some(Ok("why-time-out-over"));
        }
        if command == Command::Settle {
            let read = self.current_time_out().is_some_and(|found| found.confirmation.is_some());
            return (row.confirmation().is_none() && !read).then_some(Ok("why-nothing-waits"));
        }
        if row.time_out().is_none() {
            return Some(Ok("why-no-time-out"));
        }
        let found = self.current_time_out()?;
        if matches!(command, Command::Letter | Command::Remind) {
            let none = if command == Command::Letter { "why-no-letter" } else { "why-no-reminder" };
            return self.letter(found, command == Command::Remind).is_none().then_some(Ok(none));
        }
        let verb = verb(command)?;
        let refused = found.verbs.iter().find(|permitted| permitted.verb == verb)?.refused.as_ref()?;
        let dutch = self.texts.language() == Language::Dutch;
        Some(Err(if dutch { refused.nl.clone() } else { refused.en.clone() }))
    }

    /// The letter to the body, or the reminder; nothing when there is nothing to tell or to remind of.
    fn letter(&self, found: &TimeOutDetail, remind: bool) -> Option<Letter> {
        let item = &found.item;
        let me = self.me.as_ref()?;
        let names = LetterNames {
            body: SafeText::line(&self.reference.organisation_name(&item.suspends.decision.organisation)),
            municipality: SafeText::line(&self.reference.organisation_name(&item.facts.decider)),
            answer_to: me.name.line(),
            sender: me.name.line(),
            role: me.role,
        };
        match remind {
            true => self.texts.time_out_reminder(item, &names, self.today),
            false => self.texts.time_out_letter(item, &names, self.today),
        }
    }

    /// As a file: a letter is longer than what a clipboard over ssh takes for certain.
    fn save_letter(&self, remind: bool) -> Vec<Effect> {
        let Some(found) = self.current_time_out() else { return vec![] };
        let Some(letter) = self.letter(found, remind) else { return vec![] };
        let what = self.texts.get(if remind { "export-name-reminder" } else { "export-name-letter" });
        let name = format!("{what}-{}-{}.txt", found.item.signal_number, self.today);
        vec![Effect::Export { name, content: letter.text.into_string().into_bytes(), note: None }]
    }

    /// A proposal, or what the body was told, is saved.
    pub(super) fn time_out_saved(&mut self, purpose: Purpose, answer: &Answer) -> Vec<Effect> {
        let mut until = String::new();
        let mut number = String::new();
        if let Answer::TimeOut(found) = answer {
            number = found.item.signal_number.short();
            if let Some(pending) = &found.item.pending {
                let last = crate::domain::zone::date_of(pending.expires_at - chrono::TimeDelta::microseconds(1));
                until = self.texts.day(last);
            }
        }
        let key = match purpose {
            Purpose::TellBody(_) => "done-tell-body",
            Purpose::BodyConfirmed(_) => "done-body-confirmed",
            Purpose::Reject(_) => "done-reject",
            Purpose::Withdraw(_) => "done-withdraw",
            _ => "done-propose",
        };
        self.say_with(Tone::Done, key, &[("number", number.into()), ("until", until.into())]);
        self.forget_clocks();
        self.rest()
    }
}
