//! A field of a form: what is typed in it, what that is taken for, and what may be chosen.

use chrono::Datelike;

use super::{
    date_input::{self, Side, dutch},
    field::Field,
    form::{Form, Kind, Purpose, Reading, Slot},
    length_input,
    meant::MEETING,
    reference::{Reference, is_the_municipality},
    times_input,
};
use crate::domain::{
    Date, bsn, clock_time::ClockTime, commitment::Due, ids::OrganisationCode, municipality::NotFound, organisation,
};

/// Fields that hold a number or an hour.
const NUMBERS: &[&str] = &["let-minutes", "let-papers-days", "series-every", "series-time", "series-minutes", "series-ahead"];

impl Slot {
    /// A field.
    pub fn new(name: &'static str, kind: Kind, row: u16) -> Self {
        let field = if kind == Kind::Block { Field::block("") } else { Field::line("") };
        Self { name, kind, field, row, required: false, between: (None, None), counts_from: None }
    }

    /// Must be filled.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A length counts from this day.
    pub fn counted_from(mut self, day: Date) -> Self {
        self.counts_from = Some(day);
        self
    }

    /// With a value to begin with.
    pub fn with(mut self, text: &str) -> Self {
        self.field.set(text);
        self
    }

    /// Does it hold one thing as a whole: a day, a number, one name? Nobody writes on in one.
    pub fn is_one_thing(&self) -> bool {
        self.kind.is_one_thing() || self.name == MEETING || NUMBERS.contains(&self.name)
    }

    /// Does what is typed take the place of all that stands in it, as long as the cursor was not moved? One thing does, and whom one
    /// may have called; a text and a list are only gone on with.
    pub fn gives_way(&self, purpose: Purpose) -> bool {
        self.is_one_thing() || (self.name == "contact-with" && matches!(purpose, Purpose::Contact(_)))
    }

    /// A value as it would stand in the field.
    pub fn shown(&self, value: &str) -> String {
        let mut field = self.field.clone();
        field.set(value);
        field.text().to_owned()
    }

    /// How it reads today when one leaves it: what must be filled and is not is wrong.
    pub fn open(&self, reference: &Reference, today: Date) -> Reading {
        match self.required && self.field.is_blank() {
            true if self.name == "contact-reached" => Reading::Wrong("form-contact-reached-open", String::new()),
            true => Reading::Wrong("form-required", String::new()),
            false => self.reading(reference, today),
        }
    }

    /// How it reads today in this form: among bodies `gem` is the municipality that stands in it.
    pub fn reading_in(&self, form: &Form, reference: &Reference, today: Date) -> Reading {
        let reading = self.reading(reference, today);
        if !matches!(reading, Reading::Wrong("form-organisation-municipality", _)) {
            return reading;
        }
        let municipality = form.filled("intake-municipality").unwrap_or_default();
        let named = reference.with_municipality(self.field.text(), municipality);
        let found = named.and_then(|named| reference.organisations_in(&named).ok());
        found.map_or(reading, |found| understood_bodies(reference, &found))
    }

