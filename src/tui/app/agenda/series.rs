//! Series of meetings: the list of them, one with its coming days, and what a change would do to those days before it is made. What is
//! foretold is worked out by the server's own rule (`meeting::series::steps`) from the days it told.

use super::{
    super::{
        Modal, State, Tone,
        actions::Pending,
        choose::{Choice, Choose, Item},
        form::Purpose,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaChoice, AgendaForm, AgendaPending,
};
use crate::{
    api::series::SeriesDetail,
    domain::{
        Instant,
        ids::SeriesId,
        meeting::{
            Meeting, MeetingState, MeetingSummary, Slot,
            series::{DayFate, Made, OfSeries, Series, SeriesDay, SeriesFacts, Step, steps},
        },
        zone,
    },
    locale::Value,
};

/// Most days that are told one by one before something is saved, so that the question stays in view in the smallest window.
const TOLD: usize = 9;

impl State {
    /// Which series, with the cursor on that of the meeting here; or a new one.
    pub(super) fn menu_series(&mut self) -> Vec<Effect> {
        let agendas = self.replica.agendas();
        let here = self.meeting().and_then(|meeting| meeting.series);
        let mut items: Vec<Item> = agendas
            .all_series()
            .zip(1..)
            .map(|(series, at)| Item {
                letter: char::from_digit(at, 10).unwrap_or('·'),
                label: series_name(series),
                note: self.texts.series_in_words(&series.facts),
                choice: Choice::Agenda(AgendaChoice::Series(series.id)),
            })
            .collect();
        let cursor = agendas.all_series().position(|series| Some(series.number) == here).unwrap_or_default();
        if self.may_write() {
            items.push(self.answer("series-new", Choice::Form(Purpose::Agenda(AgendaForm::NewSeries))));
        }
        if items.is_empty() {
            self.say_with(Tone::Info, "series-none", &[]);
            return vec![];
        }
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-series"), items).at(cursor)));
        vec![]
    }

    /// Reads a series, to show it.
    pub(super) fn read_series(&mut self, id: SeriesId) -> Vec<Effect> {
        let request = self.request(Pending::Agenda(AgendaPending::Series(id)));
        let call = Call::Agenda(Box::new(AgendaCall::ReadSeries(id)));
        vec![Effect::Send { request, key: self.next_key(), call, draft: None }]
    }

    /// A series was read: into the form about it that is open, else it is shown.
    pub(super) fn series_read(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let AgendaAnswer::Series(found) = *answer {
                    self.fill_series_form(&found.item);
                    self.agenda.series = Some(found);
                    if self.modals.is_empty() {
                        self.show_series();
                    }
                }
            }
            Ok(_) => {}
            Err(refusal) => self.fail(&refusal),
        }
        vec![]
    }

    /// A series with its coming days; a day leads to its meeting.
    fn show_series(&mut self) {
        let Some(found) = &self.agenda.series else { return };
        let (series, facts) = (&found.item, &found.item.facts);
        let said = [&facts.place, &facts.chair].map(|text| text.line().into_string());
        let held = said.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(", ");
        let about: Vec<String> = [self.texts.series_in_words(facts), held].into_iter().filter(|line| !line.is_empty()).collect();
        let form = |form| Choice::Form(Purpose::Agenda(form));
        let mut items = vec![];
        if self.may_write() {
            items.push(self.answer("series-change", form(AgendaForm::Series(series.id))));
            items.push(self.answer("series-end", form(AgendaForm::EndSeries(series.id))));
        }
        items.extend(found.days.iter().take(TOLD).map(|day| self.day_of_series(day)));
        items.push(self.answer("changes-close", Choice::Nothing));
        let title = series_name(series);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
    }

    /// `di 08-12-2026 13:30  LET-49, concept`; or why there is no meeting.
    fn day_of_series(&self, day: &SeriesDay) -> Item {
        let texts = &self.texts;
        let fate = day.fate.filter(|fate| *fate != DayFate::Kept).map(|fate| texts.get(&format!("series-day-{fate}")));
        let gone = day.fate.is_none().then(|| texts.get("series-day-gone"));
        let fate = fate.or(gone);
        let Some(meeting) = &day.meeting else {
            let note = fate.unwrap_or_else(|| texts.get("series-day-later"));
            return Item { letter: '·', label: texts.day(day.planned_on), note, choice: Choice::Nothing };
        };
        let when = meeting.starts_at.map_or_else(|| texts.day(day.planned_on), |at| self.moment_of_series(at));
        let left = if meeting.touched && meeting.differs { texts.get("series-left-alone") } else { String::new() };
        let state = format!("{}{left}", texts.get(&format!("let-state-{}", meeting.state)));
        let note = [Some(state), fate].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let choice = Choice::Agenda(AgendaChoice::Meeting(meeting.id));
        Item { letter: '·', label: format!("{when}  {}", meeting.number), note, choice }
    }

    /// `REEKS-1, elke 2 weken op dinsdag`, of a meeting that was made from a series.
    pub fn series_words(&self, meeting: &MeetingSummary) -> Option<String> {
        let number = meeting.series?;
        let rule = self.replica.agendas().series_numbered(number).map(|series| self.texts.series_rule(series.facts.rule));
        Some(std::iter::once(number.to_string()).chain(rule).collect::<Vec<_>>().join(", "))
    }

    /// What is foretold of a series that says this: each meeting that is made, changed, left alone or cancelled, in order of time.
    pub(super) fn foretold(&self, facts: &SeriesFacts, known: Option<&SeriesDetail>) -> Vec<String> {
        let texts = &self.texts;
        let now = self.server_now();
        let made = known.map(made).unwrap_or_default();
        let when = |meeting: &Meeting| meeting.facts.starts_at().unwrap_or(now);
        let starts = |slots: &[Slot]| slots.first().map_or(now, |slot| slot.starts_at);
        let with = |key: &str, at: Instant, meeting: Option<&Meeting>, before: Option<Instant>| {
            let values = [
                ("day", Value::from(self.moment_of_series(at))),
                ("number", meeting.map(|meeting| meeting.number.to_string()).unwrap_or_default().into()),
                ("before", before.map(|at| self.moment_of_series(at)).unwrap_or_default().into()),
            ];
            (at, texts.with(key, &values))
        };
        let mut lines: Vec<(Instant, String)> = steps(facts, &made, now)
            .into_iter()
            .map(|step| match step {
                Step::Make(_, new) => with("series-makes", starts(&new.slots), None, None),
                Step::Rewrite(one, _, new) if starts(&new.slots) == when(&one.meeting) => {
                    with("series-rewrites", when(&one.meeting), Some(&one.meeting), None)
                }
                Step::Rewrite(one, _, new) => {
                    with("series-moves", starts(&new.slots), Some(&one.meeting), Some(when(&one.meeting)))
                }
                Step::Hold(one, _) => with("series-leaves", when(&one.meeting), Some(&one.meeting), None),
                Step::Cancel(one) => with("series-cancels", when(&one.meeting), Some(&one.meeting), None),
            })
            .collect();
        let stays = |one: &&Made| !one.meeting.is_untouched() && one.meeting.state != MeetingState::Cancelled;
        let leaves = made.iter().filter(stays).filter(|one| now < when(&one.meeting));
        lines.extend(leaves.map(|one| with("series-leaves", when(&one.meeting), Some(&one.meeting), None)));
        lines.sort();
        lines.dedup();
        let mut lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
        if lines.is_empty() {
            lines.push(texts.get("series-nothing"));
        }
        let more = lines.len().saturating_sub(TOLD);
        lines.truncate(TOLD);
        if more > 0 {
            lines.push(texts.with("changes-more", &[("count", more.into())]));
        }
        lines
    }

    /// `di 08-12-2026 13:30`.
    fn moment_of_series(&self, at: Instant) -> String {
        let (hour, minute) = zone::hour_minute(at);
        format!("{} {hour:02}:{minute:02}", self.texts.day(zone::date_of(at)))
    }

    /// A series was begun, changed or ended: what stands by now is said, and what was left alone is named.
    pub(super) fn series_saved(&mut self, kind: AgendaForm, found: SeriesDetail) {
        let meetings = found.days.iter().filter_map(|day| day.meeting);
        let left = meetings.clone().filter(|one| one.touched && one.differs && one.state != MeetingState::Cancelled);
        let left: Vec<String> = left.map(|one| one.number.to_string()).collect();
        let stand = meetings.filter(|one| one.state != MeetingState::Cancelled).count();
        let values = [
            ("number", found.item.number.to_string().into()),
            ("count", stand.into()),
            ("left", left.len().into()),
            ("numbers", left.join(", ").into()),
        ];
        let key = match kind {
            AgendaForm::NewSeries => "done-series-new",
            AgendaForm::EndSeries(_) => "done-series-end",
            _ => "done-series-change",
        };
        self.agenda.series = Some(found);
        self.say_with(Tone::Done, key, &values);
        self.said_for_good("kept-agenda");
    }
}

fn series_name(series: &Series) -> String {
    format!("{}  {}", series.number, series.facts.name.line()).trim_end().to_owned()
}

/// The meetings of a series as its days tell them, as far as the rule asks: when each is, and whether somebody touched it. What nobody
/// touched says what the series says.
fn made(found: &SeriesDetail) -> Vec<Made> {
    let (series, facts) = (&found.item, &found.item.facts);
    let of = |day: &SeriesDay| {
        let one = day.meeting?;
        let starts_at = one.starts_at?;
        let ends_at = starts_at + chrono::TimeDelta::minutes(facts.minutes.into());
        let untouched = i64::from(!one.touched);
        let of = OfSeries { id: series.id, number: series.number, planned_on: day.planned_on, agenda_version: untouched };
        let meeting = Meeting {
            id: one.id,
            version: 1,
            agenda_version: 1,
            number: one.number,
            facts: facts.meeting(Slot { starts_at, ends_at }),
            state: one.state,
            edition: None,
            pending: None,
            cancellation: None,
            imported_from: None,
            series: Some(of),
            moves: vec![],
        };
        Some(Made { planned_on: day.planned_on, meeting })
    };
    found.days.iter().filter_map(of).collect()
}
