//! What is asked of the server about meetings and agendas, and what it answers.

use crate::{
    api::{
        cancellation::{CancelMeeting, ReinstateMeeting},
        item_paper::{ItemPaperDetail, ItemPaperPatch, NewItemPaper},
        lesson::{LessonPatch, NewLesson},
        meeting::{
            AgendaDetail, AgendaItemDetail, AgendaItemPatch, EditionDetail, FixAgenda, InvitationPatch, LetDecisionPatch,
            MeetingDetail, MeetingPatch, MoveItem, NewAgendaItem, NewCandidate, NewInvitation, NewLetDecision, NewMeeting,
            PublishMeeting,
        },
        paper::PaperWanted,
        series::{EndSeries, NewSeries, SeriesDetail, SeriesPatch},
    },
    domain::{
        ids::{AgendaItemId, EditionId, LessonId, MeetingId, PartId, SeriesId},
        lesson::Lesson,
        meeting::MeetingNumber,
    },
};

/// A question about a meeting, its agenda, an item or a candidate.
#[derive(Debug, Clone, PartialEq)]
pub enum AgendaCall {
    /// Read a whole agenda; this is logged, as the two below it are.
    ReadAgenda(MeetingId),
    /// Read one item or candidate.
    ReadItem(AgendaItemId),
    /// Read a meeting with what waits for a second person.
    ReadMeeting(MeetingId),
    /// Read a fixed version of an agenda.
    ReadEdition(EditionId),
    /// Make a meeting.
    Create(NewMeeting),
    /// Fix the agenda of a meeting as it was seen in this version.
    Fix(MeetingId, i64, FixAgenda),
    /// It was held.
    Hold(MeetingId, i64),
    /// It was not held after all.
    Unhold(MeetingId, i64),
    /// Propose to send the agenda or the decisions.
    Publish(MeetingId, i64, PublishMeeting),
    /// Propose a case.
    Propose(NewCandidate),
    /// Put a new item on the agenda of a meeting.
    Add(MeetingId, NewAgendaItem),
    /// Give an item another place.
    Move(AgendaItemId, MoveItem),
    /// Take an item off its agenda.
    TakeOff(AgendaItemId),
    /// Drop a candidate.
    Drop(AgendaItemId),
    /// Write in an item as it was seen in this version.
    Edit(AgendaItemId, i64, AgendaItemPatch),
    /// Invite somebody for an item.
    Invite(AgendaItemId, NewInvitation),
    /// Note something about an invitation as it was seen in this version.
    Invitation(PartId, i64, InvitationPatch),
    /// Record a decision about an item.
    Decide(AgendaItemId, NewLetDecision),
    /// Say something else about a meeting as it was seen in this version.
    Amend(MeetingId, i64, MeetingPatch),
    /// Correct a decision as it was seen in this version, or take it back.
    CorrectDecision(PartId, i64, LetDecisionPatch),
    /// It does not go on.
    Cancel(MeetingId, i64, CancelMeeting),
    /// It goes on after all.
    Reinstate(MeetingId, i64, ReinstateMeeting),
    /// Put a paper with an item.
    PutPaper(AgendaItemId, NewItemPaper),
    /// Change a paper as it was seen in this version, or take it back.
    ChangePaper(PartId, i64, ItemPaperPatch),
    /// Read a version of a paper.
    ReadPaper(PartId, i64),
    /// Note a lesson.
    NoteLesson(NewLesson),
    /// Say something else in a lesson as it was seen in this version.
    ChangeLesson(LessonId, i64, LessonPatch),
    /// Read the lessons noted at a meeting.
    ReadLessons(MeetingNumber),
    /// Read a series of meetings with its coming days.
    ReadSeries(SeriesId),
    /// Begin a series.
    BeginSeries(Box<NewSeries>),
    /// Say something else about a series as it was seen in this version.
    ChangeSeries(SeriesId, i64, Box<SeriesPatch>),
    /// End a series as it was seen in this version.
    EndSeries(SeriesId, i64, EndSeries),
    /// Make a paper of a meeting, for a file of this name.
    Paper(MeetingId, PaperWanted, String),
}

/// What the server answered. Always boxed as a whole.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq)]
pub enum AgendaAnswer {
    /// A whole agenda.
    Agenda(AgendaDetail),
    /// An item.
    Item(AgendaItemDetail),
    /// A meeting.
    Meeting(MeetingDetail),
    /// A fixed version.
    Edition(EditionDetail),
    /// A paper, for a file of this name.
    Paper(String, Vec<u8>),
    /// A version of a paper.
    PaperVersion(ItemPaperDetail),
    /// A series of meetings.
    Series(SeriesDetail),
    /// A lesson.
    Lesson(Lesson),
    /// Lessons, newest first, and whether these are all.
    Lessons(Vec<Lesson>, bool),
}