    /// How it reads today.
    pub fn reading(&self, reference: &Reference, today: Date) -> Reading {
        let text = self.field.text();
        if text.trim().is_empty() {
            return Reading::Plain;
        }
        match self.kind {
            Kind::Line | Kind::Block => match bsn::find(text).first() {
                // Where it stands, never what it is.
                Some(range) if self.kind == Kind::Block && text.contains('\n') => {
                    let before = text[..range.start].lines().filter(|line| !line.trim().is_empty()).count();
                    let line = before + usize::from(text[..range.start].ends_with('\n') || before == 0);
                    Reading::Wrong("form-bsn-line", line.to_string())
                }
                Some(_) => Reading::Wrong("form-bsn", String::new()),
                None => Reading::Plain,
            },
            Kind::Date(side) => match date_input::read(text, today, side) {
                Some(date) if side == Side::Past && date > today => Reading::Wrong("form-date-future", String::new()),
                Some(date) if (date.year() - today.year()).abs() > 50 => Reading::Wrong("form-date-far", String::new()),
                Some(date) => match self.between {
                    (_, Some(latest)) if date > latest => Reading::Wrong("form-date-beyond", dutch(latest)),
                    (Some(after), _) if date <= after => Reading::Wrong("form-date-not-later", dutch(after)),
                    _ => Reading::Understood(date.to_string()),
                },
                None if date_input::is_no_such_day(text) => Reading::Wrong("form-date-no-such-day", text.trim().to_owned()),
                None if side == Side::Past => {
                    let day = today.checked_sub_days(chrono::Days::new(2)).unwrap_or(today);
                    Reading::Wrong("form-date-past", day.format("%-d-%-m").to_string())
                }
                None => Reading::Wrong("form-date", String::new()),
            },
            Kind::Moment => match self.date(today) {
                Some(date) if (date.year() - today.year()).abs() > 50 => Reading::Wrong("form-date-far", String::new()),
                Some(date) => Reading::Understood(date.to_string()),
                None if date_input::is_no_such_day(&date_input::day_and_time(text).0) => {
                    Reading::Wrong("form-date-no-such-day", text.trim().to_owned())
                }
                None => Reading::Wrong("form-moment", String::new()),
            },
            Kind::Due => match self.date(today) {
                Some(day) => Reading::Understood(day.to_string()),
                None if date_input::is_no_such_day(text) => Reading::Wrong("form-date-no-such-day", text.trim().to_owned()),
                None => Reading::Wrong("form-due", String::new()),
            },
            Kind::Municipality => match reference.gazetteer.resolve(text) {
                Ok(found) => Reading::Understood(format!("{} ({})", found.name, found.code)),
                Err(NotFound::Unknown(none)) if none.is_empty() => {
                    Reading::Wrong("form-municipality-unknown", text.trim().to_owned())
                }
                Err(NotFound::Ambiguous(several) | NotFound::Unknown(several)) => {
                    let names: Vec<String> = several.iter().map(|m| format!("{} ({})", m.name, m.code)).collect();
                    let key = if names.len() == 1 { "form-municipality-one" } else { "form-municipality" };
                    Reading::Wrong(key, names.join(", "))
                }
            },
            Kind::Organisation => match organisation::find(&reference.organisations, text) {
                Some(found) => Reading::Understood(reference.spelled_out(&found.code)),
                None if is_the_municipality(text.trim()) => {
                    Reading::Wrong("form-organisation-municipality", text.trim().to_owned())
                }
                None => Reading::Wrong("form-organisation", text.trim().to_owned()),
            },
            Kind::Organisations => match reference.organisations_in(text) {
                Ok(found) => understood_bodies(reference, &found),
                Err(unknown) if is_the_municipality(&unknown) => Reading::Wrong("form-organisation-municipality", unknown),
                Err(unknown) => match reference.gazetteer.resolve(&unknown) {
                    Ok(municipality) => Reading::Wrong("form-organisation-place", municipality.name.clone()),
                    Err(_) => Reading::Wrong("form-organisation", unknown),
                },
            },
            Kind::Several(codes) => match Kind::codes_in(codes, text) {
                // What stands there whole is not said again.
                Ok(found) if found.join(", ") == text.trim() => Reading::Plain,
                Ok(found) => Reading::Understood(found.join(", ")),
                Err(_) => Reading::Wrong("form-several", codes.join(", ")),
            },
            Kind::Times => match times_input::read(text, today) {
                Ok(found) => Reading::Understood(times_input::understood(&found)),
                Err(part) => Reading::Wrong("form-let-slots-wrong", part),
            },
            // What there was to choose from may have become less since.
            Kind::Choice(codes) if !codes.contains(&text) => Reading::Wrong("form-choice-gone", text.to_owned()),
            Kind::Choice(_) | Kind::Exempt => Reading::Plain,
        }
    }

