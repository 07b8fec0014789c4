//! What is asked of the server, and what it answers.

use super::{
    agenda::{AgendaAnswer, AgendaCall},
    arrangements::ArrangementCall,
    message::Kept,
    messages::MessageCall,
    purpose::Purpose,
    traces::{TracesAnswer, TracesCall},
    verdicts::{RegisterAnswer, RegisterCall},
};
use crate::{
    api::{
        alike::{LookAlike, LookAlikeSearch},
        arrangement::AnyArrangement,
        deadline::DeadlineDetail,
        message::MessageDetail,
        officer::OfficerHit,
        share::{EndShare, NewShare},
        signal::{NewSignal, SignalPatch},
        time_out::{EndTimeOut, ExtendTimeOut, NewTimeOut, OnDay, ResumeTimeOut, TimeOutDetail},
        view::{NewView, ViewPatch},
    },
    client::replica::Case,
    domain::{
        ids::{ConfirmationId, DeadlineId, OfficerId, ShareId, SignalId, TimeOutId, ViewId},
        signal::{ContactMoment, Signal, shield::Reveal},
        text::RawText,
        view::SavedView,
    },
};

/// A question to the server.
#[derive(Debug, Clone, PartialEq)]
pub enum Call {
    /// Read one signal whole; this is logged.
    Read(SignalId),
    /// Show what is shielded of a signal; each time is logged.
    Reveal(SignalId),
    /// Read one clock of the board with how its day came to be; this is logged.
    ReadDeadline(DeadlineId),
    /// Ask about a moratorium, bridging or commitment.
    Arrange(Box<ArrangementCall>),
    /// Ask what looks like a signal.
    LookAlikes(SignalId),
    /// Ask what looks like a signal that is in the preview.
    Resembling(SignalId),
    /// Ask what looks like a report that is being typed.
    ResemblingTyped(Box<LookAlikeSearch>),
    /// Let a signal go up in another.
    Merge {
        /// Which goes up.
        from: SignalId,
        /// The version of it that was seen.
        from_version: i64,
        /// In which.
        into: SignalId,
        /// The version of that one that was seen.
        version: i64,
    },
    /// Take back that a signal went up in another.
    Unmerge {
        /// Which went up.
        signal: SignalId,
        /// The version of it that was seen.
        version: i64,
    },
    /// Share a case.
    Share(SignalId, Box<NewShare>),
    /// End sharing of a case.
    EndShare(SignalId, ShareId, EndShare),
    /// Something about a message about a case.
    Message(Box<MessageCall>),
    /// Something about a meeting or an agenda.
    Agenda(Box<AgendaCall>),
    /// Something about the audit log.
    Traces(TracesCall),
    /// Propose a time-out.
    ProposeTimeOut(Box<NewTimeOut>),
    /// Propose a later last day.
    ExtendTimeOut {
        /// Which.
        id: TimeOutId,
        /// The version the proposal is based on.
        version: i64,
        /// The proposal.
        body: ExtendTimeOut,
    },
    /// Propose that the decision works again.
    ResumeTimeOut {
        /// Which.
        id: TimeOutId,
        /// The version the proposal is based on.
        version: i64,
        /// The proposal.
        body: ResumeTimeOut,
    },
    /// Propose that it ends.
    EndTimeOut {
        /// Which.
        id: TimeOutId,
        /// The version the proposal is based on.
        version: i64,
        /// The proposal.
        body: EndTimeOut,
    },
    /// Note that the body was told.
    TellBody {
        /// Which.
        id: TimeOutId,
        /// The version that was seen.
        version: i64,
        /// When.
        body: OnDay,
    },
    /// Note that the body confirmed it.
    BodyConfirmed {
        /// Which.
        id: TimeOutId,
        /// The version that was seen.
        version: i64,
        /// When.
        body: OnDay,
    },
    /// Confirm a proposal.
    Confirm {
        /// Which.
        id: ConfirmationId,
        /// The hash of what was shown.
        hash: String,
    },
    /// Reject a proposal, or take one's own back.
    Decline {
        /// Which.
        id: ConfirmationId,
        /// Is it one's own?
        withdraw: bool,
        /// Why.
        reason: RawText,
    },
    /// Something about an entry of the register.
    Register(Box<RegisterCall>),
    /// Search the register on the server, for roles that hold no replica of it.
    SearchOfficers {
        /// What was typed.
        query: String,
        /// The case at hand.
        case: Option<Box<Case>>,
    },
    /// Claim.
    Claim {
        /// What.
        signal: SignalId,
        /// Why it is taken over, if somebody has it.
        reason: Option<RawText>,
    },
    /// Release.
    Release(SignalId),
    /// Change fields.
    Patch {
        /// What.
        signal: SignalId,
        /// The version the change is based on.
        version: i64,
        /// The change.
        patch: Box<SignalPatch>,
    },
    /// Add a note.
    Note {
        /// To what.
        signal: SignalId,
        /// The text.
        text: RawText,
    },
    /// Add a contact moment.
    Contact {
        /// To what.
        signal: SignalId,
        /// What happened.
        contact: ContactMoment,
        /// The entry of the register that was called.
        officer: Option<OfficerId>,
    },
    /// A new signal.
    Create(Box<NewSignal>),
    /// A new saved view.
    CreateView(Box<NewView>),
    /// Change a saved view.
    PatchView {
        /// Which.
        view: ViewId,
        /// The version the change is based on.
        version: i64,
        /// The change.
        patch: Box<ViewPatch>,
    },
    /// Take a saved view away.
    DeleteView {
        /// Which.
        view: ViewId,
        /// The version that was seen.
        version: i64,
    },
}

