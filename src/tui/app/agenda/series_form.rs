//! The forms of a series: a new one, one that says something else, and its end. What is typed becomes the fields of the request by
//! name; of a series that is there only what was changed.

use serde_json::{Map, Value, json};

use super::{
    super::{
        State,
        choose::{Choice, Choose},
        date_input::{Side, dutch},
        form::{Form, Kind, Purpose, Slot},
        message::Effect,
        times_input::time,
    },
    AgendaCall, AgendaForm, standing,
};
use crate::{
    api::series::{EndSeries, NewSeries, SeriesDetail, SeriesPatch},
    domain::{
        Date,
        check::series_facts,
        ids::SeriesId,
        meeting::{
            PAPERS_DAYS, StandingItem,
            series::{AHEAD, Series, SeriesFacts, SeriesRule, planned},
        },
        text::RawText,
    },
    locale::Texts,
};

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// By weeks, or which of its kind in the month.
const WEEKS: &[&str] = &["weeks", "first", "second", "third", "fourth", "last"];
/// What becomes of a day that is a public holiday.
const ON_HOLIDAY: &[&str] = &["move", "skip"];

/// Fields of requests about series, and the field of a form in which each is typed.
pub(super) const FIELDS: &[(&str, &str)] = &[
    ("name", "series-name"),
    ("weekday", "series-weekday"),
    ("week", "series-week"),
    ("every", "series-every"),
    ("rule", "series-weekday"),
    ("startsOn", "series-from"),
    ("until", "series-until"),
    ("time", "series-time"),
    ("minutes", "series-minutes"),
    ("onHoliday", "series-on-holiday"),
    ("ahead", "series-ahead"),
    ("place", "let-place"),
    ("video", "let-video"),
    ("chair", "let-chair"),
    ("secretary", "let-secretary"),
    ("confidentiality", "let-confidentiality"),
    ("papersDays", "let-papers-days"),
    ("standing", "series-standing"),
    ("reason", "series-reason"),
    ("on", "series-on"),
];
/// Dates that are told below the form.
const TOLD: usize = 4;

impl State {
    /// Opens the form of a new series, of one that is there, or of its end.
    pub(super) fn open_series_form(&mut self, kind: AgendaForm) -> Vec<Effect> {
        let (AgendaForm::Series(id) | AgendaForm::EndSeries(id)) = kind else {
            return self.open_form(Form::new(Purpose::Agenda(kind), String::new(), self.series_slots(false)));
        };
        let Some(row) = self.replica.agendas().series(id).cloned() else { return vec![] };
        let subject = format!("{}  {}", row.number, self.texts.series_in_words(&row.facts));
        let ends = matches!(kind, AgendaForm::EndSeries(_));
        let slots = if ends { self.end_slots() } else { self.series_slots(true) };
        let mut form = Form::new(Purpose::Agenda(kind), subject, slots);
        form.seen = Some(row.version);
        if !ends {
            for (name, value) in values(&row, &self.texts) {
                form.begin(name, &value);
            }
        }
        let mut effects = self.open_form(form);
        // Its meetings are asked for what is foretold.
        if self.known_series(id).is_none() {
            effects.extend(self.read_series(id));
        }
        effects
    }

    fn series_slots(&self, changes: bool) -> Vec<Slot> {
        let number = |name, row| Slot::new(name, Kind::Exempt, row).required();
        let line = |name, row| Slot::new(name, Kind::Line, row);
        let mut slots = vec![
            line("series-name", 0),
            Slot::new("series-weekday", Kind::Choice(WEEKDAYS), 1).required().with("tuesday"),
            Slot::new("series-week", Kind::Choice(WEEKS), 2).required().with("weeks"),
            number("series-every", 3).with("1"),
            number("series-time", 3).with("13:30"),
            number("series-minutes", 4).with("90"),
            number("series-ahead", 4).with(&AHEAD.to_string()),
            Slot::new("series-from", Kind::Date(Side::Future), 5).required().with(&dutch(self.today)),
            Slot::new("series-until", Kind::Date(Side::Future), 5),
            Slot::new("series-on-holiday", Kind::Choice(ON_HOLIDAY), 6).required().with("move"),
            line("let-place", 7),
            Slot::new("let-video", Kind::Exempt, 7),
            line("let-chair", 8),
            line("let-secretary", 8),
            line("let-confidentiality", 9),
            number("let-papers-days", 9).with(&PAPERS_DAYS.to_string()),
            line("series-standing", 10).with(&standing::written(StandingItem::ALL, &self.texts)),
        ];
        if changes {
            slots.push(line("series-reason", 11));
        }
        slots
    }

