//! An open signal as lines: what counts most first, then its texts, then its timeline, newest first.

use crate::{
    domain::{
        ids::{AccountId, SignalId},
        signal::{Entry, Signal},
        term::every_hard_date,
        text::{RawText, SafeText},
    },
    tui::{
        app::{State, message::Link},
        view::{canvas::Span, case_file, format, record as view, shield, theme::Theme, timeline},
    },
};

use super::line;

/// What was told of a signal.
#[derive(Debug)]
pub struct Told {
    /// Which.
    pub id: SignalId,
    facts: Vec<String>,
    entries: usize,
    owner: Option<AccountId>,
}

/// Everything about a signal; or why not, and then nothing counts as told.
pub fn whole(state: &State, id: SignalId) -> (String, Option<Told>) {
    let mut out = String::new();
    let signals = state.replica.signals();
    let Some(row) = signals.find(id).and_then(|row| signals.get(row)) else {
        return (state.texts.get("gone-signal"), None);
    };
    let Some(signal) = state.whole(id) else {
        let failed = state.unread.as_ref().filter(|(unread, _)| *unread == id).map(|(_, words)| words.clone());
        return (failed.unwrap_or_default(), None);
    };
    line(&mut out, &format!("{}: {}", row.number(), RawText::from(row.title()).line()));
    let facts = facts(state, id, signal);
    facts.iter().for_each(|fact| line(&mut out, fact));
    texts(state, signal, &mut out);
    let entries = signal.timeline.len();
    if entries > 0 {
        line(&mut out, &format!("{}:", state.texts.get("section-timeline")));
        signal.timeline.iter().for_each(|one| line(&mut out, &entry(state, signal, one)));
    }
    (out, Some(Told { id, facts, entries, owner: owner(state, id) }))
}

/// Does the list not yet know what was just read or done? Then what it says of the signal is older than it looks.
pub fn is_behind(state: &State) -> bool {
    let signals = state.replica.signals();
    let row = state.signals.current.and_then(|id| signals.find(id)).and_then(|row| signals.get(row));
    let live = state.link == Link::Live;
    live && row.is_some_and(|row| state.whole(row.id()).is_some_and(|whole| whole.version > row.version()))
}

/// What is not as it was told: facts that changed, and new entries of the timeline.
pub fn changes(state: &State, told: &mut Told, out: &mut String) {
    let Some(signal) = state.whole(told.id) else { return };
    let facts = facts(state, told.id, signal);
    let owner = owner(state, told.id);
    // That a claim stands a little longer, because it is worked on, is nothing to hear every other minute.
    let label = format!("{}: ", state.texts.get("fact-owner"));
    let is_news = |fact: &&String| !told.facts.contains(fact) && (owner != told.owner || !fact.starts_with(&label));
    facts.iter().filter(is_news).for_each(|fact| line(out, fact));
    let new = signal.timeline.len().saturating_sub(told.entries);
    if new > 0 {
        line(out, &state.texts.get("plain-new-entries"));
        signal.timeline.iter().take(new).for_each(|one| line(out, &entry(state, signal, one)));
    }
    (told.facts, told.entries, told.owner) = (facts, signal.timeline.len(), owner);
}

/// Who has it now.
fn owner(state: &State, id: SignalId) -> Option<AccountId> {
    let signals = state.replica.signals();
    let row = signals.find(id).and_then(|row| signals.get(row))?;
    row.owner_at(state.server_now()).map(|owner| owner.account)
}

fn facts(state: &State, id: SignalId, signal: &Signal) -> Vec<String> {
    let theme = Theme::plain();
    let signals = state.replica.signals();
    let Some(row) = signals.find(id).and_then(|row| signals.get(row)) else { return vec![] };
    let mut facts: Vec<String> = view::facts(state, &theme, &row, Some(signal))
        .into_iter()
        .map(|(label, value)| format!("{label}: {}", flat(&value)))
        .collect();
    let shielded = shield::facts(state, &theme, signal);
    facts.extend(shielded.into_iter().map(|(label, value)| format!("{label}: {}", flat(&value))));
    let people: Vec<String> = state.people_at(id).iter().map(|person| state.words_of_person(person)).collect();
    if !people.is_empty() {
        facts.push(format!("{}: {}", state.texts.get("fact-present"), people.join(", ")));
    }
    facts
}

/// Pieces with blanks for columns between them, as one sentence.
pub fn flat(spans: &[Span]) -> String {
    let whole: String = spans.iter().map(|(text, _)| text.as_str()).collect();
    // A mark for the eye is one more noise for the ear; the word beside it says the same.
    let whole = whole.trim_start_matches(['!', ' ']);
    whole.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn texts(state: &State, signal: &Signal, out: &mut String) {
    let (texts, facts, theme) = (&state.texts, &signal.facts, Theme::plain());
    let mut section = |key: &str, lines: Vec<String>| {
        let mut lines = lines.into_iter().filter(|line| !line.trim().is_empty()).peekable();
        if lines.peek().is_some() {
            line(out, &format!("{}:", texts.get(key)));
            lines.for_each(|text| line(out, &text));
        }
    };
    let block = |text: &RawText| vec![text.block().into_string()];
    section("section-stalemate", block(&facts.stalemate));
    section("section-account", block(&facts.account));
    let position = |body: &crate::domain::signal::Body| {
        let name = view::body(state, body.organisation.as_str());
        format!("{}: {}", SafeText::line(&name), body.position.line())
    };
    section("section-positions", facts.bodies.iter().filter(|body| !body.position.is_blank()).map(position).collect());
    let tried = |attempt: &crate::domain::signal::Attempt| {
        let day = attempt.on.map_or_else(String::new, |day| format!("{}: ", format::date(day, state.today, texts)));
        let with = if attempt.with.is_blank() { String::new() } else { format!(" ({})", attempt.with.line()) };
        format!("{day}{}{with}", attempt.what.line())
    };
    section("section-tried", facts.tried.iter().map(tried).collect());
    let dates = every_hard_date(signal);
    section("section-dates", dates.iter().map(|date| flat(&view::hard_date(state, &theme, date))).collect());
    section("section-decisions", facts.decisions.iter().map(|decision| view::decision_text(state, decision)).collect());
    section("section-desired", [block(&facts.desired_by_household), block(&facts.desired_by_professional)].concat());
    let flat_lines = |lines: Vec<Vec<Span>>| lines.iter().map(|line| flat(line)).collect();
    section("section-plan", flat_lines(case_file::plan(state, &theme, facts, u16::MAX)));
    section("section-grounds", flat_lines(case_file::grounds(state, &theme, facts, u16::MAX)));
    section("section-documents", flat_lines(case_file::documents(state, &theme, facts, u16::MAX)));
    section("section-outcome", flat_lines(case_file::outcome(state, &theme, signal, u16::MAX)));
    let attachment = |file: &crate::domain::signal::Attachment| {
        format!("{}, {}, {}", file.name.line(), file.media_type.line(), view::size(file.size))
    };
    section("section-attachments", facts.attachments.iter().map(attachment).collect());
}

fn entry(state: &State, signal: &Signal, entry: &Entry) -> String {
    let when = format::moment(entry.at, state.today, &state.texts);
    let what = SafeText::block(&timeline::entry_text(signal, entry, state));
    if entry.by_name.is_blank() { format!("{when}: {what}") } else { format!("{when}, {}: {what}", entry.by_name.line()) }
}
