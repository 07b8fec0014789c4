//! What happened to a time-out, in words.

use super::Texts;
use crate::domain::time_out::{TimeOutFacts, TimeOutMove, TimeOutMoveKind, TimeOutProposal};

impl Texts {
    /// `voorgesteld: verlengen t/m ma 21-12-2026`: what happened, and the day that was asked for. How long the decision is suspended as long as
    /// nobody confirmed it is another day, and would be read as this one.
    pub fn moved(&self, facts: &TimeOutFacts, moved: &TimeOutMove) -> String {
        let kind = self.get(&format!("time-out-move-{}", moved.kind));
        let through = |day| self.with("move-last-day", &[("day", self.day(day).into())]);
        let from = |day| self.with("move-from-day", &[("day", self.day(day).into())]);
        let day = match &moved.proposal {
            _ if moved.kind == TimeOutMoveKind::EmergencyStarted => moved.last_day.map(through),
            Some(TimeOutProposal::Start) => Some(through(facts.last_day)),
            Some(TimeOutProposal::Extend { last_day, .. }) => Some(through(*last_day)),
            Some(TimeOutProposal::Resume { from: day, .. } | TimeOutProposal::End { from: day, .. }) => Some(from(*day)),
            None => None,
        };
        let what = moved.proposal.as_ref().map(|proposal| self.get(&format!("confirmed-action-{}", proposal.action())));
        let what = what.map(|what| format!(": {what}")).unwrap_or_default();
        format!("{kind}{what}{}", day.map(|day| format!(" {day}")).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::text::RawText, locale::Language};

    fn day(text: &str) -> chrono::NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_day_is_the_one_that_was_asked_for() {
        let facts: TimeOutFacts = serde_json::from_value(serde_json::json!({
            "reach": "both", "decider": "GM0344", "decidedBy": "wethouder", "decidedOn": "2026-10-20", "ground": "wet",
            "firstDay": "2026-10-26", "lastDay": "2026-11-30",
        }))
        .expect("facts");
        let texts = Texts::new(Language::Dutch);
        let told = |kind, proposal| {
            let moved = TimeOutMove {
                at: chrono::DateTime::UNIX_EPOCH,
                by: crate::domain::ids::AccountId(uuid::Uuid::nil()),
                by_name: RawText::default(),
                kind,
                proposal,
                last_day: Some(day("2026-11-30")),
                reason: RawText::default(),
            };
            texts.moved(&facts, &moved)
        };
        let (decided_on, reference, reason) = (day("2026-11-26"), RawText::default(), RawText::default());
        let extend = TimeOutProposal::Extend { last_day: day("2026-12-21"), decided_on, reference, reason: reason.clone() };
        let resume = TimeOutProposal::Resume { from: day("2026-11-27"), reason };
        assert_eq!(told(TimeOutMoveKind::Proposed, Some(extend.clone())), "voorgesteld: verlengen t/m ma 21-12-2026");
        assert_eq!(told(TimeOutMoveKind::Rejected, Some(extend)), "afgewezen: verlengen t/m ma 21-12-2026");
        assert_eq!(told(TimeOutMoveKind::Confirmed, Some(resume)), "bevestigd: hervatten vanaf vr 27-11-2026");
        assert_eq!(told(TimeOutMoveKind::Confirmed, Some(TimeOutProposal::Start)), "bevestigd: opschorten t/m ma 30-11-2026");
    }
}