    fn end_slots(&self) -> Vec<Slot> {
        vec![
            Slot::new("series-on", Kind::Date(Side::Future), 0).required().with(&dutch(self.today)),
            Slot::new("series-reason", Kind::Line, 1),
        ]
    }

    /// What was read of a series goes into a form about it that is open: what was typed stays.
    pub(super) fn fill_series_form(&mut self, series: &Series) {
        let by = series.changed_by_name.raw();
        self.refill(Purpose::Agenda(AgendaForm::Series(series.id)), series.version, by, &values(series, &self.texts));
        self.refill(Purpose::Agenda(AgendaForm::EndSeries(series.id)), series.version, by, &[]);
    }

    /// What was read of a series, if that is what it is now.
    fn known_series(&self, id: SeriesId) -> Option<&SeriesDetail> {
        let row = self.replica.agendas().series(id)?;
        self.agenda.series.as_ref().filter(|found| found.item.id == id && row.version <= found.item.version)
    }

    /// What a form says, by the names of the request; nothing where a number, time or day cannot be read.
    fn series_fields(&self, form: &Form) -> Option<Map<String, Value>> {
        let number = |name: &str| form.text(name).trim().parse::<u16>().ok();
        let week = Some(form.text("series-week")).filter(|week| *week != "weeks");
        let mut rule = json!({ "every": number("series-every")?, "weekday": form.text("series-weekday") });
        if let Some(week) = week {
            rule["week"] = json!(week);
        }
        let text = |name: &str| form.text(name).trim().to_owned();
        let fields = json!({
            "name": text("series-name"), "rule": rule, "startsOn": self.series_day(form, "series-from")?,
            "until": self.series_day(form, "series-until"), "time": time(form.text("series-time"))?.format("%H:%M").to_string(),
            "minutes": number("series-minutes")?, "onHoliday": form.text("series-on-holiday"), "ahead": number("series-ahead")?,
            "place": text("let-place"), "video": text("let-video"), "chair": text("let-chair"),
            "secretary": text("let-secretary"), "confidentiality": text("let-confidentiality"),
            "papersDays": number("let-papers-days")?,
            "standing": standing::read(form.text("series-standing"), &self.texts).ok()?,
        });
        if let Value::Object(fields) = fields { Some(fields) } else { None }
    }

    fn series_day(&self, form: &Form, name: &str) -> Option<Date> {
        form.slots.iter().find(|slot| slot.name == name)?.date(self.today)
    }

    /// What the series would say.
    fn series_as_typed(&self, kind: AgendaForm, form: &Form) -> Option<SeriesFacts> {
        let facts = match kind {
            AgendaForm::NewSeries => serde_json::from_value(Value::Object(self.series_fields(form)?)).ok()?,
            AgendaForm::Series(id) => {
                let before = serde_json::to_value(&self.replica.agendas().series(id)?.facts).ok()?;
                let Value::Object(mut fields) = before else { return None };
                fields.extend(self.series_fields(form)?);
                serde_json::from_value(Value::Object(fields)).ok()?
            }
            AgendaForm::EndSeries(id) => {
                let facts = self.replica.agendas().series(id)?.facts.clone();
                SeriesFacts { until: Some(self.series_day(form, "series-on")?), ..facts }
            }
            _ => return None,
        };
        // What cannot be is not worked out.
        series_facts(&facts, "").is_empty().then_some(facts)
    }

    pub(super) fn fault_of_series(&self, kind: AgendaForm, form: &Form) -> Option<(&'static str, &'static str)> {
        if !form.slots.iter().any(|slot| slot.name == "series-every") {
            return self.series_as_typed(kind, form).is_none().then_some(("series-on", "form-series-on-wrong"));
        }
        let within =
            |name: &str, most: u16| form.text(name).trim().parse::<u16>().is_ok_and(|number| (1..=most).contains(&number));
        let is_number = |name: &str| form.text(name).trim().parse::<u16>().is_ok();
        let checks = [
            (within("series-every", SeriesRule::EVERY_MOST), "series-every", "form-series-every-wrong"),
            (time(form.text("series-time")).is_some(), "series-time", "form-series-time-wrong"),
            (within("series-minutes", u16::MAX), "series-minutes", "form-let-minutes-wrong"),
            (within("series-ahead", SeriesFacts::AHEAD_MOST), "series-ahead", "form-series-ahead-wrong"),
            (is_number("let-papers-days"), "let-papers-days", "form-let-papers-wrong"),
            (standing::read(form.text("series-standing"), &self.texts).is_ok(), "series-standing", "form-series-standing-wrong"),
        ];
        if let Some((_, name, key)) = checks.into_iter().find(|(right, ..)| !right) {
            return Some((name, key));
        }
        // What is left that cannot be is an end before the beginning, or a number beyond all use.
        self.series_as_typed(kind, form).is_none().then_some(("series-until", "form-series-until-wrong"))
    }

