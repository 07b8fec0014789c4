//! The second person: sees exactly what is proposed, and confirms or rejects it; who proposed it can take it back.

use super::{
    super::{
        Modal, Pane, State, Tone,
        actions::Pending,
        choose::{Choice, Choose, Item},
        form::{Form, Purpose},
        message::{Answer, Call, Effect, Refusal},
    },
    words::shown_lines,
};
use crate::domain::{
    ids::{ConfirmationId, OrganisationCode},
    text::SafeText,
    time_out::Shown,
};

impl State {
    /// Who may be the second person for a time-out this municipality decides about, by role: the server names nobody.
    pub fn who_confirms(&self, decider: Option<&OrganisationCode>) -> String {
        let decider = match decider {
            Some(code) => self.reference.organisation_name(code),
            None => self.texts.get("second-decider"),
        };
        self.texts.with("second-of-time-out", &[("decider", decider.into())])
    }

    /// The same for what a form proposes.
    pub(in super::super) fn who_confirms_form(&self, form: &Form) -> String {
        self.who_confirms(self.decider_of(form).as_ref())
    }

    /// Below a form that proposes something about a time-out: who confirms it.
    pub(in super::super) fn second_person_of(&self, form: &Form) -> Option<String> {
        let decider = form.purpose.proposes().then(|| self.decider_of(form))?;
        let decider = decider.map_or_else(|| self.texts.get("second-decider"), |code| self.reference.organisation_name(&code));
        Some(self.texts.with("form-second", &[("decider", decider.into())]))
    }

    /// The municipality that decides: that of the form, or of the time-out it is about.
    fn decider_of(&self, form: &Form) -> Option<OrganisationCode> {
        let typed = self.reference.gazetteer.resolve(form.text("time-out-decider")).ok();
        let typed = typed.map(|municipality| OrganisationCode::of_municipality(municipality.code));
        let found = || self.current_time_out().filter(|found| form.purpose.time_out() == Some(found.item.id));
        typed.or_else(|| Some(found()?.item.facts.decider.clone()))
    }

    /// Shows what waits about the clock under the cursor and asks; reads it first when need be.
    pub(in super::super) fn settle(&mut self) -> Vec<Effect> {
        let Some(clock) = self.current_clock() else {
            self.board.wanted = self.board.current.map(|id| (id, super::Command::Settle));
            return self.stale_clock().map_or_else(Vec::new, |id| self.read_clock(id));
        };
        let Some(waits) = clock.time_out.as_ref().and_then(|found| found.confirmation.clone()) else {
            self.say_with(Tone::Info, "why-nothing-waits", &[]);
            return vec![];
        };
        let Ok(shown) = serde_json::from_str::<Shown>(&waits.shown) else {
            // What cannot be shown cannot be confirmed here: this program is older than the server.
            self.say_with(Tone::Warn, "settle-unreadable", &[]);
            return vec![];
        };
        let texts = &self.texts;
        let mut about = shown_lines(&shown, texts, &self.reference);
        let name = waits.proposed_by_name.line().into_string();
        about.push(texts.with(
            "settle-by",
            &[("name", name.into()), ("day", texts.day(crate::domain::zone::date_of(waits.proposed_at)).into())],
        ));
        let mine = self.me.as_ref().is_some_and(|me| me.account == waits.proposed_by);
        let item = |key: &str, choice| Item::of(texts, key, choice);
        let items = match mine {
            true => {
                about.push(texts.with("settle-own", &[("who", self.who_confirms(Some(&shown.facts.decider)).into())]));
                vec![
                    item("settle-close", Choice::Nothing),
                    item("settle-withdraw", Choice::Decline(waits.id, true)),
                    item("settle-steps", Choice::Steps),
                ]
            }
            false => vec![
                item("settle-close", Choice::Nothing),
                item("settle-confirm", Choice::Confirm(waits.id, waits.hash.clone())),
                item("settle-reject", Choice::Decline(waits.id, false)),
                item("settle-steps", Choice::Steps),
            ],
        };
        let what = texts.get(&format!("confirmed-action-{}", waits.action));
        let title = texts.with("settle-title", &[("what", what.into()), ("number", shown.signal.short().into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// The form that asks why a proposal is withdrawn or rejected was closed: it stands. Said before what became of a text in it.
    pub(in super::super) fn say_proposal_stands(&mut self, purpose: Purpose, text_kept: bool) {
        let words = match purpose {
            Purpose::Withdraw(_) => self.texts.get("proposal-stands-own"),
            Purpose::Reject(_) => self.texts.get("proposal-stands"),
            _ => return,
        };
        if let Some(message) = self.message.as_mut().filter(|_| text_kept) {
            message.text = SafeText::line(&format!("{words} {}", message.text));
        } else {
            self.say(Tone::Info, words);
        }
    }

    /// Confirms what was shown with this hash.
    pub(in super::super) fn confirm(&mut self, id: ConfirmationId, hash: String) -> Vec<Effect> {
        let request = self.request(Pending::Confirm);
        self.say_with(Tone::Info, "confirming", &[]);
        vec![Effect::Send { request, key: self.next_key(), call: Call::Confirm { id, hash }, draft: None }]
    }

    /// It is confirmed, or was refused.
    pub(in super::super) fn confirmed(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(_) => {
                let key = if self.pane == Pane::Agenda { "done-confirm-sending" } else { "done-confirm" };
                self.say_with(Tone::Done, key, &[]);
                self.said_for_good("kept-settled");
            }
            Err(refusal) => self.fail(&refusal),
        }
        self.forget_clocks();
        self.forget_agenda();
        self.rest()
    }
}
