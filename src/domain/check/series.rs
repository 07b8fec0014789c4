//! Checks of what people write about a series of meetings.

use super::{
    Finding, Kind, Texts, day, lengths,
    meeting::{PAPERS_MOST, each_held},
};
use crate::domain::{
    meeting::{
        Slot,
        series::{SeriesFacts, SeriesRule},
    },
    text::RawText,
};

/// Everything wrong with what is said about a series.
pub fn series_facts(facts: &SeriesFacts, at: &str) -> Vec<Finding> {
    let mut findings = lengths(facts, at);
    let longest = u16::try_from(Slot::MOST).unwrap_or(u16::MAX);
    for (field, value, least, most) in [
        ("rule/every", facts.rule.every, 1, SeriesRule::EVERY_MOST),
        ("minutes", facts.minutes, 1, longest),
        ("ahead", facts.ahead, 1, SeriesFacts::AHEAD_MOST),
        ("papersDays", facts.papers_days, 0, PAPERS_MOST),
    ] {
        if !(least..=most).contains(&value) {
            findings.push(Finding::new(format!("{at}/{field}"), "out-of-range", format!("{least}-{most}")));
        }
    }
    findings.extend(day(format!("{at}/startsOn"), Some(facts.starts_on)));
    findings.extend(day(format!("{at}/until"), facts.until));
    if facts.until.is_some_and(|until| until < facts.starts_on) {
        findings.push(Finding::new(format!("{at}/until"), "out-of-range", format!("{} –", facts.starts_on)));
    }
    let mut seen = vec![];
    for (index, standing) in facts.standing.iter().enumerate() {
        if seen.contains(standing) {
            findings.push(Finding::new(format!("{at}/standing/{index}"), "not-together", standing));
        }
        seen.push(*standing);
    }
    findings
}

impl Texts for SeriesFacts {
    fn each(&mut self, at: &str, see: &mut dyn FnMut(&str, Kind, &mut RawText)) {
        see(&format!("{at}/name"), Kind::Line, &mut self.name);
        each_held(self.held_mut(), at, see);
    }
}