    /// What is said below the form: how often, and the first dates.
    pub(super) fn series_form_words(&self, kind: AgendaForm, form: &Form) -> Option<String> {
        let facts = self.series_as_typed(kind, form)?;
        let days = planned(&facts, self.server_now(), TOLD, None);
        let days = days
            .iter()
            .filter_map(|day| day.slot)
            .take(TOLD)
            .map(|slot| self.texts.day(crate::domain::zone::date_of(slot.starts_at)));
        let days = days.collect::<Vec<_>>().join(", ");
        let rule = self.texts.series_rule(facts.rule);
        let key = if days.is_empty() { "form-series-no-days" } else { "form-series-days" };
        Some(self.texts.with(key, &[("rule", rule.into()), ("days", days.into())]))
    }

    /// What is asked before a series is begun, changed or ended: every meeting that is made, changed, left alone or cancelled.
    pub(super) fn question_of_series(&self, kind: AgendaForm, form: &Form) -> Option<Choose> {
        let (key, known) = match kind {
            AgendaForm::NewSeries => ("series-begin", None),
            AgendaForm::Series(id) => ("series-change", Some(self.known_series(id))),
            AgendaForm::EndSeries(id) => ("series-end", Some(self.known_series(id))),
            _ => return None,
        };
        let facts = self.series_as_typed(kind, form)?;
        let mut about = vec![self.texts.series_in_words(&facts)];
        match known {
            // Nothing is foretold of meetings that were not read.
            Some(None) => about.push(self.texts.get("series-unread")),
            known => about.extend(self.foretold(&facts, known.flatten())),
        }
        let items = vec![self.answer("propose-cancel", Choice::Nothing), self.answer(key, Choice::Propose)];
        Some(Choose::new(self.texts.get(kind.title()), items).about(about))
    }

    /// What a form about a series asks the server.
    pub(super) fn call_of_series(&self, kind: AgendaForm, form: &Form) -> Option<AgendaCall> {
        let reason = RawText::from(form.text("series-reason").trim());
        Some(match kind {
            AgendaForm::NewSeries => AgendaCall::BeginSeries(Box::new(NewSeries { facts: self.series_as_typed(kind, form)? })),
            AgendaForm::Series(id) => {
                let mut fields = self.series_fields(form)?;
                let changed = |field: &str| FIELDS.iter().any(|(name, slot)| *name == field && form.is_changed(slot));
                let rule = ["series-weekday", "series-week", "series-every"].iter().any(|slot| form.is_changed(slot));
                fields.retain(|name, _| if name == "rule" { rule } else { changed(name) });
                let patch: SeriesPatch = serde_json::from_value(Value::Object(fields)).ok()?;
                AgendaCall::ChangeSeries(id, form.seen?, Box::new(SeriesPatch { reason, ..patch }))
            }
            AgendaForm::EndSeries(id) => {
                let body = EndSeries { on: self.series_day(form, "series-on")?, reason };
                AgendaCall::EndSeries(id, form.seen?, body)
            }
            _ => return None,
        })
    }
}

/// What stands in the fields of the form of a series that is there.
fn values(series: &Series, texts: &Texts) -> Vec<(&'static str, String)> {
    let Ok(facts) = serde_json::to_value(&series.facts) else { return vec![] };
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let day = |value: &Value| value.as_str().and_then(|day| day.parse::<Date>().ok()).map(dutch).unwrap_or_default();
    let of = |(name, slot): &(&str, &'static str)| {
        let value = match *name {
            "rule" | "reason" | "on" => return None,
            "weekday" | "every" => text(&facts["rule"][*name]),
            "week" => facts["rule"]["week"].as_str().unwrap_or("weeks").to_owned(),
            "startsOn" | "until" => day(&facts[*name]),
            "standing" => standing::written(&series.facts.standing, texts),
            name => text(&facts[name]),
        };
        Some((*slot, value))
    };
    FIELDS.iter().filter_map(of).collect()
}
