//! How often a series of meetings meets, in words.

use super::Texts;
use crate::domain::meeting::series::{SeriesFacts, SeriesRule};

impl Texts {
    /// `elke 2 weken op dinsdag`, `elke maand op de laatste dinsdag`.
    pub fn series_rule(&self, rule: SeriesRule) -> String {
        let every = ("every", i64::from(rule.every).into());
        let weekday = ("weekday", self.get(&format!("series-weekday-{}", rule.weekday)).into());
        match rule.week {
            None => self.with("series-rule-weeks", &[every, weekday]),
            Some(week) => {
                let week = ("week", self.get(&format!("series-week-{week}")).into());
                self.with("series-rule-months", &[every, weekday, week])
            }
        }
    }

    /// The rule with time, length and end: `elke 2 weken op dinsdag, 13:30, 90 min, t/m …`.
    pub fn series_in_words(&self, facts: &SeriesFacts) -> String {
        let until = facts.until.map(|day| self.with("series-until", &[("day", self.day(day).into())])).unwrap_or_default();
        format!("{}, {}, {} min{until}", self.series_rule(facts.rule), facts.time, facts.minutes)
    }
}
