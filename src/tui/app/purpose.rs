//! What a form is for, and under which name its draft is kept.

use super::{agenda::AgendaForm, arrangements::Deed, case_file::FactsPart};
use crate::domain::{
    arrangement::ArrangementKind,
    ids::{
        AgendaItemId, ArrangementId, ConfirmationId, EmergencyAccessId, EntryId, OfficerId, ShareId, SignalId, TimeOutId, ViewId,
    },
    message::MessageKind,
};

/// Characters of an id in the name of a draft.
const UUID: usize = 36;

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A note on a signal.
    Note(SignalId),
    /// A contact moment on a signal.
    Contact(SignalId),
    /// How a contact moment of a signal was, that was noted otherwise.
    CorrectContact(SignalId, EntryId),
    /// The same note on every marked signal.
    NoteMany,
    /// The same contact moment on every marked signal.
    ContactMany,
    /// A new signal by telephone.
    Intake,
    /// What stands in a signal: a part of its case file.
    EditFacts(FactsPart, SignalId),
    /// Taking over a claim: asks why.
    TakeOver(SignalId),
    /// Why a signal has its urgency.
    UrgencyReason(SignalId),
    /// How urgent every marked signal is, and why.
    UrgencyMany,
    /// A new saved view.
    SaveView,
    /// Another name for a saved view, or other people who see it.
    RenameView(ViewId),
    /// A time-out of a decision of a signal: which one, in its order.
    Suspend(SignalId, usize),
    /// A later last day of a time-out.
    Extend(TimeOutId),
    /// The decision works again.
    Resume(TimeOutId),
    /// The time-out is no longer needed.
    EndTimeOut(TimeOutId),
    /// The body was told.
    TellBody(TimeOutId),
    /// The body confirmed it.
    BodyConfirmed(TimeOutId),
    /// Why a proposal is rejected.
    Reject(ConfirmationId),
    /// Why a proposal is taken back.
    Withdraw(ConfirmationId),
    /// A new moratorium, bridging or commitment of a signal.
    Record(ArrangementKind, SignalId),
    /// What is wrong with an entry of the register.
    ReportOfficer(OfficerId),
    /// A correction of an entry of the register.
    CorrectOfficer(OfficerId),
    /// A form of pane 2, or one that puts a case on an agenda.
    Agenda(AgendaForm),
    /// Something done with one that is there.
    Arrange(Deed, ArrangementKind, ArrangementId),
    /// A signal to share with another organisation.
    Share(SignalId),
    /// Sharing of a signal ends.
    EndShare(SignalId, ShareId),
    /// A message about a signal.
    Message(SignalId, MessageKind),
    /// What is thought of emergency access.
    Judge(EmergencyAccessId),
}

