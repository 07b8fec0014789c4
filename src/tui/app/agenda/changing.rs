//! What changed since the agenda was fixed: shown when it is asked for, and before it is fixed again.

use super::{
    super::{
        Modal, State,
        actions::Pending,
        choose::{Choice, Choose, Item},
        command::Command,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaPending,
    deeds::Wanted,
};
use crate::{
    api::meeting::MeetingDetail,
    domain::{
        ids::{AgendaItemId, MeetingId},
        meeting::{Difference, ItemChange},
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
}

impl State {
    /// What changed since the agenda was fixed, in a window.
    pub(super) fn show_changes(&mut self) -> Vec<Effect> {
        let Some(id) = self.meeting().map(|meeting| meeting.id) else { return vec![] };
        if let Some(effects) = self.needs_changes(id, Command::Changes) {
            return effects;
        }
        let lines = self.change_lines(id, TOLD);
        let (head, about) = lines.split_first().map_or((String::new(), vec![]), |(head, rest)| (head.clone(), rest.to_vec()));
        let close = Item::of(&self.texts, "changes-close", Choice::Nothing);
        self.modals.push(Modal::Choose(Choose::new(head, vec![close]).about(about)));
        vec![]
    }

    /// Does something as soon as it is known what changed: now, when it is. Says whether it was.
    pub(super) fn needs_changes(&mut self, id: MeetingId, command: Command) -> Option<Vec<Effect>> {
        let row = self.replica.agendas().meeting(id)?;
        if self.agenda.changed.as_ref().is_some_and(|known| known.meeting == id && known.agenda_version >= row.agenda_version) {
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
        let texts = &self.texts;
        let difference = &known.difference;
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
        let head = texts.with("changes-since", &[("number", u64::from(known.edition).to_string().into())]);
        std::iter::once(head).chain(lines).collect()
    }

    fn changed_title(&self, id: AgendaItemId) -> String {
        let item = self.replica.agendas().item(id);
        item.map_or_else(|| self.texts.get("gone-item"), |item| self.item_title(item))
    }
}

fn changed(found: &MeetingDetail) -> Option<Changed> {
    let edition = found.item.edition?.number;
    let difference = found.changes.clone().unwrap_or_default();
    Some(Changed { meeting: found.item.id, agenda_version: found.item.agenda_version, edition, difference })
}
