//! What may ring the bell, and nothing else: a signal is mine without my doing, it was taken over from me, or the hard date
//! of one of mine is today, or a mark of a deadline was reached in one that is mine, or that nobody has and I am at the desk, or a
//! sending of a meeting waits for me. Told from the lists alone: nothing is read for it, and reading is logged.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use unicode_width::UnicodeWidthStr;

use super::{
    Message, Modal, State, Tone, actions::Pending, command::Command, duplicating::Duplicating, form::Purpose, message::Effect,
};
use crate::{
    client::replica::{DeadlineRow, Place, Rung, SignalQuery, Sort, SortBy},
    domain::{
        Date, Instant,
        deadline::{Mark, sunday_of},
        filter::Owned,
        ids::{DeadlineId, MeetingId, SignalId},
        meeting::{MeetingState, MeetingSummary},
        text::SafeText,
    },
};

/// What was mine at the last look, and what was told of today.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// Mine, each with the end of its lease; nothing before the first look.
    mine: Option<BTreeMap<SignalId, Instant>>,
    /// Whose hard date was told on this day: once a day for each.
    told: (Option<Date>, BTreeSet<SignalId>),
    /// The keys of the alarms that were looked at; nothing before the first look. A replica that begins anew tells them again.
    rung: Option<HashSet<u64>>,
    /// Up to where the alarms were looked at.
    place: Place,
    /// The meetings of which it was told that a sending waits for me.
    sendings: BTreeSet<MeetingId>,
    /// The alarms told last, when, and in which words: more of them a moment later are told with these, in one sum.
    summed: Option<(Instant, BTreeMap<DeadlineId, Rung>, String)>,
    /// Meetings of which I proposed a sending that waits.
    proposed: BTreeSet<MeetingId>,
    /// An alarm for which there was no room: another message stood there, or a form about another case. Said as soon as that one leaves.
    waits: Option<SafeText>,
}

