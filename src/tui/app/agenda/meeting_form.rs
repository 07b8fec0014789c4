//! The form of a meeting's own facts, for a new one and for one that is there: when, where, who, what is confidential, and when its
//! papers are due. Only what was changed is sent.

use super::{
    super::{
        State,
        date_input::{Side, dutch},
        form::{Form, Kind, Purpose, Slot},
        message::Effect,
        times_input,
    },
    AgendaCall, AgendaForm,
};
use crate::{
    api::meeting::{MeetingPatch, NewMeeting},
    domain::{
        Date,
        ids::MeetingId,
        meeting::{Meeting, MeetingFacts, PAPERS_DAYS, Slot as TimeSlot},
        text::RawText,
        zone,
    },
    locale::Value,
};

/// A slot takes no more minutes than this: half a day.
const LONGEST: i64 = 12 * 60;

/// The fields.
pub(super) fn meeting_slots() -> Vec<Slot> {
    let line = |name, row| Slot::new(name, Kind::Line, row);
    vec![
        Slot::new("let-day", Kind::Date(Side::Future), 0).required(),
        Slot::new("let-slots", Kind::Times, 1).required().with("13:30-15:00"),
        line("let-place", 2),
        Slot::new("let-video", Kind::Exempt, 3),
        line("let-chair", 4),
        line("let-secretary", 5),
        line("let-confidentiality", 6),
        Slot::new("let-papers-days", Kind::Exempt, 7).required().with(&PAPERS_DAYS.to_string()),
    ]
}

impl State {
    /// Opens the form about the meeting that is open, or under the cursor.
    pub(super) fn open_this_meeting(&mut self) -> Vec<Effect> {
        match self.meeting().map(|meeting| meeting.id) {
            Some(id) => self.open_agenda_form(AgendaForm::Meeting(id)),
            None => vec![],
        }
    }

    /// Opens the form about a meeting; what stands in it comes from what was read, or is read now.
    pub(super) fn open_meeting_form(&mut self, id: MeetingId) -> Vec<Effect> {
        let Some(row) = self.replica.agendas().meeting(id).cloned() else { return vec![] };
        let subject = format!("{}  {}", row.number, self.day_of_meeting(&row));
        let mut form = Form::new(Purpose::Agenda(AgendaForm::Meeting(id)), subject, meeting_slots());
        let read = self.agenda_detail(id).map(|read| read.meeting.clone()).filter(|read| read.version >= row.version);
        if let Some(read) = &read {
            begin(&mut form, read);
        }
        let mut effects = self.open_form(form);
        if read.is_none() {
            effects.extend(self.read_for_agenda(AgendaCall::ReadAgenda(id)));
        }
        effects
    }

    /// What was read of a meeting goes into a form about it that is open: what was typed stays.
    pub(super) fn fill_meeting_form(&mut self, found: &Meeting) {
        let purpose = Purpose::Agenda(AgendaForm::Meeting(found.id));
        self.refill(purpose, found.version, "", &values(&found.facts));
    }

    pub(super) fn new_meeting(&self, form: &Form) -> Option<NewMeeting> {
        Some(NewMeeting { number: None, far_number: false, facts: self.meeting_facts(form)?, imported_from: None, stamp: None })
    }

