//! The forms about time-outs: how they begin, what is asked before they are sent, and what they send.

use super::super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    command::Command,
    date_input::Side,
    form::{Form, Kind, Purpose, Slot},
    message::{Call, Effect},
};
use crate::{
    api::time_out::{EndTimeOut, ExtendTimeOut, NewTimeOut, OnDay, ResumeTimeOut},
    domain::{
        Date,
        ids::{ConfirmationId, OrganisationCode, SignalId, TimeOutId},
        text::RawText,
        time_out::{TimeOutEnding, TimeOutFacts, TimeOutGround, TimeOutReach},
    },
};

/// What a reach choice holds.
const REACH: &[&str] = &["both", "effect", "objection_term"];
/// What a ground choice holds.
const GROUND: &[&str] = &["toezegging", "pilotafspraak", "wet", "geen"];
/// What an ending choice holds.
const ENDING: &[&str] = &["solution", "withdrawn", "changed"];
/// What an emergency choice holds.
const EMERGENCY: &[&str] = &["no", "yes"];
/// An extension is proposed for a week more, as long as that is not the longest there may be: a last day is chosen, not taken.
const USUAL_EXTENSION: u64 = 7;

/// A date as people write it in a field.
fn written(day: Date) -> String {
    day.format("%d-%m-%Y").to_string()
}

impl State {
    /// Opens the form of a command about the time-out under the cursor, with what is usual filled in.
    pub(super) fn open_proposal(&mut self, command: Command) -> Vec<Effect> {
        let Some(found) = self.current_time_out() else { return vec![] };
        let (id, version) = (found.item.id, found.item.version);
        let (last, maximum) = (found.item.last_suspended_day(), found.item.facts.maximum);
        let Some(purpose) = purpose_of(command, id) else { return vec![] };
        let signal = found.item.signal;
        let usual = last.checked_add_days(chrono::Days::new(USUAL_EXTENSION));
        let usual = usual.filter(|day| maximum.is_none_or(|maximum| *day < maximum));
        let mut slots = self.proposal_slots(purpose, usual);
        if purpose == Purpose::Extend(id) {
            let day = slots.iter_mut().find(|slot| slot.name == "time-out-last-day");
            day.into_iter().for_each(|slot| slot.between = (Some(last), maximum));
        }
        let mut form = Form::new(purpose, self.subject(signal), slots);
        form.seen = Some(version);
        self.open_form(form)
    }

    /// Opens a form about a time-out that a draft is for; what it is about is read when it is sent.
    pub(in super::super) fn reopen_proposal(&mut self, purpose: Purpose) -> Vec<Effect> {
        let slots = self.proposal_slots(purpose, None);
        self.open_form(Form::new(purpose, String::new(), slots))
    }

    fn proposal_slots(&self, purpose: Purpose, extended: Option<Date>) -> Vec<Slot> {
        let today = written(self.today);
        let day = |name, row, text: &str| Slot::new(name, Kind::Date(Side::Future), row).required().with(text);
        let past = |name, row| Slot::new(name, Kind::Date(Side::Past), row).required().with(&today);
        let reason = |row| Slot::new("time-out-reason", Kind::Line, row);
        match purpose {
            Purpose::Extend(_) => vec![
                day("time-out-last-day", 0, &extended.map(written).unwrap_or_default()),
                past("time-out-decided-on", 1),
                Slot::new("time-out-reference", Kind::Exempt, 1),
                reason(2),
            ],
            Purpose::Resume(_) => vec![day("time-out-from", 0, &today), reason(1)],
            Purpose::EndTimeOut(_) => vec![
                day("time-out-from", 0, &today),
                Slot::new("time-out-ending", Kind::Choice(ENDING), 1).with("solution"),
                reason(2),
            ],
            Purpose::TellBody(_) | Purpose::BodyConfirmed(_) => vec![past("time-out-on", 0)],
            _ => vec![reason(0)],
        }
    }

    /// Suspends a decision of the signal under the cursor: asks which, when there are several.
    pub(super) fn suspend(&mut self) -> Vec<Effect> {
        let Some(id) = self.current_signal() else { return vec![] };
        let Some(signal) = self.whole(id) else {
            // It is read now: the second press opens the form.
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return self.read(id);
        };
        let item = |at: usize, decision: &crate::domain::signal::Decision| Item {
            letter: char::from_digit(at as u32 + 1, 36).unwrap_or(' '),
            label: format!("{} {}", self.body_word(&decision.organisation), decision.kind.line()).trim().to_owned(),
            note: decision.reference.line().into_string(),
            choice: Choice::Suspend(id, at),
        };
        let items: Vec<Item> = signal.facts.decisions.iter().enumerate().map(|(at, decision)| item(at, decision)).collect();
        match items.len() {
            0 => {
                self.say_with(Tone::Info, "why-no-decision", &[]);
                vec![]
            }
            1 => self.open_suspension(id, 0),
            _ => {
                let title = self.texts.get("choose-decision");
                self.modals.push(Modal::Choose(Choose::new(title, items)));
                vec![]
            }
        }
    }