impl Purpose {
    /// What a draft under this name is for.
    pub fn of_slot(slot: &str) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(SignalId);
        let time_out = |text: &str| text.parse().ok().map(TimeOutId);
        match slot.split_once('-') {
            None if slot == "intake" => Some(Self::Intake),
            Some(("let", rest)) => AgendaForm::of_slot(rest).map(Self::Agenda),
            Some(("note", "marked")) => Some(Self::NoteMany),
            Some(("contact", "marked")) => Some(Self::ContactMany),
            Some(("note", rest)) => id(rest).map(Self::Note),
            Some(("contact", rest)) => id(rest).map(Self::Contact),
            Some(("recontact", rest)) => {
                let (entry, signal) = (rest.get(..UUID)?, rest.get(UUID + 1..)?);
                Some(Self::CorrectContact(id(signal)?, EntryId(entry.parse().ok()?)))
            }
            Some(("share", rest)) => id(rest).map(Self::Share),
            Some(("unshare", rest)) => {
                let (share, signal) = (rest.get(..UUID)?, rest.get(UUID + 1..)?);
                Some(Self::EndShare(id(signal)?, ShareId(share.parse().ok()?)))
            }
            Some(("message", rest)) => {
                let (kind, rest) = rest.split_once('-')?;
                Some(Self::Message(id(rest)?, MessageKind::from_code(kind)?))
            }
            Some(("judge", rest)) => rest.parse().ok().map(Self::Judge),
            Some(("takeover", rest)) => id(rest).map(Self::TakeOver),
            Some(("urgency", "marked")) => Some(Self::UrgencyMany),
            Some(("urgency", rest)) => id(rest).map(Self::UrgencyReason),
            Some(("report", rest)) => rest.parse().ok().map(Self::ReportOfficer),
            Some(("officer", rest)) => rest.parse().ok().map(Self::CorrectOfficer),
            Some(("suspend", rest)) => {
                let (at, rest) = rest.split_once('-')?;
                Some(Self::Suspend(id(rest)?, at.parse().ok()?))
            }
            Some(("extend", rest)) => time_out(rest).map(Self::Extend),
            Some(("resume", rest)) => time_out(rest).map(Self::Resume),
            Some(("end", rest)) => time_out(rest).map(Self::EndTimeOut),
            Some(("told", rest)) => time_out(rest).map(Self::TellBody),
            Some(("confirmed", rest)) => time_out(rest).map(Self::BodyConfirmed),
            Some(("reject", rest)) => rest.parse().ok().map(|id| Self::Reject(ConfirmationId(id))),
            Some(("withdraw", rest)) => rest.parse().ok().map(|id| Self::Withdraw(ConfirmationId(id))),
            Some(("record", rest)) => {
                let (kind, rest) = rest.split_once('-')?;
                Some(Self::Record(ArrangementKind::from_code(kind)?, id(rest)?))
            }
            Some(("arrange", rest)) => {
                let after = |deed: &Deed| rest.strip_prefix(deed.code())?.strip_prefix('-');
                let (deed, rest) = Deed::ALL.iter().find_map(|deed| Some((*deed, after(deed)?)))?;
                let (kind, rest) = rest.split_once('-')?;
                Some(Self::Arrange(deed, ArrangementKind::from_code(kind)?, ArrangementId(rest.parse().ok()?)))
            }
            Some((code, rest)) => FactsPart::of_slot(code, rest).map(|(part, signal)| Self::EditFacts(part, signal)),
            None => None,
        }
    }

    /// The name under which the draft is kept.
    pub fn slot(self) -> String {
        match self {
            Self::Agenda(form) => form.slot(),
            Self::Note(id) => format!("note-{id}"),
            Self::Contact(id) => format!("contact-{id}"),
            Self::CorrectContact(id, entry) => format!("recontact-{entry}-{id}"),
            Self::NoteMany => "note-marked".into(),
            Self::ContactMany => "contact-marked".into(),
            Self::Intake => "intake".into(),
            Self::EditFacts(part, id) => part.slot(id),
            Self::TakeOver(id) => format!("takeover-{id}"),
            Self::UrgencyReason(id) => format!("urgency-{id}"),
            Self::UrgencyMany => "urgency-marked".into(),
            Self::ReportOfficer(id) => format!("report-{id}"),
            Self::CorrectOfficer(id) => format!("officer-{id}"),
            Self::SaveView => "view".into(),
            Self::RenameView(id) => format!("view-{id}"),
            Self::Suspend(id, at) => format!("suspend-{at}-{id}"),
            Self::Extend(id) => format!("extend-{id}"),
            Self::Resume(id) => format!("resume-{id}"),
            Self::EndTimeOut(id) => format!("end-{id}"),
            Self::TellBody(id) => format!("told-{id}"),
            Self::BodyConfirmed(id) => format!("confirmed-{id}"),
            Self::Reject(id) => format!("reject-{id}"),
            Self::Withdraw(id) => format!("withdraw-{id}"),
            Self::Record(kind, id) => format!("record-{kind}-{id}"),
            Self::Share(id) => format!("share-{id}"),
            Self::EndShare(id, share) => format!("unshare-{share}-{id}"),
            Self::Message(id, kind) => format!("message-{kind}-{id}"),
            Self::Judge(id) => format!("judge-{id}"),
            Self::Arrange(deed, kind, id) => format!("arrange-{deed}-{kind}-{id}"),
        }
    }

    /// Is what was typed in it kept when it is closed? The name of a view, or a number that is typed as a safeguard, is no text that
    /// somebody comes back for.
    pub fn keeps_draft(self) -> bool {
        !matches!(self, Self::SaveView | Self::RenameView(_) | Self::Agenda(AgendaForm::Publish(_)))
    }

    /// Does it say how a contact moment was? Then it may end promised calls.
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Contact(_) | Self::CorrectContact(..) | Self::ContactMany)
    }

    /// The key of its head.
    pub fn title(self) -> &'static str {
        match self {
            Self::Agenda(form) => form.title(),
            Self::Note(_) | Self::NoteMany => "form-title-note",
            Self::Contact(_) | Self::ContactMany => "form-title-contact",
            Self::CorrectContact(..) => "form-title-correct-contact",
            Self::Intake => "form-title-intake",
            Self::EditFacts(part, _) => part.title(),
            Self::TakeOver(_) => "form-title-takeover",
            Self::UrgencyReason(_) | Self::UrgencyMany => "form-title-urgency-reason",
            Self::ReportOfficer(_) => "form-title-report",
            Self::CorrectOfficer(_) => "form-title-officer",
            Self::SaveView => "form-title-view",
            Self::RenameView(_) => "form-title-rename-view",
            Self::Suspend(..) => "form-title-suspend",
            Self::Extend(_) => "form-title-extend",
            Self::Resume(_) => "form-title-resume",
            Self::EndTimeOut(_) => "form-title-end",
            Self::TellBody(_) => "form-title-told",
            Self::BodyConfirmed(_) => "form-title-confirmed",
            Self::Reject(_) => "form-title-reject",
            Self::Withdraw(_) => "form-title-withdraw",
            Self::Record(ArrangementKind::Moratorium, _) => "form-title-record-moratorium",
            Self::Record(ArrangementKind::Bridging, _) => "form-title-record-bridging",
            Self::Record(ArrangementKind::Commitment, _) => "form-title-record-commitment",
            Self::Arrange(Deed::Correct, ArrangementKind::Moratorium, _) => "form-title-correct-moratorium",
            Self::Arrange(Deed::Correct, ArrangementKind::Bridging, _) => "form-title-correct-bridging",
            Self::Arrange(Deed::Correct, ArrangementKind::Commitment, _) => "form-title-correct-commitment",
            Self::Arrange(Deed::Reopen, ArrangementKind::Moratorium, _) => "form-title-reopen-moratorium",
            Self::Arrange(Deed::Reopen, ArrangementKind::Bridging, _) => "form-title-reopen-bridging",
            Self::Arrange(Deed::Reopen, ArrangementKind::Commitment, _) => "form-title-reopen-commitment",
            Self::Share(_) => "form-title-share",
            Self::EndShare(..) => "form-title-end-share",
            Self::Message(..) => "form-title-message",
            Self::Judge(_) => "form-title-judge",
            Self::Arrange(Deed::NewDay, ..) => "form-title-new-day",
            Self::Arrange(Deed::End, ..) => "form-title-end-moratorium",
            Self::Arrange(Deed::Settle, ..) => "form-title-settle",
            Self::Arrange(Deed::Keep, ..) => "form-title-keep",
            Self::Arrange(Deed::Lapse, ..) => "form-title-lapse",
        }
    }

    /// The key of the word on the button that sends it: what is done, where that is more than keeping what was typed.
    pub fn button(self) -> &'static str {
        match self {
            Self::Agenda(form) => form.button(),
            Self::EditFacts(FactsPart::Outcome(_), _) => "form-close-case",
            _ if self.proposes() => "form-propose",
            Self::Withdraw(_) => "form-withdraw",
            Self::Reject(_) => "form-reject",
            Self::EndShare(..) | Self::Arrange(Deed::End, ..) => "form-end",
            Self::Arrange(Deed::Lapse, ..) => "form-lapse",
            _ => "form-save",
        }
    }

    /// The time-out it is about, if that is there already.
    pub fn time_out(self) -> Option<TimeOutId> {
        match self {
            Self::Extend(id) | Self::Resume(id) | Self::EndTimeOut(id) | Self::TellBody(id) | Self::BodyConfirmed(id) => Some(id),
            _ => None,
        }
    }

    /// Does it propose something about a time-out that a second person confirms?
    pub fn proposes(self) -> bool {
        matches!(self, Self::Suspend(..) | Self::Extend(_) | Self::Resume(_) | Self::EndTimeOut(_))
    }

    /// Is it about an entry of the register?
    pub fn is_about_entry(self) -> bool {
        matches!(self, Self::ReportOfficer(_) | Self::CorrectOfficer(_))
    }

    /// Is it about a moratorium, bridging or commitment?
    pub fn is_about_arrangement(self) -> bool {
        matches!(self, Self::Record(..) | Self::Arrange(..))
    }

    /// Is it about sharing?
    pub fn is_about_share(self) -> bool {
        matches!(self, Self::Share(_) | Self::EndShare(..))
    }

    /// The item of an agenda it is about.
    pub fn agenda_item(self) -> Option<AgendaItemId> {
        if let Self::Agenda(form) = self { form.item() } else { None }
    }

    /// The signal it names itself.
    pub fn signal(self) -> Option<SignalId> {
        match self {
            Self::Note(id)
            | Self::Contact(id)
            | Self::CorrectContact(id, _)
            | Self::TakeOver(id)
            | Self::EditFacts(_, id)
            | Self::UrgencyReason(id)
            | Self::Suspend(id, _)
            | Self::Record(_, id)
            | Self::Share(id)
            | Self::EndShare(id, _)
            | Self::Message(id, _)
            | Self::Agenda(AgendaForm::Propose(id)) => Some(id),
            _ => None,
        }
    }

    /// Is it about a time-out, or a proposal of one?
    pub fn is_about_time_out(self) -> bool {
        self.time_out().is_some() || matches!(self, Self::Suspend(..) | Self::Reject(_) | Self::Withdraw(_))
    }
}
