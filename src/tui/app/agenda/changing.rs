//! What changed since the agenda was fixed: shown when it is asked for, and before it is fixed again; and what differs between two
//! versions that were fixed.

use super::{
    super::{
        Modal, State,
        actions::Pending,
        choose::{Choice, Choose, Item},
        command::Command,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaChoice, AgendaPending,
    deeds::Wanted,
};
use crate::{
    api::meeting::{EditionRow, MeetingDetail},
    domain::{
        ids::{AgendaItemId, EditionId, MeetingId},
        meeting::{Difference, Edition, ItemChange, difference},
        zone,
    },
};

/// Most changes that are told one by one, in a window of their own and before fixing.
const TOLD: usize = 12;
/// What else is asked then stays in view in the smallest window.
pub(super) const TOLD_BEFORE_FIXING: usize = 6;

/// What changed in an agenda since it was fixed, as it was at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    meeting: MeetingId,
    agenda_version: i64,
    edition: u32,
    difference: Difference,
    editions: Vec<EditionRow>,
}

impl State {
    /// What changed since the agenda was fixed, in a window.
    pub(super) fn show_changes(&mut self) -> Vec<Effect> {
        let Some(id) = self.meeting().map(|meeting| meeting.id) else { return vec![] };
        if let Some(effects) = self.needs_changes(id, Command::Changes) {
            return effects;
        }
        // As it was fixed last: what that version changed in the one before it.
        let fixed = self.meeting().is_some_and(|meeting| !meeting.changed_since_fixed);
        let last = self.editions().filter(|_| fixed).and_then(|all| all.last_chunk()).map(|[from, to]| (from.id, to.id));
        if let Some((from, to)) = last {
            return self.compare(from, to);
        }
        self.show_lines(self.change_lines(id, TOLD));
        vec![]
    }

    fn show_lines(&mut self, mut lines: Vec<String>) {
        let head = if lines.is_empty() { String::new() } else { lines.remove(0) };
        let mut items = vec![Item::of(&self.texts, "changes-close", Choice::Nothing)];
        if self.editions().is_some_and(|all| all.len() > 1) {
            items.push(Item::of(&self.texts, "changes-versions", Choice::Agenda(AgendaChoice::Editions(None))));
        }
        self.modals.push(Modal::Choose(Choose::new(head, items).about(lines)));
    }

    /// The fixed versions of the meeting at hand, oldest first, as they were read.
    fn editions(&self) -> Option<&[EditionRow]> {
        let id = self.meeting()?.id;
        self.agenda.changed.as_ref().filter(|known| known.meeting == id).map(|known| &known.editions[..])
    }

