//! The audit log as it is read: rows, and what is unusual in a week of them. Ids and verbs only, never text of a case.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{role::coded_enum, text::RawText, zone};

coded_enum!(
    /// How something that was asked ended.
    AuditResult {
        /// It was done, or shown.
        Done = "done",
        /// The role may not do it, or this one is not theirs.
        Refused = "refused",
        /// It was not there, or the server could not do it.
        Failed = "failed",
    }
);

/// A row of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// Its place in the chain of the organisation, from 1.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The account that did it.
    pub account: String,
    /// Its name, as it is now; empty when the account is gone.
    pub name: RawText,
    /// The role it acted in; empty in rows from before roles were written down.
    pub role: String,
    /// The organisation it acted for.
    pub organisation: String,
    /// What was done, as `loket policy` names it.
    pub verb: String,
    /// The kind of object.
    pub entity: String,
    /// Which one; empty for a list.
    pub object: String,
    /// The number of the case, when the object is one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What for, as the policy of the route says.
    pub purpose: String,
    /// How it ended.
    pub result: AuditResult,
    /// The address the server saw it come from; empty for what the server does by itself.
    pub origin: String,
    /// The id of the request, as its answer and the log of the server have it.
    pub request: String,
}

coded_enum!(
    /// A plain rule by which something is unusual. Each can be explained to whom it names.
    Rule {
        /// Opened far more than in the weeks before.
        Many = "many",
        /// Opened cases at night.
        Night = "night",
        /// Opened the same case again and again, and did nothing with it.
        Again = "again",
        /// Opened many cases of one municipality, and worked on none of them.
        Municipality = "municipality",
        /// Asked often for what was refused or was not there.
        Denied = "denied",
    }
);

impl Rule {
    /// From how many on it is told.
    pub fn least(self) -> i64 {
        match self {
            Self::Many => 20,
            Self::Night | Self::Denied => 5,
            Self::Again | Self::Municipality => 10,
        }
    }
}

/// How many times the usual is far more ([`Rule::Many`]).
pub const FAR_MORE: i64 = 3;

/// So many weeks before are the usual.
pub const WEEKS_BEFORE: i64 = 8;

/// Something unusual in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Pattern {
    /// By which rule.
    pub rule: Rule,
    /// Whose account.
    pub account: String,
    /// Its name.
    pub name: RawText,
    /// How many: cases and cards opened, quarters of an hour, or requests.
    pub figure: i64,
    /// What is usual: the median of the eight weeks before. Of [`Rule::Many`] alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual: Option<i64>,
    /// The municipality, or the number of the case; empty where the rule is about neither.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// What somebody did in a week, as far as a rule asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The account.
    pub account: String,
    /// When.
    pub at: DateTime<Utc>,
    /// With which object; empty for a list.
    pub object: String,
    /// Is it a single read? Else a change.
    pub read: bool,
    /// How it ended.
    pub result: AuditResult,
    /// When it is a case: its municipality and its number.
    pub case: Option<(String, String)>,
}

/// What is unusual in a week: `before` tells how many objects an account opened in each of the weeks before. By account, then rule.
pub fn patterns(acts: &[Act], before: &BTreeMap<String, Vec<i64>>) -> Vec<Pattern> {
    let mut people: BTreeMap<&str, Vec<&Act>> = BTreeMap::new();
    for act in acts {
        people.entry(&act.account).or_default().push(act);
    }
    let mut found = vec![];
    for (account, acts) in people {
        let mut tell = |rule: Rule, figure: usize, usual: Option<i64>, about: &str| {
            let figure = i64::try_from(figure).unwrap_or(i64::MAX);
            if figure >= rule.least() && usual.is_none_or(|usual| figure > FAR_MORE * usual) {
                let (account, about) = (account.to_owned(), about.to_owned());
                found.push(Pattern { rule, account, name: RawText::default(), figure, usual, about });
            }
        };
        let reads: Vec<&Act> = acts.iter().copied().filter(|act| act.read && act.result == AuditResult::Done).collect();
        let opened: BTreeSet<&str> = reads.iter().map(|act| &*act.object).collect();
        tell(Rule::Many, opened.len(), Some(median(before.get(account).map_or(&[], Vec::as_slice))), "");
        let at_night = |act: &&&Act| !(6..22).contains(&zone::hour_minute(act.at).0);
        let night: BTreeSet<&str> = reads.iter().filter(at_night).map(|act| &*act.object).collect();
        tell(Rule::Night, night.len(), None, "");
        let worked: BTreeSet<&str> = acts.iter().filter(|act| !act.read).map(|act| &*act.object).collect();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for act in reads.iter().filter(|act| !worked.contains(&*act.object)) {
            if let Some((municipality, number)) = &act.case {
                *times.entry(number).or_default() += 1;
                places.entry(municipality).or_default().insert(number);
            }
        }
        times.iter().for_each(|(number, times)| tell(Rule::Again, *times, None, number));
        places.iter().for_each(|(place, cases)| tell(Rule::Municipality, cases.len(), None, place));
        tell(Rule::Denied, acts.iter().filter(|act| act.result != AuditResult::Done).count(), None, "");
    }
    found
}