impl State {
    /// Looks at what is mine. Tells what I must know, and rings.
    pub(super) fn attend(&mut self) -> Vec<Effect> {
        let Some(me) = self.me.as_ref().map(|me| me.account).filter(|_| self.loaded && !self.alone) else { return vec![] };
        let now = self.server_now();
        let signals = self.replica.signals();
        let mut query = SignalQuery::parse("");
        (query.open_only, query.owned) = (true, Some(Owned::Me));
        let rows = signals.select(&query, Sort { by: SortBy::HardDate, descending: false }, now, Some(me));
        let mut mine = BTreeMap::new();
        let mut due = Vec::new();
        let mut given = Vec::new();
        if self.watch.told.0 != Some(self.today) {
            self.watch.told = (Some(self.today), BTreeSet::new());
        }
        for row in rows.into_iter().filter_map(|row| signals.get(row)) {
            let Some(owner) = row.owner_at(now) else { continue };
            let id = row.id();
            mine.insert(id, owner.lease_until);
            let is_new = self.watch.mine.as_ref().is_some_and(|before| !before.contains_key(&id));
            let by_me = is_new && self.did_myself(id, row.version());
            if is_new && !by_me {
                given.push(id);
            }
            // What I take myself I have just looked at.
            let today = row.hard_date().is_some_and(|date| date.on == self.today);
            if today && self.watch.told.1.insert(id) && !by_me {
                due.push(id);
            }
        }
        let before = self.watch.mine.replace(mine).unwrap_or_default();
        // Ran out, and nobody has it: nobody should think that it is still being worked on.
        let free = |id| signals.find(id).and_then(|row| signals.get(row)).is_some_and(|row| row.owner_at(now).is_none());
        let lapsed: Vec<SignalId> = before.iter().filter(|(id, lease)| **lease <= now && free(**id)).map(|(id, _)| *id).collect();
        let taken: Vec<(SignalId, SafeText)> = before
            .into_iter()
            .filter(|(id, lease)| *lease > now && !self.watch.mine.as_ref().is_some_and(|mine| mine.contains_key(id)))
            .filter_map(|(id, _)| {
                let owner = signals.find(id).and_then(|row| signals.get(row))?.owner_at(now)?;
                (owner.account != me).then(|| (id, SafeText::line(owner.name)))
            })
            .collect();
        // What stands beside a form would be read as if it were about that: of other cases it waits until the form is closed.
        let form = self.form_about();
        let beside = |about: Option<SignalId>| form.is_none_or(|of| about.is_some() && of == about);
        let (mut words, mut later) = (Vec::new(), Vec::new());
        let mut tell = |about: Option<SignalId>, text: String| {
            let told = if beside(about) { &mut words } else { &mut later };
            told.push(text);
        };
        for id in given {
            // Pressed, never answered, and done after all.
            let key = if self.unknown.claimed(id) { "attention-claimed" } else { "attention-given" };
            tell(Some(id), self.texts.with(key, &[("number", self.short_number(id).into())]));
        }
        for (id, name) in taken {
            let values = [("number", self.short_number(id).into()), ("name", name.into())];
            tell(Some(id), self.texts.with("attention-taken", &values));
        }
        match due[..] {
            [] => {}
            [id] => tell(Some(id), self.texts.with("attention-due", &[("number", self.short_number(id).into())])),
            _ => tell(None, self.texts.with("attention-due-several", &[("count", due.len().into())])),
        }
        self.sendings().into_iter().for_each(|text| tell(None, text));
        self.tell_of_sent();
        let alarms = self.alarms(&due);
        let more = alarms.as_deref().filter(|_| form.is_none()).map(SafeText::line).unwrap_or_default();
        alarms.into_iter().for_each(|text| tell(None, text));
        let claim = self.keymap.shown(Command::Claim).unwrap_or_default();
        let silent = lapsed.len();
        for id in lapsed {
            let values = [("number", self.short_number(id).into()), ("key", claim.as_str().into())];
            tell(Some(id), self.texts.with("attention-lapsed", &values));
        }
        if words.is_empty() && later.is_empty() {
            return vec![];
        }
        // That a claim ran out is told without a bell.
        let ring = if words.len() + later.len() == silent { vec![] } else { vec![Effect::Ring] };
        let words = SafeText::line(&words.join(" "));
        let columns = usize::from(self.size.0);
        // Who edits too stands in the head as well; what may have happened to what is mine comes first.
        let says_who_edits = self.says_who_edits();
        let waits = match self.message.as_mut().filter(|_| !says_who_edits) {
            _ if words.as_str().is_empty() => SafeText::default(),
            // What was just done, or must be known first, stays. What has no room beside it is said whole when it leaves.
            Some(message) if fits(&words, message, columns) => {
                message.advice = words;
                more
            }
            Some(_) => words,
            None => {
                self.message = Some(Message { tone: Tone::Warn, text: words, advice: SafeText::default(), undo: false });
                SafeText::default()
            }
        };
        let before = self.watch.waits.take().map(SafeText::into_string).filter(|before| *before != waits.as_str());
        let all: Vec<String> =
            before.into_iter().chain([waits.into_string()]).chain(later).filter(|words| !words.is_empty()).collect();
        self.watch.waits = Some(SafeText::line(&all.join(" "))).filter(|_| !all.is_empty());
        ring
    }

    /// A sending that somebody else proposed since the last look: which meeting, and the keys that lead to it.
    fn sendings(&mut self) -> Option<String> {
        if !self.replica.is_complete() {
            return None;
        }
        let waiting: Vec<(MeetingId, String)> =
            self.waiting_for_me().into_iter().map(|meeting| (meeting.id, meeting.number.to_string())).collect();
        let before = std::mem::replace(&mut self.watch.sendings, waiting.iter().map(|(id, _)| *id).collect());
        let new: Vec<String> = waiting.into_iter().filter(|(id, _)| !before.contains(id)).map(|(_, number)| number).collect();
        let key = |command| self.keymap.shown(command).unwrap_or_default();
        let settle = self.keymap.shown(Command::Settle).unwrap_or_else(|| key(Command::Publish));
        let values = [("number", new.join(", ").into()), ("pane", key(Command::PaneAgenda).into()), ("key", settle.into())];
        (!new.is_empty()).then(|| self.texts.with("attention-sending", &values))
    }

