//! What is done at once to an agenda, without a form: what is under way, what a menu leads to, and what came of it.

use super::{
    super::{
        Modal, State, Tone,
        acting::Why,
        actions::Pending,
        command::Command,
        form::Purpose,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaDone, AgendaForm, PaperChoice,
    ending::GroundEnd,
    inviting::name_of,
    ordering::To,
    rewriting::{past_of_part, withdrawal},
    undoing::Change,
};
use crate::{
    api::meeting::{AgendaItemDetail, InvitationPatch, NewInvitation},
    domain::{
        ids::{AgendaItemId, EditionId, MeetingId, OrganisationCode, PartId, SeriesId, SignalId},
        meeting::{InvitationFacts, PartKind},
    },
};

/// What is done at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Something is taken back, or done again.
    Again(Why),
    /// Somebody was invited.
    Invite(AgendaItemId),
    /// Something was noted about an invitation.
    Invitation(PartId),
    /// An invitation, decision or paper was taken back, or put back.
    Withdraw(PartKind, PartId, bool),
    /// The meeting was held.
    Hold(MeetingId),
    /// It was not.
    Unhold(MeetingId),
    /// A ground for sharing ends.
    EndGround,
    /// A paper.
    Paper,
}

/// A request about an agenda that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaPending {
    /// A whole agenda.
    Agenda(MeetingId),
    /// One item or candidate.
    Item(AgendaItemId),
    /// A meeting with what waits for a second person.
    Meeting(MeetingId),
    /// A meeting with what changed in its agenda.
    Changes(MeetingId),
    /// A fixed version of its agenda, to compare.
    Edition(EditionId),
    /// An agenda that is at the same time.
    Other(MeetingId),
    /// A change of place.
    Place(AgendaItemId),
    /// The lessons noted at a meeting, for this item.
    Lessons(AgendaItemId),
    /// A version of a paper of an item.
    PaperVersion(PartId, i64),
    /// A series of meetings.
    Series(SeriesId),
    /// Something that is done at once.
    Do(Deed),
}

/// Where a line of a menu about an agenda leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgendaChoice {
    /// These items go to the agenda of this meeting.
    To(Vec<AgendaItemId>, MeetingId),
    /// This item goes after that one, or where a new one goes.
    Insert(AgendaItemId),
    /// Propose these cases.
    Propose(Vec<SignalId>),
    /// This one is no candidate any more.
    Drop(AgendaItemId),
    /// Invite somebody.
    Invite(AgendaItemId, Box<InvitationFacts>),
    /// Who of this body answered?
    Answers(Option<OrganisationCode>),
    /// What is to be noted about this invitation?
    Invitation(PartId),
    /// Correct who it asks.
    CorrectInvitation(AgendaItemId, PartId),
    /// Note it.
    Note(PartId, i64, Box<InvitationPatch>),
    /// Record a commitment by this participant; nothing: by somebody else.
    Commit(AgendaItemId, Option<PartId>),
    /// What is to become of this decision?
    Decision(PartId),
    /// What is to become of this paper of the item?
    ItemPaper(PartId),
    /// Read this version of a paper; with a second one: what differs from that.
    ReadPaper(PartId, i64, Option<i64>),
    /// Which version is to be read? With one: from which does that differ?
    PaperVersions(PartId, Option<i64>),
    /// Take a part back as it was seen in this version, or put it back.
    Withdraw(PartKind, PartId, i64, bool),
    /// The meeting was held, as it was seen in this version.
    Hold(MeetingId, i64),
    /// The meeting was not held, as it was seen in this version.
    Unhold(MeetingId, i64),
    /// This ground ends; was it asked?
    EndGround(GroundEnd, bool),
    /// Something about a paper.
    Paper(PaperChoice),
    /// Which fixed version is to be compared? With one: with which?
    Editions(Option<EditionId>),
    /// What differs between these two.
    Compare(EditionId, EditionId),
    /// To this item.
    ToItem(AgendaItemId),
    /// To this meeting.
    Meeting(MeetingId),
    /// Show this series.
    Series(SeriesId),
}

/// What is to be done as soon as what it needs was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A command about the item under the cursor.
    Item(AgendaItemId, Command),
    /// A command about a meeting.
    Meeting(MeetingId, Command),
    /// A command about the lessons of an item.
    Lessons(AgendaItemId, Command),
}

