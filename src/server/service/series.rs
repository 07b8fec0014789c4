//! Series of meetings: begun, changed, ended, listed and read. What becomes of the meetings themselves is done step by step right
//! after ([`super::series_ahead`]).

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    meetings::{Deed, json},
    series_ahead::Titles,
    write,
};
use crate::{
    domain::{
        Date,
        arrangement::decide::Moment,
        check::{self, Finding},
        ids::SeriesId,
        meeting::{
            SeriesNumber,
            series::{self, Series, SeriesDay, SeriesFacts},
        },
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, changes::Scope, history::RECEIVED, series as rows},
    },
};

/// Series that are listed, at most: there are a few at a time.
const LISTED_MOST: i64 = 500;

/// A new series as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSeries {
    /// What is said about it.
    pub facts: SeriesFacts,
}

/// A series with its coming days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesCase {
    /// The series.
    pub series: Series,
    /// Its coming days, in order.
    pub days: Vec<SeriesDay>,
}

/// What happens to a series that is there.
enum Wish<'a> {
    Amend(&'a (dyn Fn(&mut SeriesFacts) + Sync)),
    End(Date),
}

impl Service {
    /// The series as JSON, in order of their numbers.
    pub async fn all_series(&self, caller: &Caller) -> Result<Vec<(String, String)>, Refused> {
        self.listed(caller, "meeting-series.list", "meeting-series").await?;
        Ok(rows::list(&mut self.store.read().await?, LISTED_MOST).await?)
    }

    /// One series, written down before it is given.
    pub async fn one_series(&self, caller: &Caller, text: &str) -> Result<SeriesCase, Refused> {
        let mut link = self.store.read().await?;
        let id = series_id(&mut link, text).await?;
        let case = self.series_case(&mut link, &id).await?;
        drop(link);
        self.saw(caller, "meeting-series.read", "meeting-series", &id).await?;
        Ok(case)
    }

    /// Begins a series, and makes its first meetings.
    pub async fn begin_series(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewSeries,
        titles: &Titles,
    ) -> Result<Written<SeriesCase>, Refused> {
        Refused::unless_empty(check::series_facts(&new.facts, "/facts"))?;
        Refused::unless_no_number(check::numbers_in(&new.facts, "/facts"))?;
        let now = self.now();
        let (id, changed, committed) = write::again!(self.try_begin_series(caller, keyed, new, now))?;
        self.settled(caller, (&id, changed, committed), titles).await
    }