    /// What I proposed to send was settled by somebody else: that takes the place of what was said when I proposed it.
    fn tell_of_sent(&mut self) {
        let Some(me) = self.me.as_ref().map(|me| me.account).filter(|_| self.replica.is_complete()) else { return };
        let mine = |meeting: &&Arc<MeetingSummary>| self.waits(meeting) && meeting.waits_by == Some(me);
        let all = self.replica.agendas().meetings();
        let waiting: BTreeSet<MeetingId> = all.into_iter().filter(mine).map(|one| one.id).collect();
        let before = std::mem::replace(&mut self.watch.proposed, waiting.clone());
        let Some(meeting) = before.difference(&waiting).next().and_then(|id| self.replica.agendas().meeting(*id)).cloned() else {
            return;
        };
        let sent = meeting.sent_last.as_ref().filter(|_| meeting.sent || meeting.state == MeetingState::Sent);
        let number = meeting.number.to_string();
        match sent {
            Some(sent) => {
                let values = [("number", number.into()), ("name", sent.by_name.line().into_string().into())];
                self.say_with(Tone::Done, "attention-sent", &values);
            }
            // Who withdrew it, knows.
            None if self.message.is_none() => self.say_with(Tone::Warn, "attention-not-sent", &[("number", number.into())]),
            None => {}
        }
    }

    /// The case that the open form is about, if it is about one; nothing when no form is open.
    fn form_about(&self) -> Option<Option<SignalId>> {
        self.modals.iter().rev().find_map(|modal| match modal {
            Modal::Form(form) => Some(form.purpose.signal()),
            _ => None,
        })
    }

    /// Says the alarm that waited for room, or for the form to be closed; did it?
    pub(super) fn say_what_waits(&mut self) -> bool {
        if self.message.is_some() || self.locked || self.form_about().is_some() {
            return false;
        }
        let Some(words) = self.watch.waits.take() else { return false };
        self.say(Tone::Warn, words.as_str());
        true
    }

    /// What rang since the last look, of the deadlines that concern me: one by one when it is one, in sum when they are several.
    /// Where the hard date of today was just told, that was it.
    fn alarms(&mut self, due: &[SignalId]) -> Option<String> {
        let me = self.me.as_ref().map(|me| me.account).filter(|_| self.replica.is_complete())?;
        let now = self.server_now();
        let takes_up = self.may("signal.write");
        let first = self.watch.rung.is_none();
        let fresh = |at: Instant| now.signed_duration_since(at) < chrono::TimeDelta::seconds(TOGETHER);
        // What was read and is gone is not told again.
        let summed = self.watch.summed.take();
        let summed = summed.filter(|(at, _, words)| fresh(*at) && self.still_says(words));
        let seen = self.watch.rung.get_or_insert_default();
        let (signals, deadlines, alarms) = (self.replica.signals(), self.replica.deadlines(), self.replica.alarms());
        let told = |(_, told, _): &(_, BTreeMap<DeadlineId, Rung>, _)| told.clone();
        let mut rung: BTreeMap<DeadlineId, Rung> = summed.as_ref().map(told).unwrap_or_default();
        let mut is_news = false;
        for alarm in alarms.since(std::mem::replace(&mut self.watch.place, alarms.end())) {
            // At the start only what rang today: older ones the board shows.
            if !seen.insert(alarm.key) || first && alarm.rang_on != self.today {
                continue;
            }
            // A clock that went or moved since has nothing to say.
            let row = deadlines.find(alarm.deadline).and_then(|row| deadlines.get(row));
            let Some(row) = row.filter(|row| row.alarm_on() == alarm.alarm_on) else { continue };
            let signal = row.signal();
            let owner = signals.find(signal).and_then(|row| signals.get(row)).and_then(|row| row.owner_at(now));
            let concerns = owner.map_or(takes_up, |owner| owner.account == me);
            if !concerns || due.contains(&signal) && alarm.mark == Mark::Today {
                continue;
            }
            // After some days away one clock may have passed several marks: the last counts.
            let last = rung.get(&alarm.deadline);
            if last.is_none_or(|last| last.mark < alarm.mark) {
                is_news = true;
                rung.insert(alarm.deadline, alarm);
            }
        }
        if !is_news {
            self.watch.summed = summed;
            return None;
        }
        let row = |id: DeadlineId| deadlines.find(id).and_then(|row| deadlines.get(row));
        let news: BTreeMap<DeadlineId, (Rung, DeadlineRow)> =
            rung.iter().filter_map(|(id, alarm)| Some((*id, (*alarm, row(*id)?)))).collect();
        let words = self.alarms_in_words(&news)?;
        if let Some((.., old)) = summed {
            self.takes_back(&old);
        }
        self.watch.summed = Some((now, rung, words.clone()));
        Some(words)
    }