impl State {
    /// Does what a line of a menu says.
    pub(in super::super) fn chosen_on_agenda(&mut self, choice: AgendaChoice) -> Vec<Effect> {
        if let Some(effects) = self.ask_before_choice(&choice) {
            return effects;
        }
        match choice {
            AgendaChoice::To(items, meeting) => self.put_on_meeting(items, meeting),
            AgendaChoice::Insert(item) => match self.agenda.meeting {
                Some(meeting) => {
                    let spot = self.insert_spot(meeting);
                    self.put(vec![(item, To::Agenda(meeting, spot))], "past-agenda-put")
                }
                None => vec![],
            },
            AgendaChoice::Propose(signals) => self.propose_these(signals),
            AgendaChoice::Drop(item) => self.drop_candidate(item),
            AgendaChoice::Invite(item, facts) => {
                self.say_with(Tone::Info, "agenda-saving", &[]);
                self.do_on_agenda(Deed::Invite(item), AgendaCall::Invite(item, NewInvitation { facts: *facts }))
            }
            AgendaChoice::Answers(body) => self.menu_invitations(body.as_ref()),
            AgendaChoice::Invitation(part) => self.menu_of_invitation(part),
            AgendaChoice::CorrectInvitation(item, part) => self.open_agenda_form(AgendaForm::Invitation(item, part)),
            AgendaChoice::Note(part, version, patch) => {
                self.do_on_agenda(Deed::Invitation(part), AgendaCall::Invitation(part, version, *patch))
            }
            AgendaChoice::Withdraw(kind, part, version, withdrawn) => {
                self.do_on_agenda(Deed::Withdraw(kind, part, withdrawn), withdrawal(kind, part, version, withdrawn))
            }
            AgendaChoice::Commit(item, part) => self.commit_by(item, part),
            AgendaChoice::Decision(part) => self.menu_of_decision(part),
            AgendaChoice::ItemPaper(part) => self.menu_of_item_paper(part),
            AgendaChoice::ReadPaper(part, version, against) => self.read_paper(part, version, against),
            AgendaChoice::PaperVersions(part, of) => self.menu_paper_versions(part, of),
            AgendaChoice::Paper(choice) => self.choose_paper(choice),
            AgendaChoice::Editions(from) => self.menu_editions(from),
            AgendaChoice::Compare(from, to) => self.compare(from, to),
            AgendaChoice::ToItem(item) => self.go_to_item(item),
            AgendaChoice::Meeting(meeting) => self.open_meeting(meeting),
            AgendaChoice::Series(series) => self.read_series(series),
            AgendaChoice::EndGround(end, asked) => self.end_ground(end, asked),
            AgendaChoice::Unhold(meeting, version) => {
                self.say_with(Tone::Info, "agenda-saving", &[]);
                self.do_on_agenda(Deed::Unhold(meeting), AgendaCall::Unhold(meeting, version))
            }
            AgendaChoice::Hold(meeting, version) => {
                self.say_with(Tone::Info, "agenda-saving", &[]);
                self.do_on_agenda(Deed::Hold(meeting), AgendaCall::Hold(meeting, version))
            }
        }
    }