    /// Which fixed version is to be compared, and with which.
    pub(super) fn menu_editions(&mut self, from: Option<EditionId>) -> Vec<Effect> {
        let all = self.editions().unwrap_or_default();
        let choice = |to: EditionId| match from {
            Some(from) => AgendaChoice::Compare(from, to),
            None => AgendaChoice::Editions(Some(to)),
        };
        let line = |row: &EditionRow| Item {
            letter: char::from_digit(row.number, 10).unwrap_or('·'),
            label: self.texts.with("changes-version", &[("number", u64::from(row.number).to_string().into())]),
            note: format!("{}, {}", self.texts.day(zone::date_of(row.fixed_at)), row.fixed_by_name.line()),
            choice: Choice::Agenda(choice(row.id)),
        };
        let items: Vec<Item> = all.iter().filter(|row| Some(row.id) != from).map(line).collect();
        let title = self.texts.get(if from.is_none() { "choose-version-from" } else { "choose-version-to" });
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// What differs between two fixed versions, in the order in which they were fixed, as soon as both were read.
    pub(super) fn compare(&mut self, from: EditionId, to: EditionId) -> Vec<Effect> {
        let of = |id| self.agenda.compared.iter().find(|one| one.id == id);
        let (Some(one), Some(other)) = (of(from), of(to)) else {
            let id = if of(from).is_none() { from } else { to };
            self.agenda.comparing = Some((from, to));
            let request = self.request(Pending::Agenda(AgendaPending::Edition(id)));
            let call = Call::Agenda(Box::new(AgendaCall::ReadEdition(id)));
            return vec![Effect::Send { request, key: self.next_key(), call, draft: None }];
        };
        let (before, after) = if one.number <= other.number { (one, other) } else { (other, one) };
        let number = |edition: &Edition| u64::from(edition.number).to_string().into();
        let head = self.texts.with("changes-between", &[("from", number(before)), ("to", number(after))]);
        let lines = self.difference_lines(&difference(&before.content, &after.content), TOLD);
        self.agenda.comparing = None;
        self.show_lines(std::iter::once(head).chain(lines).collect());
        vec![]
    }

    /// A fixed version was read: it never changes. With the other one it is compared.
    pub(super) fn edition_read(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Agenda(answer)) => {
                let (AgendaAnswer::Edition(found), Some((from, to))) = (*answer, self.agenda.comparing) else { return vec![] };
                self.agenda.compared.retain(|one| one.id == from || one.id == to);
                self.agenda.compared.push(found.item);
                self.compare(from, to)
            }
            Ok(_) => vec![],
            Err(refusal) => {
                self.agenda.comparing = None;
                self.fail(&refusal);
                vec![]
            }
        }
    }

    /// Does something as soon as it is known what changed: now, when it is. Says whether it was.
    pub(super) fn needs_changes(&mut self, id: MeetingId, command: Command) -> Option<Vec<Effect>> {
        let row = self.replica.agendas().meeting(id)?;
        let is_known = |known: &Changed| {
            known.meeting == id && known.agenda_version >= row.agenda_version && Some(known.edition) >= row.edition
        };
        if self.agenda.changed.as_ref().is_some_and(is_known) {
            return None;
        }
        self.agenda.unread = None;
        self.agenda.wanted = Some(Wanted::Meeting(id, command));
        let request = self.request(Pending::Agenda(AgendaPending::Changes(id)));
        let call = Call::Agenda(Box::new(AgendaCall::ReadMeeting(id)));
        Some(vec![Effect::Send { request, key: self.next_key(), call, draft: None }])
    }

    /// A meeting was read with what changed in its agenda.
    pub(super) fn changes_read(&mut self, id: MeetingId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let wanted = self.agenda.wanted.take_if(|wanted| matches!(wanted, Wanted::Meeting(of, _) if *of == id));
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let AgendaAnswer::Meeting(found) = *answer {
                    self.agenda.changed = changed(&found);
                }
                match (wanted, &self.agenda.changed) {
                    (Some(Wanted::Meeting(_, command)), Some(_)) => self.run(command),
                    _ => vec![],
                }
            }
            Ok(_) => vec![],
            Err(refusal) => {
                self.fail(&refusal);
                vec![]
            }
        }
    }

    /// The head, and a line for each change; nothing when it is not known.
    pub(super) fn change_lines(&self, meeting: MeetingId, most: usize) -> Vec<String> {
        let Some(known) = self.agenda.changed.as_ref().filter(|known| known.meeting == meeting) else { return vec![] };
        let head = self.texts.with("changes-since", &[("number", u64::from(known.edition).to_string().into())]);
        std::iter::once(head).chain(self.difference_lines(&known.difference, most)).collect()
    }

    /// A line for each change, at most so many.
    fn difference_lines(&self, difference: &Difference, most: usize) -> Vec<String> {
        let texts = &self.texts;
        let with = |key: &str, id: &AgendaItemId| texts.with(key, &[("title", self.changed_title(*id).into())]);
        let mut lines = vec![];
        if !difference.meeting.is_empty() {
            lines.push(
                texts.with(
                    "changes-meeting",
                    &[("fields", texts.changed(&difference.meeting, &difference.meeting_values).into())],
                ),
            );
        }
        lines.extend(difference.added.iter().map(|id| with("changes-added", id)));
        lines.extend(difference.removed.iter().map(|id| with("changes-removed", id)));
        lines.extend(difference.moved.iter().map(|moved| {
            let values = [
                ("title", self.changed_title(moved.item).into()),
                ("from", u64::from(moved.from).to_string().into()),
                ("to", u64::from(moved.to).to_string().into()),
            ];
            texts.with("changes-moved", &values)
        }));
        // Who is moved moves the times of all that follow: that is said once.
        let (shifted, changed): (Vec<&ItemChange>, Vec<&ItemChange>) =
            difference.changed.iter().partition(|change| change.fields == ["times"]);
        lines.extend(changed.iter().map(|change| {
            let fields = texts.changed(&change.fields, &change.values);
            texts.with("changes-changed", &[("title", self.changed_title(change.item).into()), ("fields", fields.into())])
        }));
        if !shifted.is_empty() {
            lines.push(texts.with("changes-times", &[("count", shifted.len().into())]));
        }
        if lines.is_empty() {
            lines.push(texts.get("changes-none"));
        }
        let more = lines.len().saturating_sub(most);
        lines.truncate(most);
        if more > 0 {
            lines.push(texts.with("changes-more", &[("count", more.into())]));
        }
        lines
    }

    fn changed_title(&self, id: AgendaItemId) -> String {
        let item = self.replica.agendas().item(id);
        item.map_or_else(|| self.texts.get("gone-item"), |item| self.item_title(item))
    }
}

fn changed(found: &MeetingDetail) -> Option<Changed> {
    let edition = found.item.edition?.number;
    let difference = found.changes.clone().unwrap_or_default();
    Some(Changed {
        meeting: found.item.id,
        agenda_version: found.item.agenda_version,
        edition,
        difference,
        editions: found.editions.clone(),
    })
}