/// The one in the middle of the weeks before, weeks without anything included; the higher of two.
fn median(weeks: &[i64]) -> i64 {
    let mut all = weeks.to_vec();
    all.resize(WEEKS_BEFORE as usize, 0);
    all.sort_unstable();
    all[all.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(account: &str, count: usize, hour: u32, object: impl Fn(usize) -> String) -> Vec<Act> {
        let at = format!("2026-11-18T{hour:02}:00:00Z").parse().unwrap();
        let case = |object: &str| Some(("GM0344".to_owned(), format!("S-{object}")));
        (0..count)
            .map(|n| Act {
                account: account.into(),
                at,
                case: case(&object(n)),
                object: object(n),
                read: true,
                result: AuditResult::Done,
            })
            .collect()
    }

    fn told(acts: &[Act], before: &[(&str, &[i64])]) -> Vec<(Rule, i64)> {
        let before = before.iter().map(|(account, weeks)| ((*account).to_owned(), weeks.to_vec())).collect();
        patterns(acts, &before).into_iter().map(|pattern| (pattern.rule, pattern.figure)).collect()
    }

    fn worked_on(acts: &mut Vec<Act>) {
        let more: Vec<Act> = acts.iter().map(|act| Act { read: false, ..act.clone() }).collect();
        acts.extend(more);
    }

    #[test]
    fn far_more_than_usual_is_told_and_a_busy_week_is_not() {
        let mut acts = reads("a", 25, 10, |n| n.to_string());
        worked_on(&mut acts);
        assert_eq!(told(&acts, &[("a", &[7, 8, 9, 8, 8, 7, 8, 9])]), [(Rule::Many, 25)], "three times eight is twenty-four");
        assert_eq!(told(&acts, &[("a", &[9, 9, 9, 9, 9, 9, 9, 9])]), []);
        assert_eq!(told(&acts, &[("a", &[90])]), [(Rule::Many, 25)], "one busy week is not the usual");
        let mut few = reads("a", 19, 10, |n| n.to_string());
        worked_on(&mut few);
        assert_eq!(told(&few, &[]), [], "few is not far more than nothing");
    }

    #[test]
    fn night_is_from_ten_to_six_in_the_netherlands() {
        for (hour, night) in [(20, false), (21, true), (4, true), (5, false)] {
            let mut acts = reads("a", 5, hour, |n| n.to_string());
            worked_on(&mut acts);
            assert_eq!(told(&acts, &[]), if night { vec![(Rule::Night, 5)] } else { vec![] }, "{hour} UTC");
        }
    }

    #[test]
    fn the_same_case_and_one_municipality_are_told_only_of_who_did_nothing_there() {
        let mut again = reads("a", 10, 10, |_| "one".into());
        assert_eq!(told(&again, &[]), [(Rule::Again, 10)]);
        worked_on(&mut again);
        assert_eq!(told(&again, &[]), []);
        let mut place = reads("a", 10, 10, |n| n.to_string());
        assert_eq!(told(&place, &[]), [(Rule::Municipality, 10)]);
        worked_on(&mut place);
        assert_eq!(told(&place, &[]), []);
    }

    #[test]
    fn what_was_refused_counts_and_was_not_seen() {
        let acts: Vec<Act> =
            reads("a", 30, 23, |n| n.to_string()).into_iter().map(|act| Act { result: AuditResult::Refused, ..act }).collect();
        assert_eq!(told(&acts, &[]), [(Rule::Denied, 30)]);
    }
}