    /// Do these words stand on the screen, or wait to?
    fn still_says(&self, words: &str) -> bool {
        let said = self.message.iter().flat_map(|message| [&message.text, &message.advice]);
        said.chain(&self.watch.waits).any(|said| said.as_str().contains(words))
    }

    /// Takes words back that were said or wait to be, for there are newer ones.
    fn takes_back(&mut self, old: &str) {
        let without = |words: &SafeText| SafeText::line(words.as_str().replace(old, "").trim());
        match &mut self.message {
            Some(message) if message.text.as_str() == old && message.advice.as_str().is_empty() => self.message = None,
            Some(message) => message.advice = without(&message.advice),
            None => {}
        }
        self.watch.waits = self.watch.waits.as_ref().map(without).filter(|words| !words.as_str().is_empty());
    }

    /// Alarms in words, by their deadlines: one by one when it is one, in sum when they are several.
    fn alarms_in_words(&self, news: &BTreeMap<DeadlineId, (Rung, DeadlineRow)>) -> Option<String> {
        let nearest = news.values().map(|(alarm, _)| alarm.alarm_on).min()?;
        let day = self.texts.day(nearest);
        if let [(alarm, row)] = news.values().collect::<Vec<_>>()[..] {
            let number = self.short_number(row.signal());
            let values = [("number", number.into()), ("kind", row.kind().code().into()), ("mark", alarm.mark.code().into())];
            let values: Vec<_> = values.into_iter().chain([("day", day.into())]).collect();
            return Some(self.texts.with("attention-alarm", &values));
        }
        let sunday = sunday_of(self.today);
        let all = |is: &dyn Fn(Date) -> bool| news.values().all(|(alarm, _)| is(alarm.alarm_on));
        let passed = news.values().filter(|(alarm, _)| alarm.alarm_on < self.today).count();
        let lane = if passed == news.len() {
            "overdue"
        } else if passed > 0 {
            "some-overdue"
        } else if all(&|day| day == self.today) {
            "today"
        } else if all(&|day| self.today <= day && day <= sunday) {
            "this-week"
        } else {
            "soon"
        };
        let values = [("lane", lane.into()), ("count", news.len().into()), ("passed", passed.into()), ("day", day.into())];
        Some(self.texts.with("attention-alarm-several", &values))
    }

    /// Did this window make that change? It is under way, or its answer came before the list told.
    fn did_myself(&self, id: SignalId, version: i64) -> bool {
        let mine = |pending: &Pending| match pending {
            Pending::Act { signal, .. } | Pending::Duplicate(Duplicating::Linked(signal)) => *signal == id,
            Pending::Form(
                Purpose::Note(signal)
                | Purpose::Contact(signal)
                | Purpose::CorrectContact(signal, _)
                | Purpose::TakeOver(signal)
                | Purpose::Share(signal)
                | Purpose::EndShare(signal, _)
                | Purpose::Message(signal, _),
            ) => *signal == id,
            Pending::Form(Purpose::Intake | Purpose::NoteMany | Purpose::ContactMany) => true,
            Pending::Form(
                Purpose::SaveView | Purpose::RenameView(_) | Purpose::ReportOfficer(_) | Purpose::CorrectOfficer(_),
            ) => false,
            // Of which signal they are is not known here: what comes of them is one's own.
            Pending::Form(_) | Pending::Confirm | Pending::Declined => true,
            Pending::Agenda(_)
            | Pending::Traces
            | Pending::Read(_)
            | Pending::Duplicate(_)
            | Pending::Reveal(..)
            | Pending::ReadClock(_)
            | Pending::Arrangement(_)
            | Pending::Search(_)
            | Pending::Register(_)
            | Pending::Message(_)
            | Pending::View(_) => false,
        };
        self.requests.values().any(mine) || self.whole(id).is_some_and(|whole| whole.version >= version)
    }
}

/// Seconds in which alarms that come one after the other are told as one sum.
const TOGETHER: i64 = 60;

/// Columns that the sign of a message and what is between its parts take.
const BESIDE: usize = 7;
/// Columns that its undo key takes.
const UNDO: usize = 23;

/// Is there room for these words behind what was just done?
fn fits(words: &SafeText, message: &Message, columns: usize) -> bool {
    let undo = if message.undo { UNDO } else { 0 };
    message.text.as_str().width() + words.as_str().width() + BESIDE + undo <= columns
}