    /// Puts the cursor on a citizen service number that may not stand in it, so that it is found in a long text.
    pub fn seek_number(&mut self) {
        let found = matches!(self.kind, Kind::Line | Kind::Block).then(|| bsn::find(self.field.text()).first().cloned());
        if let Some(range) = found.flatten() {
            self.field.seek(range.start);
        }
    }

    /// The date it holds.
    pub fn date(&self, today: Date) -> Option<Date> {
        match self.kind {
            Kind::Date(side) => date_input::read(self.field.text(), today, side),
            Kind::Moment => date_input::read(&date_input::day_and_time(self.field.text()).0, today, Side::Future),
            Kind::Due => self.due(today).map(|due| due.on),
            _ => None,
        }
    }

    /// The time that stands beside the day.
    pub fn time(&self) -> Option<ClockTime> {
        (self.kind == Kind::Moment).then(|| date_input::day_and_time(self.field.text()).1).flatten()
    }

    /// This day as it is written in it, with the time that stands there: `27-11-2026 10:00`.
    pub fn written(&self, day: Date) -> String {
        let time = self.time().map(|time| format!(" {time}")).unwrap_or_default();
        format!("{}{time}", dutch(day))
    }

    /// When it is due: on the day that is typed, or as the term engine counts the length that is.
    pub fn due(&self, today: Date) -> Option<Due> {
        let text = self.field.text();
        match length_input::read(text) {
            Some(length) => length_input::due(length, self.counts_from.unwrap_or(today)),
            None => date_input::read(text, today, Side::Future).map(Due::on),
        }
    }

    /// Is it how long something takes? That stays as it was typed.
    pub fn is_length(&self) -> bool {
        self.kind == Kind::Due && length_input::read(self.field.text()).is_some()
    }

    /// The two days it may mean, when its year is to be asked about.
    pub fn either_year(&self, today: Date) -> Option<(Date, Date)> {
        match self.kind {
            Kind::Date(side) => date_input::either_year(self.field.text(), today, side),
            Kind::Moment => date_input::either_year(&date_input::day_and_time(self.field.text()).0, today, Side::Future),
            Kind::Due => date_input::either_year(self.field.text(), today, Side::Future),
            _ => None,
        }
    }

    /// Writes a day that was typed in words as a date; not one whose year is still to be asked about.
    pub fn settle(&mut self, today: Date) {
        if let Kind::Several(codes) = self.kind
            && let Ok(found) = Kind::codes_in(codes, self.field.text())
        {
            return self.field.write_out(&found.join(", "));
        }
        if self.either_year(today).is_some() || self.is_length() {
            return;
        }
        if let Some(date) = self.date(today) {
            let written = self.written(date);
            self.field.write_out(&written);
        }
    }

    /// The next value of a choice, or the one before; far is the last, or the first. An arrow stops at the ends, for the value
    /// after the lowest is not the highest.
    pub fn choose(&mut self, step: isize) {
        if let Kind::Choice(codes) = self.kind {
            let count = codes.len() as isize;
            let at = codes.iter().position(|code| *code == self.field.text());
            // Where nothing is chosen yet the first comes next, and the last before.
            let at = at.map_or(if step > 0 { -1 } else { 0 }, |at| at as isize);
            self.field.set(codes[at.saturating_add(step).clamp(0, count - 1) as usize]);
        }
    }

    /// The next value, and after the last the first: for a key that goes one way only.
    pub fn choose_around(&mut self) {
        if let Kind::Choice(codes) = self.kind {
            let at = codes.iter().position(|code| *code == self.field.text());
            self.field.set(codes[at.map_or(0, |at| (at + 1) % codes.len())]);
        }
    }
}

/// By their whole names: the short ones are what was typed.
fn understood_bodies(reference: &Reference, codes: &[OrganisationCode]) -> Reading {
    let names: Vec<String> = codes.iter().map(|code| reference.spelled_out(code)).collect();
    Reading::Understood(names.join(" · "))
}