    /// Opens the form for a time-out of this decision.
    pub(in super::super) fn open_suspension(&mut self, signal: SignalId, decision: usize) -> Vec<Effect> {
        let today = written(self.today);
        let whole = self.whole(signal);
        let municipality = whole.and_then(|whole| whole.facts.municipality).map(|code| self.reference.municipality(code));
        let day = |name, row| Slot::new(name, Kind::Date(Side::Future), row);
        let slots = vec![
            Slot::new("time-out-decider", Kind::Municipality, 0).required().with(&municipality.unwrap_or_default()),
            Slot::new("time-out-decided-by", Kind::Line, 0).required(),
            Slot::new("time-out-decided-on", Kind::Date(Side::Past), 1).required().with(&today),
            Slot::new("time-out-reference", Kind::Exempt, 1),
            Slot::new("time-out-mandate", Kind::Line, 2),
            Slot::new("time-out-ground", Kind::Choice(GROUND), 3).with("toezegging"),
            Slot::new("time-out-reach", Kind::Choice(REACH), 4).with("both"),
            day("time-out-first-day", 5).required().with(&today),
            day("time-out-last-day", 5).required(),
            day("time-out-maximum", 6),
            Slot::new("time-out-emergency", Kind::Choice(EMERGENCY), 7).with("no"),
        ];
        self.open_form(Form::new(Purpose::Suspend(signal, decision), self.subject(signal), slots))
    }

    /// What is said below the day of an extension, as long as nobody chose one: between which days it lies.
    pub(in super::super) fn extension_words(&self, form: &Form) -> Option<String> {
        let day = form.slots.get(form.focus).filter(|slot| slot.name == "time-out-last-day" && !form.is_changed(slot.name))?;
        let day = Some(day).filter(|day| day.field.is_blank() || !day.field.is_touched())?;
        let latest = day.between.1.map_or_else(|| "none".to_owned(), |latest| self.texts.day(latest));
        let key = if day.field.is_blank() { "propose-day-open" } else { "propose-day-usual" };
        Some(self.texts.with(key, &[("latest", latest.into())]))
    }

    /// What is asked before a form is sent; nothing: it is sent at once.
    pub(in super::super) fn question_of(&self, form: &Form) -> Option<Choose> {
        let texts = &self.texts;
        let date = |name: &str| form.slots.iter().find(|slot| slot.name == name).and_then(|slot| slot.date(self.today));
        let on = |key: &str, day: Option<Date>| day.map(|day| texts.with(key, &[("day", texts.day(day).into())]));
        let verb = match form.purpose {
            Purpose::Suspend(..) => "suspend",
            Purpose::Extend(_) => "extend",
            Purpose::Resume(_) => "resume",
            Purpose::EndTimeOut(_) => "end",
            _ => return None,
        };
        let found = self.current_time_out().filter(|found| form.purpose.time_out() == Some(found.item.id));
        let mut about = vec![form.subject.clone()];
        about.extend(on("propose-was", found.map(|found| found.item.last_suspended_day())));
        about.extend(on("propose-first", date("time-out-first-day")));
        about.extend(on("propose-last", date("time-out-last-day")));
        about.extend(on("propose-from", date("time-out-from")));
        about.extend(on("propose-maximum", date("time-out-maximum").or(found.and_then(|found| found.item.facts.maximum))));
        let safe = found.and_then(|found| found.term.as_ref()).map(|term| term.safe_end);
        if found.is_none_or(|found| found.item.facts.ground != TimeOutGround::Law) && form.text("time-out-ground") != "wet" {
            about.extend(on("propose-safe-end", safe));
        }
        let emergency = form.text("time-out-emergency") == "yes";
        let who = [("who", self.who_confirms_form(form).into())];
        about.push(texts.with(if emergency { "propose-emergency" } else { "propose-second" }, &who));
        let item = |key: &str, choice| Item::of(texts, key, choice);
        let mut yes = item(&format!("propose-{verb}"), Choice::Propose);
        if let (Purpose::Extend(_), Some(day)) = (form.purpose, date("time-out-last-day")) {
            yes.label = texts.with("propose-extend-until", &[("day", texts.day(day).into())]);
            about.extend(stands_as_proposed(form).then(|| texts.get("propose-day-not-chosen")));
        }
        let items = vec![item("propose-cancel", Choice::Nothing), yes];
        Some(Choose::new(texts.get(&format!("propose-{verb}-title")), items).about(about))
    }

