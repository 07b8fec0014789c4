//! Searching the register by who may not hold a copy of it: a few letters at least, a few hits at most, and counted in the store, so that
//! nobody takes the register home piece by piece, whatever instance or token is used.

use std::collections::HashSet;

use chrono::TimeDelta;
use ring::digest::{SHA256, digest};

use super::{Maintains, Refused, Service, register::FoundOfficer};
use crate::{
    domain::{
        check::Finding,
        fold::fold,
        ids::{OfficerId, OrganisationCode},
        lookup_limit::{HITS_MOST, LETTERS_LEAST, SEARCH_MINUTES, SEEN_HOURS, shown},
    },
    index::{Case, Leaning, Question},
    server::{
        identity::{Caller, hex},
        store::{Link, StoreError, lookups, officers},
    },
};

impl Service {
    /// The entries that fit a query, best first, as the interface ranks them; of an empty one, who is proposed for a case.
    pub async fn search_officers(
        &self,
        caller: &Caller,
        query: &str,
        case: Option<&Case>,
        limit: usize,
    ) -> Result<Vec<FoundOfficer>, Refused> {
        self.listed(caller, "officer.search", "officer").await?;
        let about = case.is_some_and(|case| !case.organisations().is_empty());
        // Nothing asked for is nobody found: the whole register is not for who may only look somebody up.
        if Question::parse(query).is_empty() && !about {
            return Ok(vec![]);
        }
        let own = Some(OrganisationCode(caller.organisation.clone()));
        let near = case.map(Case::organisations).unwrap_or_default();
        let leaning = Leaning { own, near, ..Leaning::on(self.today()) };
        Ok(self.register.search(&self.store, query, case, limit, &leaning).await?)
    }

    /// The same for who may not hold a copy of the register.
    pub async fn search_guarded(
        &self,
        caller: &Caller,
        maintains: Maintains,
        query: &str,
        case: Option<&Case>,
        limit: usize,
    ) -> Result<Vec<FoundOfficer>, Refused> {
        let question = Question::parse(query);
        let code = |word: &str| self.names.organisation_codes.iter().any(|code| fold(code.as_str()) == word);
        if !question.is_empty() && !question.names_enough(LETTERS_LEAST, code) {
            return Err(Refused::Invalid(vec![Finding::new("/query", "too-short", LETTERS_LEAST)]));
        }
        let hits = self.search_officers(caller, query, case, limit.min(HITS_MOST)).await?;
        let own = |hit: &FoundOfficer| maintains.covers(&hit.officer.facts.organisation, caller);
        let (person, now) = (person(caller), self.now().timestamp_micros());
        let mut link = self.store.write_reserved().await?;
        lookups::hold(&mut link, &person).await?;
        let limits = lookups::limits(&mut link).await?;
        let before = lookups::searches(&mut link, &person, now - micros(TimeDelta::minutes(SEARCH_MINUTES))).await?;
        if before.len() >= limits.searches as usize {
            let first = before[before.len() - limits.searches as usize..].first().copied().unwrap_or(now);
            return Err(too_many(first, TimeDelta::minutes(SEARCH_MINUTES), now, "too-many-searches", limits.searches));
        }
        let id = self.clock.id(self.now()).map_err(StoreError::from)?.to_string();
        lookups::add_search(&mut link, &person, now, &id).await?;
        // Who maintains entries sees those anyway.
        let seen = self.seen_by(&mut link, &person, now).await?;
        let known: HashSet<OfficerId> = seen.iter().map(|(id, _)| *id).collect();
        let known: HashSet<OfficerId> =
            known.into_iter().chain(hits.iter().filter(|hit| own(hit)).map(|hit| hit.officer.id)).collect();
        let (found, own_among) = (hits.len(), known.len() - seen.len());
        let room = crate::domain::lookup_limit::Limits { persons: limits.persons.saturating_add(own_among as u32), ..limits };
        let (kept, _) = shown(hits, |hit| hit.officer.id, &known, room);
        for hit in kept.iter().filter(|hit| !known.contains(&hit.officer.id)) {
            lookups::add_seen(&mut link, &person, &hit.officer.id.to_string(), now).await?;
        }
        let (searches, day) = (micros(TimeDelta::minutes(SEARCH_MINUTES)), micros(TimeDelta::hours(SEEN_HOURS)));
        lookups::forget(&mut link, &person, now - searches, now - day).await?;
        link.commit().await?;
        if kept.is_empty() && found > 0 {
            let first = seen.iter().map(|(_, at)| *at).min().unwrap_or(now);
            return Err(too_many(first, TimeDelta::hours(SEEN_HOURS), now, "too-many-persons", limits.persons));
        }
        Ok(kept)
    }

    /// Before a card is given to who may not hold a copy: it counts as the hits of a search do.
    pub async fn guard_card(&self, caller: &Caller, maintains: Maintains, id: &str) -> Result<(), Refused> {
        let id = id.parse::<OfficerId>().map_err(|_| Refused::NotFound)?;
        let mut link = self.store.write_reserved().await?;
        let officer = officers::get(&mut link, &id.to_string()).await?.ok_or(Refused::NotFound)?;
        if maintains.covers(&officer.facts.organisation, caller) {
            return Ok(());
        }
        let (person, now) = (person(caller), self.now().timestamp_micros());
        lookups::hold(&mut link, &person).await?;
        let limits = lookups::limits(&mut link).await?;
        let seen = self.seen_by(&mut link, &person, now).await?;
        if seen.iter().any(|(known, _)| *known == id) {
            return Ok(());
        }
        if seen.len() >= limits.persons as usize {
            let first = seen.iter().map(|(_, at)| *at).min().unwrap_or(now);
            return Err(too_many(first, TimeDelta::hours(SEEN_HOURS), now, "too-many-persons", limits.persons));
        }
        lookups::add_seen(&mut link, &person, &id.to_string(), now).await?;
        Ok(link.commit().await?)
    }

    async fn seen_by(&self, link: &mut Link, person: &str, now: i64) -> Result<Vec<(OfficerId, i64)>, StoreError> {
        let rows = lookups::seen(link, person, now - micros(TimeDelta::hours(SEEN_HOURS))).await?;
        Ok(rows.into_iter().filter_map(|(id, at)| Some((id.parse().ok()?, at))).collect())
    }
}

fn micros(length: TimeDelta) -> i64 {
    length.num_microseconds().unwrap_or(i64::MAX)
}

/// Until what was first leaves the stretch of time that is counted.
fn too_many(first: i64, within: TimeDelta, now: i64, what: &'static str, most: u32) -> Refused {
    let seconds = (first + micros(within) - now).max(0) / 1_000_000 + 1;
    Refused::TooMany { seconds, findings: vec![Finding::new("", what, most)] }
}

/// Who looks up: whoever signed in, whatever name they carry; of tokens of this server, somebody of an organisation by this name, whichever
/// of their tokens they use.
fn person(caller: &Caller) -> String {
    let who = match caller.session {
        Some(_) => caller.account.to_string(),
        None => format!("{}\0{}", caller.organisation, fold(caller.name.raw().trim())),
    };
    hex(digest(&SHA256, who.as_bytes()).as_ref())
}
