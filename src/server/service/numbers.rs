//! Numbers: counted from what is there at the moment, as tables in which nobody is found; and which cases stand behind a figure.

use std::collections::HashMap;

use chrono::{Datelike, NaiveTime, TimeDelta};

use super::{Refused, Service};
use crate::{
    domain::{
        Date, Instant,
        check::Finding,
        ids::{EntryId, SignalNumber},
        numbers::{self, CaseRow, Counted, Counting, FlowColumn, Noted, Numbers, NumbersBy},
        zone,
    },
    server::{
        identity::Caller,
        store::{Store, StoreError, numbers as rows},
    },
};

/// Days of a period at most: what is longer is no report.
const MOST_DAYS: i64 = 3_660;

/// First and last day as they were asked for.
pub type Asked = (Option<Date>, Option<Date>);

impl Service {
    /// The numbers of a period; of one table alone when that is asked for.
    pub async fn numbers(&self, caller: &Caller, asked: Asked, by: Option<NumbersBy>) -> Result<Numbers, Refused> {
        let numbers = self.counter(caller, asked, ("numbers.read", "numbers")).await?.counted().await?.numbers;
        Ok(match by {
            Some(by) => numbers.only(by),
            None => numbers,
        })
    }

    /// The same, to be counted page by page by who asks.
    pub async fn numbers_by_page(&self, caller: &Caller, asked: Asked) -> Result<Counter, Refused> {
        self.counter(caller, asked, ("numbers.read", "numbers")).await
    }

    /// The cases behind a figure. That is a list of cases, and written down as one.
    pub async fn numbers_cases(
        &self,
        caller: &Caller,
        asked: Asked,
        (by, column, row): (NumbersBy, FlowColumn, Option<&str>),
    ) -> Result<Vec<SignalNumber>, Refused> {
        let counted = self.counter(caller, asked, ("numbers.cases", "signal")).await?.counted().await?;
        counted.cases(by, column, row).ok_or(Refused::NotFound)
    }

    /// Writes down that it was asked, and begins to count.
    async fn counter(
        &self,
        caller: &Caller,
        asked: Asked,
        (verb, entity): (&'static str, &'static str),
    ) -> Result<Counter, Refused> {
        let (from, to) = self.period(asked)?;
        let start = |day: Date| zone::instant_of(day.and_time(NaiveTime::MIN));
        let moments = start(from).zip(to.succ_opt().and_then(start));
        let moments = moments.ok_or_else(|| Refused::Invalid(vec![Finding::new("from", "not-a-date", "")]))?;
        self.listed(caller, verb, entity).await?;
        let of = rows::count(&mut self.store.read().await?, moments.1, from).await?;
        let (store, today) = (self.store.clone(), self.today());
        Ok(Counter { store, today, period: (from, to), moments, cases: vec![], of: u64::try_from(of).unwrap_or_default() })
    }

    /// From the first of this year to today unless said otherwise, and never after it.
    fn period(&self, (from, to): Asked) -> Result<(Date, Date), Refused> {
        let today = self.today();
        let to = to.map_or(today, |to| to.min(today));
        let from = from.or_else(|| Date::from_ymd_opt(to.year(), 1, 1)).unwrap_or(to);
        let first = to.checked_sub_signed(TimeDelta::days(MOST_DAYS)).unwrap_or(to);
        if from > to || from < first {
            return Err(Refused::Invalid(vec![Finding::new("from", "out-of-range", format!("{first}..{to}"))]));
        }
        Ok((from, to))
    }
}

/// Reads every case that was there in a period, in order of number: page by page, so that nobody waits for the store.
pub struct Counter {
    store: Store,
    today: Date,
    period: (Date, Date),
    /// When the first day begins, and the day after the last.
    moments: (Instant, Instant),
    cases: Vec<CaseRow>,
    of: u64,
}

impl Counter {
    /// How many were read, and how many there were when it began.
    pub fn far(&self) -> (u64, u64) {
        let read = self.cases.len() as u64;
        (read, self.of.max(read))
    }