    /// Asks the server to do something now.
    pub(super) fn do_on_agenda(&mut self, deed: Deed, call: AgendaCall) -> Vec<Effect> {
        let request = self.request(Pending::Agenda(AgendaPending::Do(deed)));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Agenda(Box::new(call)), draft: None }]
    }

    /// The server answered a request about an agenda.
    pub(in super::super) fn agenda_reply(&mut self, pending: AgendaPending, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match pending {
            AgendaPending::Agenda(id) => self.agenda_read(id, reply),
            AgendaPending::Item(id) => self.item_read(id, reply),
            AgendaPending::Meeting(_) => self.meeting_read(reply),
            AgendaPending::Changes(id) => self.changes_read(id, reply),
            AgendaPending::Edition(_) => self.edition_read(reply),
            AgendaPending::Other(id) => self.other_read(id, reply),
            AgendaPending::Place(id) => self.placed(id, reply),
            AgendaPending::Lessons(id) => self.lessons_read(id, reply),
            AgendaPending::PaperVersion(part, version) => self.paper_version_read(part, version, reply),
            AgendaPending::Series(_) => self.series_read(reply),
            AgendaPending::Do(deed) => self.done_on_agenda(deed, reply),
        }
    }

    fn done_on_agenda(&mut self, deed: Deed, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let answer = match reply {
            Ok(Answer::Agenda(answer)) => *answer,
            Ok(_) => return vec![],
            Err(refusal) => {
                if let Deed::Again(why) = deed {
                    self.forget_again(why);
                }
                self.fail(&refusal);
                if deed == Deed::Paper {
                    return vec![];
                }
                self.forget_agenda();
                return self.rest();
            }
        };
        match (deed, answer) {
            (Deed::Again(_), AgendaAnswer::Item(found)) => self.keep_item(found),
            (Deed::Invite(item), AgendaAnswer::Item(found)) => {
                let before = self.item_detail(item).map(|(_, before)| before.to_vec()).unwrap_or_default();
                let new = found.invitations.iter().find(|one| before.iter().all(|known| known.id != one.id)).cloned();
                self.keep_item(found);
                if let Some(new) = new {
                    let change = Change::Withdrawn { kind: PartKind::Invitation, item, part: new.id, withdrawn: false };
                    self.did_on_agenda(AgendaDone::new("past-agenda-invite", vec![change]));
                    let name = if new.facts.name.is_blank() { new.facts.function.line() } else { new.facts.name.line() };
                    self.say_with(Tone::Done, "done-agenda-invite", &[("name", name.into())]);
                    self.offer_undo();
                }
            }
            (Deed::Invitation(part), AgendaAnswer::Item(found)) => {
                let facts = found.invitations.iter().find(|one| one.id == part).map(|one| one.facts.clone());
                self.keep_item(found);
                if let Some(facts) = facts {
                    let values = [("name", name_of(&facts).into()), ("answer", self.answer_words(&facts).into())];
                    self.say_with(Tone::Done, "done-agenda-answer", &values);
                }
            }
            (Deed::Withdraw(kind, part, withdrawn), AgendaAnswer::Item(found)) => {
                let change = Change::Withdrawn { kind, item: found.item.id, part, withdrawn };
                self.keep_item(found);
                self.did_on_agenda(AgendaDone::new(past_of_part(kind), vec![change]));
                let key = match (kind, withdrawn) {
                    (PartKind::Invitation, true) => "done-agenda-invitation-back",
                    (PartKind::Invitation, false) => "done-agenda-invitation-again",
                    (PartKind::Decision, true) => "done-agenda-decision-back",
                    (PartKind::Decision, false) => "done-agenda-decision-again",
                    (PartKind::Paper, true) => "done-agenda-paper-back",
                    (PartKind::Paper, false) => "done-agenda-paper-again",
                };
                self.say_with(Tone::Done, key, &[]);
                self.offer_undo();
            }
            // What was read of it is no longer what it is.
            (Deed::Again(_), AgendaAnswer::Meeting(_)) => self.forget_agenda(),
            (Deed::Paper, AgendaAnswer::Paper(name, content)) => return vec![Effect::Export { name, content, note: None }],
            (Deed::EndGround, AgendaAnswer::Item(found)) => self.ground_ended(found),
            (deed @ (Deed::Hold(_) | Deed::Unhold(_)), AgendaAnswer::Meeting(found)) => {
                let held = matches!(deed, Deed::Hold(_));
                let key = if held { "done-agenda-hold" } else { "done-agenda-unhold" };
                self.say_with(Tone::Done, key, &[("number", found.item.number.to_string().into())]);
                self.said_for_good(if held { "kept-held" } else { "kept-agenda" });
                self.forget_agenda();
            }
            _ => {}
        }
        self.rest()
    }

    /// The last thing said can be taken back with one key.
    pub(in super::super) fn offer_undo(&mut self) {
        if let Some(message) = &mut self.message {
            message.undo = true;
        }
    }

    /// Reads an item anew: somebody else wrote in it.
    pub(in super::super) fn read_item_anew(&mut self, item: AgendaItemId) -> Vec<Effect> {
        self.forget_item(item);
        self.read_item(item)
    }

    /// Reads the lessons of an item anew.
    pub(in super::super) fn read_lessons_anew(&mut self, item: AgendaItemId) -> Vec<Effect> {
        self.agenda.lessons = None;
        self.read_lessons(item)
    }

    /// Reads a series anew.
    pub(in super::super) fn read_series_anew(&mut self, id: SeriesId) -> Vec<Effect> {
        self.agenda.series = None;
        self.read_series(id)
    }

    /// What was read of an item goes into a form about it that is open.
    pub(super) fn fill_open_form(&mut self, found: &AgendaItemDetail) {
        let open = self.modals.iter().filter_map(|modal| if let Modal::Form(form) = modal { Some(form.purpose) } else { None });
        let about: Vec<Purpose> = open.filter(|purpose| purpose.agenda_item() == Some(found.item.id)).collect();
        for purpose in about {
            if self.fill_row(purpose, found) {
                continue;
            }
            if let Some((version, values)) = self.begun_of(purpose, found) {
                let by = written_by(purpose, found);
                self.refill(purpose, version, &by, &values);
            }
        }
    }
}

/// Who wrote what a form is about last, where that was read.
fn written_by(purpose: Purpose, found: &AgendaItemDetail) -> String {
    let Purpose::Agenda(kind) = purpose else { return String::new() };
    let by = match kind {
        AgendaForm::Decision(_, part) => found.decisions.iter().find(|one| one.id == part).map(|one| &one.recorded_by_name),
        AgendaForm::Paper(_, part) => found.papers.iter().find(|one| one.id == part).map(|one| &one.recorded_by_name),
        // An invitation stays of who made it.
        _ => None,
    };
    by.map_or_else(String::new, |name| name.raw().to_owned())
}
