//! Two people's texts as numbered lines: what stood there, what each wrote, and which of it counts.

use crate::{
    domain::text::{RawText, SafeText},
    tui::app::{
        Modal, State,
        command::Command,
        conflict::{Conflict, Row},
        pointing::{Pointed, Target},
    },
};

use super::{Reply, line, words};

/// What each field came to, as it was told last.
pub type Told = Vec<String>;

fn conflict(state: &State) -> Option<&Conflict> {
    match state.modals.last() {
        Some(Modal::Conflict(conflict)) => Some(conflict),
        _ => None,
    }
}

/// Everything, when one comes to it.
pub fn all(state: &State, out: &mut String) -> Told {
    let Some(conflict) = conflict(state) else { return vec![] };
    line(out, &state.texts.get("conflict-title"));
    line(out, SafeText::line(&state.conflict_says(conflict)).as_str());
    let told = lines(state, conflict);
    told.iter().for_each(|one| line(out, one));
    line(out, &state.texts.get("plain-help-conflict"));
    told
}

/// The fields of which something else counts now, and how many are open.
pub fn changes(state: &State, before: &mut Told, out: &mut String) {
    let Some(conflict) = conflict(state) else { return };
    let now = lines(state, conflict);
    for (at, one) in now.iter().enumerate() {
        if before.get(at) != Some(one) {
            line(out, one);
        }
    }
    if *before != now && conflict.open() == 0 {
        line(out, &state.texts.get("plain-conflict-done"));
    }
    *before = now;
}

fn lines(state: &State, conflict: &Conflict) -> Told {
    conflict.rows.iter().zip(1..).map(|(row, at)| format!("{at}. {}", told(state, conflict, row))).collect()
}

fn told(state: &State, conflict: &Conflict, row: &Row) -> String {
    let text = |text: &str| RawText::from(state.conflict_text(conflict, row, text)).line().into_string();
    let values = [
        ("field", state.conflict_label(row).into()),
        ("was", text(&row.base).into()),
        ("mine", text(&row.mine).into()),
        ("theirs", text(&row.theirs).into()),
        ("who", conflict.by.clone().into()),
        ("result", RawText::from(state.conflict_result(conflict, row)).line().into_string().into()),
    ];
    SafeText::line(&state.texts.with("plain-conflict-row", &values)).into_string()
}

/// A number tells a field anew, a command may stand before it; nothing keeps the draft.
pub fn answer(state: &State, typed: &str) -> Reply {
    let texts = &state.texts;
    match typed {
        "" => return Reply::run(Command::ConflictPress),
        "?" => return Reply::say(texts.get("plain-help-conflict")),
        _ => {}
    }
    let (words, number) = match typed.rsplit_once(' ') {
        Some((words, number)) if number.parse::<usize>().is_ok() => (Some(words.trim()), number.parse().ok()),
        _ => (Some(typed).filter(|typed| typed.parse::<usize>().is_err()), typed.parse::<usize>().ok()),
    };
    let command = match words.map(|words| words::find(state, words.trim_start_matches('/'))) {
        None => None,
        Some(words::Found::One(command)) => Some(command),
        Some(words::Found::Several(commands)) => return Reply::say(words::which(state, &commands)),
        Some(words::Found::None) => return Reply::say(texts.get("plain-help-conflict")),
    };
    let rows = conflict(state).map_or(0, |conflict| conflict.rows.len());
    let select = match number {
        Some(number) if (1..=rows).contains(&number) => Some(Pointed::Select(Target::Line(number - 1))),
        Some(number) => return Reply::say(texts.with("plain-no-number", &[("number", number.into())])),
        None => None,
    };
    match (command, number.zip(conflict(state))) {
        (Some(command), _) => Reply::tell(select.into_iter().chain([Pointed::Run(command)])),
        (None, Some((number, conflict))) => Reply {
            say: conflict.rows.get(number - 1).map_or_else(String::new, |row| told(state, conflict, row)),
            ..Reply::tell(select)
        },
        (None, None) => Reply::say(texts.get("plain-help-conflict")),
    }
}
