//! The form of a meeting's own facts, for a new one and for one that is there: when, where, who, what is confidential, and when its
//! papers are due. Only what was changed is sent.

use super::{
    super::{
        State,
        date_input::Side,
        form::{Form, Kind, Purpose, Slot},
        message::Effect,
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

/// The fields; a meeting of one slot has a day and two times, one of several a line for each.
/// A meeting in one go takes no more minutes than this: half a day.
const LONGEST: i64 = 12 * 60;

pub(super) fn meeting_slots(slots: usize) -> Vec<Slot> {
    let line = |name, row| Slot::new(name, Kind::Line, row);
    let mut fields = match slots {
        0 | 1 => vec![
            Slot::new("let-day", Kind::Date(Side::Future), 0).required(),
            Slot::new("let-from", Kind::Exempt, 1).required().with("13:30"),
            Slot::new("let-until", Kind::Exempt, 1).required().with("15:00"),
        ],
        _ => vec![Slot::new("let-slots", Kind::Block, 0).required()],
    };
    let row = fields.last().map_or(0, |slot| slot.row);
    fields.extend([
        line("let-place", row + 1),
        Slot::new("let-video", Kind::Exempt, row + 2),
        line("let-chair", row + 3),
        line("let-secretary", row + 4),
        line("let-confidentiality", row + 5),
        Slot::new("let-papers-days", Kind::Exempt, row + 6).required().with(&PAPERS_DAYS.to_string()),
    ]);
    fields
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
        let mut form = Form::new(Purpose::Agenda(AgendaForm::Meeting(id)), subject, meeting_slots(row.slots.len()));
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
        self.refill(purpose, found.version, &values(&found.facts));
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
        let when = ["let-day", "let-from", "let-until", "let-slots"].iter().any(|name| form.is_changed(name));
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

    /// The slots of a form: one of a day and two times, or one a line.
    fn slots_in(&self, form: &Form) -> Option<Vec<TimeSlot>> {
        if form.slots.iter().any(|slot| slot.name == "let-slots") {
            let lines = form.text("let-slots").lines().map(str::trim).filter(|line| !line.is_empty());
            return lines.map(slot_in_line).collect::<Option<Vec<_>>>().filter(|slots| !slots.is_empty());
        }
        let day = form.slots.iter().find(|slot| slot.name == "let-day")?.date(self.today)?;
        TimeSlot::on(day, time(form.text("let-from"))?, time(form.text("let-until"))?).ok().map(|slot| vec![slot])
    }

    pub(super) fn fault_of_meeting(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        if form.text("let-papers-days").trim().parse::<u16>().is_err() {
            return Some(("let-papers-days", "form-let-papers-wrong"));
        }
        let one = form.slots.iter().any(|slot| slot.name == "let-day");
        let wrong = if one { ("let-from", "form-let-time-wrong") } else { ("let-slots", "form-let-slots-wrong") };
        let Some(slots) = self.slots_in(form) else { return Some(wrong) };
        // An end before the beginning is the next day, which is meant at night and not in the afternoon.
        let long = if one { "let-until" } else { "let-slots" };
        slots.iter().any(|slot| slot.minutes() > LONGEST).then_some((long, "form-let-time-long"))
    }

    /// What is said below the form: `do 26-11-2026 13:30–15:00, 90 min; stukken t/m di 24-11-2026`.
    pub(super) fn meeting_words(&self, form: &Form) -> Option<String> {
        let facts = self.meeting_facts(form)?;
        let (first, last) = (facts.slots.first()?, facts.slots.last()?);
        let clock = |at| {
            let (hour, minute) = zone::hour_minute(at);
            format!("{hour:02}:{minute:02}")
        };
        let minutes = facts.slots.iter().map(TimeSlot::minutes).sum();
        let papers = facts.papers_due_on().map(|day| self.texts.day(day)).unwrap_or_default();
        let values = [
            ("day", self.texts.day(zone::date_of(first.starts_at)).into()),
            ("from", clock(first.starts_at).into()),
            ("until", clock(last.ends_at).into()),
            ("minutes", Value::Number(minutes)),
            ("papers", papers.into()),
        ];
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
    let mut values = vec![("let-slots", facts.slots.iter().map(told).collect::<Vec<_>>().join("\n"))];
    if let Some(first) = facts.slots.first() {
        values.extend([
            ("let-day", written(zone::date_of(first.starts_at))),
            ("let-from", clock(first.starts_at)),
            ("let-until", clock(first.ends_at)),
        ]);
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

fn written(day: Date) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn clock(at: crate::domain::Instant) -> String {
    let (hour, minute) = zone::hour_minute(at);
    format!("{hour:02}:{minute:02}")
}

/// `26-11-2026 13:30-15:00`.
fn told(slot: &TimeSlot) -> String {
    format!("{} {}-{}", written(zone::date_of(slot.starts_at)), clock(slot.starts_at), clock(slot.ends_at))
}

fn slot_in_line(line: &str) -> Option<TimeSlot> {
    let (day, times) = line.split_once(char::is_whitespace)?;
    let (from, until) = times.split_once(['-', '–'])?;
    TimeSlot::on(zone::read_date(day.trim())?, time(from)?, time(until)?).ok()
}

pub(super) fn time(text: &str) -> Option<chrono::NaiveTime> {
    chrono::NaiveTime::parse_from_str(&text.trim().replace('.', ":"), "%H:%M").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_written_and_read_the_same_also_over_midnight() {
        for line in ["26-11-2026 13:30-15:00", "24-10-2026 23:30-04:00"] {
            assert_eq!(slot_in_line(line).map(|slot| told(&slot)).as_deref(), Some(line));
        }
        assert_eq!(slot_in_line("26-11-2026 13.30 – 15.00").map(|slot| slot.minutes()), Some(90));
        assert_eq!(slot_in_line("26-11-2026 13:30"), None);
        assert_eq!(slot_in_line("29-03-2026 02:30-04:00"), None, "there is no such time");
    }
}
