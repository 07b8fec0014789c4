//! What the signs of the lists and the numbers beside the tabs mean, and the words of the filter: told in the help before the commands.

use super::{Modal, Pane, State, finder::FinderLine, keys::Typing};
use crate::domain::fold::fold;

/// The signs of the queue and the board; the meaning of each is the text `legend-NAME`.
const SIGNS: &[(&str, &str)] = &[
    ("!!", "crisis"),
    ("!", "high"),
    (".", "normal"),
    ("", "low"),
    ("✗", "past"),
    ("=", "still"),
    ("✓", "ended"),
    ("*", "marked"),
    ("~", "left"),
    ("?", "uncertain"),
    ("●", "fresh"),
    ("◐", "ageing"),
    ("○", "stale"),
    ("≈", "typo"),
    ("!", "more"),
];
/// The panes with a number beside their name; what it counts is the text `legend-tab-NAME`.
const TABS: &[(Pane, &str)] = &[(Pane::Signals, "signals"), (Pane::Agenda, "agenda"), (Pane::Board, "board")];

/// Words of a pane that are not said every day: `legend-word-NAME-said` and `legend-word-NAME`.
const WORDS: &[(Pane, &[&str])] =
    &[(Pane::Signals, &["present", "held-moved"]), (Pane::Agenda, &["lacks"]), (Pane::Board, &["as-of", "extended", "safe"])];

/// How a template of one's own is made: a complete one that can be copied.
const TEMPLATE: &[&str] = &["make", "file", "put", "name", "title", "text", "end", "fills"];

/// What can be typed into the filter of the queue: `legend-filter-NAME-typed` and `legend-filter-NAME`.
const FILTERS: &[&str] = &["words", "field", "several", "day", "days", "without"];

/// The same of the filter of the board.
const BOARD_FILTERS: &[&str] = &["board-words", "board-kind", "board-field", "day", "days", "without"];

/// The groups that hold what was typed; the words of the filter only while one filters.
pub(super) fn lines(state: &State, typed: &str, wanted: &str) -> Vec<FinderLine> {
    let texts = &state.texts;
    let signs = |(sign, name): &(&str, &str)| ((*sign).to_owned(), texts.get(&format!("legend-{name}")));
    let filters = |name: &&str| (texts.get(&format!("legend-filter-{name}-typed")), texts.get(&format!("legend-filter-{name}")));
    let mut groups = vec![];
    if let Some(told) = filters_beneath(state) {
        groups.push(("legend-filter", told.iter().map(filters).collect::<Vec<_>>()));
    }
    groups.push(("legend", SIGNS.iter().map(signs).collect()));
    // What the number beside a tab counts; that of the pane one is on first.
    let mut tabs = TABS.to_vec();
    tabs.sort_by_key(|(pane, _)| *pane != state.pane);
    let tab = |(_, name): &(Pane, &str)| (texts.get(&format!("tab-{name}")), texts.get(&format!("legend-tab-{name}")));
    groups.push(("legend-tabs", tabs.iter().map(tab).collect()));
    let word = |name: &&str| (texts.get(&format!("legend-word-{name}-said")), texts.get(&format!("legend-word-{name}")));
    for (_, words) in WORDS.iter().filter(|(pane, _)| *pane == state.pane) {
        groups.push(("legend-words", words.iter().map(word).collect()));
    }
    // The end of the whole list tells it where nothing is searched for.
    if !typed.is_empty() {
        groups.push(("legend-template", template(state)));
    }
    let mut lines = vec![];
    for (key, told) in groups {
        let heading = texts.get(key);
        let whole = !wanted.is_empty() && fold(&heading).contains(wanted);
        let fits = |(sign, meaning): &(String, String)| {
            typed.is_empty()
                || whole
                || sign == typed
                || wanted.chars().nth(1).is_some() && [sign, meaning].iter().any(|text| fold(text).contains(wanted))
        };
        let found: Vec<FinderLine> =
            told.into_iter().filter(fits).map(|(sign, meaning)| FinderLine::Sign(sign, meaning)).collect();
        if !found.is_empty() {
            lines.push(FinderLine::Heading(heading));
            lines.extend(found);
        }
    }
    lines
}

fn template(state: &State) -> Vec<(String, String)> {
    let folder = state.settings.templates_folder.clone().unwrap_or_else(|| "templates".to_owned());
    let line = |name: &&str| {
        (String::new(), state.texts.with(&format!("legend-template-{name}"), &[("folder", folder.as_str().into())]))
    };
    TEMPLATE.iter().map(line).collect()
}

/// The last group of the help.
pub(super) fn last_lines(state: &State) -> Vec<FinderLine> {
    let heading = FinderLine::Heading(state.texts.get("legend-template"));
    let lines = template(state).into_iter().map(|(sign, words)| FinderLine::Sign(sign, words));
    std::iter::once(heading).chain(lines).collect()
}

/// What is told of the filter that is being typed under the help, if one is.
fn filters_beneath(state: &State) -> Option<&'static [&'static str]> {
    let over = matches!(state.modals[..], [] | [Modal::Finder(_)]);
    let typing = state.typing() == Typing::Filter;
    match state.pane {
        _ if !over => None,
        Pane::Signals => (state.signals.filtering || typing).then_some(FILTERS),
        Pane::Board => (state.board.filtering || typing).then_some(BOARD_FILTERS),
        Pane::Register | Pane::Agenda | Pane::Traces => None,
    }
}