    async fn try_begin_series(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewSeries,
        now: DateTime<Utc>,
    ) -> Result<(String, bool, bool), Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return Ok((kept.object.clone(), write::was_change(&kept), false));
        }
        self.numbers_for(&mut link, &new.facts, &[]).await?;
        let number = rows::next_number(&mut link).await?;
        let actor = caller.actor();
        let id = SeriesId(self.clock.id(now).map_err(StoreError::from)?);
        let made = series::begin(id, number, new.facts.clone(), &caller.organisation, Moment { actor: &actor, now });
        rows::insert(&mut link, &made).await?;
        let fields = vec![(RECEIVED.into(), String::new(), serde_json::to_string(&made).map_err(StoreError::from)?)];
        self.commit_series(link, (caller, Some(keyed), now), "meeting-series.create", &made, fields).await
    }

    /// Says something else about the version of a series that the caller saw.
    pub async fn amend_series(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (text, expected): (&str, i64),
        (merge, reason): (&(dyn Fn(&mut SeriesFacts) + Sync), &RawText),
        titles: &Titles,
    ) -> Result<Written<SeriesCase>, Refused> {
        self.change_series(caller, keyed, (text, expected), (Wish::Amend(merge), reason), titles).await
    }

    /// Ends the version of a series that the caller saw after a day.
    pub async fn end_series(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (text, expected): (&str, i64),
        (on, reason): (Date, &RawText),
        titles: &Titles,
    ) -> Result<Written<SeriesCase>, Refused> {
        self.change_series(caller, Some(keyed), (text, expected), (Wish::End(on), reason), titles).await
    }

    async fn change_series(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (text, expected): (&str, i64),
        (wish, reason): (Wish<'_>, &RawText),
        titles: &Titles,
    ) -> Result<Written<SeriesCase>, Refused> {
        Refused::unless_empty(check::takeover_reason(reason, "/reason"))?;
        Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        let (id, now) = (series_id(&mut self.store.read().await?, text).await?, self.now());
        let done = write::again!(self.try_change_series(caller, keyed, (&id, expected), (&wish, reason), now))?;
        self.settled(caller, (&done.0, done.1, done.2), titles).await
    }

    async fn try_change_series(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        (wish, reason): (&Wish<'_>, &RawText),
        now: DateTime<Utc>,
    ) -> Result<(String, bool, bool), Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, keyed, now.timestamp_micros()).await? {
            return Ok((kept.object.clone(), write::was_change(&kept), false));
        }
        let before = rows::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Series, id, before.version).await);
        }
        let mut facts = before.facts.clone();
        let verb = match wish {
            Wish::Amend(merge) => {
                merge(&mut facts);
                let mut findings = check::series_facts(&facts, "");
                // A series that ended before it began: who changes something else did not say so now.
                let same_days = (facts.starts_on, facts.until) == (before.facts.starts_on, before.facts.until);
                findings.retain(|found| !(same_days && found.at == "/until"));
                Refused::unless_empty(findings)?;
                Refused::unless_no_number(check::numbers_in(&facts, ""))?;
                "meeting-series.amend"
            }
            Wish::End(on) => {
                Refused::unless_empty(check::closing_day(*on, "/on"))?;
                if let Some(until) = facts.until.filter(|until| until < on) {
                    return Err(Refused::Invalid(vec![Finding::new("/on", "out-of-range", format!("– {until}"))]));
                }
                facts.until = Some(*on);
                "meeting-series.end"
            }
        };
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let Some(after) = series::change(&before, facts, reason.clone(), &caller.organisation, moment) else {
            write::settle_unchanged(link, caller, keyed, id).await?;
            return Ok((id.to_owned(), false, false));
        };
        let made = rows::made(&mut link, id, self.made_since()).await?;
        self.numbers_for(&mut link, &after.facts, &made).await?;
        rows::update(&mut link, &after).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_series(link, (caller, keyed, now), verb, &after, fields).await
    }

    async fn commit_series(
        &self,
        link: Link,
        (caller, keyed, now): (&Caller, Option<&Keyed>, DateTime<Utc>),
        verb: &'static str,
        series: &Series,
        fields: Vec<(String, String, String)>,
    ) -> Result<(String, bool, bool), Refused> {
        let (scope, object, version) = (Scope::Series, series.id.to_string(), series.version);
        let deed = Deed { caller, keyed, now, verb, scope, object, version, fields, also: vec![], answer: None };
        self.commit_deed(link, &deed).await?;
        Ok((series.id.to_string(), true, true))
    }

    /// Does what the meetings need, and tells how it is now. A repeated request does what the first one did not get to.
    async fn settled(
        &self,
        caller: &Caller,
        (id, changed, committed): (&str, bool, bool),
        titles: &Titles,
    ) -> Result<Written<SeriesCase>, Refused> {
        self.settle_series(id, titles).await?;
        let item = self.series_case(&mut self.store.read().await?, id).await?;
        if !committed {
            self.saw(caller, "meeting-series.read", "meeting-series", id).await?;
        }
        Ok(Written { item, changed, masked: 0, committed })
    }

    async fn series_case(&self, link: &mut Link, id: &str) -> Result<SeriesCase, Refused> {
        let series = rows::get(link, id).await?.ok_or(Refused::NotFound)?;
        let made = rows::made(link, id, self.made_since()).await?;
        let days = series::told(&series.facts, &made, self.now());
        Ok(SeriesCase { series, days })
    }
}

/// The id of the series that a path segment names, by id or number.
async fn series_id(link: &mut Link, text: &str) -> Result<String, Refused> {
    if let Ok(id) = text.parse::<SeriesId>() {
        return Ok(id.to_string());
    }
    let number = SeriesNumber::parse(text).ok_or(Refused::NotFound)?;
    rows::id_of(link, number).await?.ok_or(Refused::NotFound)
}