impl Call {
    /// Is it kept on disk and sent by itself when the server does not answer? Text that is added to a case, and a new one; not what was
    /// decided on what was seen.
    pub fn waits(&self) -> bool {
        matches!(self, Self::Note { .. } | Self::Contact { .. } | Self::Create(_))
    }

    /// The draft that its text can be again, where it comes from no form of its own: of one of many.
    pub fn as_draft(&self) -> Option<Kept> {
        let (purpose, fields) = match self {
            Self::Note { signal, text } => (Purpose::Note(*signal), vec![("note", text.raw().to_owned())]),
            Self::Contact { signal, contact, .. } => {
                let day = contact.call_back_on.map(|day| day.format("%d-%m-%Y").to_string());
                let time = contact.call_back_at.map(|time| time.to_string());
                let back: Vec<String> = day.into_iter().chain(time).collect();
                let fields = vec![
                    ("contact-with", contact.with.raw().to_owned()),
                    ("contact-reached", if contact.reached { "yes" } else { "no" }.to_owned()),
                    ("contact-agreed", contact.agreed.raw().to_owned()),
                    ("contact-back", back.join(" ")),
                ];
                (Purpose::Contact(*signal), fields)
            }
            _ => return None,
        };
        let fields = fields.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect();
        Some(Kept { slot: purpose.slot(), text: serde_json::Value::Object(fields).to_string() })
    }
}

/// What the server answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A signal, whole.
    Signal(Box<Signal>),
    /// What looks like a signal, the likeliest first.
    LookAlikes(Vec<LookAlike>),
    /// What is shielded of a signal.
    Reveal(Box<Reveal>),
    /// A saved view.
    View(Box<SavedView>),
    /// A clock of the board.
    Deadline(Box<DeadlineDetail>),
    /// A time-out.
    TimeOut(Box<TimeOutDetail>),
    /// A moratorium, bridging or commitment.
    Arrangement(Box<AnyArrangement>),
    /// A message, with what must be looked at.
    Message(Box<MessageDetail>),
    /// A meeting, an agenda or an item.
    Agenda(Box<AgendaAnswer>),
    /// The audit log.
    Traces(TracesAnswer),
    /// An entry of the register, or what happened to it.
    Register(RegisterAnswer),
    /// Hits in the register.
    Officers(Vec<OfficerHit>),
    /// It is saved.
    Saved,
    /// There is no answer yet: it is on disk, and is sent by itself.
    Waits,
    /// It is not sent any more: it was thrown away.
    Dropped,
}
