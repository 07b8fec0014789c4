//! The meetings of a series: made ahead, changed and cancelled as the series says, one step in one transaction. What is to be done
//! comes from what is there (`domain::meeting::series::steps`), so whoever begins again, or does it at the same time, does the rest.
//!
//! Lock order: series, then meeting. Nobody waits for a series who holds a meeting.

use std::collections::HashMap;

use chrono::{DateTime, Days, Utc};

use super::{
    Refused, Service,
    meeting_read::agenda,
    meetings::{Deed, Moved},
    write,
};
use crate::{
    domain::{
        Date,
        arrangement::decide::Moment,
        ids::MeetingId,
        meeting::{
            Meeting, MeetingFacts, StandingItem, cancellation, decide,
            series::{Made, OfSeries, Series, SeriesFacts, Step, steps},
        },
        role::Role,
        text::RawText,
    },
    server::{
        identity::{Asked, Caller},
        store::{Link, StoreError, changes::Scope, history::RECEIVED, meetings, series as rows},
    },
};

/// The titles of standing items.
pub type Titles = HashMap<StandingItem, RawText>;

/// Most steps at a time: more than the most meetings of a series.
const STEPS_MOST: usize = 200;

/// Meetings for days longer ago than this need nothing any more.
const LOOK_BACK: Days = Days::new(14);

impl Service {
    /// Does what the series need by now: makes the meetings whose time came nearer. Gives how many steps were done.
    pub async fn make_ahead(&self, titles: &Titles) -> Result<usize, Refused> {
        let all = rows::list(&mut self.store.read().await?, i64::MAX).await?;
        let mut done = 0;
        for (id, _) in all {
            match self.settle_series(&id, titles).await {
                Ok(steps) => done += steps,
                // It waits until somebody sees to it; the others go on.
                Err(Refused::Meeting(refusal)) => tracing::error!(%id, code = refusal.code(), "a series of meetings waits"),
                Err(other) => return Err(other),
            }
        }
        Ok(done)
    }

    /// Does what the meetings of a series need, step by step.
    pub(super) async fn settle_series(&self, id: &str, titles: &Titles) -> Result<usize, Refused> {
        for done in 0..STEPS_MOST {
            if !write::again!(self.try_step(id, titles, self.now()))? {
                return Ok(done);
            }
        }
        Ok(STEPS_MOST)
    }

    /// From which day on meetings are looked at.
    pub(super) fn made_since(&self) -> Date {
        self.today().checked_sub_days(LOOK_BACK).unwrap_or_default()
    }

    /// Are there numbers for the meetings that it would need at once? Asked before anything of it is written.
    pub(super) async fn numbers_for(&self, link: &mut Link, facts: &SeriesFacts, made: &[Made]) -> Result<(), Refused> {
        let steps = steps(facts, made, self.now());
        let more = steps.iter().filter(|step| matches!(step, Step::Make(..))).count();
        Ok(decide::numbers_for(more, meetings::highest_number(link).await?)?)
    }

    /// Does the first thing that must be done; false: there is nothing.
    async fn try_step(&self, id: &str, titles: &Titles, now: DateTime<Utc>) -> Result<bool, Refused> {
        let mut link = self.store.write().await?;
        let series = rows::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let made = rows::made(&mut link, id, self.made_since()).await?;
        let Some(step) = steps(&series.facts, &made, now).into_iter().next() else { return Ok(false) };
        // In the name of who said so: nobody else knows of these meetings yet.
        let caller = Caller {
            account: series.changed_by,
            name: series.changed_by_name.clone(),
            role: Role::LetSecretary,
            organisation: series.changed_by_organisation.clone(),
            session: None,
            asked: Asked { purpose: "plan meetings", ..Asked::default() },
        };
        match step {
            Step::Make(day, facts) => self.make_of(link, (&series, day, facts), titles, (&caller, now)).await?,
            Step::Rewrite(one, day, facts) => {
                let before = untouched(&mut link, &one).await?;
                let next = || Meeting { version: before.version + 1, ..before.clone() };
                let mut after = decide::amend(&before, facts)?.unwrap_or_else(next);
                after.series = Some(of(&series, day, &after));
                rows::delete_day(&mut link, id, one.planned_on).await?;
                rows::insert_day(&mut link, id, day, after.id).await?;
                self.commit_meeting(link, (&caller, None, now), "meeting.amend", (&before, &after), Moved::default()).await?;
            }
            Step::Hold(one, day) => {
                rows::delete_day(&mut link, id, one.planned_on).await?;
                rows::insert_day(&mut link, id, day, one.meeting.id).await?;
                link.commit().await?;
            }
            Step::Cancel(one) => {
                let before = untouched(&mut link, &one).await?;
                let whole = agenda(&mut link, &before.id.to_string()).await?.ok_or(Refused::NotFound)?;
                let reason = if series.reason.is_blank() { series.number.to_string().into() } else { series.reason.clone() };
                let actor = caller.actor();
                let (after, _) = cancellation::cancel(&whole, &[], None, reason, Moment { actor: &actor, now })?;
                rows::delete_day(&mut link, id, one.planned_on).await?;
                self.commit_meeting(link, (&caller, None, now), "meeting.cancel", (&before, &after), Moved::default()).await?;
            }
        }
        Ok(true)
    }

    async fn make_of(
        &self,
        mut link: Link,
        (series, day, facts): (&Series, Date, MeetingFacts),
        titles: &Titles,
        (caller, now): (&Caller, DateTime<Utc>),
    ) -> Result<(), Refused> {
        decide::numbers_for(1, meetings::highest_number(&mut link).await?)?;
        let number = meetings::next_number(&mut link, None).await?;
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let mut meeting = decide::create(MeetingId(self.clock.id(now).map_err(StoreError::from)?), number, facts, moment);
        meeting.series = Some(of(series, day, &meeting));
        let titled = |standing: &StandingItem| (*standing, titles.get(standing).cloned().unwrap_or_default());
        let standing: Vec<_> = series.facts.standing.iter().map(titled).collect();
        let also = self.insert_meeting(&mut link, &meeting, &standing, moment).await?;
        rows::insert_day(&mut link, &series.id.to_string(), day, meeting.id).await?;
        let content = serde_json::to_string(&meeting).map_err(StoreError::from)?;
        let deed = Deed {
            caller,
            keyed: None,
            now,
            verb: "meeting.create",
            scope: Scope::Meetings,
            object: meeting.id.to_string(),
            version: 1,
            fields: vec![(RECEIVED.into(), String::new(), content)],
            also,
            answer: None,
        };
        Ok(self.commit_deed(link, &deed).await?)
    }
}

fn of(series: &Series, day: Date, meeting: &Meeting) -> OfSeries {
    OfSeries { id: series.id, number: series.number, planned_on: day, agenda_version: meeting.agenda_version }
}

/// The meeting, held; who touched it meanwhile sends us back.
async fn untouched(link: &mut Link, one: &Made) -> Result<Meeting, Refused> {
    let held = meetings::lock(link, &one.meeting.id.to_string()).await?.ok_or(Refused::NotFound)?;
    if held == one.meeting {
        Ok(held)
    } else {
        Err(StoreError::Again("a meeting of a series was changed meanwhile".into()).into())
    }
}
