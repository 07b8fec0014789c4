//! A meeting in a few words: when, where it stands, when its papers are due, what it holds.

use unicode_width::UnicodeWidthStr;

use super::super::format;
use crate::{
    domain::{
        ids::AgendaItemId,
        meeting::{MeetingState, MeetingSummary},
        zone,
    },
    locale::Value,
    tui::app::{State, agenda::slots_in_words},
};

/// `85 van 90 min`, and how many too many; is it too many?
pub fn sum(state: &State, meeting: &MeetingSummary) -> (bool, String) {
    let texts = &state.texts;
    let available: i64 = meeting.slots.iter().map(crate::domain::meeting::Slot::minutes).sum();
    let minutes = state.minutes_of(meeting.id);
    let values = [("minutes", Value::Number(minutes)), ("available", Value::Number(available))];
    let text = texts.with("agenda-minutes-of", &values);
    match minutes - available {
        over @ 1.. => (true, format!("{text}, {}", texts.with("agenda-over", &[("minutes", Value::Number(over))]))),
        _ => (false, text),
    }
}

/// `do 26-11-2026 13:30–15:00`; of several slots each, with its day where that is another.
pub fn when(state: &State, meeting: &MeetingSummary) -> String {
    slots_in_words(&meeting.slots, "–", |day| format::full_date(day, &state.texts)).join(", ")
}

/// `do 26-11 13:30`, where there is room for no more.
pub fn when_begins(state: &State, meeting: &MeetingSummary) -> String {
    let Some(first) = meeting.slots.first() else { return String::new() };
    format!("{} {}", format::date(zone::date_of(first.starts_at), state.today, &state.texts), format::clock(first.starts_at))
}

/// `do 26-11 13:30–15:00`: from its first moment to its last, and how many days further that is.
pub fn when_short(state: &State, meeting: &MeetingSummary) -> String {
    let (Some(first), Some(last)) = (meeting.slots.first(), meeting.slots.last()) else { return String::new() };
    let days = (zone::last_date_until(last.ends_at) - zone::date_of(first.starts_at)).num_days();
    let more = if days > 0 { format!(" +{days}") } else { String::new() };
    format!(
        "{} {}–{}{more}",
        format::date(zone::date_of(first.starts_at), state.today, &state.texts),
        format::clock(first.starts_at),
        format::clock(last.ends_at)
    )
}

/// Where it stands in so many cells: with what waits or changed since, in fewer words, or with a sign that there is more.
pub fn state_in(state: &State, meeting: &MeetingSummary, room: usize) -> String {
    let (texts, whole) = (&state.texts, state_words(state, meeting));
    if whole.width() <= room {
        return whole;
    }
    let word = match meeting.state {
        MeetingState::Sent => texts.get("let-state-sent-short"),
        // Whether it was sent is what comes next hangs on.
        MeetingState::Fixed if meeting.sent => Some(texts.get("let-state-fixed-sent-short"))
            .filter(|word| word.width() + 2 <= room)
            .unwrap_or_else(|| texts.get("let-state-fixed")),
        other => texts.get(&format!("let-state-{other}")),
    };
    let is_more = state.waits(meeting) || meeting.changed_since_fixed;
    if is_more && meeting.state != MeetingState::Cancelled { format!("{word} !") } else { word }
}

/// Where it stands, with what waits or changed since.
pub fn state_words(state: &State, meeting: &MeetingSummary) -> String {
    let texts = &state.texts;
    let waits = state.waits(meeting);
    let word = match meeting.state {
        MeetingState::Fixed if meeting.sent => texts.get("let-state-fixed-sent"),
        state => texts.get(&format!("let-state-{state}")),
    };
    let number = |number: u32| u64::from(number).to_string().into();
    let word = match (&meeting.sent_last, meeting.edition) {
        (Some(sent), Some(now)) if meeting.state == MeetingState::Fixed && sent.edition < now => {
            let values = [("sent", number(sent.edition)), ("number", number(now))];
            format!("{word}: {}", texts.with("meeting-sent-before", &values))
        }
        _ => word,
    };
    match (waits, meeting.changed_since_fixed && meeting.state == MeetingState::Fixed) {
        (true, _) => format!("{word}, {}", texts.get("meeting-waits")),
        (false, true) => format!("{word}, {}", texts.get("meeting-changed")),
        (false, false) => word,
    }
}

/// `stukken t/m wo 25-11`; nothing once it was held.
pub fn papers_day(state: &State, meeting: &MeetingSummary) -> Option<String> {
    let day = meeting.papers_due_on.filter(|_| meeting.state.is_open())?;
    Some(state.texts.with("meeting-papers-day", &[("day", format::date(day, state.today, &state.texts).into())]))
}

/// `stukken t/m wo 25-11, over 2 dagen`; nothing once it was held.
pub fn papers(state: &State, meeting: &MeetingSummary) -> Option<String> {
    let day = meeting.papers_due_on.filter(|_| meeting.state.is_open())?;
    let values = [
        ("day", format::date(day, state.today, &state.texts).into()),
        ("days", format::days_in_words(day, state.today, &state.texts).into()),
    ];
    Some(state.texts.with("meeting-papers", &values))
}

/// By how many minutes an item ends after its slot; nothing: it does not.
pub fn over(state: &State, item: AgendaItemId) -> Option<i64> {
    let schedule = &state.agenda.schedule;
    let times = schedule.items.iter().find(|times| times.item == item).filter(|times| times.over)?;
    let slot = state.replica.agendas().item(item)?.slot;
    let slot = schedule.slots.iter().find(|one| one.slot == slot)?;
    Some((times.ends_at? - slot.ends_at).num_minutes())
}