    /// What a form says a meeting is.
    fn meeting_facts(&self, form: &Form) -> Option<MeetingFacts> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        Some(MeetingFacts {
            slots: self.slots_in(form)?,
            place: raw("let-place"),
            video: raw("let-video"),
            chair: raw("let-chair"),
            secretary: raw("let-secretary"),
            confidentiality: raw("let-confidentiality"),
            papers_days: form.text("let-papers-days").trim().parse().ok()?,
        })
    }

    /// What a form changes of a meeting.
    pub(super) fn meeting_patch(&self, form: &Form) -> Option<MeetingPatch> {
        let facts = self.meeting_facts(form)?;
        let when = ["let-day", "let-slots"].iter().any(|name| form.is_changed(name));
        let changed = |name: &str, text: RawText| form.is_changed(name).then_some(text);
        Some(MeetingPatch {
            slots: when.then_some(facts.slots),
            place: changed("let-place", facts.place),
            video: changed("let-video", facts.video),
            chair: changed("let-chair", facts.chair),
            secretary: changed("let-secretary", facts.secretary),
            confidentiality: changed("let-confidentiality", facts.confidentiality),
            papers_days: form.is_changed("let-papers-days").then_some(facts.papers_days),
        })
    }

    /// The slots of a form, the first first: the day of the form counts until another is named.
    fn slots_in(&self, form: &Form) -> Option<Vec<TimeSlot>> {
        let mut day = form.slots.iter().find(|slot| slot.name == "let-day")?.date(self.today)?;
        let typed = times_input::read(form.text("let-slots"), self.today).ok().filter(|typed| !typed.is_empty())?;
        let slot = |times: times_input::Times| {
            day = times.day.unwrap_or(day);
            TimeSlot::on(day, times.from, times.until).ok()
        };
        let mut slots = typed.into_iter().map(slot).collect::<Option<Vec<_>>>()?;
        slots.sort_by_key(|slot| slot.starts_at);
        Some(slots)
    }

    pub(super) fn fault_of_meeting(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        if form.text("let-papers-days").trim().parse::<u16>().is_err() {
            return Some(("let-papers-days", "form-let-papers-wrong"));
        }
        let Some(slots) = self.slots_in(form) else { return Some(("let-slots", "form-let-slots-none")) };
        // An end before the beginning is the next day, which is meant at night and not in the afternoon.
        if slots.iter().any(|slot| slot.minutes() > LONGEST) {
            return Some(("let-slots", "form-let-time-long"));
        }
        let overlaps = slots.windows(2).any(|pair| pair[1].starts_at < pair[0].ends_at);
        overlaps.then_some(("let-slots", "form-let-slots-overlap"))
    }

    /// What is said below the form: `do 26-11-2026 9:30–11:00, 11:15–12:00, 135 min; stukken t/m di 24-11-2026`.
    pub(super) fn meeting_words(&self, form: &Form) -> Option<String> {
        let facts = self.meeting_facts(form)?;
        let minutes = facts.slots.iter().map(TimeSlot::minutes).sum();
        let papers = facts.papers_due_on().map(|day| self.texts.day(day)).unwrap_or_default();
        let slots = told(&facts.slots, "–", |day| self.texts.day(day)).join(", ");
        let values = [("slots", slots.into()), ("minutes", Value::Number(minutes)), ("papers", papers.into())];
        Some(self.texts.with("form-let-about", &values))
    }
}

/// What stood in the form at the beginning becomes known.
fn begin(form: &mut Form, read: &Meeting) {
    for (name, value) in values(&read.facts) {
        form.begin(name, &value);
    }
    form.seen = Some(read.version);
}

fn values(facts: &MeetingFacts) -> Vec<(&'static str, String)> {
    let text = |text: &RawText| text.raw().to_owned();
    let mut values = vec![];
    if let Some(first) = facts.slots.first() {
        let mut slots = told(&facts.slots, "-", dutch);
        let day = dutch(zone::date_of(first.starts_at));
        // The day of the first has a field of its own.
        if let Some(first) = slots.first_mut() {
            *first = first.trim_start_matches(&day).trim().to_owned();
        }
        values.extend([("let-day", day), ("let-slots", slots.join(", "))]);
    }
    values.extend([
        ("let-place", text(&facts.place)),
        ("let-video", text(&facts.video)),
        ("let-chair", text(&facts.chair)),
        ("let-secretary", text(&facts.secretary)),
        ("let-confidentiality", text(&facts.confidentiality)),
        ("let-papers-days", facts.papers_days.to_string()),
    ]);
    values
}

/// Each slot by the clock, with its day where that is another than of the one before: `26-11-2026 9:30-11:00`, `11:15-12:00`.
pub fn told(slots: &[TimeSlot], between: &str, day: impl Fn(Date) -> String) -> Vec<String> {
    let mut before = None;
    let one = |slot: &TimeSlot| {
        let clock = |at| {
            let (hour, minute) = zone::hour_minute(at);
            format!("{hour:02}:{minute:02}")
        };
        let on = zone::date_of(slot.starts_at);
        let named = if before.replace(on) == Some(on) { String::new() } else { format!("{} ", day(on)) };
        format!("{named}{}{between}{}", clock(slot.starts_at), clock(slot.ends_at))
    };
    slots.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_told_with_a_day_where_it_is_another() {
        let time = |text: &str| times_input::time(text).unwrap();
        let slot = |day: &str, from, until| TimeSlot::on(zone::read_date(day).unwrap(), time(from), time(until)).unwrap();
        let (first, second) = (slot("26-11-2026", "13:30", "15:00"), slot("26-11-2026", "23:30", "0:30"));
        let all = [first, second, slot("27-11-2026", "9:00", "10:00")];
        let expected = ["26-11-2026 13:30-15:00", "23:30-00:30", "27-11-2026 09:00-10:00"];
        assert_eq!(told(&all, "-", dutch), expected);
    }
}