    /// What a form about a time-out asks the server; nothing when the time-out was not read.
    pub(in super::super) fn call_of_time_out(&self, form: &Form) -> Option<Call> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let date = |name: &str| form.slots.iter().find(|slot| slot.name == name).and_then(|slot| slot.date(self.today));
        let version = form.seen.or_else(|| {
            let found = self.current_time_out().filter(|found| form.purpose.time_out() == Some(found.item.id))?;
            Some(found.item.version)
        });
        Some(match form.purpose {
            Purpose::Extend(id) => Call::ExtendTimeOut {
                id,
                version: version?,
                body: ExtendTimeOut {
                    last_day: date("time-out-last-day")?,
                    decided_on: date("time-out-decided-on")?,
                    reference: raw("time-out-reference"),
                    reason: raw("time-out-reason"),
                },
            },
            Purpose::Resume(id) => Call::ResumeTimeOut {
                id,
                version: version?,
                body: ResumeTimeOut { from: date("time-out-from")?, reason: raw("time-out-reason") },
            },
            Purpose::EndTimeOut(id) => Call::EndTimeOut {
                id,
                version: version?,
                body: EndTimeOut {
                    from: date("time-out-from")?,
                    ending: TimeOutEnding::from_code(form.text("time-out-ending"))?,
                    reason: raw("time-out-reason"),
                },
            },
            Purpose::TellBody(id) => Call::TellBody { id, version: version?, body: OnDay { on: date("time-out-on")? } },
            Purpose::BodyConfirmed(id) => Call::BodyConfirmed { id, version: version?, body: OnDay { on: date("time-out-on")? } },
            Purpose::Reject(id) => Call::Decline { id, withdraw: false, reason: raw("time-out-reason") },
            Purpose::Withdraw(id) => Call::Decline { id, withdraw: true, reason: raw("time-out-reason") },
            Purpose::Suspend(signal, at) => {
                let decision = self.whole(signal)?.facts.decisions.get(at)?.clone();
                let decider = self.reference.gazetteer.resolve(form.text("time-out-decider")).ok()?.code;
                Call::ProposeTimeOut(Box::new(NewTimeOut {
                    signal: signal.to_string(),
                    decision,
                    facts: TimeOutFacts {
                        reach: TimeOutReach::from_code(form.text("time-out-reach"))?,
                        decider: OrganisationCode::of_municipality(decider),
                        decided_by: raw("time-out-decided-by"),
                        mandate: raw("time-out-mandate"),
                        decided_on: date("time-out-decided-on")?,
                        reference: raw("time-out-reference"),
                        ground: TimeOutGround::from_code(form.text("time-out-ground"))?,
                        first_day: date("time-out-first-day")?,
                        last_day: date("time-out-last-day")?,
                        maximum: date("time-out-maximum"),
                    },
                    emergency: form.text("time-out-emergency") == "yes",
                }))
            }
            _ => return None,
        })
    }

    /// Opens the question why a proposal is rejected or withdrawn.
    pub(in super::super) fn open_decline(&mut self, id: ConfirmationId, withdraw: bool) -> Vec<Effect> {
        let subject = self.clock_signal().map(|signal| self.subject(signal)).unwrap_or_default();
        let purpose = if withdraw { Purpose::Withdraw(id) } else { Purpose::Reject(id) };
        let slots = self.proposal_slots(purpose, None);
        self.open_form(Form::new(purpose, subject, slots))
    }
}

/// Does the last day stand there as it was filled in, and did nobody type it? Who empties the field and types the same day chose it.
fn stands_as_proposed(form: &Form) -> bool {
    let typed = |slot: &Slot| slot.name == "time-out-last-day" && slot.field.is_touched();
    !form.is_changed("time-out-last-day") && !form.slots.iter().any(typed)
}

fn purpose_of(command: Command, id: TimeOutId) -> Option<Purpose> {
    Some(match command {
        Command::Extend => Purpose::Extend(id),
        Command::Resume => Purpose::Resume(id),
        Command::EndTimeOut => Purpose::EndTimeOut(id),
        Command::TellBody => Purpose::TellBody(id),
        Command::BodyConfirmed => Purpose::BodyConfirmed(id),
        _ => return None,
    })
}
