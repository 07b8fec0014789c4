//! What an agenda lacks, named before it is fixed or held: items that are not ready, each a line that leads to it, and bodies to which
//! nothing can be sent.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        Modal, State,
        choose::{Choice, Choose, Item},
        message::Effect,
    },
    AgendaChoice, AgendaRow,
};
use crate::{
    api::meeting::{AgendaDetail, AgendaEntry},
    client::replica::Agendas,
    domain::{
        Date,
        ids::{AgendaItemId, OrganisationCode},
        meeting::{AgendaItemSummary, Missing, contact},
        officer::Officer,
    },
};

/// Bodies to which nothing can be sent, and what they were looked up in: items, the generation of the register, and the day.
#[derive(Debug, Clone, Default)]
pub(super) struct Contactless {
    bodies: BTreeSet<OrganisationCode>,
    from: Option<(Agendas, u64, Date)>,
}

impl State {
    /// `UWV: standpunt`.
    pub fn lacks_words(&self, missing: &Missing) -> String {
        let words = self.texts.get(&format!("let-lacks-{}", missing.kind));
        match &missing.organisation {
            Some(code) => format!("{}: {words}", self.body_word(code)),
            None => words,
        }
    }

    /// How much an item lacks, the same before and after it is read: the row counts it, and the register tells to whom of a body
    /// nothing can be sent.
    pub fn lacks_of(&self, item: &AgendaItemSummary) -> usize {
        if let Some((.., missing)) = self.item_read_of(item.id) {
            return missing.len();
        }
        let counted = item.lacks.map_or(item.missing.len(), |lacks| lacks as usize);
        counted + item.unasked.iter().filter(|code| self.agenda.contactless.bodies.contains(code)).count()
    }

    /// Looks through the register once for every body that nobody is asked of, when items or register changed: rows are drawn at every
    /// key.
    pub(super) fn look_for_contacts(&mut self) {
        let from = (self.replica.agendas().clone(), self.replica.officers().generation(), self.today);
        let before = self.agenda.contactless.from.as_ref();
        if before.is_some_and(|before| before.0.is_same(&from.0) && (before.1, before.2) == (from.1, from.2)) {
            return;
        }
        let unasked = from.0.all_items().flat_map(|item| &item.unasked);
        let mut bodies: BTreeMap<&str, (&OrganisationCode, Vec<Officer>)> =
            unasked.map(|code| (code.as_str(), (code, vec![]))).collect();
        let officers = self.replica.officers();
        for row in (0..officers.len()).filter_map(|at| officers.get(at)) {
            if let Some((_, found)) = bodies.get_mut(row.organisation()) {
                found.push(row.officer());
            }
        }
        let bodies = bodies.into_values().filter(|(_, found)| contact(found, self.today).is_none());
        let bodies = bodies.map(|(code, _)| code.clone()).collect();
        self.agenda.contactless = Contactless { bodies, from: Some(from) };
    }

    /// Without a reason an agenda is fixed only when all is ready: what is not is named, and a line leads there.
    pub(super) fn question_of_lacks(&self, read: &AgendaDetail) -> Option<Choose> {
        let lacking: Vec<&AgendaEntry> = read.items.iter().filter(|entry| !entry.missing.is_empty()).collect();
        let line = |entry: &&AgendaEntry| Item {
            letter: char::from_digit(entry.times.number, 10).unwrap_or('·'),
            label: match entry.times.number {
                // The letter before it is its number.
                1..10 => entry.item.facts.title.line().into_string(),
                number => format!("{number}. {}", entry.item.facts.title.line()),
            },
            note: entry.missing.iter().map(|one| self.lacks_words(one)).collect::<Vec<_>>().join(", "),
            choice: Choice::Agenda(AgendaChoice::ToItem(entry.item.id)),
        };
        let reason = self.answer("fix-lacks-reason", Choice::Nothing);
        let items = std::iter::once(reason).chain(lacking.iter().map(line)).collect();
        let title = self.texts.with("choose-fix-lacks", &[("count", lacking.len().into())]);
        let about = vec![self.texts.get("fix-lacks-about")];
        (!lacking.is_empty()).then(|| Choose::new(title, items).about(about))
    }

    /// To an item that a window named: what is typed in a form below it is kept.
    pub(super) fn go_to_item(&mut self, id: AgendaItemId) -> Vec<Effect> {
        let today = self.today;
        let forms = self.modals.drain(..).filter_map(|modal| if let Modal::Form(form) = modal { form.keep(today) } else { None });
        let mut effects: Vec<Effect> = forms.collect();
        let pane = &mut self.agenda;
        (pane.moved, pane.current, pane.open) = (true, Some(AgendaRow::Item(id)), Some(0));
        self.choose_agenda_anew();
        effects.extend(self.rest());
        effects
    }

    /// The bodies of a meeting of which nobody is asked and the register names nobody to send to.
    fn nobody_at(&self, read: &AgendaDetail) -> Vec<OrganisationCode> {
        let asked = read.items.iter().flat_map(|entry| &entry.invitations).filter(|one| one.is_asked());
        let asked: Vec<&OrganisationCode> = asked.map(|one| &one.facts.organisation).collect();
        let in_items = read.items.iter().flat_map(|entry| &entry.item.facts.bodies).map(|body| &body.organisation);
        let decided = read.items.iter().flat_map(|entry| &entry.decisions).filter(|one| !one.withdrawn);
        let decided = decided.flat_map(|one| &one.facts.bodies);
        let promised = read.commitments.iter().map(|one| &one.facts.organisation);
        let mut bodies: Vec<OrganisationCode> = in_items.chain(decided).chain(promised).cloned().collect();
        bodies.sort_unstable();
        bodies.dedup();
        bodies.retain(|code| !asked.contains(&code) && self.contact_at(code).is_none());
        bodies
    }

    /// The same, said before the agenda is fixed and before the meeting is held.
    pub(super) fn nobody_words(&self, read: &AgendaDetail) -> Option<String> {
        let bodies = self.body_words(&self.nobody_at(read), ", ");
        (!bodies.is_empty()).then(|| self.texts.with("agenda-nobody-at", &[("bodies", bodies.into())]))
    }
}
