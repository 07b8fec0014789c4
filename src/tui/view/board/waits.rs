//! What waits for a second person about a clock, in words.

use super::super::format;
use crate::{
    client::replica::DeadlineRow,
    domain::time_out::{Pending, TimeOut},
    tui::app::State,
};

/// `verlengen t/m zo 06-12, door J. Bakker; wacht op een tweede persoon: …`.
pub(super) fn words(state: &State, row: &DeadlineRow, item: &TimeOut, pending: &Pending) -> String {
    let texts = &state.texts;
    let action = pending.proposal.action().to_string();
    let what = texts.get(&format!("confirmed-action-{action}"));
    let day = pending.proposal.day().map_or_else(|| "none".to_owned(), |day| format::date(day, state.today, texts));
    let until = row.clock().proposed_until.map_or_else(|| "none".to_owned(), |day| texts.day(day));
    let values = [
        ("what", what.into()),
        ("action", action.into()),
        ("day", day.into()),
        ("name", pending.by_name.line().into()),
        ("who", state.who_confirms(Some(&item.facts.decider)).into()),
        ("until", until.into()),
    ];
    texts.with("clock-waits", &values)
}