    /// Reads on; whether there was more.
    pub async fn page(&mut self) -> Result<bool, StoreError> {
        let after = self.cases.last().map_or(0, |case| case.number.as_i64());
        let mut link = self.store.read().await?;
        let mut page = rows::cases(&mut link, after, self.moments.1, self.period.0).await?;
        let Some((first, last)) = page.first().map(|case| case.number).zip(page.last().map(|case| case.number)) else {
            return Ok(false);
        };
        let contacts = first_contacts(rows::contacts(&mut link, (first, last), self.moments).await?);
        for case in &mut page {
            case.first_contact = contacts.get(&case.number).copied();
        }
        self.cases.append(&mut page);
        Ok(true)
    }

    /// Reads the rest and counts.
    pub async fn counted(mut self) -> Result<Counted, StoreError> {
        while self.page().await? {}
        let (from, to) = self.period;
        let mut link = self.store.read().await?;
        let mut lessons = vec![];
        for lesson in rows::lessons(&mut link).await? {
            let on = zone::date_of(lesson.recorded_at);
            if from <= on && on <= to {
                let (law, article) = (lesson.facts.law.line().into_string(), lesson.facts.article.line().into_string());
                let noted = |number| Noted { number, law: law.clone(), article: article.clone() };
                lessons.extend(lesson.cases.iter().map(|case| noted(case.number)));
            }
        }
        let is_whole = from.ordinal() == 1 && (to == self.today || to.succ_opt().is_none_or(|next| next.ordinal() == 1));
        let destroyed = match is_whole {
            true => u32::try_from(rows::destroyed(&mut link, (from.year(), to.year())).await?).ok(),
            false => None,
        };
        drop(link);
        let counting = Counting { period: (from, to), today: self.today, cases: &self.cases, lessons: &lessons, destroyed };
        Ok(numbers::count(&counting))
    }
}

/// The day of the first contact that stands and in which somebody was reached. A correction counts on the day of what it corrects.
fn first_contacts(contacts: Vec<rows::Contact>) -> HashMap<SignalNumber, Date> {
    let mut standing: HashMap<EntryId, (SignalNumber, Date, bool)> = HashMap::new();
    // A correction may be corrected: the entry that it all began with.
    let mut origin: HashMap<EntryId, EntryId> = HashMap::new();
    for contact in contacts {
        let id = contact.corrects.map_or(contact.id, |corrected| origin.get(&corrected).copied().unwrap_or(corrected));
        origin.insert(contact.id, id);
        let counts = contact.reached && !contact.withdrawn;
        standing.entry(id).and_modify(|one| one.2 = counts).or_insert((contact.number, contact.on, counts));
    }
    let mut first: HashMap<SignalNumber, Date> = HashMap::new();
    for (number, on, counts) in standing.into_values() {
        if counts {
            first.entry(number).and_modify(|day| *day = on.min(*day)).or_insert(on);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_counts_on_the_day_of_what_it_corrects() {
        let id = |n: u128| EntryId(uuid::Uuid::from_u128(n));
        let day = |n| Date::from_ymd_opt(2026, 3, n).unwrap();
        let number = SignalNumber::new(2026, 1);
        let said = |n, on, reached, corrects: Option<u128>, withdrawn| rows::Contact {
            number,
            id: id(n),
            on: day(on),
            reached,
            corrects: corrects.map(id),
            withdrawn,
        };
        let first = |contacts| first_contacts(contacts).get(&number).copied();
        assert_eq!(first(vec![said(1, 2, false, None, false), said(2, 4, true, None, false)]), Some(day(4)));
        assert_eq!(first(vec![said(1, 2, false, None, false), said(2, 4, true, Some(1), false)]), Some(day(2)));
        let twice = vec![said(1, 2, true, None, false), said(2, 3, true, Some(1), false), said(3, 5, true, Some(2), true)];
        assert_eq!(first(twice), None, "withdrawn by the correction of a correction");
        assert_eq!(first(vec![]), None);
    }
}
