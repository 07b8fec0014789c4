//! Templates, drafts and links at work: what is offered, and what becomes of what was picked.

use super::{
    Modal, Pane, State, Tone,
    command::Command,
    field::Field,
    form::{Kind as FieldKind, Purpose},
    layout,
    list::ListCursor,
    message::Effect,
    picker::{Item, Kind, Picked, Picker},
    template::{self, Template, Variable},
};
use crate::domain::{
    ids::SignalId,
    text::{RawText, SafeText},
};

/// The size of the window to pick from, when there is room.
pub const FRAME: (u16, u16) = (92, 24);
/// What opens the templates when it is typed in a field.
pub const OPENS: &str = "::";

impl State {
    /// How many lines are shown to pick from; the rest of the window shows the text of the one with the cursor.
    pub fn picker_height(&self) -> usize {
        usize::from(layout::centred(self.size, FRAME).height.saturating_sub(6) / 2).max(3)
    }

    /// Is there a field of a form that takes a template?
    pub(super) fn takes_template(&self) -> bool {
        let form = self.modals.iter().rev().find_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None });
        form.filter(|form| form.sending.is_none()).is_some_and(|form| {
            form.slots.get(form.focus).is_some_and(|slot| matches!(slot.kind, FieldKind::Line | FieldKind::Block))
        })
    }

    /// Opens the templates, over a form or over a signal.
    pub(super) fn pick_template(&mut self, typed: &str) -> Vec<Effect> {
        let values = self.values();
        let item = |template: Template| {
            let filled = template::fill(&template.text, |variable| {
                values.iter().find(|(known, _)| *known == variable).map(|(_, value)| value.clone())
            });
            Item {
                label: SafeText::line(&template.name).into_string(),
                note: SafeText::line(&template.title).into_string(),
                text: SafeText::block(&filled.text).into_string(),
                picked: Picked::Insert(filled.text.clone(), filled.place(), filled.missing),
            }
        };
        let items = template::together(&self.templates, self.texts.language()).into_iter().map(item).collect();
        let mut picker = Picker::new(Kind::Templates, items);
        picker.input.set(typed);
        self.modals.push(Modal::Picker(Box::new(picker)));
        vec![]
    }

    /// Was what opens the templates just typed before the cursor?
    pub(super) fn opens_templates(&mut self) -> bool {
        let takes = self.takes_template();
        let before = |field: &Field| {
            let before = &field.text()[..field.cursor()];
            before.strip_suffix(OPENS).is_some_and(|rest| !rest.ends_with(':'))
        };
        takes && self.focused_field().is_some_and(|(field, _)| before(field))
    }

    /// What variables stand for: from the form, else from the signal under the cursor. What is not known is left out.
    fn values(&self) -> Vec<(Variable, String)> {
        let form = self.modals.iter().rev().find_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None });
        let signal = match form.map(|form| form.purpose) {
            Some(
                Purpose::Note(id)
                | Purpose::Contact(id)
                | Purpose::CorrectContact(id, _)
                | Purpose::EditFacts(_, id)
                | Purpose::TakeOver(id),
            ) => Some(id),
            Some(_) => None,
            None => self.current_signal().filter(|_| self.pane != Pane::Register),
        };
        let typed = |name: &str| form.and_then(|form| form.filled(name)).map(|text| SafeText::line(text).into_string());
        let signals = self.replica.signals();
        let row = signal.and_then(|id| signals.find(id)).and_then(|row| signals.get(row));
        let whole = signal.and_then(|id| self.whole(id));
        let line = |text: &RawText| text.line().into_string();
        let bodies: Vec<String> =
            row.as_ref().map(|row| row.bodies().map(|code| SafeText::line(code).into_string()).collect()).unwrap_or_default();
        let reporter = whole.map(|whole| line(&whole.facts.reporter.name)).or_else(|| typed("intake-name"));
        let term = row.as_ref().and_then(|row| row.hard_date()).map(|date| {
            let weekday = self.texts.get(&format!("weekday-{}", chrono::Datelike::weekday(&date.on).number_from_monday()));
            let day = format!("{weekday} {}", date.on.format("%d-%m-%Y"));
            if date.uncertain { format!("{day} ({})", self.texts.get("uncertain")) } else { day }
        });
        let municipality = row.as_ref().and_then(|row| row.municipality()).map(|code| self.reference.municipality(code));
        let all = [
            (Variable::Case, row.as_ref().map(|row| row.number().to_string())),
            (Variable::Title, row.as_ref().map(|row| SafeText::line(row.title()).into_string()).or(typed("intake-title"))),
            (Variable::Reporter, reporter.clone()),
            (Variable::Name, typed("contact-with").or(reporter)),
            (Variable::Municipality, municipality.or(typed("intake-municipality"))),
            (Variable::Body, bodies.first().cloned().or(typed("intake-decision-by"))),
            (Variable::Bodies, Some(bodies.join(", ")).filter(|all| !all.is_empty()).or(typed("intake-bodies"))),
            (Variable::Term, term.or(typed("intake-threat-on"))),
            (Variable::Today, Some(self.today.format("%d-%m-%Y").to_string())),
            (Variable::Me, self.me.as_ref().map(|me| line(&me.name))),
        ];
        all.into_iter()
            .filter_map(|(variable, value)| Some((variable, value.filter(|value| !value.trim().is_empty())?)))
            .collect()
    }

    /// Opens the links of the signal under the cursor: the command that shows it, then every address in its texts.
    pub(super) fn pick_link(&mut self, id: SignalId) -> Vec<Effect> {
        let command = self.command_for(id);
        let mut items = vec![Item {
            label: command.clone(),
            note: self.texts.get("link-command"),
            text: self.texts.get("link-command-help"),
            picked: Picked::Copy(command),
        }];
        if let Some(signal) = self.whole(id) {
            let facts = &signal.facts;
            let texts = [&facts.account, &facts.stalemate].into_iter().chain(signal.timeline.iter().map(|entry| &entry.text));
            let mut seen: Vec<&str> = vec![];
            for link in texts.flat_map(|text| links(text.raw())) {
                if seen.contains(&link) {
                    continue;
                }
                seen.push(link);
                let shown = SafeText::line(link).into_string();
                items.push(Item {
                    label: shown.clone(),
                    note: String::new(),
                    text: shown,
                    picked: Picked::Copy(link.to_owned()),
                });
            }
        }
        self.modals.push(Modal::Picker(Box::new(Picker::new(Kind::Links, items))));
        vec![]
    }

    /// `loket signal show S-2026-00421`: what shows this signal anywhere loket is installed.
    pub(super) fn command_for(&self, id: SignalId) -> String {
        let signals = self.replica.signals();
        let number = signals.find(id).and_then(|row| signals.get(row)).map(|row| row.number().to_string());
        format!("loket signal show {}", number.unwrap_or_default())
    }

    /// Copies the command for each signal that is meant.
    pub(super) fn copy_commands(&self) -> Vec<Effect> {
        let commands: Vec<String> = self.targets().into_iter().map(|id| self.command_for(id)).collect();
        vec![Effect::Copy(commands.join("\n"))]
    }

    pub(super) fn picker_command(&mut self, command: Command) -> Vec<Effect> {
        let height = self.picker_height();
        let Some(Modal::Picker(picker)) = self.modals.last_mut() else { return vec![] };
        let page = height as isize - 1;
        match command {
            Command::FinderNext => picker.step(1, height),
            Command::FinderPrevious => picker.step(-1, height),
            Command::FinderPageDown => picker.step(page, height),
            Command::FinderPageUp => picker.step(-page, height),
            Command::FinderRun => {
                if let Some(picked) = picker.current().map(|item| item.picked.clone()) {
                    self.modals.pop();
                    return self.picked(picked);
                }
            }
            _ => return self.close_picker(),
        }
        vec![]
    }

    /// Nothing is picked: what was typed behind what opens the templates was meant as text, and is.
    pub(super) fn close_picker(&mut self) -> Vec<Effect> {
        let Some(Modal::Picker(picker)) = self.modals.pop() else { return vec![] };
        let typed = picker.input.text();
        let Some((field, _)) = self.focused_field().filter(|_| picker.within_text && !typed.is_empty()) else { return vec![] };
        field.insert_over(0, typed, typed.len());
        self.typed_something()
    }

    /// What was typed in a picker changed: the cursor goes to the first hit.
    pub(super) fn picked_anew(&mut self) -> Vec<Effect> {
        if let Some(Modal::Picker(picker)) = self.modals.last_mut() {
            picker.list = ListCursor::default();
        }
        vec![]
    }

    fn picked(&mut self, picked: Picked) -> Vec<Effect> {
        match picked {
            Picked::Insert(text, at, missing) => self.insert(&text, at, &missing),
            Picked::Draft(id, slot) => self.go_on_with(&id, &slot),
            Picked::Waiting(_) => {
                self.say_with(Tone::Info, "draft-waits", &[]);
                vec![]
            }
            Picked::Copy(text) => vec![Effect::Copy(text)],
        }
    }

    /// Puts a template in the field with the cursor, in the place of what opened it; without a form, in a new note.
    fn insert(&mut self, text: &str, at: usize, missing: &[String]) -> Vec<Effect> {
        let mut effects = vec![];
        let over_form = matches!(self.modals.last(), Some(Modal::Form(_)));
        if over_form && !self.takes_template() {
            self.say_with(Tone::Info, "why-no-field", &[]);
            return vec![];
        }
        if !over_form {
            if let Some(why) = self.unavailable(Command::Note) {
                let words = self.reason(&why);
                self.say(Tone::Info, words);
                return vec![];
            }
            effects = self.open_note();
        }
        let Some((field, _)) = self.focused_field() else { return effects };
        let before = if field.text()[..field.cursor()].ends_with(OPENS) { OPENS.len() } else { 0 };
        let typed = field.text()[..field.cursor() - before].rsplit('\n').next().unwrap_or_default();
        // A text of its own does not go on in the middle of a line.
        let line = if field.is_block() && !typed.trim().is_empty() { "\n" } else { "" };
        // Where there is one line only, the lines of a text stand behind each other with a stroke between.
        let joined = |part: &str| part.replace("\n\n", "\n").replace('\n', " / ");
        let (text, at) = match field.is_block() {
            true => (text.to_owned(), at),
            false => (joined(text), joined(text.get(..at).unwrap_or_default()).len()),
        };
        field.insert_over(before, &format!("{line}{text}"), line.len() + at);
        if let Some(first) = missing.first() {
            let values = [("count", missing.len().into()), ("what", format!("{{{first}}}").into())];
            self.say_with(Tone::Warn, "template-missing", &values);
        }
        effects.extend(self.typed_something());
        effects
    }

    /// Opens the form for this.
    pub(super) fn open_for(&mut self, purpose: Purpose) -> Vec<Effect> {
        match purpose {
            Purpose::Note(id) => self.open_note_on(id),
            Purpose::Contact(id) => self.open_contact_on(id),
            Purpose::CorrectContact(id, entry) => self.open_correction_of_contact(id, entry),
            Purpose::NoteMany => self.open_note(),
            Purpose::ContactMany => self.open_contact(),
            Purpose::Intake => self.open_intake(),
            Purpose::EditFacts(part, id) => self.open_facts_of(part, id),
            Purpose::TakeOver(id) => self.open_takeover(id, ""),
            Purpose::UrgencyReason(id) => self.open_urgency_reason(id),
            Purpose::UrgencyMany => self.open_urgency_of_many(),
            // The name of a view is offered where it is given.
            Purpose::SaveView | Purpose::RenameView(_) => vec![],
            Purpose::ReportOfficer(id) => self.open_report(id),
            Purpose::CorrectOfficer(id) => self.open_entry(id),
            Purpose::Suspend(id, at) => self.open_suspension(id, at),
            Purpose::Record(kind, id) => self.open_record(kind, id),
            Purpose::Arrange(deed, kind, id) => self.open_deed(deed, kind, id),
            Purpose::Share(id) => self.open_share(id),
            Purpose::EndShare(signal, share) => self.open_end_share(signal, share),
            Purpose::Message(id, kind) => self.open_message(id, kind),
            Purpose::Judge(id) => self.open_judge(id),
            Purpose::Agenda(kind) => self.open_agenda_form(kind),
            purpose => self.reopen_proposal(purpose),
        }
    }

    /// `ma 23-11 09:12`; in another year than this with that year.
    pub fn moment(&self, at: crate::domain::Instant) -> String {
        // It was told by the clock here; what is shown goes by the server's, as everything on the screen does.
        self.moment_of_server(at + self.skew)
    }

    /// The same of a moment that the server told.
    pub fn moment_of_server(&self, at: crate::domain::Instant) -> String {
        let day = crate::domain::zone::date_of(at);
        let (hour, minute) = crate::domain::zone::hour_minute(at);
        let weekday = self.texts.get(&format!("weekday-{}", chrono::Datelike::weekday(&day).number_from_monday()));
        let this_year = chrono::Datelike::year(&day) == chrono::Datelike::year(&self.today);
        format!("{weekday} {} {hour:02}:{minute:02}", day.format(if this_year { "%d-%m" } else { "%d-%m-%Y" }))
    }
}

/// The addresses of pages in a text. What ends a sentence is no part of one.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')'));
    words
        .filter(|word| word.starts_with("https://") || word.starts_with("http://"))
        .map(|word| word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']']))
        .filter(|word| word.len() > "https://".len())
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn addresses_are_found_in_sentences() {
        let text = "Zie https://wetten.overheid.nl/a?b=1, (http://x.nl/c). https:// geen; ook https://y.nl!";
        assert_eq!(links(text).collect::<Vec<_>>(), ["https://wetten.overheid.nl/a?b=1", "http://x.nl/c", "https://y.nl"]);
    }
}
