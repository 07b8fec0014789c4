//! What people who called say of an entry of the register: it is right, or it is wrong because. What is wrong waits for who maintains
//! the entry. Pure: no clock.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    check::{Finding, Kind, Texts},
    ids::{OrganisationCode, SignalNumber},
    officer::{Freshness, Officer, freshness},
    role::coded_enum,
    text::RawText,
};

/// Most reports of one entry that wait at once: by then everybody knows.
pub const REPORTS_MOST: usize = 20;

/// Days before an entry or its mandate ends from which on that is told.
pub const ENDING_WITHIN: i64 = 42;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Verdict {
    /// Who verified it last in loket, by name; empty: the day came with what was delivered.
    pub verified_by: RawText,
    /// What was reported wrong and is not settled, oldest first.
    pub reports: Vec<Report>,
}

/// Somebody called, and it was not right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// When it was reported.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: RawText,
    /// Of which organisation.
    pub organisation: OrganisationCode,
    /// What is wrong.
    pub reason: RawText,
}

coded_enum!(
    /// Why an entry asks for the attention of who maintains it.
    Attention {
        /// Something was reported wrong.
        Reported = "reported",
        /// It was verified more than a year ago, or never.
        Stale = "stale",
        /// It, or its mandate, ends within six weeks.
        Ending = "ending",
    }
);

/// An entry was called for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfficerCall {
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// For which case.
    pub number: SignalNumber,
}

impl Verdict {
    /// Did nobody say anything?
    pub fn is_empty(&self) -> bool {
        self.verified_by.is_blank() && self.reports.is_empty()
    }
}

impl Texts for Report {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/reason"), Kind::Free, &mut self.reason);
    }
}

impl Officer {
    /// Somebody called, and it was right. Who maintains the entry settles by it what was reported.
    pub fn confirm(&mut self, by: &RawText, today: NaiveDate, maintains: bool) {
        self.facts.verified_on = Some(today);
        self.verdict.verified_by = by.clone();
        if maintains {
            self.verdict.reports.clear();
        }
    }

    /// Somebody called, and it was not right.
    ///
    /// # Errors
    /// Without a reason, and when as many reports wait as may.
    pub fn report(&mut self, report: Report) -> Result<(), Finding> {
        if report.reason.is_blank() {
            return Err(Finding::new("/reason", "required", ""));
        }
        if self.verdict.reports.len() >= REPORTS_MOST {
            return Err(Finding::new("/reason", "too-long", REPORTS_MOST));
        }
        self.verdict.reports.push(report);
        Ok(())
    }

    /// The day it ends, when that is near and did not pass.
    pub fn ends_soon(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.facts.ends_on().filter(|end| (0..=ENDING_WITHIN).contains(&(*end - today).num_days()))
    }

    /// Does it ask for attention for this reason?
    pub fn asks_for(&self, attention: Attention, today: NaiveDate) -> bool {
        match attention {
            Attention::Reported => !self.verdict.reports.is_empty(),
            Attention::Stale => freshness(self.facts.verified_on, today) == Freshness::Stale,
            Attention::Ending => self.ends_soon(today).is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn officer() -> Officer {
        serde_json::from_value(serde_json::json!({
            "id": "018f0000-0000-7000-8000-000000000001", "version": 1, "changedAt": "2026-01-01T00:00:00Z", "source": null,
            "facts": { "organisation": "CAK", "mandate": "geen", "verifiedOn": "2025-01-01", "mandateUntil": "2026-12-31" },
        }))
        .unwrap()
    }

    fn report(reason: &str) -> Report {
        let at = DateTime::from_timestamp_secs(1_795_000_000).unwrap();
        Report { at, by: "M. Visser".into(), organisation: OrganisationCode("LMM".into()), reason: reason.into() }
    }

    #[test]
    fn who_maintains_an_entry_settles_what_was_reported_and_a_reader_does_not() {
        let mut officer = officer();
        officer.report(report("neemt niet op")).unwrap();
        officer.confirm(&"L. Bos".into(), day("2026-11-23"), false);
        assert_eq!((officer.facts.verified_on, officer.verdict.reports.len()), (Some(day("2026-11-23")), 1));
        officer.confirm(&"L. Bos".into(), day("2026-11-23"), true);
        assert!(officer.verdict.reports.is_empty());
        assert_eq!(officer.report(report(" ")).unwrap_err().code, "required");
        (0..REPORTS_MOST).for_each(|_| officer.report(report("x")).unwrap());
        assert!(officer.report(report("x")).is_err());
    }

    #[test]
    fn what_asks_for_attention() {
        let mut officer = officer();
        let asks = |officer: &Officer, today: &str| -> Vec<&str> {
            let today = day(today);
            Attention::ALL.iter().filter(|one| officer.asks_for(**one, today)).map(|one| one.code()).collect()
        };
        assert_eq!(asks(&officer, "2025-06-01"), [""; 0]);
        assert_eq!(asks(&officer, "2026-01-01"), [""; 0], "365 days");
        assert_eq!(asks(&officer, "2026-01-02"), ["stale"]);
        officer.report(report("x")).unwrap();
        assert_eq!(asks(&officer, "2026-11-18"), ["reported", "stale"]);
        assert_eq!(asks(&officer, "2026-11-19"), ["reported", "stale", "ending"]);
        assert_eq!(asks(&officer, "2026-12-31"), ["reported", "stale", "ending"]);
        assert_eq!(asks(&officer, "2027-01-01"), ["reported", "stale"], "it ended");
    }

    #[test]
    fn away_is_from_a_day_to_a_day() {
        let mut facts = officer().facts;
        assert!(!facts.is_away_on(day("2026-11-23")));
        facts.absent_until = Some(day("2026-11-30"));
        assert!(facts.is_away_on(day("2026-11-23")));
        facts.absent_from = Some(day("2026-11-25"));
        let away: Vec<u32> = (23..31)
            .chain([1])
            .filter(|at| {
                let month = if *at == 1 { 12 } else { 11 };
                facts.is_away_on(NaiveDate::from_ymd_opt(2026, month, *at).unwrap())
            })
            .collect();
        assert_eq!(away, [25, 26, 27, 28, 29, 30]);
    }
}
